import { S3_BUCKET } from "../../src/aws/type-tokens";
import { BUCKET_PARTS, bucketsOf, inlineOf, partsOf } from "../../src/aws/storage/buckets";
import { elementOf, statementsOf } from "../../src/aws/identity/iam";
import { publicAccessOf } from "../../src/aws/identity/public-access";
import { anyOf, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule, type Context, type Finding, type Level } from "../../src/rules/rule";

const ACCOUNT_BLOCK = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";
const SETTINGS = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];
const PUBLIC_ACLS: ReadonlySet<string> = new Set(["public-read", "public-read-write", "authenticated-read"]);

/** What opens a bucket, as a resource of its own. */
const PARTS_THAT_OPEN = [BUCKET_PARTS.policy, BUCKET_PARTS.acl];

const WHEN_ALONE = "Only a public access block of the bucket or of the account would prevent it.";
const BY_DEFAULT = "AWS rejects it on a new bucket, which blocks public access by default.";

export default defineRule({
  id: "s3-public-access-block",
  category: "network",
  description: "Buckets must not be open to the public",
  severity: "high",
  level: "mandatory",
  basis: "public",
  failures: [],
  why:
    "A policy or ACL that allows everyone publishes what the bucket holds and what it will hold. AWS blocks that on new " +
    "buckets, and a public access block in the program keeps it so.",
  fix: {
    typescript: `new aws.s3.BucketPublicAccessBlock("data", {
  bucket: bucket.id,
  blockPublicAcls: true,
  blockPublicPolicy: true,
  ignorePublicAcls: true,
  restrictPublicBuckets: true,
});`,
    python: `aws.s3.BucketPublicAccessBlock("data", bucket=bucket.id,
    block_public_acls=True, block_public_policy=True, ignore_public_acls=True, restrict_public_buckets=True)`,
    yaml: `resources:
  data:
    type: aws:s3:BucketPublicAccessBlock
    properties:
      bucket: \${bucket.id}
      blockPublicAcls: true
      blockPublicPolicy: true
      ignorePublicAcls: true
      restrictPublicBuckets: true`,
  },
  limits:
    "Policies with a condition that leaves particular accounts, organizations, networks or resources. Buckets without a public access block, which AWS blocks by default. " +
    "Advisory are a block that is off while no policy or ACL is public, and public objects of a bucket that serves a website.",
  references: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html",
  ],
  stack(stack, context) {
    const accountBlocks = stack.managed(ACCOUNT_BLOCK);
    for (const bucket of bucketsOf(stack)) {
      const { parts, complete } = partsOf(stack, bucket, "publicAccessBlock");
      for (const block of parts) {
        checkBlock(block, context);
      }
      checkOpenings(stack, { bucket, blocks: parts, accountBlocks, complete }, context);
    }
    if (stack.isAlone) {
      checkPartAlone(stack, context);
    }
  },
  alone: [S3_BUCKET, ...PARTS_THAT_OPEN],
  remediation: {
    does: `sets ${SETTINGS.map((setting) => `\`${setting}\``).join(", ")} to \`true\` in an \`aws.s3.BucketPublicAccessBlock\``,
    leaves: "Policies and ACLs.",
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
    const settings = off.map((setting) => `${setting}: true`).join(", ");
    const [first] = SETTINGS.filter((setting) => block.bool(setting) !== true);
    report({
      at: block,
      // One place, whichever of them are known.
      ...(first !== undefined && first === off[0] && { property: first }),
      level: "advisory",
      fix: Object.fromEntries(off.map((setting) => [setting, true])),
      message:
        `This public access block is off${off.length < SETTINGS.length ? " in part" : ""}, so a policy or ACL can publish the ` +
        `bucket. Set \`${settings}\`, unless the bucket is meant for the public.`,
    });
  }
  SETTINGS.filter((setting) => block.bool(setting) === UNKNOWN).forEach((setting) => {
    undecided(block, setting);
  });
}

interface Blocked {
  bucket: Resource;
  /** The public access blocks of the bucket. */
  blocks: readonly Resource[];
  accountBlocks: readonly Resource[];
  /** False where another block may be for this bucket. */
  complete: boolean;
}

/** Whether one of these settings is on, for the bucket or for the whole account. */
function isBlocked({ blocks, accountBlocks, complete }: Blocked, settings: readonly string[]): Certainty {
  const all = [...blocks, ...accountBlocks];
  return anyOf([
    ...all.flatMap((block) => settings.map((setting) => block.bool(setting) ?? false)),
    complete ? false : UNKNOWN,
  ]);
}

const REJECTIONS = {
  blockPublicPolicy: "because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access",
  blockPublicAcls: "because public ACLs are prevented by the BlockPublicAcls setting in S3 Block Public Access",
};

