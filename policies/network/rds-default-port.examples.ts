import type { RuleExamples } from "../../src/rules/examples";

const program = (port: number): string => `
new aws.rds.Instance("orders", {
  engine: "postgres",
  instanceClass: "db.t4g.medium",
  port: ${String(port)},
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program(5432),
  correct: program(15432),
} satisfies RuleExamples;
