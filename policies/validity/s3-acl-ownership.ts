import { BUCKET } from "../../stack/buckets";
import { BUCKET_ACL, objectOwnershipOf } from "../../stack/object-ownership";
import { makeWait, waitsForOneOf } from "../../stack/ordering";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { known, UNKNOWN } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule, type Context } from "../rule";

const ENFORCED = "BucketOwnerEnforced";
const REFUSED = {
  [BUCKET_ACL]: "AccessControlListNotSupported: The bucket does not allow ACLs",
  [BUCKET]:
    "InvalidBucketAclWithObjectOwnership: Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting",
};
const MEND = "give access by a bucket policy and take the ACL out";

// The owner's full control is what enforcement gives; with the others, a bucket is made as without.
const OF_ACL: ReadonlySet<string> = new Set(["bucket-owner-full-control"]);
const OF_BUCKET: ReadonlySet<string> = new Set(["private", "bucket-owner-full-control", "bucket-owner-read"]);

/** The ACL that a resource sets; absent where it sets none that ownership stands in the way of. */
function aclOf(resource: Resource): View | undefined {
  const isBucket = resource.type === BUCKET;
  const place = ["acl", "accessControlPolicy", "grants"]
    .filter((property) => (property === "grants") === isBucket || property === "acl")
    .map((property) => resource.at(property))
    .find(({ value }) => value !== undefined && !(Array.isArray(value) && value.length === 0));
  const { value } = place ?? {};
  return typeof value === "string" && (isBucket ? OF_BUCKET : OF_ACL).has(value) ? undefined : place;
}

function checkAcl(stack: Stack, acl: View, bucket: Resource, { project, report, undecided }: Context): void {
  const { resource } = acl;
  const answer = REFUSED[resource.type as keyof typeof REFUSED];
  const ownership = objectOwnershipOf(stack, bucket);
  if (ownership === UNKNOWN || acl.isUnknown || ownership?.setting === UNKNOWN) {
    undecided(acl);
  } else if (ownership === undefined) {
    report({
      at: acl,
      level: "advisory",
      message:
        "nothing in the stack lets this bucket have an ACL, and buckets made since April 2023 have none unless told to; " +
        `${MEND}, or add an aws.s3.BucketOwnershipControls with objectOwnership: "BucketOwnerPreferred".`,
      answer,
    });
  } else if (ownership.setting === ENFORCED) {
    // Grants of the owner's full control alone are taken, and a private ACL from before stays.
    const mayBeTaken = acl.path === "accessControlPolicy" || (acl.value === "private" && known(resource.id));
    report({
      at: acl,
      ...(mayBeTaken && { level: "advisory" }),
      message: `${ownership.controls.name} enforces the bucket owner's ownership, under which there are no ACLs; ${MEND}.`,
      answer,
    });
  } else if (resource.type === BUCKET_ACL && !waitsForOneOf(stack, resource, [ownership.controls])) {
    report({
      at: resource,
      level: "advisory",
      awaits: [ownership.controls],
      message:
        `nothing makes this ACL wait for ${ownership.controls.name}, which lets the bucket have one; ` +
        `${makeWait(stack, resource, [ownership.controls], project.files?.settings?.runtime)}.`,
      answer,
    });
  }
}

export default defineRule({
  id: "s3-acl-ownership",
  category: "validity",
  description: "S3 ACLs are set where object ownership allows them",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "Since April 2023 a new bucket belongs with all its objects to its owner, and has no ACLs: S3 refuses to set one, " +
    "private included. Policies say better who may do what.",
  fix: {
    typescript:
      'new aws.s3.BucketOwnershipControls("assets", { bucket: assets.id, rule: { objectOwnership: "BucketOwnerEnforced" } });',
    python:
      'aws.s3.BucketOwnershipControls("assets", bucket=assets.id, rule={"object_ownership": "BucketOwnerEnforced"})',
    yaml:
      "resources:\n  assets-ownership:\n    type: aws:s3:BucketOwnershipControls\n    properties:\n" +
      "      bucket: ${assets.id}\n      rule:\n        objectOwnership: BucketOwnerEnforced",
  },
  limits:
    "Buckets that the stack does not make. Without ownership controls the finding is advisory, since a bucket from before " +
    "April 2023 may have ACLs; so it is where an ACL may come before the controls that allow it, for an " +
    "accessControlPolicy, and for a private ACL that is there already.",
  stack(stack, context) {
    for (const resource of stack.ofType(BUCKET_ACL, BUCKET).filter(({ outside }) => !outside)) {
      const acl = aclOf(resource);
      const [bucket] = resource.type === BUCKET ? [resource] : stack.refs(resource.at("bucket"), BUCKET).resources;
      if (acl && bucket && !bucket.outside) {
        checkAcl(stack, acl, bucket, context);
      } else if (acl && !known(resource.str("bucket"))) {
        context.undecided(resource, "bucket");
      }
    }
  },
});
