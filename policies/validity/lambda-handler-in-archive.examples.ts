import type { RuleExamples } from "../../src/rules/examples";

const fn = (handler: string): string => `
const fn = new aws.lambda.Function("api", {
  role: "arn:aws:iam::111122223333:role/api",
  runtime: "nodejs22.x",
  handler: "${handler}",
  code: new pulumi.asset.AssetArchive({
    "index.js": new pulumi.asset.StringAsset("exports.handler = async () => 1;"),
  }),
});
`;

export default { incorrect: fn("main.handler"), correct: fn("index.handler") } satisfies RuleExamples;
