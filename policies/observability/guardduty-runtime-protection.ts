import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "guardduty-runtime-protection",
  category: "observability",
  description: "GuardDuty must watch the runtime of workloads",
  severity: "high",
  level: "advisory-unless-required",
  why: "GuardDuty finds attacks on what it watches only. A detector for which this part is switched off does not see the runtime of workloads.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/guardduty-controls.html"],
  requirement: [
    {
      types: ["aws:guardduty/detectorFeature:DetectorFeature"],
      property: "status",
      must: { equals: "ENABLED" },
      when: [{ property: "name", must: { equals: "RUNTIME_MONITORING" } }],
      consequence: "GuardDuty does not watch the runtime of workloads.",
      fix: "ENABLED",
      example: { detectorId: "12abc34d567e8fa901bc2d34e56789f0" },
    },
  ],
});
