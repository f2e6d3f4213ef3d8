import {
  forwardsOf,
  protocolOf,
  rulesOf,
  shiftedByDeployments,
  type Action,
} from "../../src/aws/delivery/load-balancing";
import { LB_LISTENER, LB_TARGET_GROUP } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

const CLIENT_PORTS: readonly unknown[] = [80, 443];

const isWeighted = ({ targets }: Action): boolean => targets !== UNKNOWN && targets.length > 1;

const forwardsBehind = (stack: Stack, listener: Resource): Action[] =>
  [listener, ...rulesOf(stack, listener)].flatMap(forwardsOf);

/** True for a listener that may forward to several groups, since its actions are not known. */
const mayBeWeighted = (stack: Stack, listener: Resource): boolean =>
  forwardsBehind(stack, listener).some(({ targets }) => targets === UNKNOWN);

const weightedGroups = (stack: Stack): Resource[] =>
  stack
    .ofType(LB_LISTENER)
    .flatMap((listener) => forwardsBehind(stack, listener).filter(isWeighted))
    .flatMap(({ targetsView }) => stack.refs(targetsView, LB_TARGET_GROUP).resources);

export default defineRule({
  id: "listener-weighted-forward",
  category: "delivery",
  description: "Listeners must weight the traffic between blue and green",
  severity: "high",
  level: "only-if-required",
  contractKeys: ["deployment"],
  failures: ["B27"],
  why:
    "A blue-green deployment moves traffic by changing weights. A listener that knows only one target group can " +
    "neither move a part of the traffic nor take it back without being rewritten.",
  fix: {
    typescript: `defaultActions: [{
  type: "forward",
  forward: {
    targetGroups: [
      { arn: blue.arn, weight: 100 },
      { arn: green.arn, weight: 0 },
    ],
  },
}],`,
    python: `default_actions=[{
    "type": "forward",
    "forward": {
        "target_groups": [
            {"arn": blue.arn, "weight": 100},
            {"arn": green.arn, "weight": 0},
        ],
    },
}],`,
    yaml: `defaultActions:
  - type: forward
    forward:
      targetGroups:
        - arn: \${blue.arn}
          weight: 100
        - arn: \${green.arn}
          weight: 0`,
  },
  limits:
    "Listeners that redirect or respond themselves; target groups that CodeDeploy or ECS shifts; listeners of network " +
    "load balancers; where some listener weights its groups, test listeners on other ports and listeners of other groups.",
  references: [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html",
    "https://docs.aws.amazon.com/whitepapers/latest/blue-green-deployments/welcome.html",
  ],
  stack(stack, { report, undecided }) {
    const shifted = shiftedByDeployments(stack);
    const weighted = stack.once(weightedGroups);
    for (const listener of stack.managed(LB_LISTENER)) {
      const protocol = protocolOf(stack, listener);
      if (protocol !== "HTTP" && protocol !== "HTTPS") {
        continue;
      }
      const forwards = forwardsBehind(stack, listener);
      const [first] = forwards;
      if (first === undefined || forwards.some(isWeighted)) {
        continue;
      }
      const groups = stack.refs(first.targetsView, LB_TARGET_GROUP).resources;
      const isSeparate =
        weighted.length > 0 &&
        (!CLIENT_PORTS.includes(listener.num("port")) || !groups.some((group) => weighted.includes(group)));
      if (isSeparate || [listener, ...groups].some((one) => shifted.resources.includes(one))) {
        continue;
      }
      if (!shifted.complete || stack.ofType(LB_LISTENER).some((one) => mayBeWeighted(stack, one))) {
        undecided(listener, "defaultActions");
        continue;
      }
      report({
        at: first.view,
        property: "forward",
        message:
          "The traffic is forwarded to one target group only, so none can be shifted between blue and green. Forward to " +
          "both: `forward: { targetGroups: [{ arn: blue.arn, weight: 100 }, { arn: green.arn, weight: 0 }] }`.",
      });
    }
  },
});
