import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const role = aws.iam.getRoleOutput({ name: "lambda" }).arn;
const code = new pulumi.asset.FileArchive("./report");
const report = new aws.lambda.Function("report", { runtime: "nodejs24.x", handler: "index.handler", code, role });
const nightly = new aws.cloudwatch.EventRule("nightly", { scheduleExpression: "cron(0 3 * * ? *)" });
new aws.cloudwatch.EventTarget("nightly", { rule: nightly.name, arn: report.arn });
`,
  correct: `
const role = aws.iam.getRoleOutput({ name: "lambda" }).arn;
const code = new pulumi.asset.FileArchive("./report");
const report = new aws.lambda.Function("report", { runtime: "nodejs24.x", handler: "index.handler", code, role });
const nightly = new aws.cloudwatch.EventRule("nightly", { scheduleExpression: "cron(0 3 * * ? *)" });
new aws.cloudwatch.EventTarget("nightly", { rule: nightly.name, arn: report.arn });
new aws.lambda.Permission("nightly", {
  function: report.name,
  action: "lambda:InvokeFunction",
  principal: "events.amazonaws.com",
  sourceArn: nightly.arn,
});
`,
} satisfies RuleExamples;
