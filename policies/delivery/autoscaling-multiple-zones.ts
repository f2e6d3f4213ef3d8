import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "autoscaling-multiple-zones",
  category: "delivery",
  description: "Auto Scaling groups must span several Availability Zones",
  severity: "medium",
  level: "only-if-required",
  why:
    "A zone can fail as a whole. A group in a single one is down with it, and cannot start new instances in " +
    "another.",
  limits: "Whether the subnets are in different zones.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html"],
  requirement: {
    types: ["aws:autoscaling/group:Group"],
    property: "vpcZoneIdentifiers",
    must: { countAtLeast: 2 },
    orElse: [{ property: "availabilityZones", must: { countAtLeast: 2 } }],
    correct: ["subnet-0a1b2c3d", "subnet-1b2c3d4e"],
    incorrect: ["subnet-0a1b2c3d"],
    consequence: "All instances are in a single zone.",
    instead: "List subnets of two zones or more in `vpcZoneIdentifiers`.",
    example: { minSize: 2, maxSize: 4 },
  },
});
