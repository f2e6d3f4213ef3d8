import { DASHBOARD } from "../../stack/dashboards";
import { defineRule } from "../rule";

export default defineRule({
  id: "dashboard-exists",
  category: "observability",
  description: "The stack has a CloudWatch dashboard",
  severity: "low",
  level: "contract",
  contractKeys: ["dashboard"],
  failures: ["E8"],
  why:
    "Alarms say that something is wrong. What it is shows in how the metrics of all parts move together, " +
    "and nobody wants to collect those while the service is down.",
  fix: {
    typescript:
      'new aws.cloudwatch.Dashboard("operations", {\n' +
      '  dashboardName: "shop",\n' +
      '  dashboardBody: pulumi.jsonStringify({ widgets: [{ type: "metric", properties: {\n' +
      '    region, metrics: [["AWS/ECS", "CPUUtilization", "ClusterName", cluster.name]] } }] }),\n});',
    python:
      'aws.cloudwatch.Dashboard("operations", dashboard_name="shop",\n' +
      '    dashboard_body=pulumi.Output.json_dumps({"widgets": [{"type": "metric", "properties": {\n' +
      '        "region": region, "metrics": [["AWS/ECS", "CPUUtilization", "ClusterName", cluster.name]]}}]}))',
    yaml:
      "resources:\n  operations:\n    type: aws:cloudwatch:Dashboard\n    properties:\n" +
      "      dashboardName: shop\n      dashboardBody:\n        fn::toJSON:\n          widgets:\n" +
      "            - type: metric\n              properties:\n                region: ${region}\n" +
      "                metrics:\n" +
      '                  - [AWS/ECS, CPUUtilization, ClusterName, "${cluster.name}"]',
  },
  limits: "What is on the dashboard, and dashboards of other services.",
  stack(stack, { report }) {
    if (stack.ofType(DASHBOARD).length === 0) {
      report({
        message:
          "the contract asks for a dashboard and the stack has none; " +
          "add an aws.cloudwatch.Dashboard with the metrics of its services.",
      });
    }
  },
});
