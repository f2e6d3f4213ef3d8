import type { RuleExamples } from "../../src/rules/examples";

const program = (inputs: string): string => `
const dead = new aws.sqs.Queue("dead", ${inputs});
const orders = new aws.sqs.Queue("orders", {
  name: "orders.fifo",
  fifoQueue: true,
  redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: 3 }),
});
`;

export default {
  incorrect: program(`{ name: "dead" }`),
  correct: program(`{ name: "dead.fifo", fifoQueue: true }`),
} satisfies RuleExamples;
