import rule from "../../../policies/network/s3-public-access-block";
import { ruleTest, runRule } from "../../../src/testing/rule-test";
import { json, resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

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

const website = resource("aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration", "site", {
  bucket: bucket.id,
  indexDocument: { suffix: "index.html" },
});

it("takes a policy for harmless that the block accepts and restricts", () => {
  const one = { name: "restricted", stack: [bucket, block({ ...OFF, restrictPublicBuckets: true }), policy("*")] };
  expect(runRule(rule, one, "preview").results.map(({ name }) => name)).toEqual(["data-block"]);
});

ruleTest(rule, {
  valid: [
    { name: "a block", stack: [bucket, block()] },
    { name: "a block by name", stack: [bucket, block(ALL, "shop-data")] },
    {
      name: "a block that makes a public policy and ACL harmless",
      stack: [
        bucket,
        block({ ...ALL, blockPublicPolicy: true, blockPublicAcls: true }),
        policy("464738291005"),
        acl("private"),
      ],
    },
    {
      name: "everyone in one organization",
      stack: [bucket, policy("*", { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } })],
    },
    {
      name: "a block of the account",
      stack: [bucket, resource("aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock", "account", ALL)],
    },
    { name: "a bucket without a block, which AWS blocks by default", stack: [bucket] },
    {
      name: "a policy for a service",
      stack: [bucket, policy({ Service: "cloudfront.amazonaws.com" }), acl(undefined)],
    },
    { name: "a bucket that the stack only reads", stack: [resource(BUCKET, "b", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "a block that is off",
      stack: [bucket, block(OFF)],
      findings: [
        {
          resource: "data-block",
          path: "blockPublicAcls",
          level: "advisory",
          message: /`blockPublicAcls: true, .*restrict/,
        },
      ],
    },
    {
      name: "a block with one setting not set",
      stack: [bucket, block({ ...ALL, restrictPublicBuckets: undefined })],
      findings: [
        {
          resource: "data-block",
          path: "restrictPublicBuckets",
          level: "advisory",
          message: /off in part.*`restrictPublicBuckets: true`/,
        },
      ],
      fixed: { "data-block": { restrictPublicBuckets: true } },
    },
    {
      name: "a policy and an ACL for everyone",
      stack: [bucket, block(OFF), policy({ AWS: "*" }), acl("public-read")],
      findings: [
        { resource: "data-block", path: "blockPublicAcls", level: "advisory" },
        {
          resource: "data-policy",
          path: "policy.Statement[0].Principal",
          message: /No public access block prevents it/,
          stays: true,
        },
        { resource: "data-acl", path: "acl", message: /"public-read" allows everyone/, stays: true },
      ],
    },
    {
      name: "a policy and an ACL that the block makes AWS reject",
      stack: [bucket, block(), policy("*"), acl("public-read")],
      shape: "preview",
      findings: [
        {
          resource: "data-policy",
          path: "policy.Statement[0].Principal",
          message: /BlockPublicPolicy setting/,
          stays: true,
        },
        { resource: "data-acl", path: "acl", message: /BlockPublicAcls setting/, stays: true },
      ],
    },
    {
      name: "the same where they exist already",
      stack: [bucket, block(), policy("*"), acl("public-read")],
      shape: "up",
      findings: [
        { resource: "data-policy", path: "policy.Statement[0].Principal", level: "advisory", stays: true },
        { resource: "data-acl", path: "acl", level: "advisory", stays: true },
      ],
    },
    {
      name: "everyone under a condition that limits nothing",
      stack: [bucket, block(OFF), policy("*", { Condition: { StringLike: { "aws:Referer": "https://shop.test/*" } } })],
      findings: [
        { resource: "data-block", path: "blockPublicAcls", level: "advisory" },
        { resource: "data-policy", path: "policy.Statement[0].Principal", stays: true },
      ],
    },
    {
      name: "a grant to everyone, and a public object",
      stack: [
        bucket,
        block(OFF),
        resource("aws:s3/bucketAcl:BucketAcl", "grants", {
          bucket: bucket.id,
          accessControlPolicy: {
            owner: { id: "a1" },
            grants: [
              {
                permission: "READ",
                grantee: { type: "Group", uri: "http://acs.amazonaws.com/groups/global/AllUsers" },
              },
            ],
          },
        }),
        resource("aws:s3/bucketObject:BucketObject", "price-list", {
          bucket: bucket.id,
          key: "prices",
          acl: "public-read",
        }),
      ],
      findings: [
        { resource: "data-block", path: "blockPublicAcls", level: "advisory" },
        { resource: "grants", path: "accessControlPolicy.grants[0]", stays: true },
        { resource: "price-list", path: "acl", stays: true },
      ],
    },
    {
      name: "an ACL that the block does not prevent",
      stack: [bucket, block({ ...OFF, restrictPublicBuckets: true }), acl("public-read")],
      findings: [
        { resource: "data-block", path: "blockPublicAcls", level: "advisory" },
        { resource: "data-acl", path: "acl", stays: true },
      ],
    },
    {
      name: "a website, which is meant for the public",
      stack: [bucket, website, block(OFF), policy("*")],
      findings: [
        { resource: "data-block", path: "blockPublicAcls", level: "advisory" },
        { resource: "data-policy", path: "policy.Statement[0].Principal", level: "advisory", stays: true },
      ],
    },
    {
      name: "a public policy of a new bucket without a block, which AWS rejects, also for a website",
      stack: [bucket, website, policy("*")],
      shape: "preview",
      findings: [
        {
          resource: "data-policy",
          path: "policy.Statement[0].Principal",
          stays: true,
          message: /AWS rejects it on a new bucket/,
        },
      ],
    },
    {
      name: "the same for a website that is deployed",
      stack: [bucket, website, policy("*")],
      shape: "up",
      findings: [{ resource: "data-policy", path: "policy.Statement[0].Principal", stays: true, level: "advisory" }],
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
      findings: [{ resource: "data-block", path: "blockPublicAcls", level: "advisory" }],
    },
  ],
  undecided: [
    {
      name: "a setting",
      stack: [bucket, block({ ...ALL, blockPublicPolicy: unknown })],
      at: ["data-block.blockPublicPolicy"],
    },
    {
      name: "whether the setting that prevents a public policy is on",
      stack: [
        bucket,
        block({
          ...OFF,
          blockPublicAcls: true,
          ignorePublicAcls: true,
          blockPublicPolicy: unknown,
          restrictPublicBuckets: true,
        }),
        policy("*"),
      ],
      at: ["data-block.blockPublicPolicy"],
    },
    {
      name: "which bucket a block is for",
      stack: [bucket, block(ALL, unknown), policy("*")],
      at: ["data-policy.policy.Statement[0]"],
    },
  ],
});
