import type { Wire } from "../../../src/graph/recorded";
import type { ControlCase, Inputs, Other } from "./case";

const BUCKET = "aws:s3/bucket:Bucket";
const bucket: Inputs = { bucket: "orders" };
const of = (type: string, inputs: Inputs): Other => ({
  type: `aws:s3/${type.charAt(0).toLowerCase()}${type.slice(1)}:${type}`,
  name: "part",
  inputs: { bucket: "${it.id}", ...inputs },
});
const logs: Other = { type: BUCKET, name: "logs", inputs: { bucket: "logs" } };
const BLOCKED = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };
const orders: Other = { type: BUCKET, name: "orders", inputs: bucket };
const lifecycle = of("BucketLifecycleConfiguration", {
  rules: [{ id: "expire", status: "Enabled", filter: {}, expiration: { days: 400 } }],
});
const encryption = (sseAlgorithm: string): Other =>
  of("BucketServerSideEncryptionConfiguration", {
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm } }],
  });
const TLS_ONLY = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: ["arn:aws:s3:::orders", "arn:aws:s3:::orders/*"],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ],
});
const policy = (action: string, principal: Wire = { AWS: "arn:aws:iam::999900001111:root" }): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: principal, Action: action, Resource: "*" }],
  });

export default [
  {
    control: "S3.1",
    rule: "s3-account-public-access-block",
    type: "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
    violating: { ...BLOCKED, restrictPublicBuckets: false },
    compliant: BLOCKED,
  },
  {
    control: "S3.2",
    rule: "s3-public-access-block",
    type: "aws:s3/bucketAcl:BucketAcl",
    violating: { bucket: "${orders.id}", acl: "public-read" },
    compliant: { bucket: "${orders.id}", acl: "private" },
    others: [orders],
  },
  {
    control: "S3.3",
    rule: "s3-public-access-block",
    type: "aws:s3/bucketPolicy:BucketPolicy",
    violating: { bucket: "${orders.id}", policy: policy("s3:PutObject", "*") },
    compliant: { bucket: "${orders.id}", policy: policy("s3:PutObject") },
    others: [orders],
  },
  {
    control: "S3.5",
    rule: "s3-tls-only",
    type: "aws:s3/bucketPolicy:BucketPolicy",
    violating: { bucket: "${orders.id}", policy: policy("s3:GetObject") },
    compliant: { bucket: "${orders.id}", policy: TLS_ONLY },
    others: [orders],
  },
  {
    control: "S3.6",
    rule: "s3-policy-other-accounts",
    type: "aws:s3/bucketPolicy:BucketPolicy",
    violating: { bucket: "${orders.id}", policy: policy("s3:PutBucketPolicy") },
    compliant: { bucket: "${orders.id}", policy: policy("s3:GetObject") },
    others: [orders, { type: "aws:sqs/queue:Queue", name: "queue", inputs: { name: "orders" } }],
  },
  {
    control: "S3.7",
    rule: "s3-replication",
    type: BUCKET,
    violating: bucket,
    compliant: bucket,
    othersOfCompliant: [
      of("BucketReplicationConfig", {
        role: "arn:aws:iam::464738291005:role/replication",
        rules: [{ id: "all", status: "Enabled", destination: { bucket: "arn:aws:s3:::copies" } }],
      }),
    ],
  },
  {
    control: "S3.8",
    rule: "s3-bucket-access-block",
    type: BUCKET,
    violating: bucket,
    compliant: bucket,
    // The block of the account does not replace that of the bucket.
    others: [{ type: "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock", name: "all", inputs: BLOCKED }],
    othersOfViolating: [of("BucketPublicAccessBlock", { ...BLOCKED, restrictPublicBuckets: false })],
    othersOfCompliant: [of("BucketPublicAccessBlock", BLOCKED)],
  },
  {
    control: "S3.9",
    rule: "s3-access-logging",
    type: BUCKET,
    violating: bucket,
    compliant: bucket,
    othersOfCompliant: [logs, of("BucketLogging", { targetBucket: "${logs.id}", targetPrefix: "orders/" })],
  },
  {
    control: "S3.10",
    rule: "s3-lifecycle",
    type: BUCKET,
    violating: { ...bucket, versioning: { enabled: true } },
    compliant: { ...bucket, versioning: { enabled: true } },
    othersOfCompliant: [lifecycle],
  },
  {
    control: "S3.11",
    rule: "s3-event-notifications",
    type: BUCKET,
    violating: bucket,
    compliant: bucket,
    othersOfCompliant: [of("BucketNotification", { eventbridge: true })],
  },
  {
    control: "S3.11",
    rule: "s3-event-notifications",
    about: "a queue",
    type: BUCKET,
    violating: bucket,
    compliant: bucket,
    othersOfViolating: [of("BucketNotification", {})],
    othersOfCompliant: [
      of("BucketNotification", {
        queues: [{ queueArn: "arn:aws:sqs:us-east-1:464738291005:orders", events: ["s3:*"] }],
      }),
    ],
  },
  {
    control: "S3.12",
    rule: "s3-acl-prohibited",
    type: "aws:s3/bucketAcl:BucketAcl",
    violating: { bucket: "${orders.id}", acl: "public-read" },
    compliant: { bucket: "${orders.id}", acl: "private" },
    others: [orders],
  },
  {
    control: "S3.13",
    rule: "s3-lifecycle-configured",
    type: BUCKET,
    violating: bucket,
    compliant: bucket,
    othersOfCompliant: [lifecycle],
  },
  {
    control: "S3.14",
    rule: "s3-versioning",
    type: BUCKET,
    violating: bucket,
    compliant: bucket,
    othersOfCompliant: [of("BucketVersioning", { versioningConfiguration: { status: "Enabled" } })],
  },
  {
    control: "S3.15",
    rule: "s3-object-lock",
    type: BUCKET,
    violating: bucket,
    compliant: { ...bucket, objectLockEnabled: true },
  },
  {
    control: "S3.15",
    rule: "s3-object-lock",
    about: "a configuration of its own",
    type: BUCKET,
    violating: bucket,
    compliant: bucket,
    othersOfCompliant: [
      of("BucketObjectLockConfiguration", { rule: { defaultRetention: { mode: "GOVERNANCE", days: 30 } } }),
    ],
  },
  {
    control: "S3.17",
    rule: "s3-kms-encryption",
    type: BUCKET,
    violating: bucket,
    compliant: bucket,
    othersOfViolating: [encryption("AES256")],
    othersOfCompliant: [encryption("aws:kms")],
  },
  {
    control: "S3.19",
    rule: "s3-access-point-public-access-block",
    type: "aws:s3/accessPoint:AccessPoint",
    violating: { bucket: "orders", publicAccessBlockConfiguration: { ...BLOCKED, blockPublicPolicy: false } },
    compliant: { bucket: "orders", name: "orders" },
  },
  {
    control: "S3.20",
    rule: "s3-mfa-delete-enabled",
    type: "aws:s3/bucketVersioning:BucketVersioning",
    violating: { bucket: "${orders.id}", versioningConfiguration: { status: "Enabled" } },
    compliant: { bucket: "${orders.id}", versioningConfiguration: { status: "Enabled", mfaDelete: "Enabled" } },
    others: [orders],
  },
  {
    control: "S3.24",
    rule: "s3-multi-region-access-point-public-access-block",
    type: "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint",
    violating: {
      details: {
        name: "orders",
        regions: [{ bucket: "orders" }],
        publicAccessBlock: { ...BLOCKED, restrictPublicBuckets: false },
      },
    },
    compliant: { details: { name: "orders", regions: [{ bucket: "orders" }] } },
  },
  {
    control: "S3.25",
    rule: "s3-directory-bucket-lifecycle",
    type: "aws:s3/directoryBucket:DirectoryBucket",
    violating: { bucket: "orders--use1-az4--x-s3", location: { name: "use1-az4" } },
    compliant: { bucket: "orders--use1-az4--x-s3", location: { name: "use1-az4" } },
    othersOfCompliant: [
      of("BucketLifecycleConfiguration", {
        rules: [{ id: "expire", status: "Enabled", filter: {}, expiration: { days: 7 } }],
      }),
    ],
  },
] satisfies ControlCase[];
