import type { RuleExamples } from "../../src/rules/examples";

const program = (account: string): string => `
new aws.rds.Snapshot("before-upgrade", {
  dbInstanceIdentifier: "orders",
  dbSnapshotIdentifier: "orders-before-upgrade",
  sharedAccounts: ["${account}"],
});
`;

export default { incorrect: program("all"), correct: program("464738291005") } satisfies RuleExamples;
