import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { functions: { tracing: true } },
  incorrect: `
const role = aws.iam.getRoleOutput({ name: "lambda" }).arn;
const common = { runtime: "nodejs24.x", handler: "index.handler", role };
const code = (name: string) => new pulumi.asset.FileArchive("./" + name);
new aws.lambda.Function("api", { ...common, code: code("api"), tracingConfig: { mode: "Active" } });
new aws.lambda.Function("worker", { ...common, code: code("worker") });
`,
  correct: `
const role = aws.iam.getRoleOutput({ name: "lambda" }).arn;
const common = { runtime: "nodejs24.x", handler: "index.handler", role, tracingConfig: { mode: "Active" } };
const code = (name: string) => new pulumi.asset.FileArchive("./" + name);
new aws.lambda.Function("api", { ...common, code: code("api") });
new aws.lambda.Function("worker", { ...common, code: code("worker") });
`,
} satisfies RuleExamples;
