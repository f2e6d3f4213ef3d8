import { RDS_CLUSTER, RDS_INSTANCE } from "../../src/aws/type-tokens";
import { tableOf } from "../../src/contract/facts";
import { isAuroraInstance } from "../../src/aws/databases/database";
import { exportableLogs, isKnownLog } from "./rds-log-exports.exports";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule, type Level } from "../../src/rules/rule";

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(", ");

export default defineRule({
  id: "rds-log-exports",
  category: "database",
  description: "RDS must send its logs to CloudWatch, and only logs that its engine has",
  severity: "medium",
  level: "mandatory",
  basis: "aws-rejects",
  contractKeys: ["databaseLogExports"],
  failures: ["B21"],
  why:
    "Logs that stay on the database are lost with it, and after a few days in any case: who logged in, what failed and " +
    "what was slow. AWS rejects the name of a log that the engine does not have.",
  fix: {
    typescript: `enabledCloudwatchLogsExports: ["audit", "error", "general", "slowquery"],`,
    python: `enabled_cloudwatch_logs_exports=["audit", "error", "general", "slowquery"],`,
    yaml: `enabledCloudwatchLogsExports: [audit, error, general, slowquery]`,
  },
  limits:
    "Whether the parameter or option group switches a log on. Missing logs are advisory unless the contract sets " +
    "databaseLogExports or names a framework; of the logs in it, those count that the engine has. Names that no engine is known to have are " +
    "advisory.",
  references: [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html",
  ],
  resource: {
    types: [RDS_INSTANCE, RDS_CLUSTER],
    check(database, { contract, servesFramework, report, undecided }) {
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
          const isKnown = isKnownLog(name, table);
          report({
            at: view,
            level: isKnown ? "mandatory" : "advisory",
            message:
              (isKnown
                ? `The engine of this database has no log "${name}", so AWS rejects it. `
                : `No engine is known to have a log "${name}". `) + `Choose from ${quoted(logs.all)}.`,
          });
        }
      });
      const { databaseLogExports: requested = false } = contract;
      const areAllRequired = requested === true || (servesFramework && database.type === RDS_INSTANCE);
      const required = areAllRequired
        ? logs?.expected
        : requested
          ? logs?.all.filter((name) => requested.includes(name))
          : [];
      const missing = (required ?? []).filter((name) => !names.includes(name));
      const level: Level = requested === false && !servesFramework ? "advisory" : "mandatory";
      if (names.length === 0) {
        const sample = missing.length > 0 ? missing : (logs?.expected ?? ["error"]);
        report({
          at: database,
          property: "enabledCloudwatchLogsExports",
          level,
          ...(logs && { fix: { enabledCloudwatchLogsExports: [...sample] } }),
          message: `The database sends no log to CloudWatch. Set \`enabledCloudwatchLogsExports: [${quoted(sample)}]\`.`,
        });
      } else if (missing.length > 0 && names.includes(UNKNOWN)) {
        undecided(database, "enabledCloudwatchLogsExports");
      } else if (missing.length > 0) {
        report({
          at: database,
          property: "enabledCloudwatchLogsExports",
          level,
          fix: {
            enabledCloudwatchLogsExports: Object.fromEntries(missing.map((name, i) => [names.length + i, name])),
          },
          message:
            "The contract requires logs that the database does not send to CloudWatch. " +
            `Add ${quoted(missing)} to \`enabledCloudwatchLogsExports\`.`,
        });
      }
    },
  },
  remediation: {
    does:
      "sets `enabledCloudwatchLogsExports` to the logs that an audit reads, where none is sent; adds to it the logs that " +
      "the contract requires",
    leaves: "Names of logs that the engine does not have, and engines that the table of facts does not have.",
  },
});
