import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "s3-lifecycle-configured",
  category: "backup",
  description: "Buckets must have a lifecycle configuration",
  severity: "low",
  level: "only-if-required",
  why: "A bucket without lifecycle rules keeps everything for ever, unfinished uploads included. A rule defines how long its objects are kept, and where they go then.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"],
  requirement: {
    types: ["aws:s3/bucket:Bucket"],
    property: "lifecycleRules",
    must: { countAtLeast: 1 },
    companions: [
      { types: ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration"], by: "bucket" },
      { types: ["aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration"], by: "bucket" },
    ],
    consequence: "The bucket keeps everything for ever.",
    instead: "Add an aws.s3.BucketLifecycleConfiguration for it.",
    correct: [{ enabled: true, abortIncompleteMultipartUploadDays: 7 }],
  },
});
