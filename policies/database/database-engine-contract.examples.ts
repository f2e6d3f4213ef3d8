import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { database: { kind: "aurora", engine: "aurora-mysql" } },
  incorrect: `
const orders = new aws.rds.Instance("orders", { engine: "mysql", instanceClass: "db.r6g.large", allocatedStorage: 100 });
`,
  correct: `
const orders = new aws.rds.Cluster("orders", { engine: "aurora-mysql", masterUsername: "orders", manageMasterUserPassword: true });
new aws.rds.ClusterInstance("orders-0", { clusterIdentifier: orders.id, engine: "aurora-mysql", instanceClass: "db.r6g.large" });
`,
} satisfies RuleExamples;
