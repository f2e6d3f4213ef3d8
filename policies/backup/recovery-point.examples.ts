import type { RuleExamples } from "../../src/rules/examples";

const program = (more: string): string => `
new aws.dynamodb.Table("orders", {
  hashKey: "id",
  attributes: [{ name: "id", type: "S" }],
  billingMode: "PAY_PER_REQUEST",${more}
});
`;

export default {
  incorrect: program(""),
  correct: program("\n  pointInTimeRecovery: { enabled: true },"),
  contract: { recoveryPoint: "15m" },
} satisfies RuleExamples;
