import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { lifecycle: "ephemeral" },
  incorrect: `
const orders = new aws.rds.Instance("orders", {
  engine: "postgres",
  instanceClass: "db.t4g.medium",
  allocatedStorage: 20,
});
`,
  correct: `
const orders = new aws.rds.Instance("orders", {
  engine: "postgres",
  instanceClass: "db.t4g.medium",
  allocatedStorage: 20,
  skipFinalSnapshot: true,
});
`,
} satisfies RuleExamples;
