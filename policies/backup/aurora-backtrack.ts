import { RDS_CLUSTER } from "../../src/aws/type-tokens";
import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "aurora-backtrack",
  category: "backup",
  description: "Aurora MySQL clusters must be able to backtrack",
  severity: "medium",
  level: "only-if-required",
  why:
    "Backtracking takes a cluster back to a minute before a wrong statement, without a restore. It is chosen when " +
    "the cluster is created.",
  limits: "Aurora PostgreSQL, Serverless v1 and clusters of a global database, which cannot backtrack.",
  references: ["https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Backtrack.html"],
  requirement: {
    types: [RDS_CLUSTER],
    when: [
      { property: "engine", must: { equals: "aurora-mysql" } },
      { property: "engineMode", must: { isNot: "serverless" } },
      { property: "globalClusterIdentifier", must: { isAbsent: true } },
    ],
    property: "backtrackWindow",
    must: { atLeast: 1 },
    whenAbsent: 0,
    consequence: "A wrong statement can only be undone by a restore.",
    correct: 86400,
  },
});
