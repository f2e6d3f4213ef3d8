import rule from "../../../policies/backup/s3-replication";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const BUCKET = "aws:s3/bucket:Bucket";
const bucket = resource(BUCKET, "data", { region: "us-east-1" });
const far = resource(BUCKET, "far", { region: "eu-west-1" });
const near = resource(BUCKET, "near", { region: "us-east-1" });
const replication = (destination: Input, status: Input = "Enabled", of: Input = bucket.id): BuiltResource =>
  resource("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "copies", {
    bucket: of,
    role: "arn:aws:iam::464738291005:role/replication",
    rules: [{ id: "all", status, destination: { bucket: destination } }],
  });

// Without a contract the rule is silent.
ruleTest(
  { ...rule, level: "advisory" },
  {
    valid: [
      { name: "a copy in another region", stack: [bucket, far, replication(far.arn)] },
      { name: "a copy in a bucket of another stack", stack: [bucket, replication("arn:aws:s3:::copies")] },
      { name: "a destination that is not known", stack: [bucket, replication(unknown)] },
      {
        name: "a copy by the bucket's own settings",
        stack: [
          far,
          resource(BUCKET, "data", {
            replicationConfiguration: {
              role: "arn:aws:iam::464738291005:role/replication",
              rules: [{ id: "all", status: "Enabled", destination: { bucket: far.arn } }],
            },
          }),
        ],
      },
    ],
    invalid: [
      {
        name: "a bucket without a copy",
        stack: [bucket],
        findings: [{ resource: "data", message: /one region only/ }],
      },
      {
        name: "a copy that is switched off",
        stack: [bucket, far, replication(far.arn, "Disabled")],
        findings: [{ resource: "copies", path: "rules", message: /No enabled rule/ }],
      },
      {
        name: "a copy in the same region",
        stack: [bucket, near, replication(near.arn)],
        findings: [{ resource: "copies", path: "rules" }],
      },
    ],
    undecided: [
      { name: "a status that is not known", stack: [bucket, far, replication(far.arn, unknown)], at: ["copies.rules"] },
      {
        name: "a bucket that is not known",
        stack: [bucket, far, replication(far.arn, "Enabled", unknown)],
        at: ["data", "far"],
      },
    ],
  },
);
