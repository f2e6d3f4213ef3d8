import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { environment: "production" },
  incorrect: `
const orders = new aws.rds.Instance("orders", { engine: "postgres", instanceClass: "db.m7g.large", allocatedStorage: 100 });
`,
  correct: `
const parameters = new aws.rds.ParameterGroup("orders", { family: "postgres17" });
const orders = new aws.rds.Instance("orders", {
  engine: "postgres",
  instanceClass: "db.m7g.large",
  allocatedStorage: 100,
  parameterGroupName: parameters.name,
});
`,
} satisfies RuleExamples;
