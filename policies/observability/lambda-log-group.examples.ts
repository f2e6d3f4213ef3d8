import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { logRetention: true },
  incorrect: `
const role = aws.iam.getRoleOutput({ name: "lambda" }).arn;
const code = new pulumi.asset.FileArchive("./api");
new aws.lambda.Function("api", { name: "api", runtime: "nodejs24.x", handler: "index.handler", code, role });
`,
  correct: `
const logs = new aws.cloudwatch.LogGroup("api", { name: "/aws/lambda/api", retentionInDays: 30 });
const role = aws.iam.getRoleOutput({ name: "lambda" }).arn;
const code = new pulumi.asset.FileArchive("./api");
new aws.lambda.Function(
  "api",
  { name: "api", runtime: "nodejs24.x", handler: "index.handler", code, role },
  { dependsOn: [logs] },
);
`,
} satisfies RuleExamples;
