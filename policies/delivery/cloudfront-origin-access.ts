import { allowsEveryone } from "../../src/aws/identity/public-access";
import { allows, statementsOf, type Statement } from "../../src/aws/identity/iam";
import { inlineOf, partsOf } from "../../src/aws/storage/buckets";
import { CLOUDFRONT_DISTRIBUTION, S3_BUCKET } from "../../src/aws/type-tokens";
import { opaqueUsersOf } from "../../src/graph/opaque";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN, type Unknown } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule } from "../../src/rules/rule";

/** How CloudFront identifies itself to a bucket. */
type Access = "control" | "identity" | "none";

interface Origin {
  view: View;
  bucket: Resource;
  access: Access;
}

const BUCKET_DOMAIN = /^([a-z0-9.-]+)\.s3(?:[.-][a-z0-9-]+)?\.amazonaws\.com(?:\.cn)?$/;

const isSet = (view: View): boolean => !view.isAbsent && view.value !== "";

/** The origins of a distribution that are buckets by their REST address; none while it is not known which. */
function bucketOrigins(stack: Stack, distribution: Resource): Origin[] {
  const origins = distribution.list("origins") ?? [];
  if (!known(origins)) {
    return [];
  }
  // An origin with a configuration of another kind may be the website of a bucket, a load balancer or anything else.
  const plain = origins.filter((one) => one.at("customOriginConfig").isAbsent && one.at("vpcOriginConfig").isAbsent);
  const computedFrom = stack.refs(distribution.at("origins"), S3_BUCKET).resources;
  return plain.flatMap((view) => {
    const domain = view.str("domainName");
    const name = known(domain) ? BUCKET_DOMAIN.exec(domain)?.[1] : undefined;
    const only = plain.length === 1 && computedFrom.length === 1 ? computedFrom[0] : undefined;
    const bucket = name === undefined ? (domain === UNKNOWN ? only : undefined) : stack.named(name, [S3_BUCKET]);
    return bucket && !bucket.external && !bucket.skipped ? [{ view, bucket, access: accessOf(view) }] : [];
  });
}

function accessOf(origin: View): Access {
  return isSet(origin.at("originAccessControlId"))
    ? "control"
    : isSet(origin.at("s3OriginConfig", "originAccessIdentity"))
      ? "identity"
      : "none";
}

/** True where code of the distribution may sign the requests to the origin. */
function hasEdgeCode(distribution: Resource): boolean {
  const behaviors = [distribution.at("defaultCacheBehavior"), distribution.at("orderedCacheBehaviors")];
  return behaviors.some((one) => one.isUnknown || (one.list() ?? []) === UNKNOWN || hasFunctions(one));
}

function hasFunctions(behaviors: View): boolean {
  const all = behaviors.list() ?? [];
  return known(all) && all.some((one) => !one.at("lambdaFunctionAssociations").isAbsent);
}

/** The statements of the policy of a bucket; absent where the stack has no policy for it. */
function policyOf(stack: Stack, bucket: Resource): readonly Statement[] | Unknown | undefined {
  const { parts, complete } = partsOf(stack, bucket, "policy");
  const owners = inlineOf(bucket, "policy") ? [bucket, ...parts] : parts;
  if (owners.length === 0) {
    return complete ? undefined : UNKNOWN;
  }
  const documents = owners.map((owner) => (owner.skipped ? UNKNOWN : statementsOf(owner, "policy")));
  return documents.every(known) ? documents.flat() : UNKNOWN;
}

/** True for a statement that may allow CloudFront, as a service or by an origin access identity. */
function mayBeForCloudFront({ effect, principals }: Statement, access: Access): boolean {
  return (
    effect === "Deny" ||
    principals === UNKNOWN ||
    principals.some(({ type, id }) => {
      const isService = type === "Service" && (id === UNKNOWN || id === "cloudfront.amazonaws.com");
      return type === "*" || id === "*" || (access === "control" ? isService : type !== "Service");
    })
  );
}

/** True where a bucket, or one of its objects, may be public by its access control list. */
const mayBePublicByAcl = (stack: Stack, bucket: Resource): boolean =>
  inlineOf(bucket, "acl") !== undefined ||
  partsOf(stack, bucket, "acl").parts.length > 0 ||
  stack
    .users(bucket)
    .some((user) => /^aws:s3\/(?:bucketObject|object)/.test(user.type) && user.find("acl") !== undefined);

/** True where a bucket refuses all that its policy or an access control list would allow everyone. */
const blocksPublicAccess = (stack: Stack, bucket: Resource): boolean =>
  partsOf(stack, bucket, "publicAccessBlock").parts.some(
    (block) => block.bool("restrictPublicBuckets") === true && block.bool("ignorePublicAcls") === true,
  );

