import table from "../data/elasticache-engines.json";
import type { Certainty } from "../../graph/certainty";
import type { Resource } from "../../graph/resource";
import { known, UNKNOWN, type Unknown } from "../../graph/value";
import type { View } from "../../graph/view";
import { ELASTICACHE_CLUSTER, ELASTICACHE_REPLICATION_GROUP } from "../type-tokens";

const ENCRYPTED_BY_DEFAULT: Readonly<Record<string, boolean>> = table.encryptedAtRestByDefault;

/** The oldest version of Memcached that supports TLS. */
export const OLDEST_MEMCACHED_WITH_TLS = table.memcachedTransitEncryptionSince;

/** True where a property has a value, even one that is not known yet. */
export function isGiven({ value }: View): boolean {
  return value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);
}

/** The engine of a cache: redis, valkey or memcached. Absent for a node that belongs to a replication group. */
export function cacheEngine(cache: Resource): string | Unknown | undefined {
  const engine = cache.str("engine");
  if (known(engine)) {
    return engine.toLowerCase();
  }
  return engine ?? (cache.type === ELASTICACHE_REPLICATION_GROUP ? table.defaultEngine : undefined);
}

/** True for a cluster that only adds a node to a replication group; the group has the settings for encryption. */
export function isGroupMember(cache: Resource): boolean {
  return cache.type === ELASTICACHE_CLUSTER && isGiven(cache.at("replicationGroupId"));
}

/** True for a group that follows the primary of a global datastore: it takes over engine and encryption. */
export function followsGlobalDatastore(cache: Resource): boolean {
  return cache.type === ELASTICACHE_REPLICATION_GROUP && isGiven(cache.at("globalReplicationGroupId"));
}

/** Whether AWS encrypts a group of this engine at rest by default. Absent for engines that the table does not have. */
export function isEncryptedByDefault(engine: string): boolean | undefined {
  return Object.hasOwn(ENCRYPTED_BY_DEFAULT, engine) ? ENCRYPTED_BY_DEFAULT[engine] : undefined;
}

/** True for a single Redis node: only a replication group has encryption, tokens and users. */
export function isLoneRedis(cache: Resource): Certainty {
  const engine = isGroupMember(cache) || cache.type !== ELASTICACHE_CLUSTER ? undefined : cacheEngine(cache);
  return engine === UNKNOWN ? UNKNOWN : engine === "redis";
}

/** True for Memcached, which has neither backups nor minor versions of its own. */
export function isMemcached(cache: Resource): Certainty {
  const engine = cacheEngine(cache);
  return engine === UNKNOWN ? !isGroupMember(cache) && UNKNOWN : engine === "memcached";
}
