import { isAuroraInstance, isReplica, RDS_CLUSTER, RDS_INSTANCE } from "../../stack/database";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "rds-parameter-group",
  category: "database",
  description: "RDS databases have parameter groups of their own",
  severity: "low",
  level: "advisory",
  failures: [],
  why:
    "The settings of the default parameter group cannot be changed. To change one later, as in an incident, takes a new " +
    "group and a restart of the database; with a group of its own it takes a line, and the program shows it.",
  fix: {
    typescript:
      'const parameters = new aws.rds.ParameterGroup("orders", { family: "postgres17", parameters: [{ name: "rds.force_ssl", value: "1" }] });\n' +
      "// on the instance; a cluster takes dbClusterParameterGroupName and an aws.rds.ClusterParameterGroup\n" +
      "parameterGroupName: parameters.name,",
    python:
      'parameters = aws.rds.ParameterGroup("orders", family="postgres17", parameters=[{"name": "rds.force_ssl", "value": "1"}])\n' +
      "# on the instance; a cluster takes db_cluster_parameter_group_name and an aws.rds.ClusterParameterGroup\n" +
      "parameter_group_name=parameters.name,",
    yaml:
      "resources:\n  parameters:\n    type: aws:rds:ParameterGroup\n    properties:\n" +
      '      family: postgres17\n      parameters:\n        - name: rds.force_ssl\n          value: "1"\n' +
      "  orders: # a cluster takes dbClusterParameterGroupName and an aws:rds:ClusterParameterGroup\n" +
      "    type: aws:rds:Instance\n    properties:\n      parameterGroupName: ${parameters.name}",
  },
  limits: "Replicas, which may take their source's group; Aurora instances, whose cluster has one; custom instances.",
  resource: {
    types: [RDS_INSTANCE, RDS_CLUSTER],
    check(database, { report, undecided }) {
      const isInstance = database.type === RDS_INSTANCE;
      const property = isInstance ? "parameterGroupName" : "dbClusterParameterGroupName";
      const isAurora = isAuroraInstance(database);
      const group = database.str(property);
      const engine = database.str("engine");
      const isDefault = group === undefined || (known(group) && (group === "" || /^default[.:]/.test(group)));
      const isCustom = known(engine) && engine.startsWith("custom-");
      if (!isDefault || isAurora === true || isCustom || isReplica(database)) {
        return;
      }
      if (isAurora === UNKNOWN) {
        undecided(database, "engine");
      } else {
        report({
          at: database,
          property,
          message:
            "the database has the default parameter group, which nobody can change; " +
            `make an aws.rds.${isInstance ? "ParameterGroup" : "ClusterParameterGroup"} of its family, and name it in ${property}.`,
        });
      }
    },
  },
});
