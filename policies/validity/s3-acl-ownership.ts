import { BUCKET_ACL, objectOwnershipOf } from "./s3-acl-ownership.ownership";
import { CLOUDFRONT_DISTRIBUTION, S3_BUCKET } from "../../src/aws/type-tokens";
import { makeWait, waitsForOneOf } from "../../src/graph/ordering";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { Read, View } from "../../src/graph/view";
import { variablesOf } from "../../src/source/variables";
import { defineRule, type Context } from "../../src/rules/rule";

const ENFORCED = "BucketOwnerEnforced";
const NOT_SUPPORTED = "AccessControlListNotSupported: The bucket does not allow ACLs";
const HAS_ACL =
  "InvalidBucketAclWithObjectOwnership: Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting";
const USE_POLICY = "Give access with a bucket policy and remove the ACL";

// The owner's full control is what enforcement gives; with the other ACLs, a bucket is created as it is without one.
const ALLOWED_IN_ACL: ReadonlySet<string> = new Set(["bucket-owner-full-control"]);
const ALLOWED_IN_BUCKET: ReadonlySet<string> = new Set(["private", "bucket-owner-full-control", "bucket-owner-read"]);

/** The ACL that a resource sets; absent where it sets none that object ownership forbids. */
function aclOf(resource: Resource): View | undefined {
  const isBucket = resource.type === S3_BUCKET;
  const view = ["acl", "accessControlPolicy", "grants"]
    .filter((property) => (property === "grants") === isBucket || property === "acl")
    .map((property) => resource.at(property))
    .find(({ value }) => value !== undefined && !(Array.isArray(value) && value.length === 0));
  const { value } = view ?? {};
  const allowed = isBucket ? ALLOWED_IN_BUCKET : ALLOWED_IN_ACL;
  return typeof value === "string" && allowed.has(value) ? undefined : view;
}

const isOrMayBe = (value: Read<string>, expected: string): boolean => value === UNKNOWN || value === expected;

/** True for a single grant of full control to one account, which may be the owner. */
function isFullControlAlone(grants: View): boolean {
  const listed = grants.list() ?? [];
  const [grant, ...others] = known(listed) ? listed : [];
  const permissions = grant?.list("permissions") ?? [];
  return (
    grant !== undefined &&
    others.length === 0 &&
    isOrMayBe(grant.str("type"), "CanonicalUser") &&
    (permissions === UNKNOWN || permissions.every((permission) => isOrMayBe(permission.str(), "FULL_CONTROL")))
  );
}

function checkAcl(stack: Stack, acl: View, bucket: Resource, { project, report, undecided }: Context): void {
  const { resource } = acl;
  const awsError = resource.type === S3_BUCKET ? HAS_ACL : NOT_SUPPORTED;
  const ownership = objectOwnershipOf(stack, bucket);
  if (ownership === UNKNOWN || acl.isUnknown || ownership?.setting === UNKNOWN) {
    undecided(acl);
    return;
  }
  // S3 accepts grants of the owner's full control alone, whatever the ownership.
  const mayBeAccepted = acl.path === "accessControlPolicy" || (acl.path === "grants" && isFullControlAlone(acl));
  if (ownership === undefined) {
    report({
      at: acl,
      onlyAtCreation: true,
      // A bucket that exists may be older than that default.
      ...((mayBeAccepted || bucket.exists !== false) && { level: "advisory" }),
      message:
        "Nothing in the stack allows this bucket to have an ACL, and buckets created since April 2023 have none by default. " +
        `${USE_POLICY}, or add an aws.s3.BucketOwnershipControls with ` +
        '`rule: { objectOwnership: "BucketOwnerPreferred" }`.',
      awsError,
    });
  } else if (ownership.setting === ENFORCED) {
    const { controls } = ownership;
    const isNewOnOldAcl = resource.exists === true && controls.exists !== true;
    // A private ACL that exists stays.
    const isKept = acl.value === "private" && resource.exists === true;
    report({
      at: acl,
      onlyAtCreation: !isNewOnOldAcl,
      ...((mayBeAccepted || isKept) && { level: "advisory" }),
      message: `The ownership controls ${controls.name} set \`objectOwnership: "${ENFORCED}"\`, with which a bucket cannot have ACLs. ${USE_POLICY}.`,
      awsError: isNewOnOldAcl ? HAS_ACL : awsError,
    });
  } else if (resource.type === BUCKET_ACL && !waitsForOneOf(stack, resource, [ownership.controls])) {
    report({
      at: resource,
      level: "advisory",
      missingDependencies: [ownership.controls],
      message:
        `Nothing makes this ACL wait for ${ownership.controls.name}, without which S3 can reject it: ` +
        `${makeWait(stack, resource, [ownership.controls], variablesOf(project.files))}.`,
    });
  }
}

