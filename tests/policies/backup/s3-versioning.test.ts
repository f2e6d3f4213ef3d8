import rule from "../../../policies/backup/s3-versioning";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

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

const KEPT: [name: string, rule: Input][] = [
  ["objects that are kept longer than a month", ending(31)],
  ["an end of some objects only, by prefix", ending(7, { filter: { prefix: "tmp/" } })],
  ["an end of some objects only, by tag", ending(7, { filter: { and: { tags: { a: "b" } } } })],
  ["an end that is switched off", ending(7, { status: "Disabled" })],
  ["an end of old versions only", { status: "Enabled", noncurrentVersionExpiration: { days: 1 } }],
];

ruleTest(rule, {
  valid: [
    { name: "versioning in a resource of its own", stack: [bucket, versioning(bucket.id, "Enabled")] },
    { name: "versioning by the bucket's name", stack: [bucket, versioning(bucket.bucket, "Enabled")] },
    {
      name: "versioning by a literal name",
      stack: [resource(BUCKET, "data", { bucket: "shop-data" }), versioning("shop-data", "Enabled")],
    },
    {
      name: "versioning of the older types",
      stack: [v2, versioning(v2.id, "Enabled", "aws:s3/bucketVersioningV2:BucketVersioningV2")],
    },
    { name: "versioning inside the bucket", stack: [resource(BUCKET, "data", { versioning: { enabled: true } })] },
    {
      name: "versioning inside a bucket of the older type",
      stack: [resource("aws:s3/bucketV2:BucketV2", "data", { versionings: [{ enabled: true }] })],
    },
    {
      name: "object lock, which switches versioning on",
      stack: [resource(BUCKET, "data", { objectLockEnabled: true })],
    },
    {
      name: "a bucket for logs",
      stack: [
        bucket,
        resource("aws:lb/loadBalancer:LoadBalancer", "web", { accessLogs: { bucket: bucket.bucket, enabled: true } }),
      ],
    },
    {
      name: "a bucket that serves a website",
      stack: [
        bucket,
        resource("aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration", "site", {
          bucket: bucket.id,
          indexDocument: { suffix: "index.html" },
        }),
      ],
    },
    { name: "a bucket with forceDestroy", stack: [resource(BUCKET, "data", { forceDestroy: true })] },
    { name: "objects that are deleted within a month", stack: [bucket, lifecycle(ending(7, { filter: {} }))] },
    {
      name: "objects that are deleted within a month, by an empty prefix",
      stack: [bucket, lifecycle(ending(30, { prefix: "" }))],
    },
    {
      name: "objects that are deleted within a month, by a rule inside the bucket",
      stack: [resource(BUCKET, "data", { lifecycleRules: [{ enabled: true, expiration: { days: 1 } }] })],
    },
    {
      name: "a bucket that is skipped with --target, or only read",
      stack: [resource(BUCKET, "shared", {}, { external: true })],
    },
    { name: "a directory bucket", stack: [resource("aws:s3/directoryBucket:DirectoryBucket", "fast")] },
  ],
  invalid: [
    {
      name: "no versioning on two buckets, which is one finding",
      stack: [bucket, resource(BUCKET, "more")],
      findings: [{ resource: "data" }],
    },
    { name: "no versioning", stack: [bucket], findings: [{ resource: "data", message: /aws\.s3\.BucketVersioning/ }] },
    ...KEPT.map(([name, one]) => ({ name, stack: [bucket, lifecycle(one)], findings: [{ resource: "data" }] })),
    {
      name: "versioning of another bucket",
      stack: [bucket, versioning("other", "Enabled")],
      findings: [{ resource: "data" }],
    },
    {
      name: "suspended versioning",
      stack: [bucket, versioning(bucket.id, "Suspended")],
      findings: [{ resource: "data-versions", path: "versioningConfiguration", message: /"Enabled"/ }],
    },
    {
      name: "versioning switched off inside the bucket",
      stack: [resource(BUCKET, "data", { versioning: { enabled: false } })],
      findings: [{ resource: "data", path: "versioning" }],
    },
    {
      name: "an empty list of versionings",
      stack: [resource("aws:s3/bucketV2:BucketV2", "data", { versionings: [] })],
      findings: [{ resource: "data" }],
    },
  ],
  undecided: [
    { name: "an end that is not known yet", stack: [bucket, lifecycle(ending(unknown))], at: ["data"] },
    {
      name: "a status that is not known yet",
      stack: [bucket, versioning(bucket.id, unknown)],
      at: ["data-versions.versioningConfiguration"],
    },
    {
      name: "versioning of a bucket that is not known yet",
      stack: [bucket, versioning(unknown, "Enabled")],
      at: ["data"],
    },
    {
      name: "object lock that is not known yet",
      stack: [resource(BUCKET, "data", { objectLockEnabled: unknown })],
      at: ["data"],
    },
    {
      name: "versioning that is skipped with --target",
      stack: [bucket, resource("aws:s3/bucketVersioning:BucketVersioning", "v", {}, { external: true })],
      at: ["data"],
    },
    {
      name: "versioning that is not known yet",
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
