import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "guardduty-ecs-runtime-protection",
  category: "observability",
  description: "GuardDuty must watch the runtime of ECS tasks on Fargate",
  severity: "medium",
  level: "only-if-required",
  why: "Runtime monitoring needs an agent in each workload. GuardDuty installs it in ECS tasks on Fargate only where its management is switched on.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/guardduty-controls.html"],
  requirement: {
    types: ["aws:guardduty/detectorFeature:DetectorFeature"],
    property: "additionalConfigurations[name=ECS_FARGATE_AGENT_MANAGEMENT].status",
    must: { equals: "ENABLED" },
    when: [{ property: "name", must: { equals: "RUNTIME_MONITORING" } }],
    consequence: "GuardDuty installs no agent in ECS tasks on Fargate.",
    instead: 'Add `additionalConfigurations: [{ name: "ECS_FARGATE_AGENT_MANAGEMENT", status: "ENABLED" }]`.',
    example: { detectorId: "12abc34d567e8fa901bc2d34e56789f0", status: "ENABLED" },
  },
});
