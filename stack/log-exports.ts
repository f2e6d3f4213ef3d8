import { missedAuroraEngine, RDS_CLUSTER } from "./database";
import type { Resource } from "./resource";
import { known } from "./value";

type Logs = Readonly<Record<"cluster" | "instance" | "expected", readonly string[]>>;

/** The table of the logs that each engine can export. */
export interface LogExports {
  readonly engines: Readonly<Record<string, Logs>>;
}

/** The logs that a database can send to CloudWatch. */
export interface ExportableLogs {
  all: readonly string[];
  /** Those of them that an audit looks for. */
  expected: readonly string[];
}

/** The logs that an RDS instance or cluster has by its engine; absent where the table does not tell. */
export function exportableLogs(database: Resource, { engines }: LogExports): ExportableLogs | undefined {
  const engine = missedAuroraEngine(database) ?? database.str("engine");
  if (!known(engine)) {
    return undefined;
  }
  // Every edition (oracle-ee, oracle-se2-cdb, sqlserver-web, db2-se) has the same logs.
  const row = engines[engine] ?? engines[engine.replace(/-.*/, "")];
  const all = row?.[database.type === RDS_CLUSTER ? "cluster" : "instance"] ?? [];
  return row && all.length > 0 ? { all, expected: row.expected.filter((name) => all.includes(name)) } : undefined;
}

/** True for the name of a log that some engine has. */
export function isKnownLog(name: string, { engines }: LogExports): boolean {
  return Object.values(engines).some(({ cluster, instance }) => [...cluster, ...instance].includes(name));
}
