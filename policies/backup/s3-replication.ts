import { regionOf } from "../../src/aws/region";
import { bucketsOf, isSwitchedOn, replicationsOf } from "../../src/aws/storage/buckets";
import { S3_BUCKET } from "../../src/aws/type-tokens";
import { allOf, anyOf, not, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN, type Unknown } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "s3-replication",
  category: "backup",
  description: "Buckets must replicate their objects to another region",
  severity: "low",
  level: "only-if-required",
  why:
    "A copy in another region is there when a region fails, and when the objects of the first bucket are deleted with the " +
    "rights of its account.",
  fix: {
    typescript: `new aws.s3.BucketReplicationConfig("data", {
  bucket: bucket.id,
  role: role.arn,
  rules: [{ id: "all", status: "Enabled", destination: { bucket: replica.arn } }],
}, { dependsOn: [versioning] });`,
    python: `aws.s3.BucketReplicationConfig("data",
    bucket=bucket.id,
    role=role.arn,
    rules=[{"id": "all", "status": "Enabled", "destination": {"bucket": replica.arn}}],
    opts=pulumi.ResourceOptions(depends_on=[versioning]))`,
    yaml: `resources:
  data:
    type: aws:s3:BucketReplicationConfig
    properties:
      bucket: \${bucket.id}
      role: \${role.arn}
      rules:
        - id: all
          status: Enabled
          destination:
            bucket: \${replica.arn}
    options:
      dependsOn:
        - \${versioning}`,
  },
  limits:
    "Buckets that others are replicated to. Destinations that the stack does not have count as those of another region.",
  references: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html",
  ],
  stack(stack, { decide }) {
    const replicas = new Set(stack.ofType(S3_BUCKET).flatMap((bucket) => destinationsOf(stack, bucket)));
    for (const bucket of bucketsOf(stack).filter((one) => !replicas.has(one))) {
      const { views, complete } = replicationsOf(stack, bucket);
      const isReplicated = anyOf([
        ...rulesIn(views).map((rule) => (rule === UNKNOWN ? UNKNOWN : leavesRegion(stack, bucket, rule))),
        complete ? false : UNKNOWN,
      ]);
      decide(isReplicated, {
        at: views[0] ?? bucket,
        message:
          views.length === 0
            ? "The objects of the bucket are in one region only. Add an aws.s3.BucketReplicationConfig to a bucket in another region."
            : "No enabled rule replicates the objects to another region. Enable one whose destination is a bucket in another region.",
      });
    }
  },
});

const rulesIn = (views: readonly View[]): (View | Unknown)[] =>
  views.flatMap((view): (View | Unknown)[] => {
    const rules = view.list() ?? [];
    return known(rules) ? rules : [UNKNOWN];
  });

const destinationsOf = (stack: Stack, bucket: Resource): readonly Resource[] =>
  rulesIn(replicationsOf(stack, bucket).views)
    .filter(known)
    .flatMap((rule) => stack.refs(rule.at("destination", "bucket"), S3_BUCKET).resources)
    .filter((destination) => destination !== bucket);

/** Whether a rule is enabled and has its destination in another region. */
function leavesRegion(stack: Stack, bucket: Resource, rule: View): Certainty {
  const own = regionOf(bucket);
  const destinations = stack.refs(rule.at("destination", "bucket"), S3_BUCKET).resources;
  const isNear = destinations.some((destination) => known(own) && regionOf(destination) === own);
  return allOf([isSwitchedOn(rule), not(isNear)]);
}
