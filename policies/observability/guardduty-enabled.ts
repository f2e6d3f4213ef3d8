import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "guardduty-enabled",
  category: "observability",
  description: "GuardDuty detectors must be enabled",
  severity: "high",
  level: "advisory-unless-required",
  why: "A detector that is suspended finds nothing, and its account looks as if it were watched.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/guardduty-controls.html"],
  requirement: {
    types: ["aws:guardduty/detector:Detector"],
    property: "enable",
    must: { equals: true },
    whenAbsent: true,
    consequence: "GuardDuty finds nothing in this account and region.",
    fix: true,
  },
});
