import type { RuleExamples } from "../../src/rules/examples";

const rule = (sourceIdentifier: string): string => `
const noOpenSsh = new aws.cfg.Rule("no-open-ssh", {
  source: { owner: "AWS", sourceIdentifier: "${sourceIdentifier}" },
});
`;

export default { incorrect: rule("restricted-ssh"), correct: rule("INCOMING_SSH_DISABLED") } satisfies RuleExamples;
