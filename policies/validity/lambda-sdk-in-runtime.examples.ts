import type { RuleExamples } from "../../src/rules/examples";

const fn = (load: string): string => `
const code = \`
const { S3 } = require("${load}");
exports.handler = async () => new S3({});
\`;
const fn = new aws.lambda.Function("api", {
  role: "arn:aws:iam::111122223333:role/api",
  runtime: "nodejs22.x",
  handler: "index.handler",
  code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset(code) }),
});
`;

export default { incorrect: fn("aws-sdk"), correct: fn("@aws-sdk/client-s3") } satisfies RuleExamples;
