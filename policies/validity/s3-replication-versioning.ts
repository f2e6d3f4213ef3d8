import { isVersioned, partsOf } from "../../src/aws/storage/buckets";
import {
  S3_BUCKET,
  S3_BUCKET_OBJECT_LOCK_CONFIGURATION,
  S3_BUCKET_REPLICATION_CONFIG,
} from "../../src/aws/type-tokens";
import { isAlreadyOrdered, makeWait, waitsForOneOf } from "../../src/graph/ordering";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { variablesOf } from "../../src/source/variables";
import { defineRule, type Context } from "../../src/rules/rule";

/** A bucket that has to keep versions before a resource is created, and where the resource names it. */
interface Need {
  readonly user: Resource;
  readonly at: View;
  readonly awsError?: string;
}

function needsOf(user: Resource): Need[] {
  const own: Need = { user, at: user.at("bucket") };
  if (user.type === S3_BUCKET_OBJECT_LOCK_CONFIGURATION) {
    return [own];
  }
  const rules = user.list("rules");
  const targets = (known(rules) ? rules : []).map((rule): Need => ({
    user,
    at: rule.at("destination", "bucket"),
    awsError: "Destination bucket must have versioning enabled",
  }));
  return [
    { ...own, awsError: "Versioning must be 'Enabled' on the bucket to apply a replication configuration" },
    ...targets,
  ];
}

function checkNeed(stack: Stack, { user, at, awsError }: Need, context: Context): void {
  const { report, undecided } = context;
  const { resources, complete } = stack.refs(at, S3_BUCKET);
  const [bucket, another] = resources;
  if (!bucket || another || !complete || bucket.external) {
    return;
  }
  const versioned = isVersioned(stack, bucket);
  if (versioned === UNKNOWN) {
    undecided(at);
    return;
  }
  if (!versioned) {
    report({
      at,
      onlyAtCreation: true,
      message:
        `The bucket ${bucket.name} does not keep versions, which this requires. Add an aws.s3.BucketVersioning with ` +
        '`versioningConfiguration: { status: "Enabled" }`, and make this wait for it.',
      ...(awsError !== undefined && { awsError }),
    });
    return;
  }
  const switches = partsOf(stack, bucket, "versioning").parts.filter(({ external }) => !external);
  const isInBucket = bucket.bool("objectLockEnabled") === true || !bucket.at("versioning").isAbsent;
  if (
    switches.length > 0 &&
    !isInBucket &&
    !waitsForOneOf(stack, user, switches) &&
    !isAlreadyOrdered(user, switches)
  ) {
    report({
      at,
      onlyAtCreation: true,
      missingDependencies: switches.slice(0, 1),
      message:
        `Nothing makes this wait for the versions of the bucket ${bucket.name}: ` +
        `${makeWait(stack, user, switches.slice(0, 1), variablesOf(context.project.files))}.`,
      ...(awsError !== undefined && { awsError }),
    });
  }
}

export default defineRule({
  id: "s3-replication-versioning",
  category: "validity",
  description: "Buckets must keep versions before they are replicated or locked",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "S3 replicates and locks versions of objects, so both buckets of a replication must keep versions when it is set up. " +
    "That is a resource of its own, which is created at the same time unless the replication waits for it.",
  fix: {
    typescript: `const source = new aws.s3.BucketVersioning("source", { bucket: orders.id, versioningConfiguration: { status: "Enabled" } });
const target = new aws.s3.BucketVersioning("target", { bucket: copies.id, versioningConfiguration: { status: "Enabled" } });
new aws.s3.BucketReplicationConfig("orders", { bucket: orders.id, role: role.arn, rules }, { dependsOn: [source, target] });`,
    python: `source = aws.s3.BucketVersioning("source", bucket=orders.id, versioning_configuration={"status": "Enabled"})
target = aws.s3.BucketVersioning("target", bucket=copies.id, versioning_configuration={"status": "Enabled"})
aws.s3.BucketReplicationConfig("orders", bucket=orders.id, role=role.arn, rules=rules,
    opts=pulumi.ResourceOptions(depends_on=[source, target]))`,
    yaml: `resources:
  source:
    type: aws:s3:BucketVersioning
    properties:
      bucket: \${orders.id}
      versioningConfiguration:
        status: Enabled
  replication:
    type: aws:s3:BucketReplicationConfig
    options:
      dependsOn: ["\${source}", "\${target}"]`,
  },
  limits: "Buckets of other stacks. On a configuration that exists already a finding is advisory.",
  references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-requirements.html"],
  stack(stack, context) {
    for (const user of stack.managed(S3_BUCKET_REPLICATION_CONFIG, S3_BUCKET_OBJECT_LOCK_CONFIGURATION)) {
      for (const need of needsOf(user)) {
        checkNeed(stack, need, context);
      }
    }
  },
});
