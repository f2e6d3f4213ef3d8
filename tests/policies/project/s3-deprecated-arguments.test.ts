import rule from "../../../policies/project/s3-deprecated-arguments";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown } from "../../../src/testing/stack";

const BUCKET = "aws:s3/bucket:Bucket";
const V2 = "aws:s3/bucketV2:BucketV2";
const old = resource("pulumi:providers:aws", "default_6_83_0");
const oldByVersion = resource("pulumi:providers:aws", "eu", { region: "eu-west-1", version: "6.83.0" });
const current = resource("pulumi:providers:aws", "default_7_48_0");

ruleTest(rule, {
  valid: [
    {
      name: "a bucket and resources for the rest",
      stack: [
        resource(BUCKET, "data", { bucketPrefix: "data-", forceDestroy: true, tags: { Team: "a" } }),
        resource("aws:s3/bucketVersioning:BucketVersioning", "versions", {
          bucket: "data",
          versioningConfiguration: { status: "Enabled" },
        }),
      ],
    },
    { name: "the provider's own default", stack: [resource(BUCKET, "data", { acl: "private", corsRules: [] })] },
    {
      name: "an older default provider",
      stack: [old, resource(V2, "data", { acl: "log-delivery-write" }, { provider: old })],
    },
    {
      name: "an older provider",
      stack: [oldByVersion, resource(BUCKET, "data", { versioning: { enabled: true } }, { provider: oldByVersion })],
    },
    {
      name: "what may turn out to be nothing",
      stack: [resource(BUCKET, "data", { policy: unknown, versioning: unknown })],
      shape: "preview",
    },
    { name: "a bucket that the stack only reads", stack: [resource(V2, "shared", {}, { external: true })] },
    {
      name: "other types of S3",
      stack: [resource("aws:s3/bucketObjectv2:BucketObjectv2", "o", { key: "k", bucket: "b" })],
    },
  ],
  invalid: [
    {
      name: "settings inside a bucket",
      stack: [
        current,
        resource(
          BUCKET,
          "data",
          {
            acl: "log-delivery-write",
            versioning: { enabled: true },
            lifecycleRules: [{ enabled: true }],
            serverSideEncryptionConfiguration: {},
          },
          { provider: current },
        ),
      ],
      findings: [
        {
          resource: "data",
          path: "acl",
          message:
            /aws\.s3\.BucketAcl, aws\.s3\.BucketLifecycleConfiguration, aws\.s3\.BucketServerSideEncryptionConfiguration, aws\.s3\.BucketVersioning\.$/,
        },
      ],
    },
    {
      name: "the older types",
      stack: [
        resource(V2, "data", { versionings: [{ enabled: true }] }),
        resource("aws:s3/bucketVersioningV2:BucketVersioningV2", "versions", {
          bucket: "data",
          versioningConfiguration: { status: "Enabled" },
        }),
      ],
      findings: [
        { resource: "data", message: /^"aws\.s3\.BucketV2" is the old name/ },
        { resource: "data", path: "versionings" },
        { resource: "versions", message: /the old name of "aws\.s3\.BucketVersioning"\. Write the new name/ },
      ],
    },
    {
      name: "an older type inside a component",
      stack: (() => {
        const parent = resource("shop:index:Store", "store");
        return [parent, resource(V2, "data", {}, { parent })];
      })(),
      findings: [{ resource: "data", message: /BucketV2/ }],
    },
  ],
});
