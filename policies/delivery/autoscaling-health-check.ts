import { anyOf, not, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import { defineRequirement } from "../../src/rules/requirement";

const TARGETS = ["targetGroupArns", "loadBalancers", "trafficSources"];

/** Whether a list has an element; one that is not known yet has. */
function isFilled(group: Resource, property: string): Certainty {
  const items = group.list(property) ?? [];
  return Array.isArray(items) ? items.length > 0 : true;
}

export default defineRequirement({
  id: "autoscaling-health-check",
  category: "delivery",
  description: "Auto Scaling groups behind a load balancer must use its health checks",
  severity: "low",
  level: "only-if-required",
  why:
    "Otherwise an instance whose application is down, but which runs, stays in the group and is never " + "replaced.",
  limits: "Groups that a separate `aws.autoscaling.Attachment` attaches to a load balancer.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html"],
  requirement: {
    types: ["aws:autoscaling/group:Group"],
    property: "healthCheckType",
    must: { equals: "ELB" },
    whenAbsent: "EC2",
    fix: "ELB",
    unless: (group) => not(anyOf(TARGETS.map((property) => isFilled(group, property)))),
    consequence: "Instances whose application is down are not replaced.",
    example: {
      minSize: 1,
      maxSize: 3,
      targetGroupArns: ["arn:aws:elasticloadbalancing:us-east-1:464738291005:targetgroup/web/0a1b2c3d"],
    },
  },
});
