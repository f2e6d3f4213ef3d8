import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "s3-object-lock",
  category: "backup",
  description: "Buckets must have Object Lock",
  severity: "medium",
  level: "only-if-required",
  why: "Object Lock keeps objects from being deleted or overwritten for a time, also by an administrator and by ransomware with the rights of one.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"],
  requirement: {
    types: ["aws:s3/bucket:Bucket"],
    property: "objectLockEnabled",
    must: { equals: true },
    whenAbsent: false,
    orElse: [{ property: "objectLockConfiguration.objectLockEnabled", must: { equals: "Enabled" } }],
    companions: [
      {
        types: ["aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration"],
        by: "bucket",
        property: "objectLockEnabled",
        must: { equals: "Enabled" },
        whenAbsent: "Enabled",
      },
    ],
    consequence: "Objects can be deleted and overwritten at any time.",
  },
});
