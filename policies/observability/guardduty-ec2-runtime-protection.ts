import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "guardduty-ec2-runtime-protection",
  category: "observability",
  description: "GuardDuty must watch the runtime of EC2 instances",
  severity: "medium",
  level: "only-if-required",
  why: "Runtime monitoring needs an agent in each workload. GuardDuty installs it in EC2 instances only where its management is switched on.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/guardduty-controls.html"],
  requirement: {
    types: ["aws:guardduty/detectorFeature:DetectorFeature"],
    property: "additionalConfigurations[name=EC2_AGENT_MANAGEMENT].status",
    must: { equals: "ENABLED" },
    when: [{ property: "name", must: { equals: "RUNTIME_MONITORING" } }],
    consequence: "GuardDuty installs no agent in EC2 instances.",
    instead: 'Add `additionalConfigurations: [{ name: "EC2_AGENT_MANAGEMENT", status: "ENABLED" }]`.',
    example: { detectorId: "12abc34d567e8fa901bc2d34e56789f0", status: "ENABLED" },
  },
});
