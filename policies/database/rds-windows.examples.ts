import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const orders = new aws.rds.Instance("orders", {
  engine: "postgres",
  instanceClass: "db.t4g.medium",
  allocatedStorage: 20,
  backupWindow: "03:00-05:00",
  maintenanceWindow: "mon:04:00-mon:05:00",
});
`,
  correct: `
const orders = new aws.rds.Instance("orders", {
  engine: "postgres",
  instanceClass: "db.t4g.medium",
  allocatedStorage: 20,
  backupWindow: "03:00-04:00",
  maintenanceWindow: "mon:04:00-mon:05:00",
});
`,
} satisfies RuleExamples;
