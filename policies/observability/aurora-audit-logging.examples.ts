import type { RuleExamples } from "../../src/rules/examples";

const program = (value: string): string => `
const parameters = new aws.rds.ClusterParameterGroup("orders", {
  family: "aurora-mysql8.0",
  parameters: [
    { name: "server_audit_logging", value: "${value}" },
    { name: "server_audit_events", value: "CONNECT,QUERY_DDL" },
  ],
});
new aws.rds.Cluster("orders", {
  engine: "aurora-mysql",
  dbClusterParameterGroupName: parameters.name,
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program("0"),
  correct: program("1"),
} satisfies RuleExamples;
