import {
  forwardsOf,
  LISTENER,
  protocolOf,
  rulesOf,
  shiftedByDeployments,
  TARGET_GROUP,
  type Action,
} from "../../stack/load-balancing";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const PORTS_OF_CLIENTS: readonly unknown[] = [80, 443];

const isWeighted = ({ targets }: Action): boolean => targets !== UNKNOWN && targets.length > 1;

const forwardsBehind = (stack: Stack, listener: Resource): Action[] =>
  [listener, ...rulesOf(stack, listener)].flatMap(forwardsOf);

const weightedGroups = (stack: Stack): Resource[] =>
  stack
    .ofType(LISTENER)
    .flatMap((listener) => forwardsBehind(stack, listener).filter(isWeighted))
    .flatMap(({ targetsView }) => stack.refs(targetsView, TARGET_GROUP).resources);

export default defineRule({
  id: "listener-weighted-forward",
  category: "delivery",
  description: "Listeners weigh the traffic between blue and green",
  severity: "high",
  level: "contract",
  contractKeys: ["deployment"],
  failures: ["B27"],
  why:
    "A blue-green deployment moves traffic by changing weights. A listener that knows only one target group can " +
    "neither move a part of the traffic nor take it back without being rewritten.",
  fix: {
    typescript:
      'defaultActions: [{\n  type: "forward",\n  forward: {\n    targetGroups: [\n' +
      "      { arn: blue.arn, weight: 100 },\n      { arn: green.arn, weight: 0 },\n    ],\n  },\n}],",
    python:
      'default_actions=[{\n    "type": "forward",\n    "forward": {\n        "target_groups": [\n' +
      '            {"arn": blue.arn, "weight": 100},\n            {"arn": green.arn, "weight": 0},\n        ],\n    },\n}],',
    yaml:
      "defaultActions:\n  - type: forward\n    forward:\n      targetGroups:\n        - arn: ${blue.arn}\n" +
      "          weight: 100\n        - arn: ${green.arn}\n          weight: 0",
  },
  limits:
    "Listeners that redirect or answer themselves; target groups that CodeDeploy or ECS shifts; listeners of network " +
    "load balancers; where some listener weighs its groups, test listeners on other ports and listeners of other groups.",
  stack(stack, { report, undecided }) {
    const shifted = shiftedByDeployments(stack);
    const weighted = stack.once(weightedGroups);
    for (const listener of stack.ofType(LISTENER)) {
      const protocol = protocolOf(stack, listener);
      if (listener.outside || (protocol !== "HTTP" && protocol !== "HTTPS")) {
        continue;
      }
      const forwards = forwardsBehind(stack, listener);
      const [first] = forwards;
      if (first === undefined || forwards.some(isWeighted)) {
        continue;
      }
      const groups = stack.refs(first.targetsView, TARGET_GROUP).resources;
      const isAside =
        weighted.length > 0 &&
        (!PORTS_OF_CLIENTS.includes(listener.num("port")) || !groups.some((group) => weighted.includes(group)));
      if (isAside || [listener, ...groups].some((one) => shifted.resources.includes(one))) {
        continue;
      }
      if (!shifted.complete || forwards.some(({ targets }) => targets === UNKNOWN)) {
        undecided(listener, "defaultActions");
        continue;
      }
      report({
        at: first.view,
        property: "forward",
        message:
          "the traffic is forwarded to one target group only, so that none can be shifted between blue and green; " +
          "forward to both with weights: forward: { targetGroups: [{ arn: blue.arn, weight: 100 }, " +
          "{ arn: green.arn, weight: 0 }] }.",
      });
    }
  },
});
