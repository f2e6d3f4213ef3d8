import type { RuleExamples } from "../../src/rules/examples";

const schedule = (expression: string): string => `
const nightly = new aws.cloudwatch.EventRule("nightly", { scheduleExpression: "${expression}" });
`;

export default {
  incorrect: schedule("cron(0 8 * * *)"),
  correct: schedule("cron(0 8 * * ? *)"),
} satisfies RuleExamples;
