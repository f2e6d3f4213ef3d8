import { isAuroraInstance } from "../../src/aws/databases/database";
import { RDS_CLUSTER, RDS_INSTANCE } from "../../src/aws/type-tokens";
import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "rds-deletion-protection",
  category: "database",
  description: "RDS databases must be protected against deletion",
  severity: "low",
  level: "only-if-required",
  why:
    "One wrong command or one replaced resource deletes a database with its automated backups. With the protection " +
    "it fails, and someone looks twice.",
  limits: "Aurora instances, which their cluster protects.",
  references: ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html"],
  requirement: [
    {
      types: [RDS_INSTANCE],
      property: "deletionProtection",
      must: { equals: true },
      whenAbsent: false,
      unless: isAuroraInstance,
      consequence: "A wrong command can delete the database with its data.",
      fix: true,
      example: { engine: "postgres", instanceClass: "db.t4g.medium" },
    },
    {
      types: [RDS_CLUSTER],
      property: "deletionProtection",
      must: { equals: true },
      whenAbsent: false,
      consequence: "A wrong command can delete the database with its data.",
      fix: true,
      example: { engine: "aurora-mysql" },
    },
  ],
});
