import type { RuleExamples } from "../../src/rules/examples";

const program = (options: string): string => `
const uploads = new aws.s3.Bucket("uploads");
const queue = new aws.sqs.Queue("uploads");
const policy = new aws.sqs.QueuePolicy("uploads", {
  queueUrl: queue.id,
  policy: pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: "s3.amazonaws.com" }, Action: "sqs:SendMessage", Resource: queue.arn }],
  }),
});
const notification = new aws.s3.BucketNotification("uploads", {
  bucket: uploads.id,
  queues: [{ queueArn: queue.arn, events: ["s3:ObjectCreated:*"] }],
}${options});
`;

export default { incorrect: program(""), correct: program(", { dependsOn: [policy] }") } satisfies RuleExamples;
