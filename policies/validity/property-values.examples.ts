import type { RuleExamples } from "../../src/rules/examples";

const role = (seconds: number): string => `
const deploy = new aws.iam.Role("deploy", {
  assumeRolePolicy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "codebuild.amazonaws.com" } }],
  }),
  maxSessionDuration: ${String(seconds)},
});
`;

export default { incorrect: role(86_400), correct: role(43_200) } satisfies RuleExamples;
