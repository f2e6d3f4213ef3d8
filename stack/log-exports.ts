import table from "../facts/rds-log-exports.json";
import { missedAuroraEngine, RDS_CLUSTER } from "./database";
import type { Resource } from "./resource";
import { known } from "./value";

const ENGINES: Readonly<Record<string, { cluster: string[]; instance: string[]; expected: string[] }>> = table.engines;

const NAMES = new Set(Object.values(ENGINES).flatMap(({ cluster, instance }) => [...cluster, ...instance]));

/** The logs that a database can send to CloudWatch. */
export interface ExportableLogs {
  all: readonly string[];
  /** Those of them that an audit looks for. */
  expected: readonly string[];
}

/** The logs that an RDS instance or cluster has by its engine; absent where the table does not tell. */
export function exportableLogs(database: Resource): ExportableLogs | undefined {
  const engine = missedAuroraEngine(database) ?? database.str("engine");
  if (!known(engine)) {
    return undefined;
  }
  // Every edition (oracle-ee, oracle-se2-cdb, sqlserver-web, db2-se) has the same logs.
  const row = ENGINES[engine] ?? ENGINES[engine.replace(/-.*/, "")];
  const all = row?.[database.type === RDS_CLUSTER ? "cluster" : "instance"] ?? [];
  return row && all.length > 0 ? { all, expected: row.expected.filter((name) => all.includes(name)) } : undefined;
}

/** True for the name of a log that some engine has. */
export function isKnownLog(name: string): boolean {
  return NAMES.has(name);
}
