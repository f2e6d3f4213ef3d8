import { tableOf } from "../../contract/facts";
import {
  isAuroraEngine,
  isMultiAzCluster,
  isReplica,
  isRestore,
  RDS_CLUSTER,
  RDS_INSTANCE,
} from "../../stack/database";
import { isVersionOf, offeredInstead, versionStatus } from "../../stack/engine-versions";
import type { Resource } from "../../stack/resource";
import { UNKNOWN } from "../../stack/value";
import { defineRule, type Context } from "../rule";

/** True for a cluster that is judged as Aurora, or whose engine is at fault: what is mended there mends the version. */
function isAuroras(database: Resource, { contract }: Context): boolean {
  return (
    database.type === RDS_CLUSTER && (!isMultiAzCluster(database) || isAuroraEngine(contract.database?.engine ?? ""))
  );
}

export default defineRule({
  id: "rds-engine-version",
  category: "validity",
  description: "Databases have a version that AWS offers for their engine",
  severity: "high",
  level: "raised-by-contract",
  contractKeys: ["engineVersions.offered"],
  failures: [],
  why:
    "Each engine has versions of its own form, and AWS offers each for a time: MySQL's 8.0.35 is none of PostgreSQL, and " +
    "one that has been withdrawn cannot be chosen for a new database.",
  fix: {
    typescript: 'engine: "postgres",\nengineVersion: "16",',
    python: 'engine="postgres",\nengine_version="16",',
    yaml: 'engine: postgres\nengineVersion: "16"',
  },
  limits:
    "Aurora, which aurora-engine-version looks at; versions newer than the table of facts, and those in the contract's " +
    "engineVersions.allow; which versions of MariaDB, Oracle, SQL Server and Db2 are still offered; withdrawn versions of " +
    "replicas and restores, which have their source's.",
  resource: {
    types: [RDS_INSTANCE, RDS_CLUSTER],
    check(database, context) {
      const { contract, report, undecided } = context;
      const version = database.str("engineVersion");
      const engine = database.str("engine");
      if (version === undefined || version === "" || engine === undefined || isAuroras(database, context)) {
        return;
      }
      if (version === UNKNOWN || engine === UNKNOWN) {
        undecided(database, version === UNKNOWN ? "engineVersion" : "engine");
        return;
      }
      if (isAuroraEngine(engine) || contract.engineVersions?.allow?.includes(version)) {
        return;
      }
      const table = tableOf(contract, "rds-engine-versions");
      const instead = offeredInstead(engine, version, table);
      const answer = `Cannot find version ${version} for ${engine}`;
      if (isVersionOf(engine, version) === false) {
        report({
          at: database,
          property: "engineVersion",
          level: "mandatory",
          message: `${version} does not read like a version of ${engine}; ${instead ? `set a version such as ${instead.newest}` : "set one that aws rds describe-db-engine-versions lists"}.`,
          answer,
        });
      } else if (
        instead &&
        versionStatus(engine, version, table) === "deprecated" &&
        !isReplica(database) &&
        !isRestore(database)
      ) {
        const { nearest, newest } = instead;
        const choice = nearest === newest ? newest : `${nearest} (the nearest) or ${newest} (the newest)`;
        report({
          at: database,
          property: "engineVersion",
          message:
            `AWS does not offer ${version} for ${engine} to new databases (as of ${table.date}); ` +
            `set engineVersion to ${choice}, or list it in the contract's engineVersions.allow.`,
          answer,
        });
      }
    },
  },
});
