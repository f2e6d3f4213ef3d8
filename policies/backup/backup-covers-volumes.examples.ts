import type { RuleExamples } from "../../src/rules/examples";

const program = (resources: string): string => `
const files = new aws.efs.FileSystem("files", { encrypted: true });
const plan = new aws.backup.Plan("plan", { rules: [{ ruleName: "daily", targetVaultName: "vault" }] });
new aws.backup.Selection("files", {
  planId: plan.id,
  iamRoleArn: "arn:aws:iam::464738291005:role/backup",
  resources: [${resources}],
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program('"arn:aws:dynamodb:*:*:table/*"'),
  correct: program("files.arn"),
} satisfies RuleExamples;
