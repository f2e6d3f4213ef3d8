import { RDS_CLUSTER, RDS_INSTANCE } from "../../src/aws/type-tokens";
import { defineRequirement, type Expectation, type Requirement } from "../../src/rules/requirement";

const ofEngine = (
  types: readonly string[],
  engine: Expectation,
  logs: readonly string[],
  example: string,
): Requirement => ({
  types,
  property: "enabledCloudwatchLogsExports",
  must: { containsAll: logs },
  when: [{ property: "engine", must: engine }],
  consequence: "What clients did is lost with the database.",
  correct: [...logs],
  example: { engine: example },
});

export default defineRequirement({
  id: "rds-required-logs",
  category: "database",
  description: "Databases must export the logs that audits need",
  severity: "medium",
  level: "only-if-required",
  why:
    "The logs of a database show who connected and what failed. Those that stay on the database are deleted after a few " +
    "days, and with it.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"],
  requirement: [
    ofEngine([RDS_CLUSTER], { equals: "aurora-mysql" }, ["audit"], "aurora-mysql"),
    ofEngine([RDS_CLUSTER], { equals: "aurora-postgresql" }, ["postgresql"], "aurora-postgresql"),
    ofEngine([RDS_INSTANCE], { equals: "postgres" }, ["postgresql"], "postgres"),
    ofEngine([RDS_INSTANCE], { hasText: "sqlserver" }, ["agent", "error"], "sqlserver-se"),
    ofEngine([RDS_INSTANCE], { equals: "mariadb" }, ["audit", "error"], "mariadb"),
  ],
});
