import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const role = aws.iam.getRoleOutput({ name: "lambda" }).arn;
const code = new pulumi.asset.FileArchive("./mailer");
const mailer = new aws.lambda.Function("mailer", { runtime: "nodejs24.x", handler: "index.handler", code, role });
const orders = new aws.sns.Topic("orders");
new aws.sns.TopicSubscription("mailer", { topic: orders.arn, protocol: "lambda", endpoint: mailer.arn });
`,
  correct: `
const role = aws.iam.getRoleOutput({ name: "lambda" }).arn;
const code = new pulumi.asset.FileArchive("./mailer");
const failed = new aws.sqs.Queue("failed-mails");
const mailer = new aws.lambda.Function("mailer", {
  runtime: "nodejs24.x",
  handler: "index.handler",
  code,
  role,
  deadLetterConfig: { targetArn: failed.arn },
});
const orders = new aws.sns.Topic("orders");
new aws.sns.TopicSubscription("mailer", { topic: orders.arn, protocol: "lambda", endpoint: mailer.arn });
`,
} satisfies RuleExamples;
