import { isAuroraInstance, isReplica } from "../../src/aws/databases/database";
import { RDS_CLUSTER, RDS_INSTANCE } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { not } from "../../src/graph/certainty";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";

function checkEphemeral(database: Resource, { decide }: Context): void {
  const isNamed = !database.at("finalSnapshotIdentifier").isAbsent;
  decide(database.bool("skipFinalSnapshot"), {
    at: database,
    property: "skipFinalSnapshot",
    message:
      "The contract makes this stack ephemeral, but destroying the database " +
      `${isNamed ? "leaves a snapshot behind" : "fails, as its final snapshot has no name"}. Set \`skipFinalSnapshot: true\`.`,
  });
  decide(not(database.bool("deletionProtection") ?? false), {
    at: database,
    property: "deletionProtection",
    message:
      "The contract makes this stack ephemeral, but the database is protected from deletion. " +
      "Set `deletionProtection: false`.",
  });
}

function checkDurable(database: Resource, { report, undecided }: Context): void {
  const skips = database.bool("skipFinalSnapshot");
  const isProtected = database.bool("deletionProtection");
  if (isReplica(database) || skips === undefined || skips === false || isProtected === true) {
    return;
  }
  if (skips === UNKNOWN || isProtected === UNKNOWN) {
    undecided(database, skips === UNKNOWN ? "skipFinalSnapshot" : "deletionProtection");
    return;
  }
  report({
    at: database,
    property: "skipFinalSnapshot",
    fix: { deletionProtection: true },
    message:
      "The contract makes this stack durable, but destroying the database deletes its data for good. " +
      "Set `skipFinalSnapshot: false` with a `finalSnapshotIdentifier`, and `deletionProtection: true`.",
  });
}

export default defineRule({
  id: "rds-final-snapshot",
  category: "database",
  description: "RDS databases must be deletable or protected as the stack's lifecycle requires",
  severity: "medium",
  level: "only-if-required",
  contractKeys: ["lifecycle"],
  failures: ["P5"],
  why:
    "A database that takes a final snapshot or is protected stops the clean-up of a test stack half-way. " +
    "One that has neither is gone for good after a single mistaken command.",
  fix: {
    typescript: `// ephemeral
skipFinalSnapshot: true,
// durable
skipFinalSnapshot: false,
finalSnapshotIdentifier: "orders-final",
deletionProtection: true,`,
    python: `# ephemeral
skip_final_snapshot=True,
# durable
skip_final_snapshot=False,
final_snapshot_identifier="orders-final",
deletion_protection=True,`,
    yaml: `# ephemeral
skipFinalSnapshot: true
---
# durable
skipFinalSnapshot: false
finalSnapshotIdentifier: orders-final
deletionProtection: true`,
  },
  limits:
    "Aurora instances, whose cluster has these settings; in durable stacks, replicas, and databases that are protected " +
    "from deletion. Pulumi's own `protect` and `retainOnDelete` are not seen.",
  references: ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html"],
  resource: {
    types: [RDS_INSTANCE, RDS_CLUSTER],
    check(database, context) {
      const isAurora = isAuroraInstance(database);
      if (isAurora === UNKNOWN) {
        context.undecided(database, "engine");
      }
      if (isAurora !== false) {
        return;
      }
      (context.contract.lifecycle === "ephemeral" ? checkEphemeral : checkDurable)(database, context);
    },
  },
  remediation: {
    does: "sets `deletionProtection: true`, where the contract makes the stack durable",
    leaves: "The name of a final snapshot; what an ephemeral stack requires, as it removes a protection.",
  },
});
