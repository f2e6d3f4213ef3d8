import { isAuroraInstance, isReplica, RDS_CLUSTER, RDS_INSTANCE } from "../../stack/database";
import type { Resource } from "../../stack/resource";
import { UNKNOWN } from "../../stack/value";
import { defineRule, type Context } from "../rule";

function checkEphemeral(database: Resource, { report, undecided }: Context): void {
  const skips = database.bool("skipFinalSnapshot");
  const isProtected = database.bool("deletionProtection");
  if (skips === UNKNOWN) {
    undecided(database, "skipFinalSnapshot");
  } else if (!skips) {
    const isNamed = !database.at("finalSnapshotIdentifier").isAbsent;
    report({
      at: database,
      property: "skipFinalSnapshot",
      message:
        "the contract says that the stack is ephemeral, but destroying the database " +
        `${isNamed ? "leaves a snapshot behind" : "fails, since the final snapshot has no name"}; set skipFinalSnapshot: true.`,
    });
  }
  if (isProtected === UNKNOWN) {
    undecided(database, "deletionProtection");
  } else if (isProtected) {
    report({
      at: database,
      property: "deletionProtection",
      message:
        "the contract says that the stack is ephemeral, but the database is protected from deletion; " +
        "set deletionProtection: false.",
    });
  }
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
    mend: { deletionProtection: true },
    message:
      "the contract says that the stack is durable, but whoever destroys the database loses its data; " +
      "set skipFinalSnapshot: false with a finalSnapshotIdentifier, and deletionProtection: true.",
  });
}

export default defineRule({
  id: "rds-final-snapshot",
  category: "database",
  description: "RDS can be destroyed, or not, as the stack's lifecycle asks",
  severity: "medium",
  level: "contract",
  contractKeys: ["lifecycle"],
  failures: ["P5"],
  why:
    "A database that wants a final snapshot or is protected stops the clean-up of a test stack half-way. " +
    "One that has neither is gone for good after a single mistaken command.",
  fix: {
    typescript:
      "// ephemeral\nskipFinalSnapshot: true,\n" +
      '// durable\nskipFinalSnapshot: false, finalSnapshotIdentifier: "orders-final", deletionProtection: true,',
    python:
      "# ephemeral\nskip_final_snapshot=True,\n" +
      '# durable\nskip_final_snapshot=False, final_snapshot_identifier="orders-final", deletion_protection=True,',
    yaml:
      "# ephemeral\nskipFinalSnapshot: true\n---\n# durable\nskipFinalSnapshot: false\n" +
      "finalSnapshotIdentifier: orders-final\ndeletionProtection: true",
  },
  limits:
    "Aurora instances, whose cluster decides; in durable stacks, replicas, and databases that are protected from " +
    "deletion. Pulumi's own `protect` and `retainOnDelete` are not seen.",
  resource: {
    types: [RDS_INSTANCE, RDS_CLUSTER],
    check(database, context) {
      if (isAuroraInstance(database) === true) {
        return;
      }
      (context.contract.lifecycle === "ephemeral" ? checkEphemeral : checkDurable)(database, context);
    },
  },
  remediation: {
    does: "sets `deletionProtection: true`, where the contract says that the stack is durable",
    leaves: "The name of a final snapshot; what an ephemeral stack asks for, as it takes a protection away.",
  },
});
