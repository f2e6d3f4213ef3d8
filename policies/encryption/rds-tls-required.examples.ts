import type { RuleExamples } from "../../src/rules/examples";

const program = (value: string): string => `
const parameters = new aws.rds.ParameterGroup("orders", {
  family: "mysql8.4",
  parameters: [{ name: "require_secure_transport", value: "${value}" }],
});
new aws.rds.Instance("orders", {
  engine: "mysql",
  engineVersion: "8.4.6",
  instanceClass: "db.t4g.medium",
  parameterGroupName: parameters.name,
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program("0"),
  correct: program("1"),
} satisfies RuleExamples;
