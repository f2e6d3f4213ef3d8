import {
  CLOUDWATCH_COMPOSITE_ALARM,
  CLOUDWATCH_EVENT_RULE,
  CLOUDWATCH_EVENT_TARGET,
  CLOUDWATCH_LOG_GROUP,
  CLOUDWATCH_LOG_SUBSCRIPTION_FILTER,
  CLOUDWATCH_METRIC_ALARM,
} from "../../aws/type-tokens";
import { symmetricKey } from "../symmetric-keys";
import type { ServiceConstraints } from "../form";

const METRIC_STREAM = "aws:cloudwatch/metricStream:MetricStream";
const LOG_METRIC_FILTER = "aws:cloudwatch/logMetricFilter:LogMetricFilter";
const EVENT_API_DESTINATION = "aws:cloudwatch/eventApiDestination:EventApiDestination";
const EVENTS = "https://docs.aws.amazon.com/eventbridge/latest/APIReference";
const PUT_ALARM = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html";
const QUERY = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataQuery.html";
const PUT_FILTER =
  "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutSubscriptionFilter.html";

const role = "arn:aws:iam::111122223333:role/events";
const target = { rule: "orders", arn: "arn:aws:lambda:us-east-1:111122223333:function:shop" };
const alarm = {
  comparisonOperator: "GreaterThanThreshold",
  evaluationPeriods: 3,
  namespace: "AWS/SQS",
  metricName: "ApproximateNumberOfMessagesVisible",
  statistic: "Average",
  period: 300,
  threshold: 100,
};
const queries = (...metricQueries: object[]): Record<string, unknown> => ({
  comparisonOperator: "GreaterThanThreshold",
  evaluationPeriods: 1,
  threshold: 1,
  metricQueries,
});
const metric = { metricName: "Errors", namespace: "AWS/Lambda", period: 60, stat: "Sum" };
const filter = {
  logGroup: "shop",
  filterPattern: "",
  destinationArn: "arn:aws:lambda:us-east-1:111122223333:function:shop",
};

const TRANSFORMATION =
  "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_MetricTransformation.html";
const counted = (metricTransformation: object): Record<string, unknown> => ({
  name: "x",
  logGroupName: "x",
  pattern: "{ $.status = * }",
  metricTransformation: { name: "x", namespace: "x", value: "1", ...metricTransformation },
});
const queried = (...metricQueries: object[]): Record<string, unknown> => ({
  name: "x",
  comparisonOperator: "GreaterThanThreshold",
  evaluationPeriods: 2,
  threshold: 1,
  metricQueries,
});
const errors = { id: "m1", metric: { metricName: "Errors", namespace: "x", period: 60, stat: "Sum" } };
const BAND = { id: "e1", expression: "ANOMALY_DETECTION_BAND(m1)" };
const BAND_OPERATORS = [
  "LessThanLowerOrGreaterThanUpperThreshold",
  "LessThanLowerThreshold",
  "GreaterThanUpperThreshold",
];
/** An alarm that compares a metric with what an anomaly detector expects: both return data. */
const banded = (more: object = {}): Record<string, unknown> => ({
  comparisonOperator: "GreaterThanUpperThreshold",
  evaluationPeriods: 2,
  thresholdMetricId: "e1",
  metricQueries: [
    { ...errors, returnData: true },
    { ...BAND, returnData: true },
  ],
  ...more,
});
/** An alarm on a query of PromQL. */
const watched = (more: object = {}): Record<string, unknown> => ({
  evaluationCriteria: { promqlCriteria: { query: "up == 0" } },
  evaluationInterval: 60,
  ...more,
});

const UNITS = [
  "Seconds",
  "Microseconds",
  "Milliseconds",
  "Bytes",
  "Kilobytes",
  "Megabytes",
  "Gigabytes",
  "Terabytes",
  "Bits",
  "Kilobits",
  "Megabits",
  "Gigabits",
  "Terabits",
  "Percent",
  "Count",
  "Bytes/Second",
  "Kilobytes/Second",
  "Megabytes/Second",
  "Gigabytes/Second",
  "Terabytes/Second",
  "Bits/Second",
  "Kilobits/Second",
  "Megabits/Second",
  "Gigabits/Second",
  "Terabits/Second",
  "Count/Second",
  "None",
];

