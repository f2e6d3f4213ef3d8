import type { RuleExamples } from "../../src/rules/examples";

export default {
  config: {},
  incorrect: `
const orders = new aws.s3.Bucket("orders");
`,
  correct: `
const ireland = new aws.Provider("ireland", { region: "eu-west-1" });
const orders = new aws.s3.Bucket("orders", {}, { provider: ireland });
`,
} satisfies RuleExamples;
