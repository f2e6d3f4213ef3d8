import type { Certainty } from "../../graph/certainty";
import type { Resource } from "../../graph/resource";
import { grouped, type Refs, type Stack } from "../../graph/stack";
import { known, UNKNOWN, type Unknown } from "../../graph/value";
import { APPAUTOSCALING_TARGET, RDS_CLUSTER, RDS_CLUSTER_INSTANCE, RDS_INSTANCE } from "../type-tokens";
export const RDS_GLOBAL_CLUSTER = "aws:rds/globalCluster:GlobalCluster";

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

/** True for engines whose storage, backups and encryption belong to the cluster: aurora-mysql, aurora-postgresql. */
export function isAuroraEngine(engine: string): boolean {
  return engine.startsWith("aurora");
}

/** Whether an RDS instance has an Aurora engine, so that its storage is configured on its cluster. */
export function isAuroraInstance(database: Resource): Certainty {
  const engine = database.str("engine");
  return database.type === RDS_INSTANCE && engine !== undefined && (known(engine) ? isAuroraEngine(engine) : UNKNOWN);
}

/**
 * True for a cluster with arguments that only a Multi-AZ DB cluster has. AWS creates its three instances, and its engine
 * is mysql or postgres; without these arguments AWS accepts Aurora engines only.
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

/** The Aurora engine that a cluster must mean, as it names a plain engine and is not a Multi-AZ DB cluster. */
export function intendedAuroraEngine(cluster: Resource): string | undefined {
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

/** True for a copy that follows another database. An empty source promotes a replica to a database of its own. */
export function isReplica(database: Resource): boolean {
  return database.type === RDS_INSTANCE
    ? isGiven(database, "replicateSourceDb")
    : isGiven(database, "replicationSourceIdentifier") || isGlobalSecondary(database);
}

/** True for a database that is restored from a snapshot or from the backups of another one. */
export function isRestore(database: Resource): boolean {
  return isGiven(database, "snapshotIdentifier", "restoreToPointInTime");
}

/** The RDS instances and clusters (Aurora and Multi-AZ) that the stack manages; the instances of a cluster are left out. */
export function relationalDatabases(stack: Stack): Resource[] {
  return stack.managed(RDS_INSTANCE, RDS_CLUSTER);
}

/** The instances of a cluster. Not complete while the cluster of some instance is not known. */
export function clusterMembers(stack: Stack, cluster: Resource): Refs {
  const { members, complete } = stack.once(findMembers);
  return { resources: members.get(cluster) ?? [], complete };
}

/** The cluster of a cluster instance; absent where it is in another stack or is not known yet. */
export function clusterOf(stack: Stack, instance: Resource): Resource | undefined {
  return stack.refs(instance.at("clusterIdentifier"), RDS_CLUSTER).resources[0];
}

function findMembers(stack: Stack): { members: Map<Resource, Resource[]>; complete: boolean } {
  let complete = true;
  const members = grouped(stack.ofType(RDS_CLUSTER_INSTANCE), (instance) => {
    const identifier = instance.at("clusterIdentifier");
    const { resources } = stack.refs(identifier, RDS_CLUSTER);
    complete &&= resources.length > 0 || !identifier.isUnknown;
    return resources;
  });
  return { members, complete };
}

/** The least number of readers that autoscaling adds to an Aurora cluster. Unknown while a target may be for it. */
export function autoscaledReaders(stack: Stack, cluster: Resource): number | Unknown {
  const { targets, complete } = stack.once(findReaderTargets);
  let readers = 0;
  for (const target of targets.get(cluster) ?? []) {
    const least = target.num("minCapacity") ?? 0;
    if (least === UNKNOWN) {
      return UNKNOWN;
    }
    readers += least;
  }
  return complete ? readers : UNKNOWN;
}

const READERS = "rds:cluster:ReadReplicaCount";

/** The scalable targets that add readers, by their cluster. Not complete where a target may be for any cluster. */
function findReaderTargets(stack: Stack): { targets: Map<Resource, Resource[]>; complete: boolean } {
  let complete = true;
  const candidates = stack.ofType(APPAUTOSCALING_TARGET).filter((target) => {
    const dimension = target.str("scalableDimension");
    return dimension === READERS || dimension === UNKNOWN;
  });
  const targets = grouped(candidates, (target) => {
    const resourceId = target.str("resourceId");
    const named = known(resourceId) ? stack.named(resourceId.replace(/^cluster:/, ""), [RDS_CLUSTER]) : undefined;
    const { resources } = stack.refs(target.at("resourceId"), RDS_CLUSTER);
    // A target that is skipped (`--target`) has no inputs: it may scale anything.
    complete &&= named !== undefined || resources.length > 0 || known(resourceId);
    return named ? [named] : resources;
  });
  return { targets, complete };
}

/**
 * The engine of an RDS instance, cluster or cluster instance: its own, or that of the cluster, global cluster or source
 * that it belongs to. Unknown where none of them has one.
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
