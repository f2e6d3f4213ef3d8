import { BUCKET_PARTS, inlineOf } from "../../src/aws/storage/buckets";
import { providerMajor } from "../../src/aws/provider-version";
import { S3_BUCKET } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { defineRule } from "../../src/rules/rule";

/** The first version of @pulumi/aws in which these are deprecated. */
const SINCE = 7;
/** Arguments of a bucket, and the resource that replaces each. */
const INSTEAD: Readonly<Record<string, string>> = {
  accelerationStatus: "BucketAccelerateConfiguration",
  acl: "BucketAcl",
  corsRule: "BucketCorsConfiguration",
  grant: "BucketAcl",
  lifecycleRule: "BucketLifecycleConfiguration",
  logging: "BucketLogging",
  objectLockConfiguration: "BucketObjectLockConfiguration",
  policy: "BucketPolicy",
  replicationConfiguration: "BucketReplicationConfig",
  requestPayer: "BucketRequestPaymentConfiguration",
  serverSideEncryptionConfiguration: "BucketServerSideEncryptionConfiguration",
  versioning: "BucketVersioning",
  website: "BucketWebsiteConfiguration",
};

export default defineRule({
  id: "s3-deprecated-arguments",
  category: "project",
  description: "Buckets must use the resources and names of @pulumi/aws 7",
  severity: "low",
  level: "advisory",
  why:
    "In @pulumi/aws 7 each setting of a bucket is a resource of its own, and types such as BucketV2 have lost the V2 in " +
    "their names. The old forms warn in each preview and will be removed.",
  fix: {
    typescript: `const bucket = new aws.s3.Bucket("data"); // not BucketV2, not versioning: { enabled: true }
new aws.s3.BucketVersioning("data", { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } });`,
    python: `bucket = aws.s3.Bucket("data")  # not BucketV2, not versioning={"enabled": True}
aws.s3.BucketVersioning("data", bucket=bucket.id, versioning_configuration={"status": "Enabled"})`,
    yaml: `resources:
  bucket: # not BucketV2, and no versioning in the bucket itself
    type: aws:s3:Bucket
  data:
    type: aws:s3:BucketVersioning
    properties:
      bucket: \${bucket.id}
      versioningConfiguration:
        status: Enabled`,
  },
  limits: "Programs that are known to use an older @pulumi/aws, and the acl private, which is the default.",
  resource: {
    types: [
      S3_BUCKET,
      ...Object.values(BUCKET_PARTS),
      "aws:s3/bucketAccelerateConfiguration:BucketAccelerateConfiguration",
      "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration",
      "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
      "aws:s3/bucketRequestPaymentConfiguration:BucketRequestPaymentConfiguration",
    ],
    check(resource, { report }) {
      if ((providerMajor(resource) ?? SINCE) < SINCE) {
        return;
      }
      const v2 = /:(Bucket\w*)V2::/.exec(resource.urn)?.[1];
      if (v2 !== undefined) {
        report({
          at: resource,
          message:
            `"aws.s3.${v2}V2" is the old name of "aws.s3.${v2}". Write the new name: it keeps what is deployed under the ` +
            "old one.",
        });
      }
      const old =
        resource.type === S3_BUCKET ? Object.keys(INSTEAD).filter((argument) => isSet(resource, argument)) : [];
      const [first] = old.flatMap((argument) => inlineOf(resource, argument) ?? []);
      if (first) {
        const parts = [...new Set(old.map((argument) => `aws.s3.${INSTEAD[argument] ?? ""}`))];
        const before = Object.keys(INSTEAD).slice(0, Object.keys(INSTEAD).indexOf(old[0] ?? ""));
        report({
          // One place, whichever of the arguments are known.
          at: before.some((argument) => inlineOf(resource, argument)?.isUnknown) ? resource : first,
          message: `The bucket sets this itself, and @pulumi/aws 7 has resources of their own for it. Use ${parts.join(", ")}.`,
        });
      }
    },
  },
});

function isSet(bucket: Resource, argument: string): boolean {
  const view = inlineOf(bucket, argument);
  // What is not known yet may turn out to be nothing.
  return view?.isUnknown === false && !(argument === "acl" && view.value === "private");
}
