import type { RuleExamples } from "../../src/rules/examples";

const program = (capacity: string): string => `
new aws.dynamodb.Table("orders", {
  hashKey: "id",
  attributes: [{ name: "id", type: "S" }],
  ${capacity}
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program("readCapacity: 5, writeCapacity: 5,"),
  correct: program('billingMode: "PAY_PER_REQUEST",'),
} satisfies RuleExamples;
