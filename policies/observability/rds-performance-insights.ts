import { isMonitored, monitoredDatabases } from "../../src/aws/databases/monitoring";
import { RDS_CLUSTER_INSTANCE } from "../../src/aws/type-tokens";
import { anyOf, equals, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import { defineRule } from "../../src/rules/rule";

/** The advanced mode of Database Insights, which an instance of a cluster takes from it, is rejected without the other. */
const hasInsights = (database: Resource): Certainty =>
  anyOf([
    database.bool("performanceInsightsEnabled") ?? false,
    database.type !== RDS_CLUSTER_INSTANCE && equals(database.str("databaseInsightsMode"), "advanced"),
  ]);

export default defineRule({
  id: "rds-performance-insights",
  category: "observability",
  description: "RDS instances must have Performance Insights",
  severity: "low",
  level: "only-if-required",
  contractKeys: ["databaseMonitoring.insights"],
  why:
    "A high load shows in every alarm, and not what causes it. Performance Insights, which Database Insights shows too, " +
    "keeps for each second which queries ran, who sent them and what they waited for.",
  fix: {
    typescript: `performanceInsightsEnabled: true,`,
    python: `performance_insights_enabled=True,`,
    yaml: `performanceInsightsEnabled: true`,
  },
  limits:
    "Aurora clusters themselves, whose instances are checked: they may take it from their cluster. An instance without it " +
    "whose cluster is in another stack is undecided. Small instance classes that do not offer it.",
  references: ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.html"],
  stack(stack, { decide }) {
    for (const database of monitoredDatabases(stack)) {
      decide(isMonitored(stack, database, hasInsights), {
        at: database,
        property: "performanceInsightsEnabled",
        message: "Performance Insights is off. Set `performanceInsightsEnabled: true`.",
      });
    }
  },
});
