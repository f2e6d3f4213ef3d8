import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "cloudtrail-log-validation",
  category: "observability",
  description: "Trails must validate their log files",
  severity: "low",
  level: "only-if-required",
  why:
    "Digest files show whether a log file was changed or deleted after CloudTrail delivered it, which is what " +
    "an intruder would do.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html"],
  requirement: {
    types: ["aws:cloudtrail/trail:Trail"],
    property: "enableLogFileValidation",
    must: { equals: true },
    whenAbsent: false,
    fix: true,
    consequence: "Changes of log files cannot be noticed.",
    example: { s3BucketName: "audit-logs" },
  },
});
