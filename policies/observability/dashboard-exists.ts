import { DASHBOARD } from "../../src/aws/observability/dashboards";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "dashboard-exists",
  category: "observability",
  description: "The stack must have a CloudWatch dashboard",
  severity: "low",
  level: "only-if-required",
  contractKeys: ["dashboard"],
  failures: ["E8"],
  why:
    "Alarms show that something is wrong. The cause shows in how the metrics of all parts move together, and it takes too " +
    "long to collect those while the service is down.",
  fix: {
    typescript: `new aws.cloudwatch.Dashboard("operations", {
  dashboardName: "shop",
  dashboardBody: pulumi.jsonStringify({ widgets: [{ type: "metric", properties: {
    region, metrics: [["AWS/ECS", "CPUUtilization", "ClusterName", cluster.name]] } }] }),
});`,
    python: `aws.cloudwatch.Dashboard("operations", dashboard_name="shop",
    dashboard_body=pulumi.Output.json_dumps({"widgets": [{"type": "metric", "properties": {
        "region": region, "metrics": [["AWS/ECS", "CPUUtilization", "ClusterName", cluster.name]]}}]}))`,
    yaml: `resources:
  operations:
    type: aws:cloudwatch:Dashboard
    properties:
      dashboardName: shop
      dashboardBody:
        fn::toJSON:
          widgets:
            - type: metric
              properties:
                region: \${region}
                metrics:
                  - [AWS/ECS, CPUUtilization, ClusterName, "\${cluster.name}"]`,
  },
  limits: "What is on the dashboard, and dashboards of other services.",
  references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Dashboards.html"],
  stack(stack, { report }) {
    if (stack.ofType(DASHBOARD).length === 0) {
      report({
        message:
          "The contract requires a dashboard, and the stack has none. Add an aws.cloudwatch.Dashboard with the metrics of " +
          "its services.",
      });
    }
  },
});
