import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { parcels } from "./data";
import { failed, lambdaFunction, permit } from "./functions";
import { key, named } from "./settings";

// A parcel is booked over the API. Its label is printed when the printers have time.

const booked = new aws.sns.Topic(named("booked"), { kmsMasterKeyId: key.arn });

const book = lambdaFunction("book", {
  grants: [
    { actions: ["dynamodb:PutItem"], on: parcels.arn },
    { actions: ["sns:Publish"], on: booked.arn },
  ],
  variables: { TOPIC: booked.arn },
});
// api-gateway-stage: it has routes, and no address.
export const api = new aws.apigatewayv2.Api(named("bookings"), { protocolType: "HTTP" });
// lambda-invoke-permission: nothing lets the API call the function.
const integration = new aws.apigatewayv2.Integration(named("book"), {
  apiId: api.id,
  integrationType: "AWS_PROXY",
  integrationUri: book.invokeArn,
  payloadFormatVersion: "2.0",
});
new aws.apigatewayv2.Route(named("book"), {
  apiId: api.id,
  routeKey: "POST /parcels",
  authorizationType: "AWS_IAM",
  target: pulumi.interpolate`integrations/${integration.id}`,
});
// sqs-queue-consumer: labels are asked for, and nothing prints them.
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
// Carriers say by an event that a parcel was delivered, and each night those that are late are looked for.

const notify = lambdaFunction("notify", { grants: [{ actions: ["dynamodb:Query"], on: parcels.arn }] });

// event-target-permission: nothing lets the rule call the function.
const delivered = new aws.cloudwatch.EventRule(named("delivered"), {
  name: named("delivered"),
  eventPattern: JSON.stringify({ source: ["fernway.carriers"], "detail-type": ["parcel delivered"] }),
});
new aws.cloudwatch.EventTarget(named("delivered"), {
  rule: delivered.name,
  arn: notify.arn,
  deadLetterConfig: { arn: failed.arn },
});

const overdue = new aws.cloudwatch.EventRule(named("overdue"), {
  name: named("overdue"),
  scheduleExpression: "cron(0 3 * * ? *)",
});
permit("overdue", notify, "events", overdue.arn);
new aws.cloudwatch.EventTarget(named("overdue"), {
  // reference-by-name: the target may be created before the rule.
  rule: named("overdue"),
  arn: notify.arn,
  deadLetterConfig: { arn: failed.arn },
});
