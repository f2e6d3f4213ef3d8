import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { log } from "./delivery";
import { priceChanges, report } from "./functions";
import { serviceRole } from "./identity";

// What happens elsewhere and reaches the shop as an event: new prices, returned parcels, errors.

const priced = new aws.cloudwatch.EventRule("priced", {
  eventPattern: JSON.stringify({ source: ["shop.suppliers"], "detail-type": ["price changed"] }),
});
new aws.cloudwatch.EventTarget("price-changes", {
  rule: priced.name,
  arn: priceChanges.arn,
  sqsTarget: { messageGroupId: "prices" },
  inputTransformer: {
    inputPaths: { article: "$.detail.article", price: "$.detail.price" },
    inputTemplate: '{"article": <article>, "price": <price>}',
  },
});
new aws.sqs.QueuePolicy("price-changes", {
  queueUrl: priceChanges.id,
  policy: pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: "sqs:SendMessage",
        Resource: priceChanges.arn,
        Condition: { ArnEquals: { "aws:SourceArn": priced.arn } },
      },
    ],
  }),
});

const returns = serviceRole("returns", "states.amazonaws.com", [
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
          Next: "Done",
        },
        Done: { Type: "Succeed" },
      },
    }),
  },
  { dependsOn: returns.policy },
);

// Errors of the tasks go to the function that reports.
const errors = new aws.lambda.Permission("errors", {
  action: "lambda:InvokeFunction",
  function: report.name,
  principal: "logs.amazonaws.com",
  sourceArn: pulumi.interpolate`${log.arn}:*`,
});
new aws.cloudwatch.LogSubscriptionFilter(
  "errors",
  { logGroup: log.name, filterPattern: "ERROR", destinationArn: report.arn },
  { dependsOn: errors },
);
