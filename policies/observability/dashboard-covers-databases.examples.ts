import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
new aws.rds.Instance("orders", { identifier: "orders", engine: "postgres", instanceClass: "db.t4g.medium" });
const metrics = [["AWS/RDS", "CPUUtilization", "DBInstanceIdentifier", "orders"]];
const widget = { type: "metric", properties: { region: "us-east-1", metrics } };
const dashboardBody = JSON.stringify({ widgets: [widget] });
new aws.cloudwatch.Dashboard("shop", { dashboardName: "shop", dashboardBody });
`,
  correct: `
new aws.rds.Instance("orders", { identifier: "orders", engine: "postgres", instanceClass: "db.t4g.medium" });
const metrics = [
  ["AWS/RDS", "CPUUtilization", "DBInstanceIdentifier", "orders"],
  ["AWS/RDS", "DatabaseConnections", "DBInstanceIdentifier", "orders"],
  ["AWS/RDS", "FreeableMemory", "DBInstanceIdentifier", "orders"],
];
const widget = { type: "metric", properties: { region: "us-east-1", metrics } };
const dashboardBody = JSON.stringify({ widgets: [widget] });
new aws.cloudwatch.Dashboard("shop", { dashboardName: "shop", dashboardBody });
`,
} satisfies RuleExamples;
