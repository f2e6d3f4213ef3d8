import { RDS_CLUSTER } from "../../src/aws/type-tokens";
import type { Contract } from "../../src/contract/schema";
import {
  AURORA_ENGINES,
  clusterMembers,
  engineOf,
  isAuroraEngine,
  isServerlessV1,
  relationalDatabases,
} from "../../src/aws/databases/database";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { UNKNOWN, type Unknown } from "../../src/graph/value";
import { defineRule, type Finding } from "../../src/rules/rule";

type RequiredDatabase = NonNullable<Contract["database"]>;

const KINDS = {
  "aurora-serverless-v2": "Aurora Serverless v2",
  aurora: "an Aurora cluster",
  instance: "an RDS instance",
} as const;

function requirement({ kind, engine }: RequiredDatabase): string {
  const parts = [kind && KINDS[kind], engine && `the engine "${engine}"`].filter(Boolean);
  return `the contract requires ${parts.join(" with ")}`;
}

/** The first difference between a database and what the contract requires; unknown while its engine or engine mode is. */
function differenceOf(stack: Stack, database: Resource, required: RequiredDatabase): Finding | Unknown | undefined {
  const isCluster = database.type === RDS_CLUSTER;
  const mustBeAurora =
    required.kind === undefined ? isAuroraEngine(required.engine ?? "") : required.kind !== "instance";
  if (mustBeAurora ? !isCluster : required.kind === "instance" && isCluster) {
    return {
      at: database,
      message:
        `This is ${isCluster ? "a cluster" : "an RDS instance"}, but ${requirement(required)}. Use an ` +
        `${isCluster ? "aws.rds.Instance" : "aws.rds.Cluster with aws.rds.ClusterInstance members"} instead.`,
    };
  }
  const engine = engineOf(stack, database);
  if (engine === UNKNOWN) {
    return UNKNOWN;
  }
  if (required.engine === undefined ? mustBeAurora && !isAuroraEngine(engine) : engine !== required.engine) {
    const instead = required.engine ?? AURORA_ENGINES.get(engine) ?? "aurora-mysql";
    return {
      at: database,
      property: "engine",
      message: `The engine is "${engine}", but ${requirement(required)}. Set \`engine: "${instead}"\`.`,
    };
  }
  return mustBeAurora && required.kind ? capacityDifference(stack, database, required) : undefined;
}

function capacityDifference(
  stack: Stack,
  cluster: Resource,
  required: RequiredDatabase,
): Finding | Unknown | undefined {
  if (cluster.str("engineMode") === UNKNOWN) {
    return UNKNOWN;
  }
  if (isServerlessV1(cluster)) {
    return {
      at: cluster,
      property: "engineMode",
      message:
        `This is Aurora Serverless v1, but ${requirement(required)}. ` +
        "Remove `engineMode`, and add aws.rds.ClusterInstance members.",
    };
  }
  if (required.kind === "aurora") {
    return undefined;
  }
  if (cluster.at("serverlessv2ScalingConfiguration").isAbsent) {
    return {
      at: cluster,
      property: "serverlessv2ScalingConfiguration",
      message:
        `The cluster has no serverless capacity, but ${requirement(required)}. ` +
        "Set `serverlessv2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 4 }`.",
    };
  }
  const { resources: members, complete } = clusterMembers(stack, cluster);
  const classes = members.map((member) => member.str("instanceClass"));
  const isProvisioned =
    complete && members.length > 0 && !classes.some((one) => one === UNKNOWN || one === "db.serverless");
  return isProvisioned
    ? {
        at: cluster,
        message:
          `No instance of the cluster is serverless, but ${requirement(required)}. ` +
          'Set `instanceClass: "db.serverless"` on its instances.',
      }
    : undefined;
}

export default defineRule({
  id: "database-engine-contract",
  category: "database",
  description: "Databases must be of the kind and engine that the contract requires",
  severity: "high",
  level: "only-if-required",
  contractKeys: ["database"],
  failures: ["P4", "B15"],
  why:
    "An RDS instance, an Aurora cluster and Aurora Serverless differ in cost, scaling and failover, and one cannot be " +
    "turned into the other in place: the wrong one has to be migrated later.",
  fix: {
    typescript: `const cluster = new aws.rds.Cluster("orders", {
  engine: "aurora-mysql",
  serverlessv2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 4 },
});
new aws.rds.ClusterInstance("orders-0", {
  clusterIdentifier: cluster.id,
  engine: "aurora-mysql",
  instanceClass: "db.serverless",
});`,
    python: `cluster = aws.rds.Cluster("orders",
    engine="aurora-mysql",
    serverlessv2_scaling_configuration={"min_capacity": 0.5, "max_capacity": 4})
aws.rds.ClusterInstance("orders-0",
    cluster_identifier=cluster.id,
    engine="aurora-mysql",
    instance_class="db.serverless")`,
    yaml: `resources:
  orders:
    type: aws:rds:Cluster
    properties:
      engine: aurora-mysql
      serverlessv2ScalingConfiguration:
        minCapacity: 0.5
        maxCapacity: 4
  orders-0:
    type: aws:rds:ClusterInstance
    properties:
      clusterIdentifier: \${orders.id}
      engine: aurora-mysql
      instanceClass: db.serverless`,
  },
  limits: "A stack without a relational database; DocumentDB and Neptune, which are not relational.",
  references: ["https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.html"],
  stack(stack, { contract, report, undecided }) {
    const required = contract.database ?? {};
    for (const database of relationalDatabases(stack)) {
      const difference = differenceOf(stack, database, required);
      if (difference === UNKNOWN) {
        undecided(database, engineOf(stack, database) === UNKNOWN ? "engine" : "engineMode");
      } else if (difference) {
        report(difference);
      }
    }
  },
});
