import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { region: "eu-central-1" },
  config: { "aws:region": "eu-central-1" },
  incorrect: `
new aws.s3.Bucket("orders", { region: "us-east-1" });
`,
  correct: `
new aws.s3.Bucket("orders");
`,
} satisfies RuleExamples;