/** CloudFront writes its older logs with an ACL. */
function checkLogs(stack: Stack, distribution: Resource, { report, undecided }: Context): void {
  const at = distribution.at("loggingConfig", "bucket");
  const [bucket, another] = at.isAbsent ? [] : stack.refs(at, S3_BUCKET).resources;
  if (!bucket || another || bucket.external) {
    return;
  }
  const ownership = objectOwnershipOf(stack, bucket);
  if (ownership === UNKNOWN || ownership?.setting === UNKNOWN) {
    undecided(at);
  } else if (ownership === undefined || ownership.setting === ENFORCED) {
    report({
      at,
      onlyAtCreation: true,
      // A bucket that exists may be older than that default.
      ...(bucket.exists === true && { level: "advisory" }),
      message:
        `CloudFront writes these logs with an ACL, which the bucket ${bucket.name} does not allow. Add an ` +
        'aws.s3.BucketOwnershipControls with `rule: { objectOwnership: "BucketOwnerPreferred" }`, and make this wait for it.',
      awsError: "The S3 bucket that you specified for CloudFront logs does not enable ACL access",
    });
  }
}

export default defineRule({
  id: "s3-acl-ownership",
  category: "validity",
  description: "S3 buckets must have ACLs only where their object ownership allows them",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "Since April 2023 the owner of a new bucket owns all its objects, and the bucket has no ACLs: S3 rejects any, private " +
    "included. Bucket policies decide access instead.",
  fix: {
    typescript: `new aws.s3.BucketOwnershipControls("assets", { bucket: assets.id, rule: { objectOwnership: "BucketOwnerEnforced" } });`,
    python: `aws.s3.BucketOwnershipControls("assets", bucket=assets.id, rule={"object_ownership": "BucketOwnerEnforced"})`,
    yaml: `resources:
  assets-ownership:
    type: aws:s3:BucketOwnershipControls
    properties:
      bucket: \${assets.id}
      rule:
        objectOwnership: BucketOwnerEnforced`,
  },
  limits:
    "Buckets that the stack does not create. On a bucket that exists, an ACL without ownership controls is advisory, since " +
    "buckets from before April 2023 may have one; so are an ACL that may be created before the controls that allow it, an " +
    "accessControlPolicy, a grant of full control to one account, which may be the owner, and an ACL that exists already.",
  references: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-ownership-error-responses.html",
  ],
  stack(stack, context) {
    for (const resource of stack.managed(BUCKET_ACL, S3_BUCKET)) {
      const acl = aclOf(resource);
      const [bucket] =
        resource.type === S3_BUCKET ? [resource] : stack.refs(resource.at("bucket"), S3_BUCKET).resources;
      if (acl && bucket && !bucket.external) {
        checkAcl(stack, acl, bucket, context);
      } else if (acl && !known(resource.str("bucket"))) {
        context.undecided(resource, "bucket");
      }
    }
    for (const distribution of stack.managed(CLOUDFRONT_DISTRIBUTION)) {
      checkLogs(stack, distribution, context);
    }
  },
});
