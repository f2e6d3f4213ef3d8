import { RDS_CLUSTER, RDS_INSTANCE } from "../../src/aws/type-tokens";
import { isProduction } from "../../src/contract/environment";
import { isAuroraInstance, isReplica } from "../../src/aws/databases/database";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "rds-parameter-group",
  category: "database",
  description: "RDS databases in production must have parameter groups of their own",
  severity: "low",
  level: "advisory",
  failures: [],
  why:
    "The settings of the default parameter group cannot be changed. Changing one during an incident then needs a new " +
    "group and a restart of the database; with a group of its own it needs one line, and the program shows it.",
  fix: {
    typescript: `const parameters = new aws.rds.ParameterGroup("orders", {
  family: "postgres17",
  parameters: [{ name: "rds.force_ssl", value: "1" }],
});
// on the instance; a cluster has dbClusterParameterGroupName and an aws.rds.ClusterParameterGroup
parameterGroupName: parameters.name,`,
    python: `parameters = aws.rds.ParameterGroup("orders",
    family="postgres17",
    parameters=[{"name": "rds.force_ssl", "value": "1"}])
# on the instance; a cluster has db_cluster_parameter_group_name and an aws.rds.ClusterParameterGroup
parameter_group_name=parameters.name,`,
    yaml: `resources:
  parameters:
    type: aws:rds:ParameterGroup
    properties:
      family: postgres17
      parameters:
        - name: rds.force_ssl
          value: "1"
  orders: # a cluster has dbClusterParameterGroupName and an aws:rds:ClusterParameterGroup
    type: aws:rds:Instance
    properties:
      parameterGroupName: \${parameters.name}`,
  },
  limits:
    "Everything unless the contract sets a production environment or a durable lifecycle. Replicas, which may take the " +
    "group of their source; Aurora instances, whose cluster has one; custom instances.",
  references: ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html"],
  resource: {
    types: [RDS_INSTANCE, RDS_CLUSTER],
    check(database, { contract: { environment = "", lifecycle }, report, undecided }) {
      const isInstance = database.type === RDS_INSTANCE;
      const property = isInstance ? "parameterGroupName" : "dbClusterParameterGroupName";
      const isAurora = isAuroraInstance(database);
      const group = database.str(property);
      const engine = database.str("engine");
      const isDefault = group === undefined || (known(group) && (group === "" || /^default[.:]/.test(group)));
      const isCustom = known(engine) && engine.startsWith("custom-");
      const isRequired = isProduction(environment) || lifecycle === "durable";
      if (!isRequired || !isDefault || isAurora === true || isCustom || isReplica(database)) {
        return;
      }
      if (isAurora === UNKNOWN) {
        undecided(database, "engine");
      } else {
        report({
          at: database,
          property,
          message:
            "The database uses the default parameter group, whose settings cannot be changed. " +
            `Create an aws.rds.${isInstance ? "ParameterGroup" : "ClusterParameterGroup"} of its family, and set ` +
            `\`${property}\` to its name.`,
        });
      }
    },
  },
});
