import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { serviceRole } from "./identity";

export interface Storage {
  bucket: aws.s3.Bucket;
  /** What a bucket policy and a replication have to wait for. */
  guards: pulumi.Resource[];
}

/** A private bucket that keeps versions for a month. */
function storage(name: string, args?: aws.s3.BucketArgs, mfaDelete?: string): Storage {
  const bucket = new aws.s3.Bucket(name, args);
  const accessBlock = new aws.s3.BucketPublicAccessBlock(name, {
    bucket: bucket.id,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  const versioning = new aws.s3.BucketVersioning(name, {
    bucket: bucket.id,
    versioningConfiguration: { status: "Enabled", mfaDelete },
  });
  new aws.s3.BucketServerSideEncryptionConfiguration(name, {
    bucket: bucket.id,
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
  });
  new aws.s3.BucketLifecycleConfiguration(
    name,
    {
      bucket: bucket.id,
      rules: [
        {
          id: "old-versions",
          status: "Enabled",
          filter: {},
          noncurrentVersionExpiration: { noncurrentDays: 30 },
          abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
        },
      ],
    },
    { dependsOn: versioning },
  );
  return { bucket, guards: [accessBlock, versioning] };
}

/** The policy of a bucket: TLS only, and whom else it lets in. */
export function bucketPolicy(name: string, { bucket, guards }: Storage, others: object[] = []): aws.s3.BucketPolicy {
  return new aws.s3.BucketPolicy(
    name,
    {
      bucket: bucket.id,
      policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Deny",
            Principal: "*",
            Action: "s3:*",
            Resource: [bucket.arn, pulumi.interpolate`${bucket.arn}/*`],
            Condition: { Bool: { "aws:SecureTransport": "false" } },
          },
          ...others,
        ],
      }),
    },
    { dependsOn: guards },
  );
}

/** Where suppliers put their price lists, and a copy that nobody else writes to. */
export const priceLists = storage("price-lists");
// s3-mfa-delete: only the account's root user can switch that on, with a code in the request.
export const copies = storage("price-list-copies", {}, "Enabled");
// s3-bucket-name-unique: another account may have this name.
export const artifacts = storage("artifacts", { bucket: "release-artifacts" });
export const site = storage("site");
bucketPolicy("price-lists", priceLists);
bucketPolicy("price-list-copies", copies);
// s3-policy-after-access-block: it does not wait for the bucket's public access block.
bucketPolicy("artifacts", { ...artifacts, guards: [] });

const ownership = new aws.s3.BucketOwnershipControls("price-lists", {
  bucket: priceLists.bucket.id,
  rule: { objectOwnership: "BucketOwnerEnforced" },
});
// s3-acl-ownership: where the owner of the bucket owns its objects, there are no ACLs.
new aws.s3.BucketAcl("price-lists", { bucket: priceLists.bucket.id, acl: "private" }, { dependsOn: ownership });

const copier = serviceRole("copier", "s3.amazonaws.com", [
  { actions: ["s3:GetReplicationConfiguration", "s3:ListBucket"], on: priceLists.bucket.arn },
  {
    actions: ["s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging"],
    on: pulumi.interpolate`${priceLists.bucket.arn}/*`,
  },
  {
    actions: ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"],
    on: pulumi.interpolate`${copies.bucket.arn}/*`,
  },
]);
new aws.s3.BucketReplicationConfig(
  "price-lists",
  {
    bucket: priceLists.bucket.id,
    role: copier.role.arn,
    rules: [
      {
        status: "Enabled",
        // s3-replication-schema: without a filter it is of the first version, which has no replication time.
        destination: {
          bucket: copies.bucket.arn,
          replicationTime: { status: "Enabled", time: { minutes: 15 } },
          metrics: { status: "Enabled", eventThreshold: { minutes: 15 } },
        },
      },
    ],
  },
  // s3-replication-versioning: it does not wait for the versioning of the copies.
  { dependsOn: [...priceLists.guards, copier.policy] },
);
