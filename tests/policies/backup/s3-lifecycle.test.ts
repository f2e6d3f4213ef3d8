import rule from "../../../policies/backup/s3-lifecycle";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../testing/stack";

const BUCKET = "aws:s3/bucket:Bucket";
const bucket = resource(BUCKET, "data");
const v2 = resource("aws:s3/bucketV2:BucketV2", "data");
const on = { id: "old", status: "Enabled", expiration: { days: 90 } };
const off = { id: "old", status: "Disabled", expiration: { days: 90 } };
const lifecycle = (
  of: Input,
  rules: Input,
  type = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
): BuiltResource => resource(type, "data-lifecycle", { bucket: of, rules });

ruleTest(rule, {
  valid: [
    { name: "a rule", stack: [bucket, lifecycle(bucket.id, [off, on])] },
    {
      name: "the older tokens",
      stack: [v2, lifecycle(v2.id, [on], "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2")],
    },
    {
      name: "inside the bucket",
      stack: [resource(BUCKET, "data", { lifecycleRules: [{ enabled: true, abortIncompleteMultipartUploadDays: 7 }] })],
    },
    {
      name: "intelligent tiering",
      stack: [
        bucket,
        resource("aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration", "tiers", {
          bucket: bucket.id,
          tierings: [{ accessTier: "ARCHIVE_ACCESS", days: 125 }],
        }),
      ],
    },
    { name: "a bucket that the stack only reads", stack: [resource(BUCKET, "b", {}, { external: true })] },
  ],
  invalid: [
    { name: "none", stack: [bucket], findings: [{ resource: "data", message: /BucketLifecycleConfiguration/ }] },
    {
      name: "all off",
      stack: [bucket, lifecycle(bucket.id, [off])],
      findings: [{ resource: "data-lifecycle", path: "rules", message: /switched on/ }],
    },
    {
      name: "off inside the bucket",
      stack: [resource(BUCKET, "data", { lifecycleRules: [{ enabled: false }] })],
      findings: [{ resource: "data", path: "lifecycleRules" }],
    },
  ],
  undecided: [
    { name: "for which bucket", stack: [bucket, lifecycle(unknown, [on])], at: ["data"] },
    { name: "rules", stack: [bucket, lifecycle(bucket.id, unknown)], at: ["data-lifecycle.rules"] },
    { name: "a rule", stack: [bucket, lifecycle(bucket.id, [unknown])], at: ["data-lifecycle.rules"] },
    {
      name: "a status",
      stack: [bucket, lifecycle(bucket.id, [{ id: "x", status: unknown }])],
      at: ["data-lifecycle.rules"],
    },
  ],
});
