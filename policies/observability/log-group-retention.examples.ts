import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
new aws.cloudwatch.LogGroup("app", { name: "/shop/app" });
`,
  correct: `
new aws.cloudwatch.LogGroup("app", { name: "/shop/app", retentionInDays: 30 });
`,
} satisfies RuleExamples;
