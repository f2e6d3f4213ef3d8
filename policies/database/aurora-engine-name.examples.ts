import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const orders = new aws.rds.Cluster("orders", {
  engine: "mysql",
  masterUsername: "orders",
  manageMasterUserPassword: true,
});
`,
  correct: `
const orders = new aws.rds.Cluster("orders", {
  engine: "aurora-mysql",
  masterUsername: "orders",
  manageMasterUserPassword: true,
});
`,
} satisfies RuleExamples;
