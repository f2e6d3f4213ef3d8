import {
  forwardedGroups,
  forwardersOf,
  LISTENER,
  LISTENER_RULE,
  protocolOf,
  TARGET_GROUP,
} from "../../stack/load-balancing";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { differenceOf, pairsIn, pairsTogether, type Pair } from "../../stack/target-groups";
import { UNKNOWN } from "../../stack/value";
import { defineRule, type Context } from "../rule";

const actionsAt = ({ type }: Resource): string => (type === LISTENER ? "defaultActions" : "actions");

/** Two groups that are alike, of which no listener forwards to both. */
function judgeApart(stack: Stack, { report, undecided }: Context, pairs: readonly Pair[]): void {
  const owners = pairs.flat().flatMap((group) => forwardersOf(stack, group));
  const [owner] = owners;
  const isToldOf = (one: Resource): boolean =>
    one.type === LISTENER_RULE || ["HTTP", "HTTPS", UNKNOWN].includes(protocolOf(stack, one) ?? UNKNOWN);
  if (!owner) {
    pairs.slice(0, 1).forEach(([group]) => {
      undecided(group);
    });
  } else if (!owners.some(isToldOf)) {
    report({
      at: owner,
      property: actionsAt(owner),
      message:
        "blue-green wants a listener that forwards to both target groups, and this one forwards to one only; " +
        "use forward: { targetGroups: [{ arn: blue.arn, weight: 100 }, { arn: green.arn, weight: 0 }] }.",
    });
  }
}

export default defineRule({
  id: "blue-green-target-groups",
  category: "delivery",
  description: "Blue and green have a target group each behind one listener",
  severity: "high",
  level: "contract",
  contractKeys: ["deployment"],
  failures: ["P2"],
  why:
    "A blue-green deployment needs somewhere to put the new version while the old one serves. With one target group, or " +
    "two that are not alike, traffic cannot be shifted to it and back.",
  fix: {
    typescript:
      'const [blue, green] = ["blue", "green"].map((side) =>\n  new aws.lb.TargetGroup(side, {\n' +
      '    vpcId: vpc.id,\n    port: 8080,\n    protocol: "HTTP",\n    targetType: "ip",\n  }));',
    python:
      'blue, green = [\n    aws.lb.TargetGroup(side, vpc_id=vpc.id, port=8080, protocol="HTTP", target_type="ip")\n' +
      '    for side in ("blue", "green")\n]',
    yaml:
      "resources:\n  blue:\n    type: aws:lb:TargetGroup\n    properties:\n      vpcId: ${vpc.id}\n" +
      "      port: 8080\n      protocol: HTTP\n      targetType: ip\n  green:\n    type: aws:lb:TargetGroup\n" +
      "    properties:\n      vpcId: ${vpc.id}\n      port: 8080\n      protocol: HTTP\n      targetType: ip",
  },
  limits:
    "Whether the two belong to one application. Two that are alike but not behind one HTTP or HTTPS listener are told by " +
    "listener-weighted-forward.",
  stack(stack, context) {
    const { report, undecided } = context;
    const groups = stack
      .ofType(TARGET_GROUP)
      .filter((group) => !group.outside && group.str("targetType") !== "lambda" && group.str("targetType") !== "alb");
    const elsewhere = stack
      .ofType(LISTENER, LISTENER_RULE)
      .find((owner) => !owner.outside && !forwardedGroups(stack, owner).complete);
    const together = pairsTogether(stack, groups);
    const pairs = (together.length > 0 ? together : pairsIn(groups)).map((pair) => ({
      pair,
      difference: differenceOf(stack, pair),
    }));
    const fitting = pairs.filter(({ difference }) => difference === undefined).map(({ pair }) => pair);
    const differing = pairs.find(({ difference }) => difference?.isCertain === false) ?? pairs[0];
    if (fitting.length > 0) {
      if (together.length === 0) {
        judgeApart(stack, context, fitting);
      }
    } else if (elsewhere) {
      undecided(elsewhere, actionsAt(elsewhere));
    } else if (differing?.difference) {
      const [left, right] = differing.pair;
      const { property, isCertain } = differing.difference;
      if (!isCertain) {
        undecided(right, property);
      } else {
        report({
          at: right,
          property,
          message:
            "blue-green wants two target groups between which traffic can be shifted, and this one differs from " +
            `${left.name} in ${property}; give both the same vpcId, port and protocol.`,
        });
      }
    } else {
      const [only] = groups;
      report({
        at: only,
        message:
          `blue-green wants two target groups, and the stack has ${only ? "only this one" : "none"}; add one for each ` +
          "side (blue, green) with the same vpcId, port and protocol, and forward to both with weights.",
      });
    }
  },
});
