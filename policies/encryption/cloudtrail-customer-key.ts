import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "cloudtrail-customer-key",
  category: "encryption",
  description: "Trails must be encrypted with a customer managed key",
  severity: "medium",
  level: "only-if-required",
  why:
    "With a key of your own, reading the logs takes a permission on the key as well, which can be given to " +
    "auditors alone.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html"],
  requirement: {
    types: ["aws:cloudtrail/trail:Trail"],
    property: "kmsKeyId",
    must: { isSet: true },
    correct: "${key.arn}",
    consequence: "Everyone who can read the bucket can read the logs.",
    instead: "Set `kmsKeyId` to a key whose policy allows CloudTrail.",
    example: { s3BucketName: "audit-logs" },
  },
});
