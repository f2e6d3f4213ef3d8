import type { RuleExamples } from "../../src/rules/examples";

const program = (isOn: boolean): string => `
new aws.emr.SecurityConfiguration("jobs", {
  configuration: JSON.stringify({
    EncryptionConfiguration: { EnableInTransitEncryption: ${String(isOn)} },
  }),
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program(false),
  correct: program(true),
} satisfies RuleExamples;
