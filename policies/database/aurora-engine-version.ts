import { RDS_CLUSTER } from "../../src/aws/type-tokens";
import type { Contract } from "../../src/contract/schema";
import { tableOf } from "../../src/contract/facts";
import { isAuroraEngine, isReplica, isRestore } from "../../src/aws/databases/database";
import {
  auroraVersionForm,
  isSkippedByAurora,
  offeredInstead,
  versionStatus,
} from "../../src/aws/databases/engine-versions";
import type { Resource } from "../../src/graph/resource";
import { UNKNOWN } from "../../src/graph/value";
import { atCreation } from "../../src/rules/at-creation";
import { defineRule, type Finding } from "../../src/rules/rule";

/** What AWS answers to a version that the engine does not have. */
const cannotFind = (version: string, engine: string): string => `Cannot find version ${version} for ${engine}`;

/** The finding for a version of a cluster; absent where AWS accepts it, or may accept it. */
function problemOf(cluster: Resource, engine: string, version: string, contract: Contract): Finding | undefined {
  const required = contract.database?.engine ?? "";
  // Where the contract requires Aurora, the version must be one of Aurora's, whatever the engine is now.
  const isMismatch = !isAuroraEngine(engine) && isAuroraEngine(required);
  const target = isMismatch ? required : engine;
  const versions = tableOf(contract, "rds-engine-versions");
  const form = auroraVersionForm(target, version, versions);
  const instead = offeredInstead(target, version, versions);
  if (form === undefined || instead === undefined || contract.engineVersions?.allow?.includes(version)) {
    return undefined;
  }
  const { nearest, newest } = instead;
  const isOfferedRequired = contract.engineVersions?.offered === true;
  const at = { at: cluster, property: "engineVersion" };
  if (form === "wrong") {
    return {
      ...at,
      message: `"${version}" is not a version of ${target}. Set a version such as \`engineVersion: "${newest}"\`.`,
      ...(!isMismatch && { awsError: cannotFind(version, target) }),
    };
  }
  if (form === "major") {
    return isAuroraEngine(required)
      ? {
          ...at,
          level: isMismatch || isOfferedRequired ? "mandatory" : "advisory",
          message:
            `"${version}" is only a major version of ${target}, so AWS chooses the version. ` +
            `Set a full version such as \`engineVersion: "${newest}"\`.`,
        }
      : undefined;
  }
  const choice =
    `Set \`engineVersion: "${nearest}"\`` + (nearest === newest ? "" : ` (the nearest) or "${newest}" (the newest)`);
  if (versionStatus(target, version, versions) === "deprecated" && !isReplica(cluster) && !isRestore(cluster)) {
    return {
      ...at,
      message:
        `AWS has withdrawn version ${version} of ${target} (as of ${versions.date}). ` +
        `${choice}, or add it to "engineVersions.allow" of the contract.`,
      ...(!isMismatch && { awsError: cannotFind(version, target) }),
    };
  }
  return isSkippedByAurora(target, version, versions)
    ? {
        ...at,
        level: isOfferedRequired ? "mandatory" : "advisory",
        message:
          `${version} is a version of plain RDS that AWS does not list for ${target} (as of ${versions.date}). ` +
          `${choice}, or add it to "engineVersions.allow" of the contract.`,
      }
    : undefined;
}

export default defineRule({
  id: "aurora-engine-version",
  category: "database",
  description: "Aurora clusters must have a version that AWS offers for their engine",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  contractKeys: ["engineVersions.offered"],
  failures: ["B16", "E1"],
  why:
    "AWS offers a version for a time and then withdraws it. A new cluster with a withdrawn version fails with Cannot find " +
    "version 15.3 for aurora-postgresql, and everything that needs the database fails with it.",
  fix: {
    typescript: `engine: "aurora-mysql",
engineVersion: "8.0.mysql_aurora.3.10.6",`,
    python: `engine="aurora-mysql",
engine_version="8.0.mysql_aurora.3.10.6",`,
    yaml: `engine: aurora-mysql
engineVersion: 8.0.mysql_aurora.3.10.6`,
  },
  limits:
    "Versions that the table of facts does not list, unless plain RDS has them and Aurora has later ones: those are " +
    "advisory. Versions in the contract's engineVersions.allow; a major version alone (8.0, 15), which AWS accepts, unless " +
    "the contract requires an Aurora engine; withdrawn versions of replicas and restores; clusters that are not Aurora and " +
    "need not be. On a cluster that exists already a finding is advisory.",
  references: [
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.VersionPolicy.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBEngineVersions.html",
  ],
  ...atCreation({
    types: [RDS_CLUSTER],
    check(cluster, { contract, report, undecided }) {
      const version = cluster.str("engineVersion");
      const engine = cluster.str("engine");
      if (version === undefined || version === "" || engine === undefined) {
        return;
      }
      if (version === UNKNOWN || engine === UNKNOWN) {
        undecided(cluster, version === UNKNOWN ? "engineVersion" : "engine");
        return;
      }
      const problem = problemOf(cluster, engine, version, contract);
      if (problem) {
        report(problem);
      }
    },
  }),
});
