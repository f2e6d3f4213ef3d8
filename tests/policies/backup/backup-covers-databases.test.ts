import rule from "../../../policies/backup/backup-covers-databases";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, text, unknown, type Input } from "../../../src/testing/stack";

const SELECTION = "aws:backup/selection:Selection";
const CLUSTER = "aws:rds/cluster:Cluster";
const INSTANCE = "aws:rds/instance:Instance";
const TABLE = "aws:dynamodb/table:Table";

const contract = { backup: { retentionDays: 7 } };
const cluster = resource(CLUSTER, "orders", {
  engine: "aurora-mysql",
  clusterIdentifier: "orders",
  tags: { Backup: "daily" },
});
const green = resource(CLUSTER, "green", { engine: "aurora-mysql", tags: { Backup: "none" } });
const database = resource(INSTANCE, "users", { engine: "postgres", identifier: "users", region: "eu-west-1" });
const table = resource(TABLE, "sessions", { name: "sessions" });
const select = (inputs: Record<string, Input>) => resource(SELECTION, "databases", { planId: "p", ...inputs });
const pet = resource("random:index/randomPet:RandomPet", "pet");
const files = resource("aws:efs/fileSystem:FileSystem", "files");
const tag = (value: Input): Input => ({ type: "STRINGEQUALS", key: "Backup", value });
const condition = (operator: string, value: Input): Record<string, Input> => ({
  conditions: [{ [operator]: [{ key: "aws:ResourceTag/Backup", value }] }],
});

