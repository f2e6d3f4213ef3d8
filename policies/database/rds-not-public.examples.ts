import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const orders = new aws.rds.Instance("orders", {
  engine: "postgres",
  instanceClass: "db.t4g.medium",
  allocatedStorage: 20,
  publiclyAccessible: true,
});
`,
  correct: `
const orders = new aws.rds.Instance("orders", {
  engine: "postgres",
  instanceClass: "db.t4g.medium",
  allocatedStorage: 20,
  publiclyAccessible: false,
});
`,
} satisfies RuleExamples;
