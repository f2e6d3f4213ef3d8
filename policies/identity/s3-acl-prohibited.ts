import { bucketsOf, inlineOf, partsOf } from "../../src/aws/storage/buckets";
import { allOf, equals, not, type Certainty } from "../../src/graph/certainty";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule } from "../../src/rules/rule";

/** These give no user access: the default, and that of S3 for its own logs. */
const HARMLESS: ReadonlySet<string> = new Set(["private", "log-delivery-write"]);
const LOG_DELIVERY = "http://acs.amazonaws.com/groups/s3/LogDelivery";

export default defineRule({
  id: "s3-acl-prohibited",
  category: "identity",
  description: "Access to buckets must be given by policies, not by ACLs",
  severity: "medium",
  level: "only-if-required",
  why:
    "ACLs are older than policies, and are overlooked where policies are reviewed. They cannot have conditions, and an " +
    "object of a bucket can have its own.",
  fix: {
    typescript: `new aws.s3.BucketOwnershipControls("data", {
  bucket: bucket.id,
  rule: { objectOwnership: "BucketOwnerEnforced" }, // and no ACL
});`,
    python: `aws.s3.BucketOwnershipControls("data",
    bucket=bucket.id,
    rule={"object_ownership": "BucketOwnerEnforced"})  # and no ACL`,
    yaml: `resources:
  data:
    type: aws:s3:BucketOwnershipControls # and no ACL
    properties:
      bucket: \${bucket.id}
      rule:
        objectOwnership: BucketOwnerEnforced`,
  },
  limits: "ACLs of objects; the ACL that lets S3 deliver its logs; grants to the owner of the bucket.",
  references: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html",
  ],
  stack(stack, { decide }) {
    const check = (at: View, isHarmless: Certainty): void => {
      decide(isHarmless, {
        at,
        message:
          "This ACL gives access to the bucket. Remove it, name in a bucket policy who needs access, and set " +
          '`objectOwnership: "BucketOwnerEnforced"`.',
      });
    };
    for (const bucket of bucketsOf(stack)) {
      const acls = partsOf(stack, bucket, "acl").parts.filter(({ external }) => !external);
      for (const acl of acls) {
        check(acl, allOf([isHarmlessName(acl.at("acl")), areHarmless(acl.at("accessControlPolicy"))]));
      }
      const [name, grants] = [inlineOf(bucket, "acl"), inlineOf(bucket, "grants")];
      if (name) {
        check(name, isHarmlessName(name));
      }
      if (grants) {
        check(grants, areOwnGrants(grants));
      }
    }
  },
});

function isHarmlessName(view: View): Certainty {
  const name = view.str() ?? "private";
  return name === UNKNOWN ? UNKNOWN : HARMLESS.has(name);
}

/** Whether all grants of an ACL are to the owner, or to S3 for its logs. */
function areHarmless(policy: View): Certainty {
  const grants = policy.list("grants") ?? [];
  const owner = policy.str("owner", "id");
  return known(grants)
    ? allOf(
        grants.map((grant) => {
          const id = grant.str("grantee", "id");
          return id === UNKNOWN || owner === UNKNOWN
            ? UNKNOWN
            : id === undefined
              ? equals(grant.str("grantee", "uri"), LOG_DELIVERY)
              : id === owner;
        }),
      )
    : UNKNOWN;
}

/** Whether the grants of a bucket itself are one with full control, which is that of its owner, and those for logs. */
function areOwnGrants(view: View): Certainty {
  const grants = view.list() ?? [];
  if (!known(grants)) {
    return UNKNOWN;
  }
  const others = grants.filter((grant) => grant.str("uri") !== LOG_DELIVERY);
  return allOf([
    others.length <= 1,
    ...others.map((grant) => not(equals(grant.str("type"), "Group"))),
    ...others.map((grant) => equals(grant.str("permissions", 0), "FULL_CONTROL")),
  ]);
}
