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
  },
} satisfies ServiceConstraints;
