import type { RuleExamples } from "../../src/rules/examples";

const fn = (runtime: string): string => `
const fn = new aws.lambda.Function("api", {
  role: "arn:aws:iam::111122223333:role/api",
  runtime: "${runtime}",
  handler: "main.handler",
  code: new pulumi.asset.FileArchive("./api"),
  publish: true,
  snapStart: { applyOn: "PublishedVersions" },
});
`;

export default { incorrect: fn("python3.11"), correct: fn("python3.13") } satisfies RuleExamples;
