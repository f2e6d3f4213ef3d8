import type { RuleExamples } from "../../src/rules/examples";

const ROOT = `{ Effect: "Allow", Principal: { AWS: "arn:aws:iam::464738291005:root" }, Action: "kms:*", Resource: "*" }`;
const LOGS = `{ Effect: "Allow", Principal: { Service: "logs.eu-west-1.amazonaws.com" }, Action: "kms:*", Resource: "*" }`;

const program = (...statements: string[]): string => `
const key = new aws.kms.Key("logs", {
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      ${statements.join(",\n      ")},
    ],
  }),
});
const logs = new aws.cloudwatch.LogGroup("api", { kmsKeyId: key.arn });
`;

export default { incorrect: program(ROOT), correct: program(ROOT, LOGS) } satisfies RuleExamples;
