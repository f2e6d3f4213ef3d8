import type { RuleExamples } from "../../src/rules/examples";

const program = (publiclyAccessible: boolean): string => `
new aws.redshift.Cluster("sales", {
  clusterIdentifier: "sales",
  nodeType: "ra3.large",
  masterUsername: "analyst",
  manageMasterPassword: true,
  publiclyAccessible: ${String(publiclyAccessible)},
});
`;

export default { incorrect: program(true), correct: program(false) } satisfies RuleExamples;