export default {
  date: "2026-11-29",
  constraints: {
    "aws.cloudwatch.event-rule.pattern-or-schedule": {
      type: CLOUDWATCH_EVENT_RULE,
      require: { atLeastOne: ["eventPattern", "scheduleExpression"] },
      must: "A rule requires `eventPattern` or `scheduleExpression`.",
      source: `${EVENTS}/API_PutRule.html`,
      accepts: [{ scheduleExpression: "rate(1 hour)" }, { eventPattern: '{"source":["aws.ec2"]}' }],
      rejects: [{ description: "orders" }],
    },
    "aws.cloudwatch.event-rule.schedule-on-default-bus": {
      type: CLOUDWATCH_EVENT_RULE,
      when: { eventBusName: { present: true, not: { anyOf: ["default", { endsWith: ":event-bus/default" }] } } },
      require: { scheduleExpression: { present: false } },
      must: "Schedules are on the default bus: leave out `eventBusName`.",
      awsError: "ScheduleExpression is supported only on the default event bus",
      source: `${EVENTS}/API_PutRule.html`,
      accepts: [
        { eventBusName: "default", scheduleExpression: "rate(1 hour)" },
        { eventBusName: "arn:aws:events:us-east-1:111122223333:event-bus/default", scheduleExpression: "rate(1 hour)" },
        { eventBusName: "orders", scheduleExpression: "", eventPattern: '{"source":["shop"]}' },
        { eventBusName: "orders", eventPattern: '{"source":["shop"]}' },
      ],
      rejects: [{ eventBusName: "orders", scheduleExpression: "rate(1 hour)" }],
    },
    "aws.cloudwatch.event-target.one-input": {
      type: CLOUDWATCH_EVENT_TARGET,
      require: { atMostOne: ["input", "inputPath", "inputTransformer"] },
      must: "A target gets one input: leave out all but one of `input`, `inputPath` and `inputTransformer`.",
      source: `${EVENTS}/API_Target.html`,
      accepts: [{ ...target, input: "{}" }, target],
      rejects: [{ ...target, input: "{}", inputPath: "$.detail" }],
    },
    "aws.cloudwatch.event-target.role": {
      type: CLOUDWATCH_EVENT_TARGET,
      when: {
        arn: {
          matches:
            /^arn:[\w-]+:(?:(?:states|kinesis|firehose|batch|ecs|codebuild|codepipeline):|events:[^:]*:\d{12}:api-destination\/)/,
        },
      },
      require: { roleArn: { present: true } },
      must: "EventBridge starts this target with a role: set `roleArn`.",
      awsError: "RoleArn is required for target",
      source: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-identity-based.html",
      accepts: [
        target,
        { rule: "orders", arn: "arn:aws:states:us-east-1:111122223333:stateMachine:orders", roleArn: role },
        { rule: "orders", arn: "arn:aws:events:us-east-1:111122223333:event-bus/shop" },
      ],
      rejects: [
        { rule: "orders", arn: "arn:aws:states:us-east-1:111122223333:stateMachine:orders" },
        { rule: "orders", arn: "arn:aws:events:us-east-1:111122223333:api-destination/shop/0c1f7e9a" },
      ],
    },
    "aws.cloudwatch.event-target.fifo-group": {
      type: CLOUDWATCH_EVENT_TARGET,
      when: { arn: { matches: /^arn:[\w-]+:sqs:.*\.fifo$/ } },
      require: { "sqsTarget.messageGroupId": { present: true } },
      must: "A FIFO queue requires `sqsTarget.messageGroupId`.",
      source: `${EVENTS}/API_SqsParameters.html`,
      accepts: [
        { rule: "orders", arn: "arn:aws:sqs:us-east-1:111122223333:orders.fifo", sqsTarget: { messageGroupId: "all" } },
        { rule: "orders", arn: "arn:aws:sqs:us-east-1:111122223333:orders" },
      ],
      rejects: [{ rule: "orders", arn: "arn:aws:sqs:us-east-1:111122223333:orders.fifo" }],
    },
    "aws.cloudwatch.event-target.retry-policy": {
      type: CLOUDWATCH_EVENT_TARGET,
      require: {
        "retryPolicy.maximumEventAgeInSeconds": { min: 60, max: 86400 },
        "retryPolicy.maximumRetryAttempts": { min: 0, max: 185 },
      },
      must: "Events must be retried for 60 to 86400 seconds and at most 185 times.",
      source: `${EVENTS}/API_RetryPolicy.html`,
      accepts: [{ ...target, retryPolicy: { maximumEventAgeInSeconds: 60, maximumRetryAttempts: 185 } }],
      rejects: [
        { ...target, retryPolicy: { maximumEventAgeInSeconds: 30 } },
        { ...target, retryPolicy: { maximumRetryAttempts: 200 } },
      ],
    },
    "aws.cloudwatch.event-target.fargate-network": {
      type: CLOUDWATCH_EVENT_TARGET,
      when: { "ecsTarget.launchType": "FARGATE" },
      require: { "ecsTarget.networkConfiguration": { present: true } },
      must: "A task on Fargate requires `ecsTarget.networkConfiguration`.",
      source: `${EVENTS}/API_EcsParameters.html`,
      accepts: [
        {
          rule: "orders",
          arn: "arn:aws:ecs:us-east-1:111122223333:cluster/shop",
          roleArn: role,
          ecsTarget: {
            launchType: "FARGATE",
            taskDefinitionArn: "arn:aws:x",
            networkConfiguration: { subnets: ["subnet-0a"] },
          },
        },
      ],
      rejects: [
        {
          rule: "orders",
          arn: "arn:aws:ecs:us-east-1:111122223333:cluster/shop",
          roleArn: role,
          ecsTarget: { launchType: "FARGATE", taskDefinitionArn: "arn:aws:x" },
        },
      ],
    },
    "aws.cloudwatch.metric-alarm.one-metric": {
      type: CLOUDWATCH_METRIC_ALARM,
      require: { exactlyOne: ["metricName", "metricQueries", "evaluationCriteria"] },
      must: "An alarm watches one metric or the result of queries: set `metricName` or `metricQueries`.",
      source: PUT_ALARM,
      accepts: [alarm, queries({ id: "m1", metric, returnData: true })],
      rejects: [
        { ...alarm, metricName: "" },
        { ...alarm, metricQueries: [{ id: "m1", metric }] },
      ],
    },
    "aws.cloudwatch.metric-alarm.one-statistic": {
      type: CLOUDWATCH_METRIC_ALARM,
      when: { metricName: { present: true } },
      require: { exactlyOne: ["statistic", "extendedStatistic"] },
      must: "A metric must be read with `statistic` or `extendedStatistic`: set one of the two.",
      source: PUT_ALARM,
      accepts: [alarm, { ...alarm, statistic: "", extendedStatistic: "p99" }],
      rejects: [
        { ...alarm, extendedStatistic: "p99" },
        { ...alarm, statistic: "" },
      ],
    },
    "aws.cloudwatch.metric-alarm.namespace-and-period": {
      type: CLOUDWATCH_METRIC_ALARM,
      when: { metricName: { present: true } },
      require: { namespace: { present: true }, period: { present: true } },
      must: "A metric requires `namespace` and `period`.",
      source: PUT_ALARM,
      accepts: [alarm],
      rejects: [{ ...alarm, namespace: "" }],
    },
    "aws.cloudwatch.metric-alarm.period": {
      type: CLOUDWATCH_METRIC_ALARM,
      require: { period: { anyOf: [10, 20, 30, { min: 60, multipleOf: 60 }] } },
      must: "The period must be 10, 20, 30 or a multiple of 60 seconds.",
      source: PUT_ALARM,
      accepts: [
        { ...alarm, period: 10 },
        { ...alarm, period: 120 },
      ],
      rejects: [
        { ...alarm, period: 90 },
        { ...alarm, period: 5 },
      ],
    },
    "aws.cloudwatch.metric-alarm.data-points": {
      type: CLOUDWATCH_METRIC_ALARM,
      require: { datapointsToAlarm: { min: 1, max: { property: "evaluationPeriods" } } },
      must: "`datapointsToAlarm` cannot be greater than `evaluationPeriods`.",
      source: PUT_ALARM,
      accepts: [{ ...alarm, datapointsToAlarm: 2 }],
      rejects: [{ ...alarm, datapointsToAlarm: 5 }],
    },
    "aws.cloudwatch.metric-alarm.one-day-of-minutes": {
      type: CLOUDWATCH_METRIC_ALARM,
      when: { period: 60 },
      require: { evaluationPeriods: { max: 1440 } },
      must: "An alarm with a period below one hour looks back one day at most: 1440 periods of a minute.",
      source: PUT_ALARM,
      accepts: [{ ...alarm, period: 60, evaluationPeriods: 1440 }],
      rejects: [{ ...alarm, period: 60, evaluationPeriods: 2000 }],
    },
    "aws.cloudwatch.metric-alarm.one-day-of-five-minutes": {
      type: CLOUDWATCH_METRIC_ALARM,
      when: { period: 300 },
      require: { evaluationPeriods: { max: 288 } },
      must: "An alarm with a period below one hour looks back one day at most: 288 periods of five minutes.",
      source: PUT_ALARM,
      accepts: [{ ...alarm, evaluationPeriods: 288 }],
      rejects: [{ ...alarm, evaluationPeriods: 300 }],
    },
    "aws.cloudwatch.metric-alarm.one-week-of-hours": {
      type: CLOUDWATCH_METRIC_ALARM,
      when: { period: [3600, 21600, 43200] },
      require: [
        { period: 3600, evaluationPeriods: { max: 168 } },
        { period: 21600, evaluationPeriods: { max: 28 } },
        { period: 43200, evaluationPeriods: { max: 14 } },
      ],
      must: "An alarm looks back seven days at most: 168 periods of one hour.",
      source: PUT_ALARM,
      accepts: [{ ...alarm, period: 3600, evaluationPeriods: 168 }],
      rejects: [{ ...alarm, period: 3600, evaluationPeriods: 170 }],
    },
    "aws.cloudwatch.metric-alarm.one-week-of-days": {
      type: CLOUDWATCH_METRIC_ALARM,
      when: { period: 86400 },
      require: { evaluationPeriods: { max: 7 } },
      must: "An alarm looks back seven days at most.",
      source: PUT_ALARM,
      accepts: [{ ...alarm, period: 86400, evaluationPeriods: 7 }],
      rejects: [{ ...alarm, period: 86400, evaluationPeriods: 10 }],
    },
    "aws.cloudwatch.metric-alarm.anomaly-threshold": {
      type: CLOUDWATCH_METRIC_ALARM,
      when: { comparisonOperator: BAND_OPERATORS },
      require: { thresholdMetricId: { present: true }, threshold: { present: false } },
      must: "This operator compares with the band of an anomaly detector: set `thresholdMetricId` and no `threshold`.",
      source: PUT_ALARM,
      accepts: [alarm],
      rejects: [{ ...alarm, comparisonOperator: "GreaterThanUpperThreshold" }],
    },
    "aws.cloudwatch.metric-alarm.action-count": {
      type: CLOUDWATCH_METRIC_ALARM,
      require: { alarmActions: { maxItems: 5 }, okActions: { maxItems: 5 }, insufficientDataActions: { maxItems: 5 } },
      must: "An alarm must have at most 5 actions for each state.",
      source: PUT_ALARM,
      accepts: [{ ...alarm, alarmActions: ["arn:aws:sns:us-east-1:111122223333:alarms"] }],
      rejects: [
        {
          ...alarm,
          alarmActions: [1, 2, 3, 4, 5, 6].map((index) => `arn:aws:sns:us-east-1:111122223333:a${String(index)}`),
        },
      ],
    },
    "aws.cloudwatch.metric-alarm.query-id": {
      type: CLOUDWATCH_METRIC_ALARM,
      each: "metricQueries",
      require: { id: { matches: /^[a-z]\w*$/ } },
      must: "The id of a query must begin with a lower-case letter, and have letters, digits and underscores only.",
      source: QUERY,
      accepts: [queries({ id: "m1", metric, returnData: true })],
      rejects: [
        queries({ id: "M1", metric, returnData: true }),
        queries({ id: "error-rate", metric, returnData: true }),
      ],
    },
    "aws.cloudwatch.metric-alarm.query-ids-differ": {
      type: CLOUDWATCH_METRIC_ALARM,
      require: { metricQueries: { uniqueBy: "id" } },
      must: "Each query must have an id of its own.",
      source: QUERY,
      accepts: [queries({ id: "m1", metric }, { id: "e1", expression: "m1 * 2", returnData: true })],
      rejects: [queries({ id: "m1", metric }, { id: "m1", expression: "m1 * 2", returnData: true })],
    },
    "aws.cloudwatch.metric-alarm.query-expression-or-metric": {
      type: CLOUDWATCH_METRIC_ALARM,
      each: "metricQueries",
      require: { exactlyOne: ["expression", "metric"] },
      must: "A query must be an expression or a metric: set one of the two.",
      source: QUERY,
      accepts: [queries({ id: "m1", metric, returnData: true })],
      rejects: [
        queries({ id: "m1", returnData: true }),
        queries({ id: "m1", metric, expression: "m2", returnData: true }),
      ],
    },
    "aws.cloudwatch.log-subscription-filter.stream-role": {
      type: CLOUDWATCH_LOG_SUBSCRIPTION_FILTER,
      when: { destinationArn: { matches: /^arn:[\w-]+:(?:kinesis|firehose):/ } },
      require: { roleArn: { present: true } },
      must: "Logs are sent to a stream with a role: set `roleArn`.",
      source: PUT_FILTER,
      accepts: [
        filter,
        { ...filter, destinationArn: "arn:aws:kinesis:us-east-1:111122223333:stream/logs", roleArn: role },
      ],
      rejects: [{ ...filter, destinationArn: "arn:aws:kinesis:us-east-1:111122223333:stream/logs" }],
    },
    "aws.cloudwatch.log-subscription-filter.function-without-role": {
      type: CLOUDWATCH_LOG_SUBSCRIPTION_FILTER,
      when: { destinationArn: { matches: /^arn:[\w-]+:lambda:/ } },
      require: { roleArn: { present: false } },
      must: "A function is called with its own permission, an aws.lambda.Permission: leave out `roleArn`.",
      source: PUT_FILTER,
      accepts: [filter],
      rejects: [{ ...filter, roleArn: role }],
    },
    "aws.cloudwatch.log-subscription-filter.pattern-length": {
      type: CLOUDWATCH_LOG_SUBSCRIPTION_FILTER,
      require: { filterPattern: { maxLength: 1024 } },
      must: "A filter pattern must have at most 1024 characters.",
      source: PUT_FILTER,
      accepts: [{ ...filter, filterPattern: "ERROR" }],
      rejects: [{ ...filter, filterPattern: "x".repeat(1025) }],
    },
    "aws.cloudwatch.event-bus.slash": {
      type: "aws:cloudwatch/eventBus:EventBus",
      when: { eventSourceName: { present: false } },
      require: { name: { not: { matches: /\// } } },
      must: "The name of a bus has no slash, except that of a partner.",
      source: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateEventBus.html",
      accepts: [
        { name: "orders.eu" },
        { name: "aws.partner/example.com/x", eventSourceName: "aws.partner/example.com/x" },
      ],
      rejects: [{ name: "orders/eu" }],
    },
    "aws.cloudwatch.event-bus.default-name": {
      type: "aws:cloudwatch/eventBus:EventBus",
      require: { name: { not: "default" } },
      must: 'Each account has the bus "default" already: choose another name, or leave the resource out.',
      source: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateEventBus.html",
      accepts: [{ name: "orders" }],
      rejects: [{ name: "default" }],
    },
    "aws.cloudwatch.event-bus.partner-name": {
      type: "aws:cloudwatch/eventBus:EventBus",
      require: { name: { sameAs: "eventSourceName" } },
      must: "The bus of a partner has the name of its source: `name` must be `eventSourceName`.",
      source: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateEventBus.html",
      accepts: [
        { name: "aws.partner/example.com/x", eventSourceName: "aws.partner/example.com/x" },
        { name: "orders" },
      ],
      rejects: [{ name: "orders", eventSourceName: "aws.partner/example.com/x" }],
    },
    "aws.cloudwatch.event-api-destination.https": {
      type: "aws:cloudwatch/eventApiDestination:EventApiDestination",
      require: { invocationEndpoint: { not: { startsWith: "http://" } } },
      must: "The endpoint of a destination begins with https.",
      source: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateApiDestination.html",
      accepts: [{ invocationEndpoint: "https://x.example/events" }],
      rejects: [{ invocationEndpoint: "http://x.example/events" }],
    },
    "aws.cloudwatch.event-connection.basic": {
      type: "aws:cloudwatch/eventConnection:EventConnection",
      when: { authorizationType: "BASIC" },
      require: { "authParameters.basic": { present: true } },
      must: "The authorization BASIC requires `authParameters.basic`.",
      source:
        "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateConnectionAuthRequestParameters.html",
      accepts: [{ authorizationType: "BASIC", authParameters: { basic: { username: "x", password: "" } } }],
      rejects: [{ authorizationType: "BASIC", authParameters: { invocationHttpParameters: { headers: [] } } }],
    },
    "aws.cloudwatch.event-connection.api-key": {
      type: "aws:cloudwatch/eventConnection:EventConnection",
      when: { authorizationType: "API_KEY" },
      require: { "authParameters.apiKey": { present: true } },
      must: "The authorization API_KEY requires `authParameters.apiKey`.",
      source:
        "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateConnectionAuthRequestParameters.html",
      accepts: [{ authorizationType: "API_KEY", authParameters: { apiKey: { key: "x", value: "" } } }],
      rejects: [{ authorizationType: "API_KEY", authParameters: { invocationHttpParameters: { headers: [] } } }],
    },
    "aws.cloudwatch.event-connection.oauth-client-credentials": {
      type: "aws:cloudwatch/eventConnection:EventConnection",
      when: { authorizationType: "OAUTH_CLIENT_CREDENTIALS" },
      require: { "authParameters.oauth": { present: true } },
      must: "The authorization OAUTH_CLIENT_CREDENTIALS requires `authParameters.oauth`.",
      source:
        "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateConnectionAuthRequestParameters.html",
      accepts: [
        {
          authorizationType: "OAUTH_CLIENT_CREDENTIALS",
          authParameters: { oauth: { authorizationEndpoint: "https://x", httpMethod: "POST" } },
        },
      ],
      rejects: [
        {
          authorizationType: "OAUTH_CLIENT_CREDENTIALS",
          authParameters: { invocationHttpParameters: { headers: [] } },
        },
      ],
    },
    "aws.cloudwatch.log-metric-filter.default-or-dimensions": {
      type: LOG_METRIC_FILTER,
      when: { "metricTransformation.dimensions": { present: true } },
      require: { "metricTransformation.defaultValue": { present: false } },
      must: "A metric with dimensions has no default: leave out `defaultValue` or `dimensions`.",
      source: TRANSFORMATION,
      accepts: [counted({ defaultValue: "0" }), counted({ dimensions: { status: "$.status" } })],
      rejects: [counted({ defaultValue: "0", dimensions: { status: "$.status" } })],
    },
    "aws.cloudwatch.log-metric-filter.name": {
      type: LOG_METRIC_FILTER,
      require: {
        "metricTransformation.name": { not: { matches: /[:*$]/ } },
        "metricTransformation.namespace": { not: { matches: /[:*$]|^AWS\// } },
      },
      must: "The name and the namespace of a metric have no colon, asterisk or dollar, and the namespace is not one of AWS.",
      source: TRANSFORMATION,
      accepts: [counted({})],
      rejects: [counted({ name: "orders:errors" }), counted({ namespace: "AWS/Orders" })],
    },
    "aws.cloudwatch.metric-alarm.one-result": {
      type: CLOUDWATCH_METRIC_ALARM,
      when: { thresholdMetricId: { present: false } },
      each: "metricQueries",
      where: { returnData: true },
      require: { "/metricQueries": { none: { returnData: true, id: { not: { sameAs: "../id" } } } } },
      must: "An alarm watches one result: set `returnData: true` for one query only.",
      awsError: "Exactly one element of the metrics list should return data",
      source: QUERY,
      accepts: [queried(errors, { id: "e1", expression: "m1*2", returnData: true }), banded()],
      rejects: [queried({ ...errors, returnData: true }, { id: "e1", expression: "m1*2", returnData: true })],
    },
    "aws.cloudwatch.metric-alarm.a-result": {
      type: CLOUDWATCH_METRIC_ALARM,
      when: { metricQueries: { minItems: 1 } },
      require: { metricQueries: { some: { returnData: true } } },
      must: "An alarm watches one result: set `returnData: true` for one of its queries.",
      awsError: "Exactly one element of the metrics list should return data",
      source: QUERY,
      accepts: [queried(errors, { id: "e1", expression: "m1*2", returnData: true })],
      rejects: [queried(errors, { id: "e1", expression: "m1*2" }), queried(errors)],
    },
    "aws.cloudwatch.metric-alarm.band-and-metric": {
      type: CLOUDWATCH_METRIC_ALARM,
      when: {
        thresholdMetricId: { present: true },
        metricQueries: { minItems: 2, maxItems: 2, some: { returnData: true } },
      },
      require: { metricQueries: { none: { returnData: false } } },
      defaults: { returnData: false },
      must: "An alarm on a band watches the metric and the band: set `returnData: true` for both.",
      awsError: "Exactly two elements of the metrics list should return data",
      source: PUT_ALARM,
      accepts: [banded(), queried(errors, { id: "e1", expression: "m1*2", returnData: true })],
      rejects: [
        { ...banded(), metricQueries: [errors, { ...BAND, returnData: true }] },
        {
          ...banded(),
          metricQueries: [
            { ...errors, returnData: true },
            { ...BAND, returnData: false },
          ],
        },
      ],
    },
    "aws.cloudwatch.metric-alarm.band-id": {
      type: CLOUDWATCH_METRIC_ALARM,
      when: { thresholdMetricId: { present: true }, metricQueries: { minItems: 1 } },
      require: { metricQueries: { some: { id: { sameAs: "../thresholdMetricId" } } } },
      must: "`thresholdMetricId` must be the id of the query with the band.",
      source: PUT_ALARM,
      accepts: [banded()],
      rejects: [banded({ thresholdMetricId: "band" })],
    },
    "aws.cloudwatch.metric-alarm.band-operator": {
      type: CLOUDWATCH_METRIC_ALARM,
      when: { thresholdMetricId: { present: true } },
      require: { comparisonOperator: BAND_OPERATORS },
      must: 'A band has operators of its own, such as "LessThanLowerOrGreaterThanUpperThreshold".',
      source: PUT_ALARM,
      level: "advisory",
      accepts: [banded()],
      rejects: [banded({ comparisonOperator: "GreaterThanThreshold" })],
    },
    "aws.cloudwatch.metric-alarm.queries-alone": {
      type: CLOUDWATCH_METRIC_ALARM,
      when: { metricQueries: { minItems: 1 }, metricName: { present: false } },
      require: {
        namespace: { present: false },
        dimensions: { present: false },
        period: { present: false },
        statistic: { present: false },
        extendedStatistic: { present: false },
        unit: { present: false },
      },
      must: "With `metricQueries`, namespace, dimensions, period, statistic and unit are in the `metric` of each query.",
      source: PUT_ALARM,
      accepts: [queries({ id: "m1", metric, returnData: true }), alarm],
      rejects: [
        { ...queries({ id: "m1", metric, returnData: true }), period: 60 },
        { ...queries({ id: "m1", metric, returnData: true }), unit: "Count" },
      ],
    },
    "aws.cloudwatch.metric-alarm.criteria-interval": {
      type: CLOUDWATCH_METRIC_ALARM,
      require: { allOrNone: ["evaluationCriteria", "evaluationInterval"] },
      must: "A query of PromQL requires `evaluationInterval`, and no other alarm has one.",
      source: PUT_ALARM,
      accepts: [watched(), alarm],
      rejects: [{ evaluationCriteria: { promqlCriteria: { query: "up == 0" } } }, { ...alarm, evaluationInterval: 60 }],
    },
    "aws.cloudwatch.metric-alarm.criteria-alone": {
      type: CLOUDWATCH_METRIC_ALARM,
      when: {
        evaluationCriteria: { present: true },
        metricName: { present: false },
        metricQueries: { present: false },
      },
      require: {
        threshold: { present: false },
        thresholdMetricId: { present: false },
        comparisonOperator: { present: false },
        evaluationPeriods: { present: false },
        datapointsToAlarm: { present: false },
        namespace: { present: false },
        period: { present: false },
        statistic: { present: false },
      },
      must: "A query of PromQL has its own threshold: leave out `threshold`, `comparisonOperator` and `evaluationPeriods`.",
      source: PUT_ALARM,
      accepts: [watched(), alarm],
      rejects: [
        watched({ threshold: 1 }),
        watched({ comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 1 }),
      ],
    },
    "aws.cloudwatch.metric-alarm.evaluation-interval": {
      type: CLOUDWATCH_METRIC_ALARM,
      require: { evaluationInterval: { anyOf: [10, 20, 30, { min: 60, max: 3600, multipleOf: 60 }] } },
      must: "`evaluationInterval` must be 10, 20, 30 or a multiple of 60 seconds up to 3600.",
      source: PUT_ALARM,
      accepts: [watched({ evaluationInterval: 10 }), watched({ evaluationInterval: 120 })],
      rejects: [watched({ evaluationInterval: 90 }), watched({ evaluationInterval: 7200 })],
    },
    "aws.cloudwatch.metric-alarm.percentile": {
      type: CLOUDWATCH_METRIC_ALARM,
      require: {
        extendedStatistic: {
          matches: /^(?:p\d{1,3}(?:\.\d{1,10})?|IQM|(?:tm|tc|ts|wm|TM|TC|TS|WM|PR|pr|p|P)[\d.(:%)]+)$/,
        },
      },
      must: 'An extended statistic is a percentile such as "p99", or a trimmed one such as "tm90".',
      source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html",
      accepts: [
        {
          name: "x",
          comparisonOperator: "GreaterThanThreshold",
          evaluationPeriods: 1,
          threshold: 1,
          metricName: "x",
          namespace: "x",
          period: 60,
          extendedStatistic: "p99.9",
        },
        {
          name: "x",
          comparisonOperator: "GreaterThanThreshold",
          evaluationPeriods: 1,
          threshold: 1,
          metricName: "x",
          namespace: "x",
          period: 60,
          extendedStatistic: "TM(10%:90%)",
        },
      ],
      rejects: [
        {
          name: "x",
          comparisonOperator: "GreaterThanThreshold",
          evaluationPeriods: 1,
          threshold: 1,
          metricName: "x",
          namespace: "x",
          period: 60,
          extendedStatistic: "Average",
        },
      ],
    },
    "aws.cloudwatch.composite-alarm.rule": {
      type: CLOUDWATCH_COMPOSITE_ALARM,
      require: { alarmRule: { matches: /(?:ALARM|OK|INSUFFICIENT_DATA)\s*\(|\b(?:TRUE|FALSE)\b|AT_LEAST\s*\(/ } },
      must: "A rule names the states of alarms, such as ALARM(errors) AND NOT OK(latency).",
      source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html",
      accepts: [{ alarmName: "x", alarmRule: 'ALARM(errors) AND NOT OK("the latency")' }],
      rejects: [{ alarmName: "x", alarmRule: "errors AND latency" }],
    },
    "aws.cloudwatch.composite-alarm.operators": {
      type: CLOUDWATCH_COMPOSITE_ALARM,
      require: { alarmRule: { not: { matches: /\)\s*(?:&&|\|\||,|and\b|or\b)/ } } },
      must: "Parts of a rule are joined with AND and OR, in capitals.",
      source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html",
      accepts: [{ alarmName: "x", alarmRule: "ALARM(a) AND ALARM(b)" }],
      rejects: [{ alarmName: "x", alarmRule: "ALARM(a) && ALARM(b)" }],
    },
    "aws.cloudwatch.composite-alarm.metric-actions": {
      type: CLOUDWATCH_COMPOSITE_ALARM,
      require: { alarmActions: { every: { not: { matches: /^arn:[a-z-]+:(?:automate|autoscaling|swf):/ } } } },
      must: "A composite alarm cannot scale a group or act on an instance: leave that to the alarms that it joins.",
      source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Create_Composite_Alarm.html",
      accepts: [{ alarmName: "x", alarmRule: "ALARM(a)", alarmActions: ["arn:aws:sns:us-east-1:111122223333:x"] }],
      rejects: [{ alarmName: "x", alarmRule: "ALARM(a)", alarmActions: ["arn:aws:automate:us-east-1:ec2:reboot"] }],
    },
    "aws.cloudwatch.metric-stream.one-filter": {
      type: METRIC_STREAM,
      require: { atMostOne: ["includeFilters", "excludeFilters"] },
      must: "A stream includes or excludes namespaces: leave out one of the two lists.",
      source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricStream.html",
      accepts: [{ firehoseArn: "x", roleArn: "x", outputFormat: "json", includeFilters: [{ namespace: "AWS/EC2" }] }],
      rejects: [
        {
          firehoseArn: "x",
          roleArn: "x",
          outputFormat: "json",
          includeFilters: [{ namespace: "AWS/EC2" }],
          excludeFilters: [{ namespace: "AWS/EBS" }],
        },
      ],
    },
    "aws.cloudwatch.event-target.ecs-provider": {
      type: CLOUDWATCH_EVENT_TARGET,
      when: { "ecsTarget.capacityProviderStrategies": { minItems: 1 } },
      require: { "ecsTarget.launchType": { present: false } },
      must: "A task has a strategy or a launch type: leave out `launchType`.",
      source: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_EcsParameters.html",
      accepts: [
        {
          rule: "x",
          arn: "arn:aws:ecs:us-east-1:111122223333:cluster/x",
          roleArn: "x",
          ecsTarget: {
            taskDefinitionArn: "x",
            capacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 1 }],
            networkConfiguration: { subnets: ["a"] },
          },
        },
      ],
      rejects: [
        {
          rule: "x",
          arn: "arn:aws:ecs:us-east-1:111122223333:cluster/x",
          roleArn: "x",
          ecsTarget: {
            taskDefinitionArn: "x",
            launchType: "FARGATE",
            capacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 1 }],
            networkConfiguration: { subnets: ["a"] },
          },
        },
      ],
    },
    "aws.cloudwatch.event-target.transformer-paths": {
      type: CLOUDWATCH_EVENT_TARGET,
      require: { inputPath: { matches: /^\$/ } },
      must: 'A path begins with a dollar: "$.detail".',
      source: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html",
      accepts: [{ rule: "x", arn: "arn:aws:lambda:us-east-1:111122223333:function:x", inputPath: "$.detail" }],
      rejects: [{ rule: "x", arn: "arn:aws:lambda:us-east-1:111122223333:function:x", inputPath: "detail" }],
    },
    "aws.cloudwatch.event-api-destination.rate": {
      type: EVENT_API_DESTINATION,
      require: {
        invocationRateLimitPerSecond: { min: 1 },
        httpMethod: ["POST", "GET", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE"],
      },
      must: "A destination has a method of HTTP in capitals and at least one request a second.",
      source: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateApiDestination.html",
      accepts: [
        {
          connectionArn: "x",
          httpMethod: "POST",
          invocationEndpoint: "https://example.com",
          invocationRateLimitPerSecond: 10,
        },
      ],
      rejects: [{ connectionArn: "x", httpMethod: "post", invocationEndpoint: "https://example.com" }],
    },
    "aws.cloudwatch.log-group.infrequent-class": {
      type: CLOUDWATCH_LOG_GROUP,
      require: { logGroupClass: ["STANDARD", "INFREQUENT_ACCESS", "DELIVERY", "ESSENTIALS"] },
      must: "The class of a group is STANDARD, INFREQUENT_ACCESS, DELIVERY or ESSENTIALS.",
      source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html",
      accepts: [
        { name: "x", logGroupClass: "INFREQUENT_ACCESS" },
        { name: "x", logGroupClass: "ESSENTIALS" },
      ],
      rejects: [{ name: "x", logGroupClass: "ARCHIVE" }],
    },
    "aws.cloudwatch.metric-alarm.missing-data": {
      type: CLOUDWATCH_METRIC_ALARM,
      require: { treatMissingData: ["breaching", "notBreaching", "ignore", "missing"] },
      must: "Missing data is breaching, notBreaching, ignore or missing.",
      source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html",
      accepts: [
        {
          name: "x",
          comparisonOperator: "GreaterThanThreshold",
          evaluationPeriods: 1,
          threshold: 1,
          metricName: "x",
          namespace: "x",
          period: 60,
          statistic: "Sum",
          treatMissingData: "ignore",
        },
      ],
      rejects: [
        {
          name: "x",
          comparisonOperator: "GreaterThanThreshold",
          evaluationPeriods: 1,
          threshold: 1,
          metricName: "x",
          namespace: "x",
          period: 60,
          statistic: "Sum",
          treatMissingData: "ignored",
        },
      ],
    },
    "aws.cloudwatch.metric-alarm.unit": {
      type: CLOUDWATCH_METRIC_ALARM,
      require: {
        unit: UNITS,
      },
      must: "The unit must be one that CloudWatch has, such as Count, Percent or Milliseconds.",
      source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html",
      accepts: [
        {
          comparisonOperator: "GreaterThanThreshold",
          evaluationPeriods: 1,
          metricName: "Errors",
          namespace: "AWS/Lambda",
          period: 60,
          statistic: "Sum",
          threshold: 1,
          unit: "Count",
        },
      ],
      rejects: [
        {
          comparisonOperator: "GreaterThanThreshold",
          evaluationPeriods: 1,
          metricName: "Errors",
          namespace: "AWS/Lambda",
          period: 60,
          statistic: "Sum",
          threshold: 1,
          unit: "count",
        },
        {
          comparisonOperator: "GreaterThanThreshold",
          evaluationPeriods: 1,
          metricName: "Errors",
          namespace: "AWS/Lambda",
          period: 60,
          statistic: "Sum",
          threshold: 1,
          unit: "ms",
        },
      ],
    },
    "aws.cloudwatch.metric-alarm.query-stat": {
      type: CLOUDWATCH_METRIC_ALARM,
      each: "metricQueries",
      require: {
        "metric.stat": {
          matches:
            /^(?:SampleCount|Average|Sum|Minimum|Maximum|IQM|(?:p|tm|tc|ts|wm)(?:100|\d{1,2}(?:\.\d{0,10})?)|(?:PR|TM|TC|TS|WM)\(.{1,40}\))$/,
        },
      },
      must: "A statistic is one such as Average, Sum or p99.",
      source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricStat.html",
      accepts: [
        {
          comparisonOperator: "GreaterThanThreshold",
          evaluationPeriods: 1,
          threshold: 1,
          metricQueries: [
            {
              id: "m1",
              returnData: true,
              metric: { metricName: "Errors", namespace: "AWS/Lambda", period: 60, stat: "p99" },
            },
          ],
        },
      ],
      rejects: [
        {
          comparisonOperator: "GreaterThanThreshold",
          evaluationPeriods: 1,
          threshold: 1,
          metricQueries: [
            {
              id: "m1",
              returnData: true,
              metric: { metricName: "Errors", namespace: "AWS/Lambda", period: 60, stat: "average" },
            },
          ],
        },
        {
          comparisonOperator: "GreaterThanThreshold",
          evaluationPeriods: 1,
          threshold: 1,
          metricQueries: [
            {
              id: "m1",
              returnData: true,
              metric: { metricName: "Errors", namespace: "AWS/Lambda", period: 60, stat: "p101" },
            },
          ],
        },
      ],
    },
    "aws.cloudwatch.metric-alarm.percentile-range": {
      type: CLOUDWATCH_METRIC_ALARM,
      require: {
        extendedStatistic: {
          matches:
            /^(?:SampleCount|Average|Sum|Minimum|Maximum|IQM|(?:p|tm|tc|ts|wm)(?:100|\d{1,2}(?:\.\d{0,10})?)|(?:PR|TM|TC|TS|WM)\(.{1,40}\))$/,
        },
      },
      must: "An extended statistic is one such as p99.9, tm90 or TM(10%:90%), of at most 100 percent.",
      source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html",
      accepts: [
        {
          comparisonOperator: "GreaterThanThreshold",
          evaluationPeriods: 1,
          metricName: "Duration",
          namespace: "AWS/Lambda",
          period: 60,
          threshold: 1,
          extendedStatistic: "p99.9",
        },
      ],
      rejects: [
        {
          comparisonOperator: "GreaterThanThreshold",
          evaluationPeriods: 1,
          metricName: "Duration",
          namespace: "AWS/Lambda",
          period: 60,
          threshold: 1,
          extendedStatistic: "p101",
        },
      ],
    },
    "aws.cloudwatch.composite-alarm.suppressor": {
      type: CLOUDWATCH_COMPOSITE_ALARM,
      when: { actionsSuppressor: { present: true } },
      require: {
        "actionsSuppressor.alarm": { present: true },
        "actionsSuppressor.waitPeriod": { present: true },
        "actionsSuppressor.extensionPeriod": { present: true },
      },
      must: "A suppressor has an alarm, `waitPeriod` and `extensionPeriod`.",
      source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html",
      accepts: [{ alarmRule: "ALARM(a)", actionsSuppressor: { alarm: "b", waitPeriod: 60, extensionPeriod: 60 } }],
      rejects: [{ alarmRule: "ALARM(a)", actionsSuppressor: { alarm: "b", waitPeriod: 60 } }],
    },
    "aws.cloudwatch.log-group.key-arn": {
      type: CLOUDWATCH_LOG_GROUP,
      require: { kmsKeyId: { not: { matches: /^(?:alias\/|[0-9a-f-]{36}$|arn:[^:]+:kms:[^:]*:\d{12}:alias\/)/ } } },
      must: "A log group's key is named by its ARN, not by its id or an alias.",
      source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html",
      accepts: [{ kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/0c1f7e9a-2b4d-4f6a-8e1c-3d5b7f9a1c2e" }],
      rejects: [
        { kmsKeyId: "alias/logs" },
        { kmsKeyId: "0c1f7e9a-2b4d-4f6a-8e1c-3d5b7f9a1c2e" },
        { kmsKeyId: "arn:aws:kms:us-east-1:111122223333:alias/logs" },
      ],
    },
    "aws.cloudwatch.log-metric-filter.unit": {
      type: LOG_METRIC_FILTER,
      require: {
        "metricTransformation.unit": UNITS,
      },
      must: "The unit must be one that CloudWatch has, such as Count, Percent or Milliseconds.",
      source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_MetricTransformation.html",
      accepts: [
        {
          logGroupName: "/a",
          pattern: "ERROR",
          metricTransformation: { name: "errors", namespace: "orders", value: "1", unit: "Count" },
        },
      ],
      rejects: [
        {
          logGroupName: "/a",
          pattern: "ERROR",
          metricTransformation: { name: "errors", namespace: "orders", value: "1", unit: "count" },
        },
      ],
    },
    "aws.cloudwatch.event-target.array-size": {
      type: CLOUDWATCH_EVENT_TARGET,
      require: { "batchTarget.arraySize": { min: 2, max: 10000 } },
      must: "`arraySize` must be from 2 to 10,000.",
      source: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_BatchArrayProperties.html",
      accepts: [
        {
          rule: "orders",
          arn: "arn:aws:batch:us-east-1:111122223333:job-queue/orders",
          roleArn: "arn:aws:iam::111122223333:role/events",
          batchTarget: { jobDefinition: "a", jobName: "b", arraySize: 10000 },
        },
      ],
      rejects: [
        {
          rule: "orders",
          arn: "arn:aws:batch:us-east-1:111122223333:job-queue/orders",
          roleArn: "arn:aws:iam::111122223333:role/events",
          batchTarget: { jobDefinition: "a", jobName: "b", arraySize: 10001 },
        },
        {
          rule: "orders",
          arn: "arn:aws:batch:us-east-1:111122223333:job-queue/orders",
          roleArn: "arn:aws:iam::111122223333:role/events",
          batchTarget: { jobDefinition: "a", jobName: "b", arraySize: 1 },
        },
      ],
    },
    "aws.cloudwatch.event-target.attempts": {
      type: CLOUDWATCH_EVENT_TARGET,
      require: { "batchTarget.jobAttempts": { min: 1, max: 10 } },
      must: "`jobAttempts` must be from 1 to 10.",
      source: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_BatchRetryStrategy.html",
      accepts: [
        {
          rule: "orders",
          arn: "arn:aws:batch:us-east-1:111122223333:job-queue/orders",
          roleArn: "arn:aws:iam::111122223333:role/events",
          batchTarget: { jobDefinition: "a", jobName: "b", jobAttempts: 10 },
        },
      ],
      rejects: [
        {
          rule: "orders",
          arn: "arn:aws:batch:us-east-1:111122223333:job-queue/orders",
          roleArn: "arn:aws:iam::111122223333:role/events",
          batchTarget: { jobDefinition: "a", jobName: "b", jobAttempts: 11 },
        },
        {
          rule: "orders",
          arn: "arn:aws:batch:us-east-1:111122223333:job-queue/orders",
          roleArn: "arn:aws:iam::111122223333:role/events",
          batchTarget: { jobDefinition: "a", jobName: "b", jobAttempts: 0 },
        },
      ],
    },
    "aws.cloudwatch.event-target.target-id": {
      type: CLOUDWATCH_EVENT_TARGET,
      require: { targetId: { maxLength: 64, matches: /^[.\-_A-Za-z0-9]+$/ } },
      must: "The id of a target has at most 64 letters, digits, dots, underscores and hyphens.",
      source: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html",
      accepts: [{ rule: "orders", arn: "arn:aws:sqs:us-east-1:111122223333:orders", targetId: "orders" }],
      rejects: [
        { rule: "orders", arn: "arn:aws:sqs:us-east-1:111122223333:orders", targetId: "a b" },
        {
          rule: "orders",
          arn: "arn:aws:sqs:us-east-1:111122223333:orders",
          targetId: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        },
      ],
    },
    "aws.cloudwatch.event-target.bus-of-rule": {
      type: CLOUDWATCH_EVENT_TARGET,
      refers: { rule: CLOUDWATCH_EVENT_RULE },
      when: { eventBusName: { present: false } },
      require: [
        { "rule->eventBusName": { present: false } },
        { "rule->eventBusName": "default" },
        { "rule->eventBusName": { endsWith: ":event-bus/default" } },
      ],
      must: "A target has the `eventBusName` of its rule.",
      source: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html",
      accepts: [
        { targetId: "x", arn: "arn:aws:sqs:us-east-1:111122223333:x", rule: { eventPattern: "{}" } },
        {
          targetId: "x",
          arn: "arn:aws:sqs:us-east-1:111122223333:x",
          eventBusName: "x",
          rule: { eventPattern: "{}", eventBusName: "x" },
        },
      ],
      rejects: [
        { targetId: "x", arn: "arn:aws:sqs:us-east-1:111122223333:x", rule: { eventPattern: "{}", eventBusName: "x" } },
      ],
    },
    "aws.cloudwatch.event-target.rule-of-bus": {
      type: CLOUDWATCH_EVENT_TARGET,
      refers: { rule: CLOUDWATCH_EVENT_RULE },
      when: { "rule->eventBusName": { present: false } },
      require: [
        { eventBusName: { present: false } },
        { eventBusName: "default" },
        { eventBusName: { endsWith: ":event-bus/default" } },
      ],
      must: "A target has the `eventBusName` of its rule.",
      source: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html",
      accepts: [
        { targetId: "x", arn: "arn:aws:sqs:us-east-1:111122223333:x", rule: { eventPattern: "{}" } },
        {
          targetId: "x",
          arn: "arn:aws:sqs:us-east-1:111122223333:x",
          eventBusName: "default",
          rule: { eventPattern: "{}" },
        },
      ],
      rejects: [
        { targetId: "x", arn: "arn:aws:sqs:us-east-1:111122223333:x", eventBusName: "x", rule: { eventPattern: "{}" } },
      ],
    },
    "aws.cloudwatch.log-metric-filter.log-class": {
      type: LOG_METRIC_FILTER,
      refers: { logGroupName: CLOUDWATCH_LOG_GROUP },
      require: { "logGroupName->logGroupClass": { not: ["INFREQUENT_ACCESS", "DELIVERY"] } },
      must: "Only log groups of the class STANDARD have filters.",
      source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html",
      accepts: [
        {
          name: "x",
          pattern: "ERROR",
          metricTransformation: { name: "x", namespace: "y", value: "1" },
          logGroupName: {},
        },
        {
          name: "x",
          pattern: "ERROR",
          metricTransformation: { name: "x", namespace: "y", value: "1" },
          logGroupName: { logGroupClass: "STANDARD" },
        },
      ],
      rejects: [
        {
          name: "x",
          pattern: "ERROR",
          metricTransformation: { name: "x", namespace: "y", value: "1" },
          logGroupName: { logGroupClass: "INFREQUENT_ACCESS" },
        },
      ],
    },
    "aws.cloudwatch.log-subscription-filter.log-class": {
      type: CLOUDWATCH_LOG_SUBSCRIPTION_FILTER,
      refers: { logGroup: CLOUDWATCH_LOG_GROUP },
      require: { "logGroup->logGroupClass": { not: ["INFREQUENT_ACCESS", "DELIVERY"] } },
      must: "Only log groups of the class STANDARD have filters.",
      source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html",
      accepts: [
        { filterPattern: "", destinationArn: "arn:aws:lambda:us-east-1:111122223333:function:x", logGroup: {} },
        {
          filterPattern: "",
          destinationArn: "arn:aws:lambda:us-east-1:111122223333:function:x",
          logGroup: { logGroupClass: "STANDARD" },
        },
      ],
      rejects: [
        {
          filterPattern: "",
          destinationArn: "arn:aws:lambda:us-east-1:111122223333:function:x",
          logGroup: { logGroupClass: "INFREQUENT_ACCESS" },
        },
      ],
    },
    "aws.cloudwatch.log-group.symmetric-key": symmetricKey(
      CLOUDWATCH_LOG_GROUP,
      "kmsKeyId",
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
    ),
  },
} satisfies ServiceConstraints;
