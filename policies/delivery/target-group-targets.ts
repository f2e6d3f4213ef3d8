import { forwardersOf, shiftedByDeployments } from "../../src/aws/delivery/load-balancing";
import { isNamedBy, mayBeShared, type Naming } from "../../src/aws/sharing";
import { AUTOSCALING_GROUP, ECS_SERVICE, LB_TARGET_GROUP } from "../../src/aws/type-tokens";
import { defineRule } from "../../src/rules/rule";

/** What registers targets in a group. */
const REGISTERING: readonly Naming[] = [
  ["aws:lb/targetGroupAttachment:TargetGroupAttachment", "targetGroupArn"],
  [ECS_SERVICE, "loadBalancers"],
  ["aws:ecs/taskSet:TaskSet", "loadBalancers"],
  [AUTOSCALING_GROUP, "targetGroupArns"],
  [AUTOSCALING_GROUP, "trafficSources"],
  ["aws:autoscaling/attachment:Attachment", "lbTargetGroupArn"],
  ["aws:autoscaling/trafficSourceAttachment:TrafficSourceAttachment", "trafficSource"],
];

/** What other stacks need to register targets. */
const HANDLES = ["arn", "id"];

export default defineRule({
  id: "target-group-targets",
  category: "delivery",
  description: "Target groups that get requests must have targets",
  severity: "medium",
  level: "advisory",
  why:
    "A listener answers 503 to every request that it forwards to a group in which nothing is registered. The deployment " +
    "succeeds, and the application is not reachable.",
  fix: {
    typescript: `new aws.ecs.Service("web", {
  loadBalancers: [{ targetGroupArn: group.arn, containerName: "web", containerPort: 80 }],
});`,
    python: `aws.ecs.Service("web",
    load_balancers=[{"target_group_arn": group.arn, "container_name": "web", "container_port": 80}])`,
    yaml: `resources:
  web:
    type: aws:ecs:Service
    properties:
      loadBalancers:
        - targetGroupArn: \${group.arn}
          containerName: web
          containerPort: 80`,
  },
  limits:
    "Groups to which no listener of the stack forwards; groups between which deployments shift traffic, since one is " +
    "empty at times; groups whose ARN the stack exports, or that another provider or a script uses, such as Kubernetes.",
  references: [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-register-targets.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html",
  ],
  stack(stack, { decide }) {
    const shifted = shiftedByDeployments(stack);
    for (const group of stack.managed(LB_TARGET_GROUP)) {
      const isForwardedTo = forwardersOf(stack, group).length > 0;
      if (!isForwardedTo || !shifted.complete || shifted.resources.includes(group)) {
        continue;
      }
      const hasTargets = isNamedBy(stack, group, REGISTERING);
      if (hasTargets !== true && !mayBeShared(stack, group, HANDLES)) {
        decide(hasTargets, {
          at: group,
          message:
            "A listener forwards to this group, and nothing registers targets in it, so every request is answered with " +
            "503. Name the group in the `loadBalancers` of a service or the `targetGroupArns` of an Auto Scaling group, or " +
            "add an aws.lb.TargetGroupAttachment.",
        });
      }
    }
  },
});
