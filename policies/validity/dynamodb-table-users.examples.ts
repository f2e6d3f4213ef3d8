import type { RuleExamples } from "../../src/rules/examples";

const program = (item: string): string => `
const table = new aws.dynamodb.Table("orders", {
  hashKey: "id",
  attributes: [{ name: "id", type: "S" }],
  billingMode: "PAY_PER_REQUEST",
});
const first = new aws.dynamodb.TableItem("first", {
  tableName: table.name,
  hashKey: "id",
  item: JSON.stringify(${item}),
});
`;

export default {
  incorrect: program(`{ orderId: { S: "1" } }`),
  correct: program(`{ id: { S: "1" } }`),
} satisfies RuleExamples;
