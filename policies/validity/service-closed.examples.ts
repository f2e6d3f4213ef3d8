import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const ledger = new aws.qldb.Ledger("orders", { permissionsMode: "STANDARD" });
`,
  correct: `
const table = new aws.dynamodb.Table("orders", {
  attributes: [{ name: "id", type: "S" }],
  hashKey: "id",
  billingMode: "PAY_PER_REQUEST",
});
`,
} satisfies RuleExamples;
