import { listed, show } from "../../contract/show";
import { DASHBOARD, DATABASE_GAUGES, shows } from "../../stack/dashboards";
import { isAuroraInstance, relationalDatabases } from "../../stack/database";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "dashboard-covers-databases",
  category: "observability",
  description: "Dashboards show the databases' CPU, connections and memory",
  severity: "low",
  level: "raised-by-contract",
  contractKeys: ["dashboard"],
  failures: ["P9"],
  why:
    "When a service is slow, the database is the first suspect. A dashboard that leaves it out sends whoever is on call " +
    "searching while the customers wait.",
  fix: {
    typescript:
      '{ type: "metric", properties: { region, stat: "Average", metrics: [\n' +
      '  ["AWS/RDS", "CPUUtilization", "DBClusterIdentifier", cluster.clusterIdentifier],\n' +
      '  [".", "DatabaseConnections", ".", "."],\n' +
      '  [".", "FreeableMemory", ".", "."]] } }',
    python:
      '{"type": "metric", "properties": {"region": region, "stat": "Average", "metrics": [\n' +
      '    ["AWS/RDS", "CPUUtilization", "DBClusterIdentifier", cluster.cluster_identifier],\n' +
      '    [".", "DatabaseConnections", ".", "."],\n' +
      '    [".", "FreeableMemory", ".", "."]]}}',
    yaml:
      "dashboardBody:\n  fn::toJSON:\n    widgets:\n      - type: metric\n        properties:\n" +
      "          region: ${region}\n          stat: Average\n          metrics:\n" +
      '            - [AWS/RDS, CPUUtilization, DBClusterIdentifier, "${cluster.clusterIdentifier}"]\n' +
      '            - [".", DatabaseConnections, ".", "."]\n' +
      '            - [".", FreeableMemory, ".", "."]',
  },
  limits:
    "Stacks without a dashboard (see dashboard-exists), and databases other than RDS. One of several dashboards is enough. " +
    "A metric whose dimensions name no database of the stack counts for each.",
  stack(stack, { report, undecided }) {
    const dashboards = stack.ofType(DASHBOARD);
    const unread = new Set<(typeof dashboards)[number]>();
    for (const database of dashboards.length === 0 ? [] : relationalDatabases(stack)) {
      const missing =
        isAuroraInstance(database) === true
          ? []
          : Object.entries(DATABASE_GAUGES).filter(
              ([, metrics]) => !dashboards.some((dashboard) => shows(stack, dashboard, database, metrics) === true),
            );
      const unknown = dashboards.filter((dashboard) => shows(stack, dashboard, database, []) === UNKNOWN);
      if (missing.length > 0 && unknown.length > 0) {
        unknown.forEach((dashboard) => unread.add(dashboard));
      } else if (missing.length > 0) {
        const gauges = missing.map(([what, [metric = ""]]) => `${what} (AWS/RDS ${metric})`);
        const [only, ...others] = dashboards;
        report({
          at: database,
          message:
            `no dashboard shows its ${listed(gauges, "and")}; add ${gauges.length > 1 ? "them" : "it"} as a metric widget to the ` +
            `dashboardBody of ${only && others.length === 0 ? show(only.name) : "a dashboard"}.`,
          restsOnComputedText: dashboards.some((dashboard) => dashboard.isComputed("dashboardBody")),
        });
      }
    }
    unread.forEach((dashboard) => {
      undecided(dashboard, "dashboardBody");
    });
  },
});
