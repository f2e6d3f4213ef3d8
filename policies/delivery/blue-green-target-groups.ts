import { forwardedGroups, forwardersOf, protocolOf } from "../../src/aws/delivery/load-balancing";
import { LB_LISTENER, LB_LISTENER_RULE, LB_TARGET_GROUP } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { candidatesOf } from "./blue-green-target-groups.target-groups";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";

const actionsOfType = ({ type }: Resource): string => (type === LB_LISTENER ? "defaultActions" : "actions");

/** Two groups with equal settings, while no listener forwards to both. */
function checkSeparate(stack: Stack, { report, undecided }: Context, groups: readonly Resource[]): void {
  const owners = groups.flatMap((group) => forwardersOf(stack, group));
  const [owner] = owners;
  // The rule listener-weighted-forward reports listeners for HTTP and HTTPS.
  const isReportedByOthers = (one: Resource): boolean =>
    one.type === LB_LISTENER_RULE || ["HTTP", "HTTPS", UNKNOWN].includes(protocolOf(stack, one) ?? UNKNOWN);
  if (!owner) {
    groups.slice(0, 1).forEach((group) => {
      undecided(group);
    });
  } else if (!owners.some(isReportedByOthers)) {
    report({
      at: owner,
      property: actionsOfType(owner),
      message:
        "The listener forwards to one target group only, so no traffic can be shifted between blue and green. Use " +
        "`forward: { targetGroups: [{ arn: blue.arn, weight: 100 }, { arn: green.arn, weight: 0 }] }`.",
    });
  }
}

export default defineRule({
  id: "blue-green-target-groups",
  category: "delivery",
  description: "Blue and green must each have a target group behind one listener",
  severity: "high",
  level: "only-if-required",
  contractKeys: ["deployment"],
  failures: ["P2"],
  why:
    "A blue-green deployment needs somewhere to put the new version while the old one serves. With one target group, or " +
    "two with different settings, traffic cannot be shifted to it and back.",
  fix: {
    typescript: `const [blue, green] = ["blue", "green"].map((side) =>
  new aws.lb.TargetGroup(side, {
    vpcId: vpc.id,
    port: 8080,
    protocol: "HTTP",
    targetType: "ip",
  }));`,
    python: `blue, green = [
    aws.lb.TargetGroup(side, vpc_id=vpc.id, port=8080, protocol="HTTP", target_type="ip")
    for side in ("blue", "green")
]`,
    yaml: `resources:
  blue:
    type: aws:lb:TargetGroup
    properties:
      vpcId: \${vpc.id}
      port: 8080
      protocol: HTTP
      targetType: ip
  green:
    type: aws:lb:TargetGroup
    properties:
      vpcId: \${vpc.id}
      port: 8080
      protocol: HTTP
      targetType: ip`,
  },
  limits:
    "Whether the two belong to one application. Two equal groups that are not behind one HTTP or HTTPS listener are " +
    "reported by listener-weighted-forward.",
  references: [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html",
    "https://docs.aws.amazon.com/whitepapers/latest/blue-green-deployments/welcome.html",
  ],
  stack(stack, context) {
    const { report, undecided } = context;
    const groups = stack
      .managed(LB_TARGET_GROUP)
      .filter((group) => group.str("targetType") !== "lambda" && group.str("targetType") !== "alb");
    const incomplete = stack
      .managed(LB_LISTENER, LB_LISTENER_RULE)
      .find((owner) => !forwardedGroups(stack, owner).complete);
    const { fitting, differing, areTogether } = candidatesOf(stack, groups);
    if (fitting.length > 0) {
      if (!areTogether) {
        checkSeparate(stack, context, fitting);
      }
    } else if (incomplete) {
      undecided(incomplete, actionsOfType(incomplete));
    } else if (differing) {
      const { left, right, property, isCertain } = differing;
      if (!isCertain) {
        undecided(right, property);
      } else {
        report({
          at: right,
          property,
          message:
            `The target group differs from ${left.name} in \`${property}\`, so traffic cannot be shifted between them. ` +
            "Give blue and green the same `vpcId`, `port` and `protocol`.",
        });
      }
    } else {
      const [only] = groups;
      report({
        at: only,
        message:
          `A blue-green deployment needs two target groups, and the stack has ${only ? "only this one" : "none"}. Add one ` +
          "for each side (blue, green) with the same `vpcId`, `port` and `protocol`, and forward to both with weights.",
      });
    }
  },
});
