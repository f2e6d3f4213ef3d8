import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "guardduty-lambda-protection",
  category: "observability",
  description: "GuardDuty must watch Lambda functions",
  severity: "high",
  level: "advisory-unless-required",
  why: "GuardDuty finds attacks on what it watches only. A detector for which this part is switched off does not see Lambda functions.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/guardduty-controls.html"],
  requirement: [
    {
      types: ["aws:guardduty/detectorFeature:DetectorFeature"],
      property: "status",
      must: { equals: "ENABLED" },
      when: [{ property: "name", must: { equals: "LAMBDA_NETWORK_LOGS" } }],
      consequence: "GuardDuty does not watch Lambda functions.",
      fix: "ENABLED",
      example: { detectorId: "12abc34d567e8fa901bc2d34e56789f0" },
    },
  ],
});
