import type { RuleExamples } from "../../src/rules/examples";

const program = (more: string): string => `
new aws.rds.Instance("ledger", {
  engine: "postgres",
  instanceClass: "db.m7g.large",
  allocatedStorage: 100,
  username: "ledger",
  manageMasterUserPassword: true,${more}
});
`;

export default {
  incorrect: program(""),
  correct: program("\n  multiAz: true,"),
  contract: { recoveryTime: "15m" },
} satisfies RuleExamples;
