import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const orders = new aws.rds.Cluster("orders", {
  engine: "aurora-postgresql",
  engineVersion: "15.3",
  masterUsername: "orders",
  manageMasterUserPassword: true,
});
`,
  correct: `
const orders = new aws.rds.Cluster("orders", {
  engine: "aurora-postgresql",
  engineVersion: "17",
  masterUsername: "orders",
  manageMasterUserPassword: true,
});
`,
} satisfies RuleExamples;
