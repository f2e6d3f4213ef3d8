import type { RuleExamples } from "../../src/rules/examples";

const program = (more: string): string => `
new aws.dynamodb.Table("orders", {
  hashKey: "id",
  attributes: [{ name: "id", type: "S" }],
  billingMode: "PAY_PER_REQUEST",
  streamEnabled: true,
  streamViewType: "NEW_AND_OLD_IMAGES",${more}
});
`;

export default {
  incorrect: program(""),
  correct: program('\n  replicas: [{ regionName: "us-west-2" }],'),
  contract: { regions: { names: ["us-east-1", "us-west-2"], replicated: ["dynamodb"] } },
} satisfies RuleExamples;
