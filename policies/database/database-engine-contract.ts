import type { Contract } from "../../contract/schema";
import {
  AURORA_ENGINES,
  clusterMembers,
  engineOf,
  isAuroraEngine,
  isServerlessV1,
  RDS_CLUSTER,
  relationalDatabases,
} from "../../stack/database";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { UNKNOWN, type Unknown } from "../../stack/value";
import { defineRule, type Finding } from "../rule";

type Wanted = NonNullable<Contract["database"]>;

const KINDS = {
  "aurora-serverless-v2": "Aurora Serverless v2",
  aurora: "an Aurora cluster",
  instance: "an RDS instance",
} as const;

function asked({ kind, engine }: Wanted): string {
  const parts = [kind && KINDS[kind], engine && `the engine ${engine}`].filter(Boolean);
  return `the contract asks for ${parts.join(" with ")}`;
}

/** The first thing in which a database is not what the contract asks for; unknown while its engine is. */
function differenceOf(stack: Stack, database: Resource, wanted: Wanted): Finding | Unknown | undefined {
  const isCluster = database.type === RDS_CLUSTER;
  const wantsAurora = wanted.kind === undefined ? isAuroraEngine(wanted.engine ?? "") : wanted.kind !== "instance";
  if (wantsAurora ? !isCluster : wanted.kind === "instance" && isCluster) {
    return {
      at: database,
      message:
        `this is ${isCluster ? "a cluster" : "an RDS instance"}, and ${asked(wanted)}; make it an ` +
        `${isCluster ? "aws.rds.Instance" : "aws.rds.Cluster with aws.rds.ClusterInstance members"}.`,
    };
  }
  const engine = engineOf(stack, database);
  if (engine === UNKNOWN) {
    return UNKNOWN;
  }
  if (wanted.engine === undefined ? wantsAurora && !isAuroraEngine(engine) : engine !== wanted.engine) {
    const mend = wanted.engine ?? AURORA_ENGINES.get(engine) ?? "aurora-mysql";
    return {
      at: database,
      property: "engine",
      message: `the engine is ${engine}, and ${asked(wanted)}; set engine: "${mend}".`,
    };
  }
  return wantsAurora && wanted.kind ? capacityDifference(stack, database, wanted) : undefined;
}

function capacityDifference(stack: Stack, cluster: Resource, wanted: Wanted): Finding | undefined {
  if (isServerlessV1(cluster)) {
    return {
      at: cluster,
      property: "engineMode",
      message: `this is Aurora Serverless v1, and ${asked(wanted)}; leave engineMode out and add aws.rds.ClusterInstance members.`,
    };
  }
  if (wanted.kind === "aurora") {
    return undefined;
  }
  if (cluster.at("serverlessv2ScalingConfiguration").isAbsent) {
    return {
      at: cluster,
      property: "serverlessv2ScalingConfiguration",
      message:
        `the cluster has no serverless capacity, and ${asked(wanted)}; ` +
        "set serverlessv2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 4 }.",
    };
  }
  const { resources: members, complete } = clusterMembers(stack, cluster);
  const classes = members.map((member) => member.str("instanceClass"));
  const isProvisioned =
    complete && members.length > 0 && !classes.some((one) => one === UNKNOWN || one === "db.serverless");
  return isProvisioned
    ? {
        at: cluster,
        message: `none of the cluster's instances is serverless, and ${asked(wanted)}; set their instanceClass to "db.serverless".`,
      }
    : undefined;
}

export default defineRule({
  id: "database-engine-contract",
  category: "database",
  description: "Databases are of the kind and engine that the contract asks for",
  severity: "high",
  level: "contract",
  contractKeys: ["database"],
  failures: ["P4", "B15"],
  why:
    "An RDS instance, an Aurora cluster and Aurora Serverless differ in cost, scaling and failover, and one cannot be " +
    "turned into the other in place: what is deployed first has to be migrated later.",
  fix: {
    typescript:
      'const cluster = new aws.rds.Cluster("orders", {\n' +
      '  engine: "aurora-mysql",\n' +
      "  serverlessv2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 4 },\n" +
      "});\n" +
      'new aws.rds.ClusterInstance("orders-0", {\n' +
      '  clusterIdentifier: cluster.id, engine: "aurora-mysql", instanceClass: "db.serverless",\n' +
      "});",
    python:
      'cluster = aws.rds.Cluster("orders",\n' +
      '    engine="aurora-mysql",\n' +
      '    serverlessv2_scaling_configuration={"min_capacity": 0.5, "max_capacity": 4})\n' +
      'aws.rds.ClusterInstance("orders-0", cluster_identifier=cluster.id,\n' +
      '    engine="aurora-mysql", instance_class="db.serverless")',
    yaml:
      "resources:\n  orders:\n    type: aws:rds:Cluster\n    properties:\n      engine: aurora-mysql\n" +
      "      serverlessv2ScalingConfiguration:\n        minCapacity: 0.5\n        maxCapacity: 4\n" +
      "  orders-0:\n    type: aws:rds:ClusterInstance\n    properties:\n" +
      "      clusterIdentifier: ${orders.id}\n      engine: aurora-mysql\n      instanceClass: db.serverless",
  },
  limits: "A stack without a relational database, and DocumentDB and Neptune, which are no relational databases.",
  stack(stack, { contract, report, undecided }) {
    const wanted = contract.database ?? {};
    for (const database of relationalDatabases(stack)) {
      const difference = differenceOf(stack, database, wanted);
      if (difference === UNKNOWN) {
        undecided(database, "engine");
      } else if (difference) {
        report(difference);
      }
    }
  },
});
