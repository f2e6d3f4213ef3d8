import type { RuleExamples } from "../../src/rules/examples";

const program = (accounts: string): string => `
new aws.ssm.Document("restart", {
  documentType: "Command",
  content: JSON.stringify({ schemaVersion: "2.2", description: "restart", mainSteps: [] }),
  permissions: { type: "Share", account_ids: "${accounts}" },
});
`;

export default { incorrect: program("All"), correct: program("464738291005") } satisfies RuleExamples;
