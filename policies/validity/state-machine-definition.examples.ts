import type { RuleExamples } from "../../src/rules/examples";

const program = (next: string): string => `
const machine = new aws.sfn.StateMachine("orders", {
  roleArn: "arn:aws:iam::464738291005:role/orders-machine",
  definition: JSON.stringify({
    StartAt: "Charge",
    States: { Charge: { Type: "Pass", Next: "${next}" }, Ship: { Type: "Succeed" } },
  }),
});
`;

export default { incorrect: program("Shipping"), correct: program("Ship") } satisfies RuleExamples;
