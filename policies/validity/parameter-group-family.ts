import {
  DOCDB_CLUSTER,
  ELASTICACHE_CLUSTER,
  ELASTICACHE_REPLICATION_GROUP,
  NEPTUNE_CLUSTER,
  RDS_CLUSTER,
  RDS_INSTANCE,
} from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { Read, View } from "../../src/graph/view";
import { defineRule, type Context } from "../../src/rules/rule";

/** A kind of database, the property that names its parameter group, and how a family is named. */
interface Kind {
  readonly property: string;
  readonly group: string;
  readonly defaultEngine?: string;
  /** By engine: the part of the version that a family is for, and what the family is called. */
  readonly families: Readonly<Record<string, readonly [version: RegExp, family: (major: string) => string]>>;
}

const after = (prefix: string) => (major: string) => `${prefix}${major}`;
const FAMILIES: Kind["families"] = {
  postgres: [/^(\d{2})(?:\.|$)/, after("postgres")],
  "aurora-postgresql": [/^(\d{2})(?:\.|$)/, after("aurora-postgresql")],
  mysql: [/^(\d\.\d)(?:\.|$)/, after("mysql")],
  mariadb: [/^(\d+\.\d+)(?:\.|$)/, after("mariadb")],
};
const CACHES: Kind["families"] = {
  redis: [/^([567])\./, (major) => ({ "5": "redis5.0", "6": "redis6.x" })[major] ?? `redis${major}`],
  valkey: [/^([789])(?:\.|$)/, after("valkey")],
  memcached: [/^(1\.[456])(?:\.|$)/, after("memcached")],
};
const CACHE_GROUP = "aws:elasticache/parameterGroup:ParameterGroup";
const KINDS: Readonly<Record<string, Kind>> = {
  [RDS_INSTANCE]: {
    property: "parameterGroupName",
    group: "aws:rds/parameterGroup:ParameterGroup",
    families: FAMILIES,
  },
  [RDS_CLUSTER]: {
    property: "dbClusterParameterGroupName",
    group: "aws:rds/clusterParameterGroup:ClusterParameterGroup",
    families: FAMILIES,
  },
  [ELASTICACHE_REPLICATION_GROUP]: {
    property: "parameterGroupName",
    group: CACHE_GROUP,
    defaultEngine: "redis",
    families: CACHES,
  },
  [ELASTICACHE_CLUSTER]: { property: "parameterGroupName", group: CACHE_GROUP, families: CACHES },
  "aws:memorydb/cluster:Cluster": {
    property: "parameterGroupName",
    group: "aws:memorydb/parameterGroup:ParameterGroup",
    defaultEngine: "redis",
    families: {
      redis: [/^([67])\./, after("memorydb_redis")],
      valkey: [/^([789])(?:\.|$)/, after("memorydb_valkey")],
    },
  },
  [NEPTUNE_CLUSTER]: {
    property: "neptuneClusterParameterGroupName",
    group: "aws:neptune/clusterParameterGroup:ClusterParameterGroup",
    defaultEngine: "neptune",
    families: { neptune: [/^(1\.[2-9])\./, after("neptune")] },
  },
  [DOCDB_CLUSTER]: {
    property: "dbClusterParameterGroupName",
    group: "aws:docdb/clusterParameterGroup:ClusterParameterGroup",
    defaultEngine: "docdb",
    families: { docdb: [/^(\d\.\d)(?:\.|$)/, after("docdb")] },
  },
};

/** The family that an engine and its version require; undefined where it is not certain. */
function requiredFamily(database: Resource, { defaultEngine, families }: Kind): Read<string> {
  const engine = database.str("engine") ?? defaultEngine;
  const version = database.str("engineVersion");
  if (engine === UNKNOWN || version === UNKNOWN) {
    return UNKNOWN;
  }
  const [form, family] = families[engine ?? ""] ?? [];
  const major = form?.exec(version ?? "")?.[1];
  return major === undefined ? undefined : family?.(major);
}

/** The family of a group: by the group of the program, else by the name of a default one. */
function familyOf(stack: Stack, name: View, type: string): Read<string> {
  const { resources, complete } = stack.refs(name, type);
  const [group, another] = resources;
  if (group && !another && complete && !group.external) {
    return group.str("family");
  }
  const text = name.str();
  return known(text)
    ? // The default groups of MemoryDB have a dash where the families have an underscore.
      /^default\.([a-z-]+\d(?:[\d.]*\d)?(?:\.x)?)(?:\.cluster\.on)?$/
        .exec(text)?.[1]
        ?.replace(/^memorydb-/, "memorydb_")
    : text;
}

function check(stack: Stack, database: Resource, { report, undecided }: Context): void {
  const kind = KINDS[database.type];
  if (!kind) {
    return;
  }
  const name = database.at(kind.property);
  const required = name.isAbsent ? undefined : requiredFamily(database, kind);
  const family = required === undefined ? undefined : familyOf(stack, name, kind.group);
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
    "A parameter group is for one engine and major version. AWS rejects a database with a group of another family, which " +
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
    "PostgreSQL, MySQL, MariaDB, Redis, Valkey, memcached, Neptune and DocumentDB with a version; groups of other stacks but the default ones. On a database that exists " +
    "already a finding is advisory.",
  references: ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html"],
  stack(stack, context) {
    for (const database of stack.managed(...Object.keys(KINDS))) {
      check(stack, database, context);
    }
  },
});
