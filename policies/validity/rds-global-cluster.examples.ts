import type { RuleExamples } from "../../src/rules/examples";

const program = (options: string): string => `
const west = new aws.Provider("west", { region: "us-west-2" });
const global = new aws.rds.GlobalCluster("orders", { globalClusterIdentifier: "orders", engine: "aurora-mysql" });
const primary = new aws.rds.Cluster("primary", {
  engine: "aurora-mysql",
  globalClusterIdentifier: global.id,
  masterUsername: "app",
  manageMasterUserPassword: true,
});
const secondary = new aws.rds.Cluster("secondary", {
  engine: "aurora-mysql",
  globalClusterIdentifier: global.id,
}, { provider: west${options} });
`;

export default { incorrect: program(""), correct: program(", dependsOn: [primary]") } satisfies RuleExamples;
