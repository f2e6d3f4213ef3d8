import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "guardduty-eks-runtime-agents",
  category: "observability",
  description: "GuardDuty must install its agent in EKS clusters",
  severity: "high",
  level: "only-if-required",
  why: "Runtime monitoring needs an agent in each workload. GuardDuty installs it in EKS clusters only where its management is switched on.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/guardduty-controls.html"],
  requirement: {
    types: ["aws:guardduty/detectorFeature:DetectorFeature"],
    property: "additionalConfigurations[name=EKS_ADDON_MANAGEMENT].status",
    must: { equals: "ENABLED" },
    when: [{ property: "name", must: { equals: "RUNTIME_MONITORING" } }],
    consequence: "GuardDuty installs no agent in EKS clusters.",
    instead: 'Add `additionalConfigurations: [{ name: "EKS_ADDON_MANAGEMENT", status: "ENABLED" }]`.',
    example: { detectorId: "12abc34d567e8fa901bc2d34e56789f0", status: "ENABLED" },
  },
});
