import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "s3-directory-bucket-lifecycle",
  category: "backup",
  description: "S3 directory buckets must have lifecycle rules",
  severity: "low",
  level: "only-if-required",
  why: "Directory buckets hold intermediate data that is expensive to store. Without a lifecycle rule it is kept for ever.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"],
  requirement: {
    types: ["aws:s3/directoryBucket:DirectoryBucket"],
    companions: [
      {
        types: ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration"],
        by: "bucket",
      },
    ],
    consequence: "Objects stay in the directory bucket for ever.",
    instead: "Add an aws.s3.BucketLifecycleConfiguration that lets them expire.",
    example: { bucket: "orders--use1-az4--x-s3", location: { name: "use1-az4" } },
    companionExample: { rules: [{ id: "expire", status: "Enabled", filter: {}, expiration: { days: 7 } }] },
  },
});
