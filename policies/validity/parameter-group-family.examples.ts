import type { RuleExamples } from "../../src/rules/examples";

const program = (family: string): string => `
const parameters = new aws.rds.ParameterGroup("orders", { family: "${family}" });
const orders = new aws.rds.Instance("orders", {
  engine: "postgres",
  engineVersion: "17.7",
  instanceClass: "db.t4g.medium",
  allocatedStorage: 50,
  username: "orders_owner",
  manageMasterUserPassword: true,
  parameterGroupName: parameters.name,
});
`;

export default { incorrect: program("postgres16"), correct: program("postgres17") } satisfies RuleExamples;
