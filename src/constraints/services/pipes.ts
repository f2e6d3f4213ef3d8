import type { ServiceConstraints } from "../form";

const PIPE = "aws:pipes/pipe:Pipe";
const SOURCE = "https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_PipeSourceParameters.html";
const TARGET = "https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_PipeTargetParameters.html";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.pipes.pipe.stream-parameters": {
      type: PIPE,
      when: { source: { matches: /^arn:[\w-]+:dynamodb:.*\/stream\// } },
      require: { "sourceParameters.dynamodbStreamParameters.startingPosition": { present: true } },
      must: "The stream of a table requires `sourceParameters.dynamodbStreamParameters.startingPosition`.",
      source: SOURCE,
      accepts: [
        {
          source: "arn:aws:dynamodb:us-east-1:111122223333:table/x/stream/y",
          sourceParameters: { dynamodbStreamParameters: { startingPosition: "LATEST" } },
        },
        { source: "arn:aws:sqs:us-east-1:111122223333:x" },
      ],
      rejects: [{ source: "arn:aws:dynamodb:us-east-1:111122223333:table/x/stream/y" }],
    },
    "aws.pipes.pipe.kinesis-parameters": {
      type: PIPE,
      when: { source: { matches: /^arn:[\w-]+:kinesis:/ } },
      require: { "sourceParameters.kinesisStreamParameters.startingPosition": { present: true } },
      must: "A stream requires `sourceParameters.kinesisStreamParameters.startingPosition`.",
      source: SOURCE,
      accepts: [
        {
          source: "arn:aws:kinesis:us-east-1:111122223333:stream/x",
          sourceParameters: { kinesisStreamParameters: { startingPosition: "LATEST" } },
        },
      ],
      rejects: [{ source: "arn:aws:kinesis:us-east-1:111122223333:stream/x" }],
    },
    "aws.pipes.pipe.kafka-parameters": {
      type: PIPE,
      when: { source: { matches: /^arn:[\w-]+:kafka:/ } },
      require: { "sourceParameters.managedStreamingKafkaParameters.topicName": { present: true } },
      must: "A Kafka cluster requires `sourceParameters.managedStreamingKafkaParameters.topicName`.",
      source: SOURCE,
      accepts: [
        {
          source: "arn:aws:kafka:us-east-1:111122223333:cluster/x/y",
          sourceParameters: { managedStreamingKafkaParameters: { topicName: "orders" } },
        },
      ],
      rejects: [{ source: "arn:aws:kafka:us-east-1:111122223333:cluster/x/y" }],
    },
    "aws.pipes.pipe.target-stream-key": {
      type: PIPE,
      when: { target: { matches: /^arn:[\w-]+:kinesis:/ } },
      require: { "targetParameters.kinesisStreamParameters.partitionKey": { present: true } },
      must: "A stream requires `targetParameters.kinesisStreamParameters.partitionKey`.",
      source: TARGET,
      accepts: [
        {
          target: "arn:aws:kinesis:us-east-1:111122223333:stream/x",
          targetParameters: { kinesisStreamParameters: { partitionKey: "$.id" } },
        },
      ],
      rejects: [{ target: "arn:aws:kinesis:us-east-1:111122223333:stream/x" }],
    },
    "aws.pipes.pipe.target-fifo-group": {
      type: PIPE,
      when: { target: { matches: /^arn:[\w-]+:sqs:.*\.fifo$/ } },
      require: { "targetParameters.sqsQueueParameters.messageGroupId": { present: true } },
      must: "A FIFO queue requires `targetParameters.sqsQueueParameters.messageGroupId`.",
      source: TARGET,
      accepts: [
        {
          target: "arn:aws:sqs:us-east-1:111122223333:x.fifo",
          targetParameters: { sqsQueueParameters: { messageGroupId: "$.id" } },
        },
      ],
      rejects: [{ target: "arn:aws:sqs:us-east-1:111122223333:x.fifo" }],
    },
    "aws.pipes.pipe.target-task-definition": {
      type: PIPE,
      when: { target: { matches: /^arn:[\w-]+:ecs:.*:cluster\// } },
      require: { "targetParameters.ecsTaskParameters.taskDefinitionArn": { present: true } },
      must: "A cluster requires `targetParameters.ecsTaskParameters.taskDefinitionArn`.",
      source: TARGET,
      accepts: [
        {
          target: "arn:aws:ecs:us-east-1:111122223333:cluster/x",
          targetParameters: {
            ecsTaskParameters: { taskDefinitionArn: "arn:aws:ecs:us-east-1:111122223333:task-definition/x:1" },
          },
        },
      ],
      rejects: [{ target: "arn:aws:ecs:us-east-1:111122223333:cluster/x" }],
    },
    "aws.pipes.pipe.fifo-batch": {
      type: PIPE,
      when: { source: { matches: /^arn:[\w-]+:sqs:.*\.fifo$/ } },
      require: { "sourceParameters.sqsQueueParameters.batchSize": { max: 10 } },
      must: "A batch of a FIFO queue must have at most 10 messages.",
      source: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-sqs.html",
      accepts: [
        {
          source: "arn:aws:sqs:us-east-1:111122223333:x.fifo",
          sourceParameters: { sqsQueueParameters: { batchSize: 10 } },
        },
      ],
      rejects: [
        {
          source: "arn:aws:sqs:us-east-1:111122223333:x.fifo",
          sourceParameters: { sqsQueueParameters: { batchSize: 100 } },
        },
      ],
    },
    "aws.pipes.pipe.filter-count": {
      type: PIPE,
      require: { "sourceParameters.filterCriteria.filters": { maxItems: 5 } },
      must: "A pipe must have at most five filters.",
      source: "https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_FilterCriteria.html",
      accepts: [{ sourceParameters: { filterCriteria: { filters: [{ pattern: "{}" }] } } }],
      rejects: [
        {
          sourceParameters: {
            filterCriteria: {
              filters: ["a", "b", "c", "d", "e", "f"].map((kind) => ({ pattern: `{"kind":["${kind}"]}` })),
            },
          },
        },
      ],
    },
    "aws.pipes.pipe.kinesis-timestamp": {
      type: PIPE,
      when: { "sourceParameters.kinesisStreamParameters.startingPosition": "AT_TIMESTAMP" },
      require: { "sourceParameters.kinesisStreamParameters.startingPositionTimestamp": { present: true } },
      must: "The position AT_TIMESTAMP requires `startingPositionTimestamp`.",
      source:
        "https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_PipeSourceKinesisStreamParameters.html",
      accepts: [
        {
          roleArn: "x",
          source: "arn:aws:kinesis:us-east-1:111122223333:stream/x",
          target: "arn:aws:sqs:us-east-1:111122223333:x",
          sourceParameters: {
            kinesisStreamParameters: {
              startingPosition: "AT_TIMESTAMP",
              startingPositionTimestamp: "2026-01-01T00:00:00Z",
            },
          },
        },
      ],
      rejects: [
        {
          roleArn: "x",
          source: "arn:aws:kinesis:us-east-1:111122223333:stream/x",
          target: "arn:aws:sqs:us-east-1:111122223333:x",
          sourceParameters: { kinesisStreamParameters: { startingPosition: "AT_TIMESTAMP" } },
        },
      ],
    },
  },
} satisfies ServiceConstraints;
