import rule from "../../../policies/database/rds-final-snapshot";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown } from "../../../src/testing/stack";

const INSTANCE = "aws:rds/instance:Instance";
const CLUSTER = "aws:rds/cluster:Cluster";
const ephemeral = { lifecycle: "ephemeral" } as const;
const durable = { lifecycle: "durable" } as const;
const unprotected = { engine: "postgres", skipFinalSnapshot: true };
const primary = resource(INSTANCE, "primary", {
  engine: "postgres",
  deletionProtection: true,
  skipFinalSnapshot: false,
});

ruleTest(rule, {
  valid: [
    { name: "no contract", stack: [primary, resource(INSTANCE, "db", unprotected)] },
    {
      name: "an ephemeral stack",
      contract: ephemeral,
      stack: [
        resource(INSTANCE, "a", unprotected),
        resource(CLUSTER, "b", { ...unprotected, deletionProtection: false }),
      ],
    },
    {
      name: "a durable stack",
      contract: durable,
      stack: [
        primary,
        resource(CLUSTER, "a", { engine: "aurora-mysql" }),
        resource(INSTANCE, "b", { ...unprotected, deletionProtection: true }),
        resource(INSTANCE, "c", { ...unprotected, deletionProtection: true }),
      ],
    },
    {
      name: "a replica in a durable stack",
      contract: durable,
      stack: [
        primary,
        resource(INSTANCE, "replica", { replicateSourceDb: primary.identifier, skipFinalSnapshot: true }),
      ],
    },
    {
      name: "Aurora instances, whose cluster has the settings",
      contract: ephemeral,
      stack: [resource(INSTANCE, "i", { engine: "aurora-mysql", deletionProtection: true })],
    },
    ...[ephemeral, durable].map((contract) => ({
      name: `the instance of a cluster, in a stack that is ${contract.lifecycle} (trivy#7899)`,
      contract,
      stack: [
        resource("aws:rds/clusterInstance:ClusterInstance", "i", {
          clusterIdentifier: "orders",
          engine: "aurora-mysql",
        }),
      ],
    })),
    {
      name: "a database that the stack only reads",
      contract: ephemeral,
      stack: [resource(INSTANCE, "shared", { engine: "mysql" }, { external: true })],
    },
  ],
  invalid: [
    {
      name: "an ephemeral stack that cannot be destroyed",
      contract: ephemeral,
      stack: [
        resource(INSTANCE, "a", { engine: "mysql", skipFinalSnapshot: false }),
        resource(CLUSTER, "b", { engine: "aurora-mysql", finalSnapshotIdentifier: "b-final" }),
        resource(CLUSTER, "c", { engine: "aurora-mysql", skipFinalSnapshot: true, deletionProtection: true }),
        resource(INSTANCE, "d", { replicateSourceDb: "orders" }),
      ],
      findings: [
        { resource: "a", path: "skipFinalSnapshot", stays: true, message: /no name/ },
        { resource: "b", path: "skipFinalSnapshot", stays: true, message: /leaves a snapshot/ },
        { resource: "c", path: "deletionProtection", stays: true },
        { resource: "d", path: "skipFinalSnapshot", stays: true },
      ],
    },
    {
      name: "a durable stack whose data is deleted with it",
      contract: durable,
      stack: [
        resource(INSTANCE, "a", unprotected),
        resource(CLUSTER, "b", { ...unprotected, deletionProtection: false }),
      ],
      findings: [
        { resource: "a", path: "skipFinalSnapshot", message: /durable/ },
        { resource: "b", path: "skipFinalSnapshot" },
      ],
      fixed: { a: { deletionProtection: true }, b: { deletionProtection: true } },
    },
  ],
  undecided: [
    {
      name: "values that are not known yet, in an ephemeral stack",
      contract: ephemeral,
      stack: [resource(INSTANCE, "db", { engine: "mysql", skipFinalSnapshot: unknown, deletionProtection: unknown })],
      at: ["db.deletionProtection", "db.skipFinalSnapshot"],
    },
    {
      name: "values that are not known yet, in a durable stack",
      contract: durable,
      stack: [
        resource(INSTANCE, "a", { engine: "mysql", skipFinalSnapshot: unknown }),
        resource(INSTANCE, "b", { ...unprotected, deletionProtection: unknown }),
      ],
      at: ["a.skipFinalSnapshot", "b.deletionProtection"],
    },
  ],
});
