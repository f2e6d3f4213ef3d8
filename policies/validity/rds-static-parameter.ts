import { tableOf } from "../../src/contract/facts";
import { known, UNKNOWN } from "../../src/graph/value";
import { atCreation } from "../../src/rules/at-creation";
import { defineRule, type Finding, type ResourceCheck } from "../../src/rules/rule";

/** Their parameters in the table come from the documentation of the servers, not of AWS. */
const OF_THE_SERVER: ReadonlySet<string> = new Set(["mysql", "mariadb"]);

const CHECK: ResourceCheck = {
  types: ["aws:rds/parameterGroup:ParameterGroup", "aws:rds/clusterParameterGroup:ClusterParameterGroup"],
  check(group, { contract, report, undecided }) {
    const family = group.str("family");
    const parameters = group.list("parameters") ?? [];
    if (!known(family) || !known(parameters)) {
      undecided(group, known(family) ? "parameters" : "family");
      return;
    }
    const families = Object.entries(tableOf(contract, "rds-static-parameters").families);
    // What applies to an engine applies to its Aurora: aurora-postgresql16 is postgres too.
    const familiesWith = (name: string): string[] =>
      families
        .filter(
          ([start, names]) =>
            (family.startsWith(start) || family.startsWith(`aurora-${start}`)) && names.includes(name.toLowerCase()),
        )
        .map(([start]) => start);
    for (const parameter of parameters) {
      const name = parameter.str("name");
      const method = parameter.str("applyMethod") ?? "immediate";
      const found = known(name) ? familiesWith(name) : [];
      if (name === UNKNOWN || (found.length > 0 && method === UNKNOWN)) {
        undecided(parameter, name === UNKNOWN ? "name" : "applyMethod");
      } else if (known(name) && found.length > 0 && method === "immediate") {
        const isOfServer = found.every((start) => OF_THE_SERVER.has(start));
        const isDefault = parameter.at("applyMethod").isAbsent;
        const finding: Finding = {
          at: parameter,
          property: "applyMethod",
          fix: { applyMethod: "pending-reboot" },
          message:
            `The parameter ${name} is static in ${family}, and \`applyMethod\` is "immediate"` +
            `${isDefault ? ", its default" : ""}. Set \`applyMethod: "pending-reboot"\`.`,
          awsError: "cannot use immediate apply method for static parameter",
        };
        report(isOfServer ? { ...finding, level: "advisory" } : finding);
      }
    }
  },
};

export default defineRule({
  id: "rds-static-parameter",
  category: "validity",
  description: "Static database parameters must be applied at a restart",
  severity: "medium",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "The database reads a static parameter when it starts. RDS rejects one that is to be applied immediately, which is the " +
    "default.",
  fix: {
    typescript: `{ name: "shared_preload_libraries", value: "pg_stat_statements", applyMethod: "pending-reboot" },`,
    python: `{"name": "shared_preload_libraries", "value": "pg_stat_statements", "apply_method": "pending-reboot"},`,
    yaml: `parameters:
  - name: shared_preload_libraries
    value: pg_stat_statements
    applyMethod: pending-reboot`,
  },
  limits:
    "Parameters that the table of facts does not list; engines other than MySQL, MariaDB and PostgreSQL. Parameters of " +
    "MySQL and MariaDB are advisory, since the table takes them from the documentation of the servers; so is a group that " +
    "exists already.",
  references: [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBParameterGroup.html",
  ],
  ...atCreation(CHECK),
  remediation: {
    does: 'sets `applyMethod: "pending-reboot"`',
    resource: CHECK,
  },
});
