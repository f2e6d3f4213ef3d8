import {
  autoscaledReaders,
  clusterMembers,
  isAuroraInstance,
  isGlobalSecondary,
  isMultiAzCluster,
  isReplica,
  isServerlessV1,
} from "../../src/aws/databases/database";
import { RDS_CLUSTER, RDS_INSTANCE } from "../../src/aws/type-tokens";
import { minutesOf } from "../../src/contract/duration";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";

/** Minutes, by AWS's documentation: a failover to the other zone, and a new instance of Aurora in place of its only one. */
const FAILOVER = 2;
const NEW_INSTANCE = 10;
/** A restore has no bound; it takes an hour or more for all but small databases. */
const RESTORE = 60;

export default defineRule({
  id: "recovery-time",
  category: "database",
  description: "Databases must be able to recover in the promised time",
  severity: "high",
  level: "only-if-required",
  contractKeys: ["recoveryTime"],
  why:
    "A database in one zone comes back with the zone or from a backup, and a restore takes the longer the more data there " +
    "is. A standby in another zone takes over in one or two minutes.",
  fix: { typescript: `multiAz: true,`, python: `multi_az=True,`, yaml: `multiAz: true` },
  limits:
    "A database in one zone, where the promise is an hour or less; an Aurora cluster with one instance, where it is less than " +
    "ten minutes. Replicas count as a standby, although someone has to promote them. Other services are not checked.",
  references: [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html",
  ],
  stack(stack, context) {
    const { recoveryTime = "" } = context.contract;
    const promised = minutesOf(recoveryTime);
    for (const database of stack.managed(RDS_INSTANCE).filter((one) => !one.skipped && !isReplica(one))) {
      checkInstance(stack, database, promised, context);
    }
    for (const cluster of stack.managed(RDS_CLUSTER).filter((one) => !one.skipped && promised < NEW_INSTANCE)) {
      checkCluster(stack, cluster, context);
    }
  },
});

function checkInstance(
  stack: Stack,
  database: Resource,
  promised: number,
  { contract, report, undecided }: Context,
): void {
  const isAurora = isAuroraInstance(database);
  const isMultiAz = database.bool("multiAz");
  const needed = isMultiAz === true ? FAILOVER : RESTORE + 1;
  const hasReplica = stack.referrers(database, "replicateSourceDb", RDS_INSTANCE).length > 0;
  if (isAurora === true || promised >= needed || hasReplica) {
    return;
  }
  if (isAurora === UNKNOWN || isMultiAz === UNKNOWN) {
    undecided(database, isMultiAz === UNKNOWN ? "multiAz" : "engine");
    return;
  }
  report({
    at: database,
    property: "multiAz",
    message:
      isMultiAz === true
        ? `A failover to the other zone takes one to two minutes, and the contract promises ${String(contract.recoveryTime)}. ` +
          'Promise "2m" or more, or use Aurora with a second instance.'
        : `The database is in one zone, so a failure of it takes a restore, and the contract promises ${String(contract.recoveryTime)}. ` +
          "Set `multiAz: true`.",
  });
}

function checkCluster(stack: Stack, cluster: Resource, { contract, report, undecided }: Context): void {
  const { resources, complete } = clusterMembers(stack, cluster);
  const readers = autoscaledReaders(stack, cluster);
  if (isServerlessV1(cluster) || isGlobalSecondary(cluster) || isMultiAzCluster(cluster) || resources.length > 1) {
    return;
  }
  if (!complete || readers === UNKNOWN) {
    undecided(cluster);
  } else if (resources.length + readers === 1) {
    report({
      at: cluster,
      message:
        "The cluster has one instance, and AWS takes up to ten minutes to replace it; the contract promises " +
        `${String(contract.recoveryTime)}. Add a second aws.rds.ClusterInstance in another zone.`,
    });
  }
}
