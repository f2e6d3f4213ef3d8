import type { RuleExamples } from "../../src/rules/examples";

const BEFORE = `
const rule = new aws.cloudwatch.EventRule("nightly", { name: "nightly", scheduleExpression: "cron(0 3 * * ? *)" });
const arn = "arn:aws:sqs:us-east-1:464738291005:reports";`;

export default {
  incorrect: `${BEFORE}
new aws.cloudwatch.EventTarget("reports", { rule: "nightly", arn });
`,
  correct: `${BEFORE}
new aws.cloudwatch.EventTarget("reports", { rule: rule.name, arn });
`,
} satisfies RuleExamples;
