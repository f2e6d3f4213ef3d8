import rule from "../../../policies/identity/s3-acl-prohibited";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const BUCKET = "aws:s3/bucket:Bucket";
const bucket = resource(BUCKET, "data");
const OWNER = "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be";
const acl = (inputs: Record<string, Input>): BuiltResource =>
  resource("aws:s3/bucketAcl:BucketAcl", "acl", { bucket: bucket.id, ...inputs });
const grants = (...grantees: Input[]): BuiltResource =>
  acl({
    accessControlPolicy: { owner: { id: OWNER }, grants: grantees.map((grantee) => ({ grantee, permission: "READ" })) },
  });
const own = (...list: Input[]): BuiltResource => resource(BUCKET, "data", { grants: list });

// Without a contract the rule is silent.
ruleTest(
  { ...rule, level: "advisory" },
  {
    valid: [
      { name: "a bucket without an ACL", stack: [bucket] },
      { name: "a private one", stack: [bucket, acl({ acl: "private" })] },
      { name: "one for logs of S3", stack: [bucket, acl({ acl: "log-delivery-write" })] },
      {
        name: "grants to the owner and for logs",
        stack: [
          bucket,
          grants(
            { type: "CanonicalUser", id: OWNER },
            { type: "Group", uri: "http://acs.amazonaws.com/groups/s3/LogDelivery" },
          ),
        ],
      },
      {
        name: "the grant that a bucket has for its owner",
        stack: [own({ type: "CanonicalUser", id: OWNER, permissions: ["FULL_CONTROL"] })],
      },
    ],
    invalid: [
      { name: "a public ACL", stack: [bucket, acl({ acl: "public-read" })], findings: [{ resource: "acl" }] },
      {
        name: "a public ACL of the bucket itself",
        stack: [resource(BUCKET, "data", { acl: "authenticated-read" })],
        findings: [{ resource: "data", path: "acl" }],
      },
      {
        name: "a grant to another user",
        stack: [bucket, grants({ type: "CanonicalUser", id: "b59a59df" })],
        findings: [{ resource: "acl" }],
      },
      {
        name: "a grant to a group",
        stack: [bucket, grants({ type: "Group", uri: "http://acs.amazonaws.com/groups/global/AllUsers" })],
        findings: [{ resource: "acl" }],
      },
      {
        name: "grants of a bucket itself",
        stack: [
          own(
            { type: "CanonicalUser", id: OWNER, permissions: ["FULL_CONTROL"] },
            { type: "CanonicalUser", id: "b59a59df", permissions: ["READ"] },
          ),
        ],
        findings: [{ resource: "data", path: "grants" }],
      },
    ],
    undecided: [{ name: "an ACL that is not known", stack: [bucket, acl({ acl: unknown })], at: ["acl"] }],
  },
);
