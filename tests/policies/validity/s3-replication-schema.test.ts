import rule from "../../../policies/validity/s3-replication-schema";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type Input } from "../../../src/testing/stack";

const REPLICATION = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
const TIME: Input = { status: "Enabled", time: { minutes: 15 } };
const METRICS: Input = { status: "Enabled", eventThreshold: { minutes: 15 } };
const OFF: Input = { status: "Disabled" };
const rule_ = (more: Record<string, Input>, destination: Record<string, Input> = {}): Input => ({
  status: "Enabled",
  destination: { bucket: "arn:aws:s3:::copy", ...destination },
  ...more,
});
const replication = (...rules: Input[]) =>
  resource(REPLICATION, "copy", { bucket: "orders", role: "arn:aws:iam::1:role/copy", rules });
const inline = (...rules: Input[]) =>
  resource("aws:s3/bucket:Bucket", "orders", { replicationConfiguration: { role: "arn:aws:iam::1:role/copy", rules } });

ruleTest(rule, {
  valid: [
    { name: "an older rule", stack: [replication(rule_({})), inline(rule_({}))] },
    { name: "an older rule with a prefix", stack: [replication(rule_({ prefix: "orders/" }))] },
    {
      name: "a newer rule with all of it",
      stack: [
        replication(rule_({ filter: {}, deleteMarkerReplication: OFF }, { replicationTime: TIME, metrics: METRICS })),
      ],
    },
    {
      name: "a newer rule with a filter that is not known yet",
      stack: [replication(rule_({ filter: unknown, deleteMarkerReplication: unknown }, { metrics: METRICS }))],
    },
    {
      name: "an older rule with values that may come to nothing",
      stack: [replication(rule_({ deleteMarkerReplication: unknown }, { replicationTime: unknown, metrics: unknown }))],
      shape: "preview",
    },
    { name: "metrics that are switched off", stack: [replication(rule_({}, { metrics: OFF }))] },
    {
      name: "a newer rule of a bucket, for which the provider sets whether deletions are replicated",
      stack: [inline(rule_({ filter: { prefix: "" } }, { metrics: { status: "Enabled", minutes: 15 } }))],
    },
    { name: "a bucket without replication", stack: [resource("aws:s3/bucket:Bucket", "orders")] },
    {
      name: "a replication that the stack only reads",
      stack: [resource(REPLICATION, "copy", { rules: [rule_({}, { metrics: METRICS })] }, { external: true })],
    },
  ],
  invalid: [
    {
      name: "a time without a filter",
      stack: [replication(rule_({}, { replicationTime: TIME, metrics: METRICS }))],
      findings: [
        {
          resource: "copy",
          path: "rules[0].destination.replicationTime",
          message:
            /^A rule without a filter cannot have `destination\.replicationTime`\. Add `filter: \{\}, .*"ReplicationTime cannot/,
        },
      ],
    },
    {
      name: "metrics without a filter",
      stack: [replication(rule_({}), rule_({ prefix: "a/" }, { metrics: METRICS }))],
      findings: [{ resource: "copy", path: "rules[1].destination.metrics" }],
    },
    {
      name: "deletions without a filter",
      stack: [replication(rule_({ deleteMarkerReplication: { status: "Enabled" } }))],
      findings: [
        { resource: "copy", path: "rules[0].deleteMarkerReplication", message: /"DeleteMarkerReplication cannot/ },
      ],
    },
    {
      name: "a filter without deletions",
      stack: [replication(rule_({ filter: { prefix: "orders/" } }))],
      findings: [
        { resource: "copy", path: "rules[0].deleteMarkerReplication", message: /"DeleteMarkerReplication must be/ },
      ],
    },
    {
      name: "a time without a filter, in a bucket",
      stack: [inline(rule_({}, { replicationTime: { status: "Enabled", minutes: 15 } }))],
      findings: [{ resource: "orders", path: "replicationConfiguration.rules[0].destination.replicationTime" }],
    },
  ],
  undecided: [
    {
      name: "rules that are not known yet",
      stack: [resource(REPLICATION, "copy", { bucket: "orders", rules: unknown })],
      at: ["copy.rules"],
    },
    { name: "a rule that is not known yet", stack: [replication(unknown)], at: ["copy.rules[0]"] },
    {
      name: "a time that is not known yet, before metrics that are",
      stack: [replication(rule_({}, { replicationTime: unknown, metrics: METRICS }))],
      at: ["copy.rules[0].destination.replicationTime"],
    },
    {
      name: "metrics that may be switched off",
      stack: [replication(rule_({}, { metrics: { status: unknown } }))],
      at: ["copy.rules[0].destination.metrics"],
    },
  ],
});
