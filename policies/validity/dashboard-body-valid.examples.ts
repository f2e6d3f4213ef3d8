import type { RuleExamples } from "../../src/rules/examples";

const dashboard = (metric: string): string => `
const dashboard = new aws.cloudwatch.Dashboard("shop", {
  dashboardName: "shop",
  dashboardBody: JSON.stringify({
    widgets: [{ type: "metric", properties: { region: "eu-west-1", metrics: [${metric}] } }],
  }),
});
`;

export default {
  incorrect: dashboard(`{ namespace: "AWS/ECS", metricName: "CPUUtilization" }`),
  correct: dashboard(`["AWS/ECS", "CPUUtilization", "ClusterName", "shop"]`),
} satisfies RuleExamples;
