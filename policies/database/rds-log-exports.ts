import { tableOf } from "../../contract/facts";
import { isAuroraInstance, RDS_CLUSTER, RDS_INSTANCE } from "../../stack/database";
import { exportableLogs, isKnownLog } from "../../stack/log-exports";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const listed = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(", ");

export default defineRule({
  id: "rds-log-exports",
  category: "database",
  description: "RDS sends its logs to CloudWatch",
  severity: "medium",
  level: "raised-by-contract",
  contractKeys: ["databaseLogExports"],
  failures: ["B21"],
  controls: [
    { framework: "AWS FSBP", reference: "RDS.9" },
    { framework: "AWS FSBP", reference: "RDS.34" },
    { framework: "AWS FSBP", reference: "RDS.36" },
    { framework: "AWS FSBP", reference: "RDS.37" },
    { framework: "AWS FSBP", reference: "RDS.40" },
    { framework: "AWS FSBP", reference: "RDS.42" },
    { framework: "PCI DSS 4.0.1", reference: "10.2.1" },
    { framework: "PCI DSS 4.0.1", reference: "10.4.2" },
  ],
  why:
    "Logs that stay on the database are gone with it, and after a few days in any case. " +
    "Who logged in, what failed and what was slow can then be told by nobody.",
  fix: {
    typescript: 'enabledCloudwatchLogsExports: ["audit", "error", "general", "slowquery"],',
    python: 'enabled_cloudwatch_logs_exports=["audit", "error", "general", "slowquery"],',
    yaml: "enabledCloudwatchLogsExports: [audit, error, general, slowquery]",
  },
  limits:
    "Whether the parameter or option group switches a log on. Names that no engine is known to have are advisory. " +
    "Of the logs in the contract, those count that the engine has.",
  resource: {
    types: [RDS_INSTANCE, RDS_CLUSTER],
    check(database, { contract, report, undecided }) {
      const exports = database.list("enabledCloudwatchLogsExports") ?? [];
      const isAurora = isAuroraInstance(database);
      if (isAurora === true) {
        return;
      }
      if (exports === UNKNOWN || (exports.length === 0 && isAurora === UNKNOWN)) {
        undecided(database, exports === UNKNOWN ? "enabledCloudwatchLogsExports" : "engine");
        return;
      }
      const table = tableOf(contract, "rds-log-exports");
      const logs = exportableLogs(database, table);
      const names = exports.map((view) => view.str());
      exports.forEach((view, index) => {
        const name = names[index];
        if (logs && known(name) && !logs.all.includes(name)) {
          report({
            at: view,
            level: isKnownLog(name, table) ? "mandatory" : "advisory",
            message: `the engine has no log "${name}" to export; take one of ${listed(logs.all)}.`,
          });
        }
      });
      const { databaseLogExports: asked } = contract;
      const wanted = asked === true ? logs?.expected : asked ? logs?.all.filter((name) => asked.includes(name)) : [];
      const missing = (wanted ?? []).filter((name) => !names.includes(name));
      if (names.length === 0) {
        const sample = missing.length > 0 ? missing : (logs?.expected ?? ["error"]);
        report({
          at: database,
          property: "enabledCloudwatchLogsExports",
          ...(logs && { mend: { enabledCloudwatchLogsExports: [...sample] } }),
          message: `no log is sent to CloudWatch; set enabledCloudwatchLogsExports: [${listed(sample)}].`,
        });
      } else if (missing.length > 0 && names.includes(UNKNOWN)) {
        undecided(database, "enabledCloudwatchLogsExports");
      } else if (missing.length > 0) {
        report({
          at: database,
          property: "enabledCloudwatchLogsExports",
          mend: {
            enabledCloudwatchLogsExports: Object.fromEntries(missing.map((name, i) => [names.length + i, name])),
          },
          message: `the contract asks for logs that are not sent to CloudWatch; add ${listed(missing)} to enabledCloudwatchLogsExports.`,
        });
      }
    },
  },
  remediation: {
    does:
      "sets `enabledCloudwatchLogsExports` to the logs that an audit looks for, where none is sent; adds to it the logs that the " +
      "contract asks for",
    leaves: "Names of logs that the engine does not have, and engines that the table of facts does not have.",
  },
});
