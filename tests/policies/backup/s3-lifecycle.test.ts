import rule from "../../../policies/backup/s3-lifecycle";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

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

const versions = resource("aws:s3/bucketVersioning:BucketVersioning", "data-versions", {
  bucket: bucket.id,
  versioningConfiguration: { status: "Enabled" },
});
const versioned = [bucket, versions];

ruleTest(rule, {
  valid: [
    { name: "a bucket without versions and logs", stack: [bucket] },
    {
      name: "suspended versions",
      stack: [
        bucket,
        resource("aws:s3/bucketVersioning:BucketVersioning", "data-versions", {
          bucket: bucket.id,
          versioningConfiguration: { status: "Suspended" },
        }),
      ],
    },
    { name: "a rule that is switched on", stack: [...versioned, lifecycle(bucket.id, [off, on])] },
    {
      name: "a rule of the older types",
      stack: [
        v2,
        resource("aws:s3/bucketVersioningV2:BucketVersioningV2", "data-versions", {
          bucket: v2.id,
          versioningConfiguration: { status: "Enabled" },
        }),
        lifecycle(v2.id, [on], "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2"),
      ],
    },
    {
      name: "a rule inside the bucket",
      stack: [
        resource(BUCKET, "data", {
          versioning: { enabled: true },
          lifecycleRules: [{ enabled: true, abortIncompleteMultipartUploadDays: 7 }],
        }),
      ],
    },
    {
      name: "intelligent tiering",
      stack: [
        ...versioned,
        resource("aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration", "tiers", {
          bucket: bucket.id,
          tierings: [{ accessTier: "ARCHIVE_ACCESS", days: 125 }],
        }),
      ],
    },
    {
      name: "a bucket that is skipped with --target, or only read",
      stack: [resource(BUCKET, "b", { versioning: { enabled: true } }, { external: true })],
    },
  ],
  invalid: [
    {
      name: "versions that are never deleted",
      stack: versioned,
      findings: [{ resource: "data", message: /old version.*BucketLifecycleConfiguration/ }],
    },
    {
      name: "versions inside the bucket that are never deleted",
      stack: [resource(BUCKET, "data", { versioning: { enabled: true } })],
      findings: [{ resource: "data" }],
    },
    {
      name: "logs that are never deleted",
      stack: [
        bucket,
        resource("aws:lb/loadBalancer:LoadBalancer", "web", { accessLogs: { bucket: bucket.bucket, enabled: true } }),
      ],
      findings: [{ resource: "data", message: /^AWS writes logs into the bucket/ }],
    },
    {
      name: "rules that are all switched off",
      stack: [bucket, lifecycle(bucket.id, [off])],
      findings: [{ resource: "data-lifecycle", path: "rules", message: /switched on/ }],
    },
    {
      name: "rules inside the bucket that are all switched off",
      stack: [resource(BUCKET, "data", { lifecycleRules: [{ enabled: false }] })],
      findings: [{ resource: "data", path: "lifecycleRules" }],
    },
  ],
  undecided: [
    {
      name: "a lifecycle of a bucket that is not known yet",
      stack: [...versioned, lifecycle(unknown, [on])],
      at: ["data"],
    },
    {
      name: "versioning of a bucket that is not known yet",
      stack: [
        bucket,
        resource("aws:s3/bucketVersioning:BucketVersioning", "v", {
          bucket: unknown,
          versioningConfiguration: { status: "Enabled" },
        }),
      ],
      at: ["data"],
    },
    {
      name: "a lifecycle that is skipped with --target",
      stack: [
        ...versioned,
        resource("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "rules", {}, { external: true }),
      ],
      at: ["data"],
    },
    {
      name: "rules that are not known yet",
      stack: [bucket, lifecycle(bucket.id, unknown)],
      at: ["data-lifecycle.rules"],
    },
    {
      name: "a rule that is not known yet",
      stack: [bucket, lifecycle(bucket.id, [unknown])],
      at: ["data-lifecycle.rules"],
    },
    {
      name: "a status that is not known yet",
      stack: [bucket, lifecycle(bucket.id, [{ id: "x", status: unknown }])],
      at: ["data-lifecycle.rules"],
    },
  ],
});
