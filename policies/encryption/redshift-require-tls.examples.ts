import type { RuleExamples } from "../../src/rules/examples";

const cluster = (value: string): string => `
const parameters = new aws.redshift.ParameterGroup("orders", {
  family: "redshift-2.0",
  parameters: [{ name: "require_ssl", value: "${value}" }],
});
new aws.redshift.Cluster("orders", {
  clusterIdentifier: "orders",
  nodeType: "ra3.large",
  masterUsername: "orders_admin",
  manageMasterPassword: true,
  clusterParameterGroupName: parameters.name,
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: cluster("false"),
  correct: cluster("true"),
} satisfies RuleExamples;
