import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const role = aws.iam.getRoleOutput({ name: "lambda" }).arn;
const source = "exports.handler = async () => ({ statusCode: 200, body: 'Hello' });";
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset(source) });
new aws.lambda.Function("stop", { runtime: "nodejs24.x", handler: "index.handler", code, role });
`,
  correct: `
const role = aws.iam.getRoleOutput({ name: "lambda" }).arn;
const source = [
  'const { ECS } = require("@aws-sdk/client-ecs");',
  "exports.handler = (event) => new ECS().updateService({ service: event.service, desiredCount: 0 });",
].join("\\n");
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset(source) });
new aws.lambda.Function("stop", { runtime: "nodejs24.x", handler: "index.handler", code, role });
`,
} satisfies RuleExamples;
