import { AUTOSCALING_GROUP } from "../../src/aws/type-tokens";
import { anyOf, not, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import { mayReferTo, type Stack } from "../../src/graph/stack";
import { UNKNOWN } from "../../src/graph/value";
import { defineRequirement } from "../../src/rules/requirement";

const ATTACHMENTS = [
  "aws:autoscaling/attachment:Attachment",
  "aws:autoscaling/trafficSourceAttachment:TrafficSourceAttachment",
];
const TARGETS = ["targetGroupArns", "loadBalancers", "trafficSources"];

/** Whether a list has an element; one that is not known yet has. */
function isFilled(group: Resource, property: string): Certainty {
  const items = group.list(property) ?? [];
  return Array.isArray(items) ? items.length > 0 : true;
}

/** Whether a group is behind a load balancer, by its own properties or by an attachment. */
const isBehindLoadBalancer = (group: Resource, stack: Stack): Certainty =>
  anyOf([
    ...TARGETS.map((property) => isFilled(group, property)),
    stack.referrers(group, "autoscalingGroupName", ...ATTACHMENTS).length > 0,
    stack.once(hasUnclearAttachment) && UNKNOWN,
  ]);

const hasUnclearAttachment = (stack: Stack): boolean =>
  stack
    .ofType(...ATTACHMENTS)
    .some((attachment) => mayReferTo(stack, attachment.at("autoscalingGroupName"), AUTOSCALING_GROUP));

export default defineRequirement({
  id: "autoscaling-health-check",
  category: "delivery",
  description: "Auto Scaling groups behind a load balancer must use its health checks",
  severity: "low",
  level: "only-if-required",
  why:
    "Otherwise an instance whose application is down, but which runs, stays in the group and is never " + "replaced.",
  limits: "Groups that another stack attaches to a load balancer.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html"],
  requirement: {
    types: [AUTOSCALING_GROUP],
    property: "healthCheckType",
    must: { equals: "ELB" },
    whenAbsent: "EC2",
    fix: "ELB",
    unlessInStack: (group, stack) => not(isBehindLoadBalancer(group, stack)),
    consequence: "Instances whose application is down are not replaced.",
    example: {
      minSize: 1,
      maxSize: 3,
      targetGroupArns: ["arn:aws:elasticloadbalancing:us-east-1:464738291005:targetgroup/web/0a1b2c3d"],
    },
  },
});
