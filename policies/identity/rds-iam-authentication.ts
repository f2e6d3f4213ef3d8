import { RDS_CLUSTER, RDS_INSTANCE } from "../../src/aws/type-tokens";
import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "rds-iam-authentication",
  category: "identity",
  description: "RDS databases must accept IAM authentication",
  severity: "medium",
  level: "only-if-required",
  why:
    "With IAM authentication, roles get tokens that are valid for 15 minutes instead of passwords that someone has " +
    "to store and rotate. It is for the users that have it: passwords go on working.",
  limits: "Aurora instances, which have the authentication of their cluster; Oracle, SQL Server and Db2.",
  references: ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html"],
  requirement: [
    {
      types: [RDS_INSTANCE],
      when: [{ property: "engine", must: { isOneOf: ["postgres", "mysql", "mariadb"] } }],
      property: "iamDatabaseAuthenticationEnabled",
      must: { equals: true },
      whenAbsent: false,
      consequence: "Clients have no other way in than a password.",
      fix: true,
      example: { instanceClass: "db.t4g.medium" },
    },
    {
      types: [RDS_CLUSTER],
      property: "iamDatabaseAuthenticationEnabled",
      must: { equals: true },
      whenAbsent: false,
      consequence: "Clients have no other way in than a password.",
      fix: true,
      example: { engine: "aurora-mysql" },
    },
  ],
});
