import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { functions: { minimumMemory: 256 } },
  incorrect: `
const role = aws.iam.getRoleOutput({ name: "lambda" }).arn;
const code = new pulumi.asset.FileArchive("./import");
new aws.lambda.Function("import", { runtime: "nodejs24.x", handler: "index.handler", code, role });
`,
  correct: `
const role = aws.iam.getRoleOutput({ name: "lambda" }).arn;
const code = new pulumi.asset.FileArchive("./import");
new aws.lambda.Function("import", { runtime: "nodejs24.x", handler: "index.handler", code, role, memorySize: 256 });
`,
} satisfies RuleExamples;
