import rule from "../../../policies/database/dynamodb-point-in-time-recovery";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown } from "../../../src/testing/stack";

const TABLE = "aws:dynamodb/table:Table";
const REPLICA = "aws:dynamodb/tableReplica:TableReplica";
const recovery = { enabled: true };
const contract = { pointInTimeRecovery: true };

ruleTest(rule, {
  valid: [
    { name: "enabled", contract, stack: [resource(TABLE, "sessions", { pointInTimeRecovery: recovery })] },
    { name: "in a list of one", stack: [resource(TABLE, "sessions", { pointInTimeRecovery: [recovery] })] },
    {
      name: "on the replicas too",
      contract,
      stack: [
        resource(TABLE, "sessions", {
          pointInTimeRecovery: recovery,
          replicas: [{ regionName: "eu-west-1", pointInTimeRecovery: true }],
        }),
        resource(REPLICA, "eu", { globalTableArn: unknown, pointInTimeRecovery: true }),
      ],
    },
    { name: "a table that the stack only reads", contract, stack: [resource(TABLE, "shared", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "not set",
      stack: [resource(TABLE, "sessions", { hashKey: "id", replicas: unknown })],
      findings: [{ resource: "sessions", path: "pointInTimeRecovery", level: "advisory", message: /enabled: true/ }],
    },
    {
      name: "not set, also on a restored table, where the contract requires it",
      contract,
      stack: [
        resource(TABLE, "sessions", { hashKey: "id" }),
        resource(TABLE, "restored", { restoreSourceName: "old" }),
      ],
      findings: [
        { resource: "sessions", path: "pointInTimeRecovery", level: "mandatory" },
        { resource: "restored", path: "pointInTimeRecovery", level: "mandatory" },
      ],
    },
    {
      name: "disabled",
      stack: [resource(TABLE, "sessions", { pointInTimeRecovery: { enabled: false } })],
      findings: [{ resource: "sessions", path: "pointInTimeRecovery" }],
      fixed: { sessions: { pointInTimeRecovery: { enabled: true } } },
    },
    {
      name: "not set on a replica, which is advisory even where the contract requires it",
      contract,
      stack: [
        resource(TABLE, "sessions", { pointInTimeRecovery: recovery, replicas: [{ regionName: "eu-west-1" }] }),
        resource(REPLICA, "eu", { globalTableArn: unknown }),
      ],
      findings: [
        { resource: "sessions", path: "replicas[0].pointInTimeRecovery", level: "advisory" },
        { resource: "eu", path: "pointInTimeRecovery", level: "advisory", message: /pointInTimeRecovery: true/ },
      ],
      fixed: {
        sessions: { replicas: [{ regionName: "eu-west-1", pointInTimeRecovery: true }] },
        eu: { pointInTimeRecovery: true },
      },
    },
  ],
  undecided: [
    {
      name: "values that are not known yet",
      stack: [
        resource(TABLE, "a", { pointInTimeRecovery: unknown }),
        resource(TABLE, "b", { pointInTimeRecovery: { enabled: unknown } }),
        resource(REPLICA, "eu", { globalTableArn: unknown, pointInTimeRecovery: unknown }),
      ],
      at: ["a.pointInTimeRecovery", "b.pointInTimeRecovery.enabled", "eu.pointInTimeRecovery"],
    },
  ],
});
