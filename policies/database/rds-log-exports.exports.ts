import { intendedAuroraEngine } from "../../src/aws/databases/database";
import { RDS_CLUSTER } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { known } from "../../src/graph/value";

type Logs = Readonly<Record<"cluster" | "instance" | "expected", readonly string[]>>;

/** The table of the logs that each engine can export. */
export interface LogExports {
  readonly engines: Readonly<Record<string, Logs>>;
}

/** The logs that a database can send to CloudWatch. */
export interface ExportableLogs {
  all: readonly string[];
  /** Those of them that an audit reads. */
  expected: readonly string[];
}

/** The logs that the engine of an RDS instance or cluster has; absent for engines that the table does not have. */
export function exportableLogs(database: Resource, { engines }: LogExports): ExportableLogs | undefined {
  const engine = intendedAuroraEngine(database) ?? database.str("engine");
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
