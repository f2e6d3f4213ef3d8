import { tableOf } from "../../contract/facts";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "rds-static-parameter",
  category: "validity",
  description: "Static database parameters wait for a restart",
  severity: "medium",
  level: "advisory",
  failures: [],
  why:
    "A static parameter is read when the database starts. RDS refuses one that is to apply at once, and that is what " +
    "a parameter does which does not say when.",
  fix: {
    typescript: '{ name: "shared_preload_libraries", value: "pg_stat_statements", applyMethod: "pending-reboot" },',
    python: '{"name": "shared_preload_libraries", "value": "pg_stat_statements", "apply_method": "pending-reboot"},',
    yaml:
      "parameters:\n  - name: shared_preload_libraries\n    value: pg_stat_statements\n" +
      "    applyMethod: pending-reboot",
  },
  limits:
    "Parameters that the table of facts does not have; those of engines other than MySQL, MariaDB and PostgreSQL.",
  resource: {
    types: ["aws:rds/parameterGroup:ParameterGroup", "aws:rds/clusterParameterGroup:ClusterParameterGroup"],
    check(group, { contract, report, undecided }) {
      const family = group.str("family");
      const parameters = group.list("parameters") ?? [];
      if (!known(family) || !known(parameters)) {
        undecided(group, known(family) ? "parameters" : "family");
        return;
      }
      const families = Object.entries(tableOf(contract, "rds-static-parameters").families);
      // What holds for an engine holds for its Aurora: aurora-postgresql16 is postgres too.
      const isStatic = (name: string): boolean =>
        families.some(
          ([start, names]) =>
            (family.startsWith(start) || family.startsWith(`aurora-${start}`)) && names.includes(name.toLowerCase()),
        );
      for (const parameter of parameters) {
        const name = parameter.str("name");
        const method = parameter.str("applyMethod") ?? "immediate";
        if (name === UNKNOWN || (known(name) && isStatic(name) && method === UNKNOWN)) {
          undecided(parameter, name === UNKNOWN ? "name" : "applyMethod");
        } else if (known(name) && isStatic(name) && method === "immediate") {
          report({
            at: parameter,
            property: "applyMethod",
            mend: { applyMethod: "pending-reboot" },
            message:
              `${name} is static for ${family}, and applyMethod is immediate${parameter.at("applyMethod").isAbsent ? " unless set" : ""}; ` +
              'set applyMethod: "pending-reboot".',
            answer: "cannot use immediate apply method for static parameter",
          });
        }
      }
    },
  },
  remediation: {
    does: 'sets `applyMethod: "pending-reboot"`',
  },
});
