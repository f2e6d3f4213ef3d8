import { RDS_CLUSTER, RDS_CLUSTER_INSTANCE, RDS_INSTANCE } from "../../src/aws/type-tokens";
import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "rds-minor-upgrades",
  category: "database",
  description: "RDS databases must take minor versions by themselves",
  severity: "high",
  level: "only-if-required",
  why:
    "Minor versions bring the security fixes of the engine. A database that takes them by itself is upgraded in its" +
    " maintenance window.",
  references: ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html"],
  requirement: [
    {
      types: [RDS_INSTANCE],
      property: "autoMinorVersionUpgrade",
      must: { equals: true },
      whenAbsent: true,
      consequence: "Security fixes wait until someone upgrades the database.",
      fix: true,
      example: { engine: "postgres", instanceClass: "db.t4g.medium" },
    },
    {
      types: [RDS_CLUSTER, RDS_CLUSTER_INSTANCE],
      property: "autoMinorVersionUpgrade",
      must: { equals: true },
      whenAbsent: true,
      consequence: "Security fixes wait until someone upgrades the database.",
      fix: true,
      example: { engine: "aurora-mysql" },
    },
  ],
});
