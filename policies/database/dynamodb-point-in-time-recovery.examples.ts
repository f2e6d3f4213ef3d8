import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const sessions = new aws.dynamodb.Table("sessions", {
  billingMode: "PAY_PER_REQUEST",
  hashKey: "id",
  attributes: [{ name: "id", type: "S" }],
});
`,
  correct: `
const sessions = new aws.dynamodb.Table("sessions", {
  billingMode: "PAY_PER_REQUEST",
  hashKey: "id",
  attributes: [{ name: "id", type: "S" }],
  pointInTimeRecovery: { enabled: true },
});
`,
} satisfies RuleExamples;
