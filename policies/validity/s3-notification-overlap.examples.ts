import type { RuleExamples } from "../../src/rules/examples";

const program = (prefix: string): string => `
const queueArn = "arn:aws:sqs:us-east-1:464738291005:orders";
const events = ["s3:ObjectCreated:*"];
const notification = new aws.s3.BucketNotification("orders", {
  bucket: "orders-archive-1a2b3c",
  queues: [
    { queueArn, events, filterPrefix: "orders/open/" },
    { queueArn, events, filterPrefix: "${prefix}" },
  ],
});
`;

export default { incorrect: program("orders/"), correct: program("orders/paid/") } satisfies RuleExamples;
