import { S3_BUCKET_NOTIFICATION } from "../../src/aws/type-tokens";
import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "s3-event-notifications",
  category: "observability",
  description: "Buckets must notify of what happens to their objects",
  severity: "medium",
  level: "only-if-required",
  why: "Events of a bucket let programs and people react when objects are created, deleted or restored, also when that was unexpected.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"],
  requirement: {
    types: ["aws:s3/bucket:Bucket"],
    companions: [
      { types: [S3_BUCKET_NOTIFICATION], by: "bucket", property: "eventbridge", must: { equals: true } },
      { types: [S3_BUCKET_NOTIFICATION], by: "bucket", property: "queues", must: { countAtLeast: 1 } },
      { types: [S3_BUCKET_NOTIFICATION], by: "bucket", property: "topics", must: { countAtLeast: 1 } },
      { types: [S3_BUCKET_NOTIFICATION], by: "bucket", property: "lambdaFunctions", must: { countAtLeast: 1 } },
    ],
    consequence: "Nothing is notified of what happens to the objects of the bucket.",
    instead: "Add an aws.s3.BucketNotification with `eventbridge: true`, queues, topics or functions.",
  },
});
