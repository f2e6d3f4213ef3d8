import { isAuroraInstance } from "../../src/aws/databases/database";
import { RDS_CLUSTER, RDS_INSTANCE } from "../../src/aws/type-tokens";
import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "rds-admin-username",
  category: "secrets",
  description: "The administrator of an RDS database must not have the engine's default name",
  severity: "medium",
  level: "only-if-required",
  why:
    "The names admin and postgres are the first that an attacker tries. The name is chosen when the database is " +
    "created and cannot be changed.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"],
  requirement: [
    {
      types: [RDS_INSTANCE],
      property: "username",
      must: { isNotOneOf: ["admin", "postgres"] },
      unless: isAuroraInstance,
      consequence: "It is the default name of the engine.",
      instead: 'Set another name, such as `username: "app_owner"`.',
      correct: "app_owner",
      example: { engine: "postgres", instanceClass: "db.t4g.medium" },
    },
    {
      types: [RDS_CLUSTER],
      property: "masterUsername",
      must: { isNotOneOf: ["admin", "postgres"] },
      consequence: "It is the default name of the engine.",
      instead: 'Set another name, such as `masterUsername: "app_owner"`.',
      correct: "app_owner",
      example: { engine: "aurora-mysql" },
    },
  ],
});