export default defineRule({
  id: "cloudfront-origin-access",
  category: "delivery",
  description: "CloudFront must have access to the buckets that it serves",
  severity: "high",
  level: "mandatory",
  basis: "cannot-work",
  why:
    "CloudFront reads a private bucket only with an origin access control, and only where the bucket's policy allows that. " +
    "Without one of the two, every request is answered with 403, although the deployment succeeds.",
  fix: {
    typescript: `new aws.s3.BucketPolicy("site", {
  bucket: site.id,
  policy: pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [{
      Effect: "Allow",
      Principal: { Service: "cloudfront.amazonaws.com" },
      Action: "s3:GetObject",
      Resource: pulumi.interpolate\`\${site.arn}/*\`,
      Condition: { StringEquals: { "aws:SourceArn": distribution.arn } },
    }],
  }),
});`,
    python: `aws.s3.BucketPolicy("site",
    bucket=site.id,
    policy=pulumi.Output.json_dumps({
        "Version": "2012-10-17",
        "Statement": [{
            "Effect": "Allow",
            "Principal": {"Service": "cloudfront.amazonaws.com"},
            "Action": "s3:GetObject",
            "Resource": pulumi.Output.concat(site.arn, "/*"),
            "Condition": {"StringEquals": {"aws:SourceArn": distribution.arn}},
        }],
    }))`,
    yaml: `resources:
  site-policy:
    type: aws:s3:BucketPolicy
    properties:
      bucket: \${site.id}
      policy:
        fn::toJSON:
          Version: "2012-10-17"
          Statement:
            - Effect: Allow
              Principal:
                Service: cloudfront.amazonaws.com
              Action: s3:GetObject
              Resource: \${site.arn}/*
              Condition:
                StringEquals:
                  aws:SourceArn: \${distribution.arn}`,
  },
  limits:
    "Buckets of other stacks, and the addresses of websites of buckets; conditions and resources of the policy. A bucket " +
    "without a policy in the stack is advisory, since another stack may set it, and so is one without an origin access " +
    "control whose block of public access is not in the stack. Distributions with functions of Lambda@Edge, which may sign " +
    "the requests.",
  references: [
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html",
  ],
  stack(stack, { report, undecided }) {
    for (const distribution of stack.managed(CLOUDFRONT_DISTRIBUTION)) {
      if (distribution.at("origins").isUnknown) {
        undecided(distribution, "origins");
      }
      for (const { view, bucket, access } of bucketOrigins(stack, distribution)) {
        const policy = policyOf(stack, bucket);
        if (opaqueUsersOf(stack, bucket).length > 0) {
          continue;
        }
        if (policy === UNKNOWN) {
          undecided(view, "domainName");
        } else if (access === "none") {
          const isPublic =
            mayBePublicByAcl(stack, bucket) ||
            hasEdgeCode(distribution) ||
            (policy ?? []).some((statement) => allowsEveryone(statement, policy ?? []) !== false) ||
            (policy ?? []).some(
              ({ effect, principals }) =>
                effect !== "Deny" && known(principals) && principals.some(({ id }) => id === "*"),
            );
          if (!isPublic) {
            report({
              at: view,
              property: "originAccessControlId",
              ...(!blocksPublicAccess(stack, bucket) && { level: "advisory" }),
              message:
                `CloudFront has no access to the bucket ${bucket.name}, which is not public, so every request is answered ` +
                "with 403. Add an aws.cloudfront.OriginAccessControl, set its id as `originAccessControlId`, and allow " +
                "CloudFront in the bucket's policy.",
            });
          }
        } else if (policy === undefined) {
          report({
            at: view,
            level: "advisory",
            message:
              `The bucket ${bucket.name} has no policy in this stack, so CloudFront gets 403 for every object. Add an ` +
              'aws.s3.BucketPolicy that allows it "s3:GetObject".',
          });
        } else if (
          allows(
            policy.filter((one) => mayBeForCloudFront(one, access)),
            "s3:GetObject",
          ) === false
        ) {
          const who =
            access === "control"
              ? 'the principal "cloudfront.amazonaws.com"'
              : "the origin access identity as principal";
          report({
            at: view,
            message:
              `The policy of the bucket ${bucket.name} allows CloudFront nothing, so every request is answered with 403. ` +
              `Allow "s3:GetObject" in it, with ${who}.`,
            restsOnComputedText: policy.some(({ isComputed }) => isComputed),
          });
        }
      }
    }
  },
});
