import { isAuroraInstance } from "../../src/aws/databases/database";
import { RDS_CLUSTER, RDS_INSTANCE } from "../../src/aws/type-tokens";
import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "rds-copy-tags",
  category: "tagging",
  description: "RDS databases must copy their tags to snapshots",
  severity: "low",
  level: "only-if-required",
  why:
    "Tags show who owns a snapshot, what it costs and when it may go. Snapshots without those of their database " +
    "fall out of every report and every rule.",
  limits: "Aurora instances, whose snapshots are those of their cluster.",
  references: ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Tagging.html"],
  requirement: [
    {
      types: [RDS_INSTANCE],
      property: "copyTagsToSnapshot",
      must: { equals: true },
      whenAbsent: false,
      unless: isAuroraInstance,
      consequence: "Snapshots do not get the tags of the database.",
      fix: true,
      example: { engine: "postgres", instanceClass: "db.t4g.medium" },
    },
    {
      types: [RDS_CLUSTER],
      property: "copyTagsToSnapshot",
      must: { equals: true },
      whenAbsent: false,
      consequence: "Snapshots do not get the tags of the database.",
      fix: true,
      example: { engine: "aurora-mysql" },
    },
  ],
});
