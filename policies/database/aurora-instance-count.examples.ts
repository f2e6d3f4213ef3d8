import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const orders = new aws.rds.Cluster("orders", { engine: "aurora-mysql", masterUsername: "orders", manageMasterUserPassword: true });
new aws.rds.ClusterInstance("orders-0", { clusterIdentifier: orders.id, engine: "aurora-mysql", instanceClass: "db.r6g.large" });
`,
  correct: `
const orders = new aws.rds.Cluster("orders", { engine: "aurora-mysql", masterUsername: "orders", manageMasterUserPassword: true });
for (const name of ["orders-0", "orders-1"]) {
  new aws.rds.ClusterInstance(name, { clusterIdentifier: orders.id, engine: "aurora-mysql", instanceClass: "db.r6g.large" });
}
`,
} satisfies RuleExamples;
