import { intendedAuroraEngine, isReplica, isRestore } from "../../src/aws/databases/database";
import { RDS_CLUSTER } from "../../src/aws/type-tokens";
import { UNKNOWN } from "../../src/graph/value";
import { atCreation } from "../../src/rules/at-creation";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "aurora-engine-name",
  category: "database",
  description: "Aurora clusters must name an Aurora engine",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  failures: ["B15"],
  why:
    "A cluster with the engine mysql or postgres is a Multi-AZ DB cluster of plain RDS, which AWS creates only with " +
    "dbClusterInstanceClass, allocatedStorage and storageType: without them the deployment fails. " +
    "Aurora's engines are aurora-mysql and aurora-postgresql.",
  fix: {
    typescript: `engine: aws.rds.EngineType.AuroraMysql,`,
    python: `engine=aws.rds.EngineType.AURORA_MYSQL,`,
    yaml: `engine: aurora-mysql`,
  },
  limits:
    "Replicas and restores, which may take the missing arguments from their source. On a cluster that exists already the " +
    "finding is advisory.",
  references: [
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.html",
  ],
  ...atCreation({
    types: [RDS_CLUSTER],
    check(cluster, { report, undecided }) {
      const engine = cluster.str("engine");
      if (engine === UNKNOWN) {
        undecided(cluster, "engine");
        return;
      }
      const intended = intendedAuroraEngine(cluster);
      if (engine && intended && !isReplica(cluster) && !isRestore(cluster)) {
        report({
          at: cluster,
          property: "engine",
          message:
            `The engine "${engine}" makes this a Multi-AZ DB cluster of plain RDS, not Aurora. ` +
            `Set \`engine: "${intended}"\` for Aurora, or add \`dbClusterInstanceClass\`, \`allocatedStorage\` and \`storageType\`.`,
          awsError: "DBClusterInstanceClass is required",
        });
      }
    },
  }),
});