/** What allows everyone: where no block prevents it, and where one makes AWS reject it. */
function checkOpenings(stack: Stack, blocked: Blocked, { report, undecided }: Context): void {
  const { bucket, blocks } = blocked;
  const isByDefault = blocks.length === 0 && bucket.exists !== true;
  const isWebsite = inlineOf(bucket, "website") !== undefined || partsOf(stack, bucket, "website").parts.length > 0;
  // A website is meant for the public; AWS rejects a public policy of a new bucket all the same.
  const level: { level?: Level } = isWebsite && !isByDefault ? { level: "advisory" } : {};
  const effect = stack.isAlone ? WHEN_ALONE : isByDefault ? BY_DEFAULT : "No public access block prevents it.";

  const open = (rejects: keyof typeof REJECTIONS, hides: string, finding: Opening): void => {
    const { what, instead, ...location } = finding;
    const { at } = location;
    const isPrevented = isBlocked(blocked, [rejects, hides]);
    if (isBlocked(blocked, [rejects]) === true) {
      report({
        ...location,
        onlyAtCreation: true,
        message: `${what}, and the bucket's public access block prevents that. ${instead}`,
        awsError: REJECTIONS[rejects],
      });
    } else if (isPrevented === UNKNOWN) {
      undecided(at);
    } else if (!isPrevented) {
      report({ ...location, ...level, message: `${what}. ${effect} ${instead}` });
    }
  };

  const policies = partsOf(stack, bucket, "policy").parts.map((part) => part.at("policy"));
  const inlinePolicy = inlineOf(bucket, "policy");
  for (const policy of [...policies, ...(inlinePolicy ? [inlinePolicy] : [])]) {
    const { opening, isUnclear } = openingOf(policy);
    if (opening) {
      open("blockPublicPolicy", "restrictPublicBuckets", opening);
    } else if (isUnclear && isBlocked(blocked, ["blockPublicPolicy", "restrictPublicBuckets"]) !== true) {
      undecided(policy);
    }
  }
  for (const acl of publicAclsOf(stack, bucket)) {
    open("blockPublicAcls", "ignorePublicAcls", acl);
  }
}

/** What opens a bucket that is not in the graph. */
function checkPartAlone(stack: Stack, { report, undecided }: Context): void {
  for (const policy of stack.managed(BUCKET_PARTS.policy).map((part) => part.at("policy"))) {
    const { opening, isUnclear } = openingOf(policy);
    if (opening) {
      report(reportedAlone(opening));
    } else if (isUnclear) {
      undecided(policy);
    }
  }
  publicAclsIn(stack.managed(BUCKET_PARTS.acl)).forEach((opening) => {
    report(reportedAlone(opening));
  });
}

const reportedAlone = ({ what, instead, ...finding }: Opening): Finding => ({
  ...finding,
  message: `${what}. ${WHEN_ALONE} ${instead}`,
});

/** The statement of a bucket's policy that allows everyone. */
function openingOf(policy: View): { opening?: Opening; isUnclear: boolean } {
  const { statements, isUnclear } = publicAccessOf(statementsOf(policy));
  const [statement] = statements;
  return {
    isUnclear,
    ...(statement && {
      opening: {
        at: statement.view,
        property: elementOf(statement.view, "Principal").isAbsent ? "NotPrincipal" : "Principal",
        what: "This statement allows everyone on the internet",
        instead: "Name in `Principal` who needs access, or serve the objects through CloudFront.",
        restsOnComputedText: statement.isComputed,
      },
    }),
  };
}

/** What allows everyone, and what to write instead. */
interface Opening {
  at: View;
  property?: string;
  what: string;
  instead: string;
  restsOnComputedText?: boolean;
}

const COPY = "aws:s3/objectCopy:ObjectCopy";
const OBJECTS = ["aws:s3/bucketObject:BucketObject", "aws:s3/bucketObjectv2:BucketObjectv2", COPY];
const EVERYONE = /\/groups\/global\/(?:AllUsers|AuthenticatedUsers)$/;

/** The public ACLs of a bucket and of its objects: a name of AWS's, or grants to a group of everyone. */
function publicAclsOf(stack: Stack, bucket: Resource): Opening[] {
  const parts = partsOf(stack, bucket, "acl").parts;
  const objects = OBJECTS.flatMap((type) => stack.referrers(bucket, "bucket", type));
  const inline = ["acl", "grant"].flatMap((argument) => inlineOf(bucket, argument) ?? []);
  return publicAclsIn(
    [...parts, ...objects].filter(({ external }) => !external),
    inline,
  );
}

/** The public ACLs of parts of a bucket, and among the arguments of the bucket itself. */
function publicAclsIn(parts: readonly Resource[], inline: readonly View[] = []): Opening[] {
  const acls = parts.filter(({ type }) => type === BUCKET_PARTS.acl);
  const grants = [
    ...acls.map((part) => part.at("accessControlPolicy", "grants")),
    ...parts.filter(({ type }) => type === COPY).map((copy) => copy.at("grants")),
    ...inline,
  ];
  const opening = (at: View, what: string): Opening => ({
    at,
    what: `The ACL ${what} allows everyone on the internet`,
    instead: 'Set "private", or serve the objects through CloudFront.',
  });
  return [
    ...[...parts.map((part) => part.at("acl")), ...inline].flatMap((at) => {
      const acl = at.str();
      return known(acl) && PUBLIC_ACLS.has(acl) ? [opening(at, `"${acl}"`)] : [];
    }),
    ...grants.flatMap((view) => {
      const list = view.list() ?? [];
      return known(list) ? list.filter(isForEveryone).map((grant) => opening(grant, "with this grant")) : [];
    }),
  ];
}

/** True for a grant to a group of everyone; the grants of a bucket itself name it without a grantee around. */
const isForEveryone = (grant: View): boolean =>
  [grant.find("grantee")?.at("uri"), grant.find("uri")].some(
    (uri) => typeof uri?.value === "string" && EVERYONE.test(uri.value),
  );
