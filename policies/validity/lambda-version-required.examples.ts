import type { RuleExamples } from "../../src/rules/examples";

const fn = (more: string): string => `
const fn = new aws.lambda.Function("api", {
  role: "arn:aws:iam::111122223333:role/api",
  runtime: "nodejs22.x",
  handler: "index.handler",
  code: new pulumi.asset.FileArchive("./api"),${more}
});
const warm = new aws.lambda.ProvisionedConcurrencyConfig("warm", {
  functionName: fn.name,
  qualifier: fn.version,
  provisionedConcurrentExecutions: 5,
});
`;

export default { incorrect: fn(""), correct: fn("\n  publish: true,") } satisfies RuleExamples;
