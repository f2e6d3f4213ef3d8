import { isReplica, isRestore, missedAuroraEngine, RDS_CLUSTER } from "../../stack/database";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "aurora-engine-name",
  category: "database",
  description: "Aurora clusters name an Aurora engine",
  severity: "high",
  level: "mandatory",
  failures: ["B15"],
  why:
    "mysql and postgres in a cluster mean a Multi-AZ DB cluster of plain RDS, which AWS makes only with " +
    "dbClusterInstanceClass, allocatedStorage and storageType: without them the cluster is not created. " +
    "Aurora's engines are aurora-mysql and aurora-postgresql.",
  fix: {
    typescript: "engine: aws.rds.EngineType.AuroraMysql,",
    python: "engine=aws.rds.EngineType.AURORA_MYSQL,",
    yaml: "engine: aurora-mysql",
  },
  limits: "Replicas and restores, which may take the missing arguments from their source.",
  resource: {
    types: [RDS_CLUSTER],
    check(cluster, { report, undecided }) {
      const engine = cluster.str("engine");
      if (engine === UNKNOWN) {
        undecided(cluster, "engine");
        return;
      }
      const wanted = missedAuroraEngine(cluster);
      if (engine && wanted && !isReplica(cluster) && !isRestore(cluster)) {
        report({
          at: cluster,
          property: "engine",
          message:
            `${engine} in a cluster is not Aurora, and AWS would answer: DBClusterInstanceClass is required; ` +
            `set engine: "${wanted}" for Aurora, or dbClusterInstanceClass, allocatedStorage and storageType for a ` +
            "Multi-AZ DB cluster.",
        });
      }
    },
  },
});
