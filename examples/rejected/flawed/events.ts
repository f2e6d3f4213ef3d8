import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { log } from "./delivery";
import { priceChanges, report } from "./functions";
import { serviceRole } from "./identity";

// What happens elsewhere and reaches the shop as an event: new prices, returned parcels, errors.

const priced = new aws.cloudwatch.EventRule("priced", {
  eventPattern: JSON.stringify({ source: "shop.suppliers", "detail-type": ["price changed"] }), // event-pattern: no array.
});
new aws.cloudwatch.EventTarget("price-changes", {
  rule: priced.name,
  arn: priceChanges.arn,
  sqsTarget: { messageGroupId: "prices" },
  inputTransformer: {
    inputPaths: { article: "$.detail.article", price: "$.detail.price" },
    inputTemplate: '{"article": <id>, "price": <price>}', // event-input-template: the path is called article.
  },
});
new aws.sqs.QueuePolicy("price-changes", {
  queueUrl: priceChanges.id,
  policy: pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "sns.amazonaws.com" }, // message-delivery-permission: EventBridge sends to it.
        Action: "sqs:SendMessage",
        Resource: "*",
      },
    ],
  }),
});

// role-trusts-service: it trusts Lambda, and Step Functions takes it on.
const returns = serviceRole("returns", "lambda.amazonaws.com", [
  { actions: ["lambda:InvokeFunction"], on: report.arn },
]);
new aws.sfn.StateMachine(
  "returns",
  {
    roleArn: returns.role.arn,
    definition: pulumi.jsonStringify({
      StartAt: "Register",
      States: {
        Register: {
          Type: "Task",
          Resource: "arn:aws:states:::lambda:invoke",
          Parameters: { FunctionName: report.name, "Payload.$": "$" },
          Next: "Refund", // state-machine-definition: there is no such state.
        },
        Done: { Type: "Succeed" },
      },
    }),
  },
  { dependsOn: returns.policy },
);

// Errors of the tasks go to the function that reports.
new aws.lambda.Permission("errors", {
  action: "lambda:InvokeFunction",
  function: report.name,
  principal: "logs.amazonaws.com",
  sourceArn: pulumi.interpolate`${log.arn}:*`,
});
// log-subscription-permission: CloudWatch Logs tries it at once, and nothing waits for the permission.
new aws.cloudwatch.LogSubscriptionFilter("errors", {
  logGroup: log.name,
  filterPattern: "ERROR",
  destinationArn: report.arn,
});
