import type { Certainty } from "./certainty";
import type { Resource } from "./resource";
import { grouped, type Refs, type Stack } from "./stack";
import { known, UNKNOWN, type Unknown } from "./value";

export const RDS_INSTANCE = "aws:rds/instance:Instance";
export const RDS_CLUSTER = "aws:rds/cluster:Cluster";
export const RDS_CLUSTER_INSTANCE = "aws:rds/clusterInstance:ClusterInstance";
export const RDS_GLOBAL_CLUSTER = "aws:rds/globalCluster:GlobalCluster";

const SCALING_TARGET = "aws:appautoscaling/target:Target";

/** The Aurora engine for each plain one. */
export const AURORA_ENGINES: ReadonlyMap<string, string> = new Map([
  ["mysql", "aurora-mysql"],
  ["postgres", "aurora-postgresql"],
]);

const isGiven = (database: Resource, ...properties: string[]): boolean =>
  properties.some((property) => {
    const { value } = database.at(property);
    return value !== undefined && value !== "" && value !== false;
  });

/** True for the engines whose storage, backups and encryption belong to the cluster: aurora-mysql, aurora-postgresql. */
export function isAuroraEngine(engine: string): boolean {
  return engine.startsWith("aurora");
}

/**
 * True for an RDS instance with an Aurora engine: what concerns its storage is set on the cluster. Unknown while the
 * engine is.
 */
export function isAuroraInstance(database: Resource): Certainty {
  const engine = database.str("engine");
  return database.type === RDS_INSTANCE && engine !== undefined && (known(engine) ? isAuroraEngine(engine) : UNKNOWN);
}

/**
 * True for a cluster with arguments that only a Multi-AZ DB cluster takes: AWS makes its three instances, of the engine
 * mysql or postgres. Without them, AWS takes Aurora engines only.
 */
export function isMultiAzCluster(cluster: Resource): boolean {
  const engine = cluster.str("engine");
  if (known(engine) && isAuroraEngine(engine)) {
    return false;
  }
  const storage = cluster.str("storageType");
  return (
    isGiven(cluster, "dbClusterInstanceClass", "allocatedStorage", "iops") ||
    storage === UNKNOWN ||
    (storage !== undefined && storage !== "" && !isAuroraEngine(storage))
  );
}

/** The Aurora engine that a cluster wants which names a plain one, although it is no Multi-AZ DB cluster. */
export function missedAuroraEngine(cluster: Resource): string | undefined {
  const engine = cluster.str("engine");
  return cluster.type === RDS_CLUSTER && known(engine) && !isMultiAzCluster(cluster)
    ? AURORA_ENGINES.get(engine)
    : undefined;
}

/** True for Aurora Serverless v1, which has no instances. Serverless v2 is `provisioned`. */
export function isServerlessV1(cluster: Resource): boolean {
  return cluster.type === RDS_CLUSTER && cluster.str("engineMode") === "serverless";
}

/**
 * True for a cluster of a global database that follows the primary: only the primary may name a user, a password or a
 * database.
 */
export function isGlobalSecondary(cluster: Resource): boolean {
  return (
    isGiven(cluster, "globalClusterIdentifier") &&
    !isGiven(
      cluster,
      "masterUsername",
      "masterPassword",
      "masterPasswordWo",
      "manageMasterUserPassword",
      "databaseName",
    )
  );
}

/** True for a copy that follows another database. An empty source promotes a replica, so that it is none any more. */
export function isReplica(database: Resource): boolean {
  return database.type === RDS_INSTANCE
    ? isGiven(database, "replicateSourceDb")
    : isGiven(database, "replicationSourceIdentifier") || isGlobalSecondary(database);
}

/** True for a database made from a snapshot or from the backups of another one. */
export function isRestore(database: Resource): boolean {
  return isGiven(database, "snapshotIdentifier", "restoreToPointInTime");
}

/** The RDS instances and clusters (Aurora and Multi-AZ) that the stack manages; a cluster stands for its instances. */
export function relationalDatabases(stack: Stack): Resource[] {
  return stack.ofType(RDS_INSTANCE, RDS_CLUSTER).filter(({ outside }) => !outside);
}

/** The instances of a cluster. Not complete while an instance does not say which cluster it is of. */
export function clusterMembers(stack: Stack, cluster: Resource): Refs {
  const { members, unplaced } = stack.once(findMembers);
  return { resources: members.get(cluster) ?? [], complete: !unplaced };
}

/** The cluster of a cluster instance; absent where it lies outside the stack or is not known yet. */
export function clusterOf(stack: Stack, instance: Resource): Resource | undefined {
  return stack.refs(instance.at("clusterIdentifier"), RDS_CLUSTER).resources[0];
}

function findMembers(stack: Stack): { members: Map<Resource, Resource[]>; unplaced: boolean } {
  let unplaced = false;
  const members = grouped(stack.ofType(RDS_CLUSTER_INSTANCE), (instance) => {
    const identifier = instance.at("clusterIdentifier");
    const { resources } = stack.refs(identifier, RDS_CLUSTER);
    unplaced ||= resources.length === 0 && identifier.isUnknown;
    return resources;
  });
  return { members, unplaced };
}

/** The least number of readers that autoscaling adds to an Aurora cluster. Unknown where it is not known yet. */
export function autoscaledReaders(stack: Stack, cluster: Resource): number | Unknown {
  let readers = 0;
  for (const target of stack.once(findReaderTargets).get(cluster) ?? []) {
    const least = target.num("minCapacity") ?? 0;
    if (least === UNKNOWN) {
      return UNKNOWN;
    }
    readers += least;
  }
  return readers;
}

/** The scalable targets that add readers, by their cluster. */
function findReaderTargets(stack: Stack): Map<Resource, Resource[]> {
  const targets = stack.ofType(SCALING_TARGET);
  return grouped(
    targets.filter((target) => target.str("scalableDimension") === "rds:cluster:ReadReplicaCount"),
    (target) => {
      const resourceId = target.str("resourceId");
      const named = known(resourceId) ? stack.named(resourceId.replace(/^cluster:/, ""), [RDS_CLUSTER]) : undefined;
      return named ? [named] : stack.refs(target.at("resourceId"), RDS_CLUSTER).resources;
    },
  );
}

/**
 * The engine of an RDS instance, cluster or cluster instance: its own, or that of the cluster, global cluster or source
 * that it belongs to. Unknown where none of them says it.
 */
export function engineOf(stack: Stack, database: Resource): string | Unknown {
  const seen = new Set<Resource>();
  let current: Resource | undefined = database;
  while (current && !seen.has(current)) {
    seen.add(current);
    const engine = current.str("engine");
    if (known(engine) && engine !== "") {
      return engine;
    }
    current = engineSource(stack, current);
  }
  return UNKNOWN;
}

function engineSource(stack: Stack, database: Resource): Resource | undefined {
  const [source] = stack.refs(database.at("engine"), RDS_CLUSTER, RDS_GLOBAL_CLUSTER, RDS_INSTANCE).resources;
  switch (database.type) {
    case RDS_CLUSTER_INSTANCE:
      return source ?? clusterOf(stack, database);
    case RDS_INSTANCE:
      return source ?? stack.refs(database.at("replicateSourceDb"), RDS_INSTANCE).resources[0];
    default:
      return source;
  }
}
