import type { RuleExamples } from "../../src/rules/examples";

const program = (lost: string): string => `
const lost = new ${lost};
const target = new aws.cloudwatch.EventTarget("worker", {
  rule: "orders",
  arn: "arn:aws:lambda:eu-west-1:464738291005:function:worker",
  deadLetterConfig: { arn: lost.arn },
});
`;

export default {
  incorrect: program(`aws.sns.Topic("lost-events")`),
  correct: program(`aws.sqs.Queue("lost-events")`),
} satisfies RuleExamples;
