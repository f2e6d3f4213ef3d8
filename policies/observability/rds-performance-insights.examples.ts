import type { RuleExamples } from "../../src/rules/examples";

const program = (insights: string): string => `
new aws.rds.Instance("orders", {
  engine: "postgres",
  instanceClass: "db.m7g.large",${insights}
});
`;

export default {
  contract: { databaseMonitoring: { insights: true } },
  incorrect: program(""),
  correct: program("\n  performanceInsightsEnabled: true,"),
} satisfies RuleExamples;
