import rule from "../../../policies/network/s3-public-access-block";
import { ruleTest } from "../../../testing/rule-test";
import { json, resource, unknown, type BuiltResource, type Input } from "../../../testing/stack";

const BUCKET = "aws:s3/bucket:Bucket";
const bucket = resource(BUCKET, "data", { bucket: "shop-data" });
const ALL = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };
const block = (settings: Record<string, Input> = ALL, of: Input = bucket.id): BuiltResource =>
  resource("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "data-block", { bucket: of, ...settings });
const OFF = { blockPublicAcls: false, blockPublicPolicy: false, ignorePublicAcls: false, restrictPublicBuckets: false };
const policy = (Principal: Input, more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:s3/bucketPolicy:BucketPolicy", "data-policy", {
    bucket: bucket.id,
    policy: json({
      Statement: [
        { Effect: "Allow", Principal, Action: "s3:GetObject", Resource: "arn:aws:s3:::shop-data/*", ...more },
      ],
    }),
  });
const acl = (value: Input): BuiltResource =>
  resource("aws:s3/bucketAcl:BucketAcl", "data-acl", { bucket: bucket.id, acl: value });

ruleTest(rule, {
  valid: [
    { name: "a block", stack: [bucket, block()] },
    { name: "a block by name", stack: [bucket, block(ALL, "shop-data")] },
    { name: "a block that makes a public policy harmless", stack: [bucket, block(), policy("*"), acl("public-read")] },
    {
      name: "a block of the account",
      stack: [bucket, resource("aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock", "account", ALL)],
    },
    { name: "a bucket that the stack only reads", stack: [resource(BUCKET, "b", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "none",
      stack: [bucket],
      findings: [{ resource: "data", stays: true, message: /only what AWS sets for new ones/ }],
    },
    {
      name: "a block that is off",
      stack: [bucket, block(OFF)],
      findings: [{ resource: "data-block", path: "blockPublicAcls", message: /restrictPublicBuckets/ }],
    },
    {
      name: "a block of which one setting is left out",
      stack: [bucket, block({ ...ALL, restrictPublicBuckets: undefined })],
      findings: [{ resource: "data-block", path: "restrictPublicBuckets", message: /set it to true/ }],
      mended: { "data-block": { restrictPublicBuckets: true } },
    },
    {
      name: "a policy and an ACL for everybody",
      stack: [bucket, block(OFF), policy({ AWS: "*" }), acl("public-read")],
      findings: [
        { resource: "data-block", path: "blockPublicAcls" },
        { resource: "data-policy", path: "policy.Statement[0].Principal", message: /CloudFront/ },
        { resource: "data-acl", path: "acl" },
      ],
    },
    {
      name: "inside the bucket",
      stack: [
        resource(BUCKET, "data", {
          acl: "public-read-write",
          policy: json({ Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:*", Resource: "*" }] }),
        }),
      ],
      findings: [
        { resource: "data", stays: true },
        { resource: "data", path: "acl", stays: true },
        { resource: "data", path: "policy.Statement[0].Principal", stays: true },
      ],
    },
    {
      name: "policies for some, and under a condition",
      stack: [
        bucket,
        block(OFF),
        policy("*", { Condition: { StringEquals: { "aws:SourceVpc": "vpc-1" } } }),
        acl("private"),
      ],
      findings: [{ resource: "data-block", path: "blockPublicAcls" }],
    },
    {
      name: "a policy for a service",
      stack: [bucket, policy({ Service: "cloudfront.amazonaws.com" }), acl(undefined)],
      findings: [{ resource: "data", stays: true }],
    },
  ],
  undecided: [
    {
      name: "a setting",
      stack: [bucket, block({ ...ALL, blockPublicPolicy: unknown })],
      at: ["data-block.blockPublicPolicy"],
    },
    { name: "for which bucket", stack: [bucket, block(ALL, unknown)], at: ["data"] },
  ],
});
