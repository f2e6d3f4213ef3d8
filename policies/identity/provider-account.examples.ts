import type { RuleExamples } from "../../src/rules/examples";

const program = (more: string): string => `
const provider = new aws.Provider("production", {
  region: "us-east-1",${more}
});
new aws.sqs.Queue("orders", {}, { provider });
`;

export default {
  incorrect: program(""),
  correct: program('\n  allowedAccountIds: ["464738291005"],'),
  contract: { accounts: { "us-east-1": "464738291005" } },
} satisfies RuleExamples;
