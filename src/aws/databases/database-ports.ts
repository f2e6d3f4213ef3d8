import table from "../data/database-ports.json";
import { engineOf } from "./database";
import type { Resource } from "../../graph/resource";
import type { Stack } from "../../graph/stack";
import { known, UNKNOWN, type Unknown } from "../../graph/value";
import { RDS_CLUSTER, RDS_INSTANCE, RDS_PROXY } from "../type-tokens";

interface Kind {
  /** The engine, where the type has only one, or only engines with the same port. */
  engine?: string;
  hasPort: boolean;
}

const KINDS: ReadonlyMap<string, Kind> = new Map([
  [RDS_INSTANCE, { hasPort: true }],
  [RDS_CLUSTER, { hasPort: true }],
  [RDS_PROXY, { hasPort: false }],
  ["aws:docdb/cluster:Cluster", { engine: "docdb", hasPort: true }],
  ["aws:docdb/elasticCluster:ElasticCluster", { engine: "docdb", hasPort: false }],
  ["aws:neptune/cluster:Cluster", { engine: "neptune", hasPort: true }],
  ["aws:redshift/cluster:Cluster", { engine: "redshift", hasPort: true }],
  ["aws:redshiftserverless/workgroup:Workgroup", { engine: "redshift", hasPort: true }],
  ["aws:memorydb/cluster:Cluster", { engine: "redis", hasPort: true }],
  ["aws:dax/cluster:Cluster", { engine: "dax", hasPort: false }],
  ["aws:elasticache/cluster:Cluster", { hasPort: true }],
  ["aws:elasticache/replicationGroup:ReplicationGroup", { engine: "redis", hasPort: true }],
  ["aws:elasticache/serverlessCache:ServerlessCache", { hasPort: false }],
]);

const PROXY_FAMILIES: ReadonlyMap<string, string> = new Map([
  ["MYSQL", "mysql"],
  ["POSTGRESQL", "postgres"],
  ["SQLSERVER", "sqlserver"],
]);

/** The types of databases and caches that clients reach through security groups. */
export const NETWORKED_DATABASES: readonly string[] = [...KINDS.keys()];

function networkEngineOf(stack: Stack, database: Resource): string | Unknown {
  if (database.type === RDS_PROXY) {
    const family = database.str("engineFamily");
    return (known(family) ? PROXY_FAMILIES.get(family) : undefined) ?? UNKNOWN;
  }
  return KINDS.get(database.type)?.engine ?? engineOf(stack, database);
}

/** The ports that a database, cache or proxy listens on. Unknown where its port or its engine is. */
export function portsOf(stack: Stack, database: Resource): readonly number[] | Unknown {
  const port = KINDS.get(database.type)?.hasPort === true ? database.num("port") : undefined;
  if (port !== undefined) {
    return port === UNKNOWN ? UNKNOWN : [port];
  }
  const engine = networkEngineOf(stack, database);
  if (engine === UNKNOWN) {
    return UNKNOWN;
  }
  return defaultPortsOf(engine);
}

/** The ports that an engine listens on where the program sets no other; unknown for engines that the table does not have. */
export function defaultPortsOf(engine: string): readonly number[] | Unknown {
  const ports = new Map(Object.entries(table.engines));
  // The edition follows the engine: oracle-ee, sqlserver-web, db2-se.
  return ports.get(engine) ?? ports.get(engine.split("-", 1)[0] ?? "") ?? UNKNOWN;
}

/** What a port suggests on its own: `PostgreSQL` for 5432. Absent for ports of no database or cache. */
export function databaseAtPort(port: number): string | undefined {
  return new Map(Object.entries(table.names)).get(String(port));
}

/** The ports that suggest a database or cache on their own. */
export const SUGGESTIVE_PORTS: readonly number[] = Object.keys(table.names).map(Number);

/** The ports of search engines. */
export const SEARCH_PORTS: readonly number[] = Object.keys(table.search).map(Number);

/** A range of ports that is about the port of one service, and not about opening much. */
const NARROW = 100;

/** True for a range of ports that is about one service. */
export const isNarrow = ({ from, to }: { from: number; to: number }): boolean => to - from < NARROW;
