import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const password = new random.RandomPassword("orders", { length: 32 });
const orders = new aws.rds.Instance("orders", {
  engine: "postgres",
  instanceClass: "db.t4g.medium",
  allocatedStorage: 20,
  username: "app",
  password: password.result,
});
`,
  correct: `
const orders = new aws.rds.Instance("orders", {
  engine: "postgres",
  instanceClass: "db.t4g.medium",
  allocatedStorage: 20,
  username: "app",
  manageMasterUserPassword: true,
});
`,
} satisfies RuleExamples;
