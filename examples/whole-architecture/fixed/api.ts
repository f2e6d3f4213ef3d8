import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { parcels } from "./data";
import { failed, lambdaFunction, permit } from "./functions";
import { key, logGroup, named } from "./settings";

// A parcel is booked over the API. Its label is printed when the printers have time.

const booked = new aws.sns.Topic(named("booked"), { kmsMasterKeyId: key.arn });

const book = lambdaFunction("book", {
  grants: [
    { actions: ["dynamodb:PutItem"], on: parcels.arn },
    { actions: ["sns:Publish"], on: booked.arn },
  ],
  variables: { TOPIC: booked.arn },
});
export const api = new aws.apigatewayv2.Api(named("bookings"), { protocolType: "HTTP" });
const integration = new aws.apigatewayv2.Integration(named("book"), {
  apiId: api.id,
  integrationType: "AWS_PROXY",
  integrationUri: book.invokeArn,
  payloadFormatVersion: "2.0",
});
const route = new aws.apigatewayv2.Route(named("book"), {
  apiId: api.id,
  routeKey: "POST /parcels",
  authorizationType: "AWS_IAM",
  target: pulumi.interpolate`integrations/${integration.id}`,
});
permit("book", book, "apigateway", pulumi.interpolate`${api.executionArn}/*`);
new aws.apigatewayv2.Stage(
  named("bookings"),
  {
    apiId: api.id,
    name: "$default",
    autoDeploy: true,
    accessLogSettings: {
      destinationArn: logGroup("bookings", "aws/apigateway").arn,
      format: JSON.stringify({
        requestId: "$context.requestId",
        route: "$context.routeKey",
        status: "$context.status",
      }),
    },
    defaultRouteSettings: { throttlingBurstLimit: 200, throttlingRateLimit: 100 },
  },
  { dependsOn: route },
);

export const labels = new aws.sqs.Queue(named("labels"), {
  name: named("labels"),
  kmsMasterKeyId: key.arn,
  visibilityTimeoutSeconds: 120,
  redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: failed.arn, maxReceiveCount: 5 }),
});
const labelsPolicy = new aws.sqs.QueuePolicy(named("labels"), {
  queueUrl: labels.id,
  policy: pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "sns.amazonaws.com" },
        Action: "sqs:SendMessage",
        Resource: labels.arn,
        Condition: { ArnEquals: { "aws:SourceArn": booked.arn } },
      },
    ],
  }),
});
new aws.sns.TopicSubscription(
  named("labels"),
  { topic: booked.arn, protocol: "sqs", endpoint: labels.arn, rawMessageDelivery: true },
  { dependsOn: labelsPolicy },
);
const print = lambdaFunction("print", {
  grants: [
    { actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], on: labels.arn },
    { actions: ["dynamodb:UpdateItem"], on: parcels.arn },
  ],
});
new aws.lambda.EventSourceMapping(named("labels"), { eventSourceArn: labels.arn, functionName: print.arn });

// Carriers say by an event that a parcel was delivered, and each night those that are late are looked for.

const notify = lambdaFunction("notify", { grants: [{ actions: ["dynamodb:Query"], on: parcels.arn }] });
const rules = {
  delivered: { eventPattern: JSON.stringify({ source: ["fernway.carriers"], "detail-type": ["parcel delivered"] }) },
  overdue: { scheduleExpression: "cron(0 3 * * ? *)" },
};
for (const [part, args] of Object.entries(rules)) {
  const rule = new aws.cloudwatch.EventRule(named(part), { name: named(part), ...args });
  permit(part, notify, "events", rule.arn);
  new aws.cloudwatch.EventTarget(named(part), {
    rule: rule.name,
    arn: notify.arn,
    deadLetterConfig: { arn: failed.arn },
  });
}
