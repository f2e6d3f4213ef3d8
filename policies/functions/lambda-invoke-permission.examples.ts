import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const role = aws.iam.getRoleOutput({ name: "lambda" }).arn;
const code = new pulumi.asset.FileArchive("./orders");
const orders = new aws.lambda.Function("orders", { runtime: "nodejs24.x", handler: "index.handler", code, role });
const topic = new aws.sns.Topic("orders");
new aws.sns.TopicSubscription("orders", { topic: topic.arn, protocol: "lambda", endpoint: orders.arn });
`,
  correct: `
const role = aws.iam.getRoleOutput({ name: "lambda" }).arn;
const code = new pulumi.asset.FileArchive("./orders");
const orders = new aws.lambda.Function("orders", { runtime: "nodejs24.x", handler: "index.handler", code, role });
const topic = new aws.sns.Topic("orders");
new aws.sns.TopicSubscription("orders", { topic: topic.arn, protocol: "lambda", endpoint: orders.arn });
new aws.lambda.Permission("orders", {
  function: orders.name,
  action: "lambda:InvokeFunction",
  principal: "sns.amazonaws.com",
  sourceArn: topic.arn,
});
`,
} satisfies RuleExamples;
