import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { environment: "production" },
  incorrect: `
const orders = new aws.rds.Instance("orders", { engine: "postgres", instanceClass: "db.m7g.large", allocatedStorage: 100 });
`,
  correct: `
const orders = new aws.rds.Instance("orders", {
  engine: "postgres",
  instanceClass: "db.m7g.large",
  allocatedStorage: 100,
  multiAz: true,
});
`,
} satisfies RuleExamples;
