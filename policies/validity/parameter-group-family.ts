import { RDS_CLUSTER, RDS_INSTANCE } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { Read, View } from "../../src/graph/view";
import { defineRule, type Context } from "../../src/rules/rule";

const GROUPS = ["aws:rds/parameterGroup:ParameterGroup", "aws:rds/clusterParameterGroup:ClusterParameterGroup"];
const PROPERTIES: Readonly<Record<string, string>> = {
  [RDS_INSTANCE]: "parameterGroupName",
  [RDS_CLUSTER]: "dbClusterParameterGroupName",
};

/** The engines whose family is their name and the major version. */
const MAJOR: Readonly<Record<string, RegExp>> = {
  postgres: /^(\d{2})(?:\.|$)/,
  "aurora-postgresql": /^(\d{2})(?:\.|$)/,
  mysql: /^(\d\.\d)(?:\.|$)/,
  mariadb: /^(\d+\.\d+)(?:\.|$)/,
};

/** The family that an engine and its version require; undefined where it is not certain. */
function requiredFamily(database: Resource): Read<string> {
  const engine = database.str("engine");
  const version = database.str("engineVersion");
  if (engine === UNKNOWN || version === UNKNOWN) {
    return UNKNOWN;
  }
  const major = MAJOR[engine ?? ""]?.exec(version ?? "")?.[1];
  return engine === undefined || major === undefined ? undefined : `${engine}${major}`;
}

/** The family of a group: by the group of the program, else by the name of a default one. */
function familyOf(stack: Stack, name: View): Read<string> {
  const { resources, complete } = stack.refs(name, ...GROUPS);
  const [group, another] = resources;
  if (group && !another && complete && !group.external) {
    return group.str("family");
  }
  const text = name.str();
  return known(text) ? /^default\.([a-z-]+[\d.]+)$/.exec(text)?.[1] : text;
}

function check(stack: Stack, database: Resource, { report, undecided }: Context): void {
  const name = database.at(PROPERTIES[database.type] ?? "");
  const required = name.isAbsent ? undefined : requiredFamily(database);
  const family = required === undefined ? undefined : familyOf(stack, name);
  if (required === UNKNOWN || family === UNKNOWN) {
    undecided(name);
  } else if (required !== undefined && family !== undefined && family !== required) {
    report({
      at: name,
      onlyAtCreation: true,
      message:
        `The parameter group is of the family ${family}, and this engine and version require ${required}. Use a group of ` +
        "that family.",
    });
  }
}

export default defineRule({
  id: "parameter-group-family",
  category: "validity",
  description: "Parameter groups must be of the family of the database's engine and version",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "A parameter group is for one engine and major version. RDS rejects a database with a group of another family, which " +
    "happens when one of them is upgraded and the other is not.",
  fix: {
    typescript: `const parameters = new aws.rds.ParameterGroup("orders", { family: "postgres17" });
new aws.rds.Instance("orders", { engine: "postgres", engineVersion: "17.7", parameterGroupName: parameters.name });`,
    python: `parameters = aws.rds.ParameterGroup("orders", family="postgres17")
aws.rds.Instance("orders", engine="postgres", engine_version="17.7", parameter_group_name=parameters.name)`,
    yaml: `resources:
  parameters:
    type: aws:rds:ParameterGroup
    properties:
      family: postgres17
  orders:
    type: aws:rds:Instance
    properties:
      engine: postgres
      engineVersion: "17.7"
      parameterGroupName: \${parameters.name}`,
  },
  limits:
    "PostgreSQL, MySQL and MariaDB with a version; groups of other stacks but the default ones. On a database that exists " +
    "already a finding is advisory.",
  references: ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html"],
  stack(stack, context) {
    for (const database of stack.managed(RDS_INSTANCE, RDS_CLUSTER)) {
      check(stack, database, context);
    }
  },
});
