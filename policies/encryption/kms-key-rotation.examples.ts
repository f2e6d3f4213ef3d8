import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const key = new aws.kms.Key("orders", { description: "Encrypts the order database" });
`,
  correct: `
const key = new aws.kms.Key("orders", { description: "Encrypts the order database", enableKeyRotation: true });
`,
} satisfies RuleExamples;