ruleTest(rule, {
  valid: [
    { name: "no database", contract, stack: [files] },
    { name: "no AWS Backup in the stack, without a contract", stack: [cluster, green, table] },
    {
      name: "each database by its ARN",
      contract,
      stack: [cluster, green, table, files, select({ resources: [cluster.arn, files.arn, green.arn, table.arn] })],
    },
    {
      name: "an ARN built from the name of the cluster",
      contract,
      stack: [
        cluster,
        select({ resources: [text`arn:aws:rds:us-east-1:464738291005:cluster:${cluster.clusterIdentifier}`] }),
      ],
    },
    { name: "a selection of everything", contract, stack: [cluster, table, select({ resources: ["*"] })] },
    {
      name: "an empty selection, which means everything",
      contract,
      stack: [cluster, select({ resources: [] })],
    },
    ...[
      "arn:aws:rds:*",
      "arn:aws:rds:*:*:cluster:*",
      "arn:*:rds:*:464738291005:cluster:ord*",
      "arn:aws:rds:*:464738291005:cluster:orders",
    ].map((pattern) => ({
      name: `the pattern ${pattern}`,
      contract,
      stack: [cluster, select({ resources: [pattern] })],
    })),
    {
      name: "a pattern of the database's region",
      contract,
      stack: [database, select({ resources: ["arn:aws:rds:eu-west-1:*:db:*"] })],
    },
    {
      name: "a pattern of all tables",
      contract,
      stack: [table, select({ resources: ["arn:aws:dynamodb:*:*:table/*"] })],
    },
    {
      name: "DocumentDB and Neptune clusters",
      contract,
      stack: [
        resource("aws:docdb/cluster:Cluster", "docs", { clusterIdentifier: "docs" }),
        resource("aws:neptune/cluster:Cluster", "graph"),
        select({ resources: ["arn:aws:rds:*:*:cluster:*"] }),
      ],
    },
    {
      name: "a selection by tag",
      contract,
      stack: [cluster, select({ selectionTags: [tag("weekly"), tag("daily")] })],
    },
    {
      name: "a selection by tag that lists ARNs of others",
      contract,
      stack: [cluster, files, select({ resources: [files.arn], selectionTags: [tag("daily")] })],
    },
    {
      name: "a default tag of the provider",
      contract,
      stack: (() => {
        const provider = resource("pulumi:providers:aws", "tagged", { defaultTags: { tags: { Backup: "daily" } } });
        return [provider, resource(TABLE, "tagged", {}, { provider }), select({ selectionTags: [tag("daily")] })];
      })(),
    },
    ...[
      ["stringEquals", "daily"],
      ["stringLikes", "da*"],
      ["stringNotEquals", "none"],
      ["stringNotLikes", "no*"],
    ].map(([operator = "", value]) => ({
      name: `the condition ${operator}`,
      contract,
      stack: [cluster, select({ resources: ["*"], ...condition(operator, value) })],
    })),
    { name: "conditions alone", contract, stack: [cluster, select(condition("stringEquals", "daily"))] },
    {
      name: "a second selection with the database",
      contract,
      stack: [
        cluster,
        select({ resources: ["arn:aws:ec2:*"] }),
        resource(SELECTION, "more", { resources: [cluster.arn] }),
      ],
    },
    {
      name: "replicas and instances of a cluster",
      contract,
      stack: [
        resource(INSTANCE, "replica", { engine: "mysql", replicateSourceDb: "users" }),
        resource("aws:rds/clusterInstance:ClusterInstance", "writer", { clusterIdentifier: "x" }),
        resource(CLUSTER, "copy", { engine: "aurora-mysql", replicationSourceIdentifier: unknown }),
        resource(INSTANCE, "inner", { engine: "aurora-mysql" }),
      ],
    },
    {
      name: "a table that is skipped with --target, or only read",
      contract,
      stack: [resource(TABLE, "shared", {}, { external: true })],
    },
  ],
  invalid: [
    {
      name: "no AWS Backup in the stack, where the contract requires it",
      contract,
      stack: [cluster],
      findings: [{ resource: "orders", level: "mandatory", message: /^The stack has no AWS Backup selection/ }],
    },
    {
      name: "a database that the stack's selection leaves out, without a contract",
      stack: [cluster, table, select({ resources: [table.arn] })],
      findings: [{ resource: "orders", level: "advisory", message: /^No AWS Backup selection includes this/ }],
    },
    {
      name: "one of two clusters",
      contract,
      stack: [cluster, green, select({ resources: [cluster.arn] })],
      findings: [{ resource: "green", level: "mandatory", message: /^No AWS Backup selection includes this/ }],
    },
    {
      name: "patterns of other resources",
      contract,
      stack: [
        cluster,
        table,
        select({
          resources: ["arn:aws:rds:*:*:db:*", "arn:aws:dynamodb:*:*:table/carts*", "arn:aws:rds:*:*:cluster:users"],
        }),
      ],
      findings: [
        { resource: "orders", level: "mandatory" },
        { resource: "sessions", level: "mandatory" },
      ],
    },
    {
      name: "a pattern of another region",
      contract,
      stack: [database, select({ resources: ["arn:aws:rds:us-east-1:*:db:*"] })],
      findings: [{ resource: "users", level: "mandatory" }],
    },
    {
      name: "databases that a selection excludes",
      contract,
      stack: [cluster, table, select({ resources: ["*"], notResources: [cluster.arn, "arn:aws:dynamodb:*"] })],
      findings: [
        { resource: "orders", level: "mandatory" },
        { resource: "sessions", level: "mandatory" },
      ],
    },
    {
      name: "another tag, and no tags",
      contract,
      stack: [green, table, select({ selectionTags: [tag("daily")] })],
      findings: [
        { resource: "green", level: "mandatory" },
        { resource: "sessions", level: "mandatory" },
      ],
    },
    ...[
      ["stringEquals", "none"],
      ["stringLikes", "no*"],
      ["stringNotEquals", "daily"],
      ["stringNotLikes", "d*y"],
    ].map(([operator = "", value]) => ({
      name: `the condition ${operator} that the tags do not meet`,
      contract,
      stack: [cluster, select({ resources: [cluster.arn], ...condition(operator, value) })],
      findings: [{ resource: "orders", level: "mandatory" as const }],
    })),
  ],
  undecided: [
    { name: "ARNs of another stack", contract, stack: [cluster, select({ resources: unknown })], at: ["orders"] },
    {
      name: "an unknown ARN",
      contract,
      stack: [cluster, select({ resources: ["arn:aws:ec2:*", unknown] })],
      at: ["orders"],
    },
    {
      name: "excluded ARNs that are not known yet",
      contract,
      stack: [cluster, select({ resources: ["*"], notResources: unknown })],
      at: ["orders"],
    },
    {
      name: "a pattern that may match a name that is not known yet",
      contract,
      stack: [
        green,
        pet,
        resource(TABLE, "t", { name: pet.id }),
        select({ resources: ["arn:aws:rds:*:*:cluster:prod-*", "arn:aws:dynamodb:*:*:table/prod*x"] }),
      ],
      at: ["green", "t"],
    },
    {
      name: "tags that are not known yet",
      contract,
      stack: [
        resource(TABLE, "t", { tags: unknown }),
        resource(TABLE, "u", { tags: { Backup: unknown } }),
        select({ selectionTags: [tag("daily")] }),
      ],
      at: ["t", "u"],
    },
    {
      name: "a selection's tags that are not known yet",
      contract,
      stack: [cluster, select({ selectionTags: unknown })],
      at: ["orders"],
    },
    {
      name: "a tag's value that is not known yet",
      contract,
      stack: [cluster, select({ selectionTags: [tag(unknown)] })],
      at: ["orders"],
    },
    {
      name: "conditions that are not known yet",
      contract,
      stack: [cluster, select({ resources: ["*"], conditions: unknown })],
      at: ["orders"],
    },
    {
      name: "a condition's values that are not known yet",
      contract,
      stack: [cluster, select({ resources: ["*"], conditions: [{ stringEquals: unknown }] })],
      at: ["orders"],
    },
    {
      name: "a selection that is skipped with --target, or only read",
      contract,
      stack: [cluster, resource(SELECTION, "s", {}, { external: true })],
      at: ["orders"],
    },
  ],
});
