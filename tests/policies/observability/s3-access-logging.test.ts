import rule from "../../../policies/observability/s3-access-logging";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const BUCKET = "aws:s3/bucket:Bucket";
const bucket = resource(BUCKET, "data");
const logs = resource(BUCKET, "logs");
const logging = (of: Input, target: Input = logs.id): BuiltResource =>
  resource("aws:s3/bucketLogging:BucketLogging", "data", { bucket: of, targetBucket: target, targetPrefix: "data/" });

// Without a contract the rule is silent.
ruleTest(
  { ...rule, level: "advisory" },
  {
    valid: [
      { name: "a bucket with a log, and the bucket of the log", stack: [bucket, logs, logging(bucket.id)] },
      {
        name: "a log in the bucket's own settings",
        stack: [logs, resource(BUCKET, "data", { logging: { targetBucket: logs.bucket } }), logging(logs.id)],
      },
    ],
    invalid: [
      {
        name: "a bucket without a log",
        stack: [bucket],
        findings: [{ resource: "data", message: /logs no requests/ }],
      },
      {
        name: "a log of another bucket",
        stack: [bucket, logs, resource(BUCKET, "other"), logging("other-bucket")],
        findings: [{ resource: "data" }, { resource: "other" }],
      },
    ],
    undecided: [{ name: "a log of a bucket that is not known", stack: [bucket, logs, logging(unknown)], at: ["data"] }],
  },
);
