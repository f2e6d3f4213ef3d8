import { tableOf } from "../../contract/facts";
import { isAuroraEngine, RDS_CLUSTER } from "../../stack/database";
import { auroraVersionForm, isWithdrawnFromAurora, offeredInstead } from "../../stack/engine-versions";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "aurora-engine-version",
  category: "database",
  description: "Aurora has a version that AWS offers for its engine",
  severity: "high",
  level: "raised-by-contract",
  contractKeys: ["engineVersions.offered"],
  failures: ["B16", "E1"],
  why:
    "AWS offers a version for a time and then withdraws it: the deployment ends with Cannot find version 15.3 for " +
    "aurora-postgresql, and with it all that needs the database.",
  fix: {
    typescript: 'engine: "aurora-mysql",\nengineVersion: "8.0.mysql_aurora.3.10.5",',
    python: 'engine="aurora-mysql",\nengine_version="8.0.mysql_aurora.3.10.5",',
    yaml: "engine: aurora-mysql\nengineVersion: 8.0.mysql_aurora.3.10.5",
  },
  limits:
    "Versions newer than the table of facts; versions in the contract's engineVersions.allow; a major version alone " +
    "(8.0, 15), which AWS takes, unless the contract asks for an Aurora engine; clusters that are not Aurora and need not be.",
  resource: {
    types: [RDS_CLUSTER],
    check(cluster, { contract, report, undecided }) {
      const version = cluster.str("engineVersion");
      const engine = cluster.str("engine");
      const wanted = contract.database?.engine ?? "";
      if (version === undefined || version === "" || engine === undefined) {
        return;
      }
      if (version === UNKNOWN || engine === UNKNOWN) {
        undecided(cluster, version === UNKNOWN ? "engineVersion" : "engine");
        return;
      }
      // Where the contract asks for Aurora, the version has to be one of Aurora's, whatever engine stands there now.
      const isMismatch = !isAuroraEngine(engine) && isAuroraEngine(wanted);
      const target = isMismatch ? wanted : engine;
      const form = auroraVersionForm(target, version);
      const versions = tableOf(contract, "rds-engine-versions");
      const instead = offeredInstead(target, version, versions);
      if (form === undefined || instead === undefined || contract.engineVersions?.allow?.includes(version)) {
        return;
      }
      const { nearest, newest } = instead;
      if (form === "wrong") {
        report({
          at: cluster,
          property: "engineVersion",
          level: "mandatory",
          message: `${version} is not a version of ${target}, whose versions read like ${newest}; set engineVersion: "${newest}".`,
        });
      } else if (form === "major" && isAuroraEngine(wanted)) {
        report({
          at: cluster,
          property: "engineVersion",
          ...(isMismatch && { level: "mandatory" }),
          message:
            `${version} names no version of ${target} but a major one, and leaves the version to AWS; ` +
            `set a full version, such as engineVersion: "${newest}".`,
        });
      } else if (isWithdrawnFromAurora(target, version, versions)) {
        const choice = nearest === newest ? newest : `${nearest} (the nearest) or ${newest} (the newest)`;
        report({
          at: cluster,
          property: "engineVersion",
          message:
            `AWS does not offer ${version} for ${target} to new clusters (as of ${versions.date}); ` +
            `set engineVersion to ${choice}, or list it in the contract's engineVersions.allow.`,
        });
      }
    },
  },
});
