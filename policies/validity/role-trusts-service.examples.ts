import type { RuleExamples } from "../../src/rules/examples";

const program = (service: string): string => `
const role = new aws.iam.Role("orders", {
  assumeRolePolicy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: "${service}" }, Action: "sts:AssumeRole" }],
  }),
});
const orders = new aws.sfn.StateMachine("orders", {
  roleArn: role.arn,
  definition: JSON.stringify({ StartAt: "Done", States: { Done: { Type: "Succeed" } } }),
});
`;

export default {
  incorrect: program("lambda.amazonaws.com"),
  correct: program("states.amazonaws.com"),
} satisfies RuleExamples;
