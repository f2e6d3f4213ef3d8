import { BUCKET_PARTS, bucketsOf, inlineOf, partsOf } from "../../src/aws/storage/buckets";
import { S3_BUCKET } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "s3-access-logging",
  category: "observability",
  description: "Buckets must log the requests that they get",
  severity: "medium",
  level: "only-if-required",
  why:
    "The access log of a bucket shows who read, wrote and deleted which object. Without it, what left by a leaked " +
    "credential is not known afterwards.",
  fix: {
    typescript: `new aws.s3.BucketLogging("data", {
  bucket: bucket.id,
  targetBucket: logs.id,
  targetPrefix: "data/",
});`,
    python: `aws.s3.BucketLogging("data",
    bucket=bucket.id,
    target_bucket=logs.id,
    target_prefix="data/")`,
    yaml: `resources:
  data:
    type: aws:s3:BucketLogging
    properties:
      bucket: \${bucket.id}
      targetBucket: \${logs.id}
      targetPrefix: data/`,
  },
  limits:
    "Buckets that the access logs of others are written to. Trails of CloudTrail that record the events of objects are not read.",
  references: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html",
  ],
  stack(stack, { decide }) {
    for (const bucket of bucketsOf(stack).filter((one) => !takesAccessLogs(stack, one))) {
      const { parts, complete } = partsOf(stack, bucket, "logging");
      const isLogged = parts.length > 0 || inlineOf(bucket, "logging") !== undefined;
      decide(isLogged || (!complete && UNKNOWN), {
        at: bucket,
        message:
          "The bucket logs no requests, so nothing shows who read or deleted its objects. Add an aws.s3.BucketLogging " +
          "with `targetBucket: logs.id`.",
      });
    }
  },
});

/** True for a bucket that access logs are written to: logging it too would never end. */
const takesAccessLogs = (stack: Stack, bucket: Resource): boolean =>
  stack.referrers(bucket, "targetBucket", BUCKET_PARTS.logging).length > 0 ||
  stack.referrers(bucket, "logging", S3_BUCKET).length > 0;
