import type { ServiceConstraints } from "../form";

const SCHEDULE = "aws:scheduler/schedule:Schedule";
const WINDOW = "https://docs.aws.amazon.com/scheduler/latest/APIReference/API_FlexibleTimeWindow.html";
const TARGET = "https://docs.aws.amazon.com/scheduler/latest/APIReference/API_Target.html";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.scheduler.schedule.window-length": {
      type: SCHEDULE,
      when: { "flexibleTimeWindow.mode": "FLEXIBLE" },
      require: { "flexibleTimeWindow.maximumWindowInMinutes": { present: true, min: 1, max: 1440 } },
      must: "A flexible window requires `flexibleTimeWindow.maximumWindowInMinutes` from 1 to 1440.",
      source: WINDOW,
      accepts: [
        { flexibleTimeWindow: { mode: "FLEXIBLE", maximumWindowInMinutes: 15 } },
        { flexibleTimeWindow: { mode: "OFF" } },
      ],
      rejects: [
        { flexibleTimeWindow: { mode: "FLEXIBLE" } },
        { flexibleTimeWindow: { mode: "FLEXIBLE", maximumWindowInMinutes: 2000 } },
      ],
    },
    "aws.scheduler.schedule.window-off": {
      type: SCHEDULE,
      when: { "flexibleTimeWindow.mode": "OFF" },
      require: { "flexibleTimeWindow.maximumWindowInMinutes": { present: false } },
      must: "A window that is off has no length: leave out `flexibleTimeWindow.maximumWindowInMinutes`.",
      source: WINDOW,
      accepts: [{ flexibleTimeWindow: { mode: "OFF" } }],
      rejects: [{ flexibleTimeWindow: { mode: "OFF", maximumWindowInMinutes: 15 } }],
    },
    "aws.scheduler.schedule.fifo-group": {
      type: SCHEDULE,
      when: { "target.arn": { matches: /^arn:[\w-]+:sqs:.*\.fifo$/ } },
      require: { "target.sqsParameters.messageGroupId": { present: true } },
      must: "A FIFO queue requires `target.sqsParameters.messageGroupId`.",
      source: "https://docs.aws.amazon.com/scheduler/latest/APIReference/API_SqsParameters.html",
      accepts: [
        {
          target: {
            arn: "arn:aws:sqs:us-east-1:111122223333:orders.fifo",
            sqsParameters: { messageGroupId: "orders" },
          },
        },
        { target: { arn: "arn:aws:sqs:us-east-1:111122223333:orders" } },
      ],
      rejects: [{ target: { arn: "arn:aws:sqs:us-east-1:111122223333:orders.fifo" } }],
    },
    "aws.scheduler.schedule.stream-key": {
      type: SCHEDULE,
      when: { "target.arn": { matches: /^arn:[\w-]+:kinesis:/ } },
      require: { "target.kinesisParameters.partitionKey": { present: true } },
      must: "A stream requires `target.kinesisParameters.partitionKey`.",
      source: "https://docs.aws.amazon.com/scheduler/latest/APIReference/API_KinesisParameters.html",
      accepts: [
        {
          target: {
            arn: "arn:aws:kinesis:us-east-1:111122223333:stream/orders",
            kinesisParameters: { partitionKey: "orders" },
          },
        },
      ],
      rejects: [{ target: { arn: "arn:aws:kinesis:us-east-1:111122223333:stream/orders" } }],
    },
    "aws.scheduler.schedule.event-bus-parameters": {
      type: SCHEDULE,
      when: { "target.arn": { matches: /^arn:[\w-]+:events:.*:event-bus\// } },
      require: { "target.eventbridgeParameters": { present: true } },
      must: "An event bus requires `target.eventbridgeParameters`.",
      source: "https://docs.aws.amazon.com/scheduler/latest/APIReference/API_EventBridgeParameters.html",
      accepts: [
        {
          target: {
            arn: "arn:aws:events:us-east-1:111122223333:event-bus/orders",
            eventbridgeParameters: { source: "shop", detailType: "order" },
          },
        },
      ],
      rejects: [{ target: { arn: "arn:aws:events:us-east-1:111122223333:event-bus/orders" } }],
    },
    "aws.scheduler.schedule.task-definition": {
      type: SCHEDULE,
      when: { "target.arn": { matches: /^arn:[\w-]+:ecs:.*:cluster\// } },
      require: { "target.ecsParameters.taskDefinitionArn": { present: true } },
      must: "A cluster requires `target.ecsParameters.taskDefinitionArn`.",
      source: "https://docs.aws.amazon.com/scheduler/latest/APIReference/API_EcsParameters.html",
      accepts: [
        {
          target: {
            arn: "arn:aws:ecs:us-east-1:111122223333:cluster/orders",
            ecsParameters: { taskDefinitionArn: "arn:aws:ecs:us-east-1:111122223333:task-definition/orders:1" },
          },
        },
      ],
      rejects: [{ target: { arn: "arn:aws:ecs:us-east-1:111122223333:cluster/orders" } }],
    },
    "aws.scheduler.schedule.retry-policy": {
      type: SCHEDULE,
      require: {
        "target.retryPolicy.maximumEventAgeInSeconds": { min: 60, max: 86400 },
        "target.retryPolicy.maximumRetryAttempts": { min: 0, max: 185 },
      },
      must: "Retries must last 60 to 86400 seconds, and there are at most 185.",
      source: TARGET,
      accepts: [{ target: { retryPolicy: { maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 3 } } }],
      rejects: [
        { target: { retryPolicy: { maximumEventAgeInSeconds: 30 } } },
        { target: { retryPolicy: { maximumRetryAttempts: 200 } } },
      ],
    },
    "aws.scheduler.schedule.end-after-start": {
      type: SCHEDULE,
      require: { endDate: { after: "startDate" } },
      must: "The schedule ends after it begins: `endDate` is later than `startDate`.",
      source: "https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html",
      accepts: [
        {
          flexibleTimeWindow: { mode: "OFF" },
          scheduleExpression: "rate(1 hour)",
          target: {
            arn: "arn:aws:sqs:us-east-1:111122223333:orders",
            roleArn: "arn:aws:iam::111122223333:role/scheduler",
          },
          startDate: "2030-01-01T00:00:00Z",
          endDate: "2030-02-01T00:00:00Z",
        },
      ],
      rejects: [
        {
          flexibleTimeWindow: { mode: "OFF" },
          scheduleExpression: "rate(1 hour)",
          target: {
            arn: "arn:aws:sqs:us-east-1:111122223333:orders",
            roleArn: "arn:aws:iam::111122223333:role/scheduler",
          },
          startDate: "2030-02-01T00:00:00Z",
          endDate: "2030-01-01T00:00:00Z",
        },
      ],
    },
    "aws.scheduler.schedule.key-arn": {
      type: SCHEDULE,
      require: { kmsKeyArn: { startsWith: "arn:" } },
      must: "The key is named by its ARN.",
      source: "https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html",
      accepts: [
        {
          flexibleTimeWindow: { mode: "OFF" },
          scheduleExpression: "rate(1 hour)",
          target: {
            arn: "arn:aws:sqs:us-east-1:111122223333:orders",
            roleArn: "arn:aws:iam::111122223333:role/scheduler",
          },
          kmsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/0c1f7e9a-2b4d-4f6a-8e1c-3d5b7f9a1c2e",
        },
      ],
      rejects: [
        {
          flexibleTimeWindow: { mode: "OFF" },
          scheduleExpression: "rate(1 hour)",
          target: {
            arn: "arn:aws:sqs:us-east-1:111122223333:orders",
            roleArn: "arn:aws:iam::111122223333:role/scheduler",
          },
          kmsKeyArn: "alias/orders",
        },
      ],
    },
  },
} satisfies ServiceConstraints;
