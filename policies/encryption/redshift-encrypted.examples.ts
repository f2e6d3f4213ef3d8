import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const warehouse = new aws.redshift.Cluster("warehouse", {
  clusterIdentifier: "sales-warehouse",
  nodeType: "ra3.large",
  masterUsername: "analyst",
  manageMasterPassword: true,
  encrypted: false,
});
`,
  correct: `
const warehouse = new aws.redshift.Cluster("warehouse", {
  clusterIdentifier: "sales-warehouse",
  nodeType: "ra3.large",
  masterUsername: "analyst",
  manageMasterPassword: true,
  encrypted: true,
});
`,
} satisfies RuleExamples;
