import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "guardduty-rds-protection",
  category: "observability",
  description: "GuardDuty must watch logins to RDS databases",
  severity: "high",
  level: "advisory-unless-required",
  why: "GuardDuty finds attacks on what it watches only. A detector for which this part is switched off does not see logins to RDS databases.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/guardduty-controls.html"],
  requirement: [
    {
      types: ["aws:guardduty/detectorFeature:DetectorFeature"],
      property: "status",
      must: { equals: "ENABLED" },
      when: [{ property: "name", must: { equals: "RDS_LOGIN_EVENTS" } }],
      consequence: "GuardDuty does not watch logins to RDS databases.",
      fix: "ENABLED",
      example: { detectorId: "12abc34d567e8fa901bc2d34e56789f0" },
    },
  ],
});
