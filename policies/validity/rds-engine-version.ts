import { RDS_CLUSTER, RDS_INSTANCE } from "../../src/aws/type-tokens";
import { tableOf } from "../../src/contract/facts";
import { isAuroraEngine, isMultiAzCluster, isReplica, isRestore } from "../../src/aws/databases/database";
import { isVersionOf, offeredInstead, versionStatus } from "../../src/aws/databases/engine-versions";
import type { Resource } from "../../src/graph/resource";
import { UNKNOWN } from "../../src/graph/value";
import { atCreation } from "../../src/rules/at-creation";
import { defineRule, type Context, type Finding } from "../../src/rules/rule";

/** True for a cluster that aurora-engine-version checks, or whose engine is wrong: its fix decides the version too. */
function isOfOtherRule(database: Resource, { contract }: Context): boolean {
  return (
    database.type === RDS_CLUSTER && (!isMultiAzCluster(database) || isAuroraEngine(contract.database?.engine ?? ""))
  );
}

/** The finding for a version; absent where AWS offers it, or may offer it. */
function problemOf(database: Resource, engine: string, version: string, { contract }: Context): Finding | undefined {
  const versions = tableOf(contract, "rds-engine-versions");
  const instead = offeredInstead(engine, version, versions);
  const common = {
    at: database,
    property: "engineVersion",
    awsError: `Cannot find version ${version} for ${engine}`,
  };
  if (isVersionOf(engine, version) === false) {
    const choice = instead
      ? `Set a version such as \`engineVersion: "${instead.newest}"\``
      : `Set one that "aws rds describe-db-engine-versions" lists`;
    return { ...common, message: `"${version}" is not a version of ${engine}. ${choice}.` };
  }
  const isWithdrawn = versionStatus(engine, version, versions) === "deprecated";
  if (!instead || !isWithdrawn || isReplica(database) || isRestore(database)) {
    return undefined;
  }
  const { nearest, newest } = instead;
  const choice =
    `Set \`engineVersion: "${nearest}"\`` + (nearest === newest ? "" : ` (the nearest) or "${newest}" (the newest)`);
  return {
    ...common,
    message:
      `AWS has withdrawn version ${version} of ${engine} (as of ${versions.date}). ` +
      `${choice}, or add it to "engineVersions.allow" of the contract.`,
  };
}

export default defineRule({
  id: "rds-engine-version",
  category: "validity",
  description: "Databases must have a version that AWS offers for their engine",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  contractKeys: ["engineVersions.offered"],
  why:
    "Each engine has versions of its own, and AWS offers each for a time: 8.0.35 is a version of MySQL and not of " +
    "PostgreSQL, and a withdrawn version cannot be chosen for a new database.",
  fix: {
    typescript: `engine: "postgres",
engineVersion: "16",`,
    python: `engine="postgres",
engine_version="16",`,
    yaml: `engine: postgres
engineVersion: "16"`,
  },
  limits:
    "Aurora, which aurora-engine-version checks; versions that the table of facts does not list, and those in the contract's " +
    "engineVersions.allow; which versions of MariaDB, Oracle, SQL Server and Db2 AWS still offers; withdrawn versions of " +
    "replicas and restores. On a database that exists already a finding is advisory.",
  references: [
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBEngineVersions.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html",
  ],
  ...atCreation({
    types: [RDS_INSTANCE, RDS_CLUSTER],
    check(database, context) {
      const version = database.str("engineVersion");
      const engine = database.str("engine");
      if (version === undefined || version === "" || engine === undefined || isOfOtherRule(database, context)) {
        return;
      }
      if (version === UNKNOWN || engine === UNKNOWN) {
        context.undecided(database, version === UNKNOWN ? "engineVersion" : "engine");
        return;
      }
      const isChecked = !isAuroraEngine(engine) && context.contract.engineVersions?.allow?.includes(version) !== true;
      const problem = isChecked ? problemOf(database, engine, version, context) : undefined;
      if (problem) {
        context.report(problem);
      }
    },
  }),
});
