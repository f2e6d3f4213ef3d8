import type { RuleExamples } from "../../src/rules/examples";

const program = (network: string): string => `
new aws.rds.Instance("orders", {
  engine: "postgres",
  instanceClass: "db.t4g.medium",${network}
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program(""),
  correct: program(`
  dbSubnetGroupName: "private",`),
} satisfies RuleExamples;
