import { defineRequirement } from "../../src/rules/requirement";

const BY_KMS = { isOneOf: ["aws:kms", "aws:kms:dsse"] };

export default defineRequirement({
  id: "s3-kms-encryption",
  category: "encryption",
  description: "Buckets must be encrypted with KMS keys",
  severity: "medium",
  level: "only-if-required",
  why: "S3 encrypts every object with keys that it owns. With a KMS key, reading an object also needs permission for the key, and CloudTrail records each use of it.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"],
  requirement: {
    types: ["aws:s3/bucket:Bucket"],
    property: "serverSideEncryptionConfiguration.rule.applyServerSideEncryptionByDefault.sseAlgorithm",
    must: BY_KMS,
    companions: [
      {
        types: ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration"],
        by: "bucket",
        property: "rules[].applyServerSideEncryptionByDefault.sseAlgorithm",
        must: BY_KMS,
      },
    ],
    consequence: "Everyone who may read the bucket can read its objects, without permission for a key.",
    instead: 'Add an aws.s3.BucketServerSideEncryptionConfiguration with `sseAlgorithm: "aws:kms"`.',
    correct: "aws:kms",
  },
});
