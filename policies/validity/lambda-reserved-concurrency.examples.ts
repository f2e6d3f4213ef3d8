import type { RuleExamples } from "../../src/rules/examples";

const fn = (reserved: number): string => `
const fn = new aws.lambda.Function("api", {
  role: "arn:aws:iam::111122223333:role/api",
  runtime: "nodejs22.x",
  handler: "index.handler",
  code: new pulumi.asset.FileArchive("./api"),
  reservedConcurrentExecutions: ${String(reserved)},
});
`;

export default { incorrect: fn(1000), correct: fn(50) } satisfies RuleExamples;
