import { listed, show } from "../../src/contract/show";
import { DASHBOARD, DATABASE_GAUGES, shows } from "../../src/aws/observability/dashboards";
import { isAuroraInstance, relationalDatabases } from "../../src/aws/databases/database";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "dashboard-covers-databases",
  category: "observability",
  description: "Dashboards must show the CPU, connections and memory of databases",
  severity: "low",
  level: "advisory-unless-required",
  contractKeys: ["dashboard"],
  failures: ["P9"],
  why:
    "When a service is slow, the database is the first suspect. With a dashboard that omits it, the person on call has to " +
    "search while customers wait.",
  fix: {
    typescript: `{ type: "metric", properties: { region, stat: "Average", metrics: [
  ["AWS/RDS", "CPUUtilization", "DBClusterIdentifier", cluster.clusterIdentifier],
  [".", "DatabaseConnections", ".", "."],
  [".", "FreeableMemory", ".", "."]] } }`,
    python: `{"type": "metric", "properties": {"region": region, "stat": "Average", "metrics": [
    ["AWS/RDS", "CPUUtilization", "DBClusterIdentifier", cluster.cluster_identifier],
    [".", "DatabaseConnections", ".", "."],
    [".", "FreeableMemory", ".", "."]]}}`,
    yaml: `dashboardBody:
  fn::toJSON:
    widgets:
      - type: metric
        properties:
          region: \${region}
          stat: Average
          metrics:
            - [AWS/RDS, CPUUtilization, DBClusterIdentifier, "\${cluster.clusterIdentifier}"]
            - [".", DatabaseConnections, ".", "."]
            - [".", FreeableMemory, ".", "."]`,
  },
  limits:
    "Stacks without a dashboard (see dashboard-exists), and databases other than RDS. One of several dashboards is enough. " +
    "A metric whose dimensions name no database of the stack counts for each of them.",
  references: [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-metrics.html",
  ],
  stack(stack, { report, undecided }) {
    const dashboards = stack.ofType(DASHBOARD);
    const unknownBodies = new Set<(typeof dashboards)[number]>();
    for (const database of dashboards.length === 0 ? [] : relationalDatabases(stack)) {
      const isAurora = isAuroraInstance(database);
      const missing =
        isAurora === true
          ? []
          : Object.entries(DATABASE_GAUGES).filter(
              ([, metrics]) => !dashboards.some((dashboard) => shows(stack, dashboard, database, metrics) === true),
            );
      const unknown = dashboards.filter((dashboard) => shows(stack, dashboard, database, []) === UNKNOWN);
      if (missing.length > 0 && unknown.length > 0) {
        unknown.forEach((dashboard) => unknownBodies.add(dashboard));
      } else if (missing.length > 0 && isAurora === UNKNOWN) {
        undecided(database, "engine");
      } else if (missing.length > 0) {
        const gauges = missing.map(([what, [metric = ""]]) => `${what} (AWS/RDS ${metric})`);
        const [only, ...others] = dashboards;
        report({
          at: database,
          message:
            `No dashboard shows the database's ${listed(gauges, "and")}. Add ${gauges.length > 1 ? "them" : "it"} as a metric ` +
            `widget to the \`dashboardBody\` of ${only && others.length === 0 ? show(only.name) : "a dashboard"}.`,
          restsOnComputedText: dashboards.some((dashboard) => dashboard.isComputed("dashboardBody")),
        });
      }
    }
    unknownBodies.forEach((dashboard) => {
      undecided(dashboard, "dashboardBody");
    });
  },
});
