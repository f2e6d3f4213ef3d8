import { BUCKET_PARTS, bucketsOf, inlineOf, partsOf } from "../../stack/buckets";
import { statementsOf, type Statement } from "../../stack/iam";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { known, UNKNOWN } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule, type Context } from "../rule";

const ACCOUNT_BLOCK = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";
const SETTINGS = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];
const PUBLIC_ACLS: ReadonlySet<string> = new Set(["public-read", "public-read-write", "authenticated-read"]);

export default defineRule({
  id: "s3-public-access-block",
  category: "network",
  description: "Buckets keep the public out",
  severity: "medium",
  level: "advisory",
  failures: [],
  why:
    "AWS blocks a new bucket to the public, and a public access block in the program keeps it so. Whoever switches it off, " +
    "or allows everybody in a policy or an ACL, publishes what the bucket holds and what it will hold.",
  fix: {
    typescript:
      'new aws.s3.BucketPublicAccessBlock("data", {\n' +
      "  bucket: bucket.id,\n" +
      "  blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true,\n" +
      "});",
    python:
      'aws.s3.BucketPublicAccessBlock("data", bucket=bucket.id,\n' +
      "    block_public_acls=True, block_public_policy=True, ignore_public_acls=True, restrict_public_buckets=True)",
    yaml:
      "resources:\n  data:\n    type: aws:s3:BucketPublicAccessBlock\n    properties:\n" +
      "      bucket: ${bucket.id}\n      blockPublicAcls: true\n      blockPublicPolicy: true\n" +
      "      ignorePublicAcls: true\n      restrictPublicBuckets: true",
  },
  limits:
    "Policies that allow everybody under a condition. Without a block of its own, a bucket of a stack that blocks the " +
    "whole account.",
  stack(stack, context) {
    const ofAccount = stack.ofType(ACCOUNT_BLOCK).some((block) => switchedOff(block).length === 0);
    for (const bucket of bucketsOf(stack)) {
      const { parts, complete } = partsOf(stack, bucket, "publicAccessBlock");
      for (const block of parts) {
        checkBlock(block, context);
      }
      const opened = parts.length > 0 && parts.every((block) => switchedOff(block).length > 0);
      if (parts.length === 0 && !ofAccount) {
        if (complete) {
          context.report({
            at: bucket,
            message:
              "nothing in the program keeps the public out of the bucket, only what AWS sets for new ones; " +
              "add an aws.s3.BucketPublicAccessBlock with its four settings true.",
          });
        } else {
          context.undecided(bucket);
        }
      }
      if (opened || (parts.length === 0 && !ofAccount)) {
        checkOpenings(stack, bucket, context);
      }
    }
  },
  remediation: {
    does: `sets ${SETTINGS.map((setting) => `\`${setting}\``).join(", ")} to \`true\` in an \`aws.s3.BucketPublicAccessBlock\``,
    leaves: "Buckets without a block, for which a resource has to be added; policies and ACLs.",
    resource: { types: [BUCKET_PARTS.publicAccessBlock], check: checkBlock },
  },
});

/** The settings of a block that are not on; they are off unless they are switched on. */
function switchedOff(block: Resource): string[] {
  return SETTINGS.filter((setting) => !(block.bool(setting) ?? false));
}

function checkBlock(block: Resource, { report, undecided }: Context): void {
  const off = switchedOff(block);
  if (off.length > 0) {
    report({
      at: block,
      property: off[0] ?? "",
      mend: Object.fromEntries(off.map((setting) => [setting, true])),
      message: `the public access block is off${off.length < SETTINGS.length ? " in part" : ""} (${off.join(", ")}); set ${off.length > 1 ? "them" : "it"} to true, unless the bucket is meant for the public.`,
    });
  }
  SETTINGS.filter((setting) => block.bool(setting) === UNKNOWN).forEach((setting) => {
    undecided(block, setting);
  });
}

/** What lets everybody in where no block keeps them out. */
function checkOpenings(stack: Stack, bucket: Resource, { report }: Context): void {
  const inlinePolicy = inlineOf(bucket, "policy");
  const policies = partsOf(stack, bucket, "policy").parts.map((part) => part.at("policy"));
  for (const place of [...policies, ...(inlinePolicy ? [inlinePolicy] : [])]) {
    const statements = statementsOf(place);
    const open = known(statements) ? statements.find(isPublic) : undefined;
    if (open) {
      report({
        at: open.view,
        property: "Principal",
        message:
          "the statement allows everybody on the internet; name in Principal who is meant, or serve the objects through CloudFront.",
        restsOnComputedText: open.isComputed,
      });
    }
  }
  const inlineAcl = inlineOf(bucket, "acl");
  const acls: View[] = partsOf(stack, bucket, "acl").parts.map((part) => part.at("acl"));
  for (const place of [...acls, ...(inlineAcl ? [inlineAcl] : [])]) {
    const acl = place.str();
    if (known(acl) && PUBLIC_ACLS.has(acl)) {
      report({
        at: place,
        message: `the ACL ${acl} lets in whoever asks; set "private", or serve the objects through CloudFront.`,
      });
    }
  }
}

const isPublic = ({ effect, principals, hasCondition }: Statement): boolean =>
  effect === "Allow" &&
  !hasCondition &&
  known(principals) &&
  principals.some(({ type, id }) => id === "*" && (type === "*" || type === "AWS"));
