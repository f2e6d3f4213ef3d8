import rule from "../../../policies/backup/s3-versioning";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../testing/stack";

const BUCKET = "aws:s3/bucket:Bucket";
const bucket = resource(BUCKET, "data");
const v2 = resource("aws:s3/bucketV2:BucketV2", "data");
const versioning = (of: Input, status: Input, type = "aws:s3/bucketVersioning:BucketVersioning"): BuiltResource =>
  resource(type, "data-versions", { bucket: of, versioningConfiguration: { status } });

const lifecycle = (...rules: Input[]): BuiltResource =>
  resource("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "data", { bucket: bucket.id, rules });
const ending = (days: Input, more: Record<string, Input> = {}): Input => ({
  id: "end",
  status: "Enabled",
  expiration: { days },
  ...more,
});

const LASTING: [name: string, rule: Input][] = [
  ["objects that last", ending(31)],
  ["only some that do not last", ending(7, { filter: { prefix: "tmp/" } })],
  ["only tagged ones that do not last", ending(7, { filter: { and: { tags: { a: "b" } } } })],
  ["an end that is switched off", ending(7, { status: "Disabled" })],
  ["an end that is not known yet", ending(unknown)],
  ["an end of old versions only", { status: "Enabled", noncurrentVersionExpiration: { days: 1 } }],
];

ruleTest(rule, {
  valid: [
    { name: "a resource of its own", stack: [bucket, versioning(bucket.id, "Enabled")] },
    { name: "by the bucket's name", stack: [bucket, versioning(bucket.bucket, "Enabled")] },
    {
      name: "a literal name",
      stack: [resource(BUCKET, "data", { bucket: "shop-data" }), versioning("shop-data", "Enabled")],
    },
    {
      name: "the older tokens",
      stack: [v2, versioning(v2.id, "Enabled", "aws:s3/bucketVersioningV2:BucketVersioningV2")],
    },
    { name: "inside the bucket", stack: [resource(BUCKET, "data", { versioning: { enabled: true } })] },
    {
      name: "inside an older bucket",
      stack: [resource("aws:s3/bucketV2:BucketV2", "data", { versionings: [{ enabled: true }] })],
    },
    { name: "object lock, which versions", stack: [resource(BUCKET, "data", { objectLockEnabled: true })] },
    {
      name: "logs",
      stack: [
        bucket,
        resource("aws:lb/loadBalancer:LoadBalancer", "web", { accessLogs: { bucket: bucket.bucket, enabled: true } }),
      ],
    },
    { name: "nothing that lasts", stack: [bucket, lifecycle(ending(7, { filter: {} }))] },
    { name: "nothing that lasts, by a prefix of nothing", stack: [bucket, lifecycle(ending(30, { prefix: "" }))] },
    {
      name: "nothing that lasts, inside the bucket",
      stack: [resource(BUCKET, "data", { lifecycleRules: [{ enabled: true, expiration: { days: 1 } }] })],
    },
    { name: "a bucket that the stack only reads", stack: [resource(BUCKET, "shared", {}, { external: true })] },
    { name: "buckets of other kinds", stack: [resource("aws:s3/directoryBucket:DirectoryBucket", "fast")] },
  ],
  invalid: [
    { name: "none", stack: [bucket], findings: [{ resource: "data", message: /aws\.s3\.BucketVersioning/ }] },
    ...LASTING.map(([name, one]) => ({ name, stack: [bucket, lifecycle(one)], findings: [{ resource: "data" }] })),
    {
      name: "for another bucket",
      stack: [bucket, versioning("other", "Enabled")],
      findings: [{ resource: "data" }],
    },
    {
      name: "suspended",
      stack: [bucket, versioning(bucket.id, "Suspended")],
      findings: [{ resource: "data-versions", path: "versioningConfiguration", message: /"Enabled"/ }],
    },
    {
      name: "off inside the bucket",
      stack: [resource(BUCKET, "data", { versioning: { enabled: false } })],
      findings: [{ resource: "data", path: "versioning" }],
    },
    {
      name: "an empty list",
      stack: [resource("aws:s3/bucketV2:BucketV2", "data", { versionings: [] })],
      findings: [{ resource: "data" }],
    },
  ],
  undecided: [
    {
      name: "a status",
      stack: [bucket, versioning(bucket.id, unknown)],
      at: ["data-versions.versioningConfiguration"],
    },
    { name: "for which bucket", stack: [bucket, versioning(unknown, "Enabled")], at: ["data"] },
    { name: "object lock", stack: [resource(BUCKET, "data", { objectLockEnabled: unknown })], at: ["data"] },
    {
      name: "a whole block",
      stack: [
        bucket,
        resource("aws:s3/bucketVersioning:BucketVersioning", "v", {
          bucket: bucket.id,
          versioningConfiguration: unknown,
        }),
      ],
      at: ["v.versioningConfiguration"],
    },
  ],
});
