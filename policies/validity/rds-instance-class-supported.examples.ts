import type { RuleExamples } from "../../src/rules/examples";

const program = (instanceClass: string): string => `
const cluster = new aws.rds.Cluster("orders", {
  engine: "aurora-mysql",
  engineVersion: "8.0.mysql_aurora.3.10.5",
  masterUsername: "app",
  manageMasterUserPassword: true,
});
const writer = new aws.rds.ClusterInstance("writer", {
  clusterIdentifier: cluster.id,
  engine: "aurora-mysql",
  instanceClass: "${instanceClass}",
});
`;

export default { incorrect: program("db.t3.small"), correct: program("db.t3.medium") } satisfies RuleExamples;
