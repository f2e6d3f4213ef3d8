import { BUCKET, BUCKET_PARTS, inlineOf } from "../../stack/buckets";
import { providerMajor } from "../../stack/provider-version";
import type { Resource } from "../../stack/resource";
import { defineRule } from "../rule";

/** The first version of @pulumi/aws in which these are deprecated. */
const SINCE = 7;
/** Arguments of a bucket, and the resource that says the same. */
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
  description: "Buckets are described by the resources that @pulumi/aws 7 has for it",
  severity: "low",
  level: "advisory",
  failures: [],
  why:
    "@pulumi/aws 7 takes apart what a bucket once held: each setting is a resource of its own, and the types with V2 in " +
    "their names are those of the same name without. What is left of the old form warns in each preview and will be taken out.",
  fix: {
    typescript:
      'const bucket = new aws.s3.Bucket("data"); // not BucketV2, not versioning: { enabled: true }\n' +
      'new aws.s3.BucketVersioning("data", { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } });',
    python:
      'bucket = aws.s3.Bucket("data")  # not BucketV2, not versioning={"enabled": True}\n' +
      'aws.s3.BucketVersioning("data", bucket=bucket.id, versioning_configuration={"status": "Enabled"})',
    yaml:
      "resources:\n  bucket: # not BucketV2, and no versioning in the bucket itself\n" +
      "    type: aws:s3:Bucket\n  data:\n    type: aws:s3:BucketVersioning\n    properties:\n" +
      "      bucket: ${bucket.id}\n      versioningConfiguration:\n        status: Enabled",
  },
  limits:
    "Programs on an older @pulumi/aws, where it is known which; an acl that is private, which buckets are anyway.",
  resource: {
    types: [
      BUCKET,
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
            `aws.s3.${v2}V2 is the old name of aws.s3.${v2}; write aws.s3.${v2}, which takes over what is deployed ` +
            "under the old name.",
        });
      }
      const old = resource.type === BUCKET ? Object.keys(INSTEAD).filter((argument) => isSet(resource, argument)) : [];
      const [first] = old.map((argument) => inlineOf(resource, argument));
      if (first) {
        const parts = [...new Set(old.map((argument) => `aws.s3.${INSTEAD[argument] ?? ""}`))];
        report({
          at: first,
          message: `the bucket says inside itself what @pulumi/aws 7 has resources for; say it with ${parts.join(", ")}.`,
        });
      }
    },
  },
});

function isSet(bucket: Resource, argument: string): boolean {
  const place = inlineOf(bucket, argument);
  // What is not known yet may turn out to be nothing.
  return place?.isUnknown === false && !(argument === "acl" && place.value === "private");
}
