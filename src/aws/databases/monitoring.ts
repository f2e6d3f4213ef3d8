import { clusterOf, isAuroraInstance, isMultiAzCluster } from "./database";
import { RDS_CLUSTER, RDS_CLUSTER_INSTANCE, RDS_INSTANCE } from "../type-tokens";
import { anyOf, type Certainty } from "../../graph/certainty";
import type { Resource } from "../../graph/resource";
import type { Stack } from "../../graph/stack";
import { UNKNOWN } from "../../graph/value";

/** What RDS monitors: instances, those of Aurora clusters, and Multi-AZ clusters as a whole. */
export function monitoredDatabases(stack: Stack): Resource[] {
  const clusters = stack.managed(RDS_CLUSTER).filter(isMultiAzCluster);
  const instances = stack.managed(RDS_INSTANCE, RDS_CLUSTER_INSTANCE);
  return [...clusters, ...instances.filter((one) => isAuroraInstance(one) !== true)];
}

/** Whether a database has a setting, itself or by its cluster; unknown where the cluster is in another stack. */
export function isMonitored(stack: Stack, database: Resource, has: (one: Resource) => Certainty): Certainty {
  if (database.type !== RDS_CLUSTER_INSTANCE) {
    return has(database);
  }
  const cluster = clusterOf(stack, database);
  return anyOf([has(database), cluster === undefined ? UNKNOWN : has(cluster)]);
}
