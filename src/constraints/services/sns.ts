import { SNS_TOPIC, SNS_TOPIC_SUBSCRIPTION } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";
const API = "https://docs.aws.amazon.com/sns/latest/api";

const topic = "arn:aws:sns:us-east-1:111122223333:orders";
const queue = { topic, protocol: "sqs", endpoint: "arn:aws:sqs:us-east-1:111122223333:orders" };
const email = { topic, protocol: "email", endpoint: "orders@example.com" };

/** A subscription of a delivery stream. */
const toStream = {
  topic,
  protocol: "firehose",
  endpoint: "arn:aws:firehose:us-east-1:111122223333:deliverystream/orders",
  subscriptionRoleArn: "arn:aws:iam::111122223333:role/sns",
};

export default {
  date: "2026-11-29",
  constraints: {
    "aws.sns.topic.fifo-name-suffix": {
      type: SNS_TOPIC,
      when: { fifoTopic: true },
      require: { name: { endsWith: ".fifo" } },
      must: 'The name of a FIFO topic must end with ".fifo".',
      source: `${API}/API_CreateTopic.html`,
      accepts: [{ fifoTopic: true, name: "orders.fifo" }, { name: "orders" }],
      rejects: [{ fifoTopic: true, name: "orders" }],
    },
    "aws.sns.topic.standard-name-suffix": {
      type: SNS_TOPIC,
      when: { fifoTopic: false },
      defaults: { fifoTopic: false },
      require: { name: { not: { endsWith: ".fifo" } } },
      must: 'Only a FIFO topic has a name that ends with ".fifo": set `fifoTopic: true`, or another `name`.',
      source: `${API}/API_CreateTopic.html`,
      accepts: [{ fifoTopic: true, name: "orders.fifo" }],
      rejects: [{ name: "orders.fifo" }],
    },
    "aws.sns.topic.deduplication-needs-fifo": {
      type: SNS_TOPIC,
      when: [
        { contentBasedDeduplication: true },
        { archivePolicy: { present: true } },
        { fifoThroughputScope: { present: true } },
      ],
      defaults: { fifoTopic: false },
      require: { fifoTopic: true },
      must: "Deduplication and archives are for FIFO topics: set `fifoTopic: true`.",
      source: `${API}/API_CreateTopic.html`,
      accepts: [{ fifoTopic: true, name: "orders.fifo", contentBasedDeduplication: true }],
      rejects: [{ contentBasedDeduplication: true }],
    },
    "aws.sns.topic.display-name": {
      type: SNS_TOPIC,
      require: { displayName: { maxLength: 100 } },
      must: "A display name must have at most 100 characters.",
      source: `${API}/API_CreateTopic.html`,
      accepts: [{ displayName: "Orders" }],
      rejects: [{ displayName: "x".repeat(101) }],
    },
    "aws.sns.topic-subscription.raw-delivery-protocol": {
      type: SNS_TOPIC_SUBSCRIPTION,
      when: { rawMessageDelivery: true },
      require: { protocol: ["sqs", "http", "https", "firehose"] },
      must: "Only queues, HTTP endpoints and delivery streams get raw messages: leave out `rawMessageDelivery`.",
      awsError: "Delivery protocol [lambda] does not support raw message delivery",
      source: "https://docs.aws.amazon.com/sns/latest/dg/sns-large-payload-raw-message-delivery.html",
      accepts: [{ ...queue, rawMessageDelivery: true }, email],
      rejects: [{ ...email, rawMessageDelivery: true }],
    },
    "aws.sns.topic-subscription.firehose-role": {
      type: SNS_TOPIC_SUBSCRIPTION,
      when: { protocol: "firehose" },
      require: { subscriptionRoleArn: { present: true } },
      must: "A delivery stream is written to with a role: set `subscriptionRoleArn`.",
      source: `${API}/API_Subscribe.html`,
      accepts: [toStream],
      rejects: [
        { topic, protocol: "firehose", endpoint: "arn:aws:firehose:us-east-1:111122223333:deliverystream/orders" },
      ],
    },
    "aws.sns.topic-subscription.email-endpoint": {
      type: SNS_TOPIC_SUBSCRIPTION,
      when: { protocol: ["email", "email-json"] },
      require: { endpoint: { matches: /@/ } },
      must: "The endpoint of an email subscription must be an email address.",
      source: `${API}/API_Subscribe.html`,
      accepts: [email],
      rejects: [{ ...email, endpoint: "orders" }],
    },
    "aws.sns.topic-subscription.queue-endpoint": {
      type: SNS_TOPIC_SUBSCRIPTION,
      when: { protocol: "sqs" },
      require: { endpoint: { matches: /^arn:[\w-]+:sqs:/ } },
      must: "The endpoint of a queue must be its ARN, not its address.",
      source: `${API}/API_Subscribe.html`,
      accepts: [queue],
      rejects: [{ ...queue, endpoint: "https://sqs.us-east-1.amazonaws.com/111122223333/orders" }],
    },
    "aws.sns.topic-subscription.function-endpoint": {
      type: SNS_TOPIC_SUBSCRIPTION,
      when: { protocol: "lambda" },
      require: { endpoint: { matches: /^arn:[\w-]+:lambda:/ } },
      must: "The endpoint of a function must be its ARN.",
      source: `${API}/API_Subscribe.html`,
      accepts: [{ topic, protocol: "lambda", endpoint: "arn:aws:lambda:us-east-1:111122223333:function:shop" }],
      rejects: [{ topic, protocol: "lambda", endpoint: "shop" }],
    },
    "aws.sns.topic-subscription.https-endpoint": {
      type: SNS_TOPIC_SUBSCRIPTION,
      when: { protocol: "https" },
      require: { endpoint: { startsWith: "https://" } },
      must: 'The endpoint must begin with "https://".',
      source: `${API}/API_Subscribe.html`,
      accepts: [{ topic, protocol: "https", endpoint: "https://shop.example.com/orders" }],
      rejects: [{ topic, protocol: "https", endpoint: "http://shop.example.com/orders" }],
    },
    "aws.sns.topic-subscription.http-endpoint": {
      type: SNS_TOPIC_SUBSCRIPTION,
      when: { protocol: "http" },
      require: { endpoint: { startsWith: "http://" } },
      must: 'The endpoint must begin with "http://": others have `protocol: "https"`.',
      source: `${API}/API_Subscribe.html`,
      accepts: [{ topic, protocol: "http", endpoint: "http://shop.example.com/orders" }],
      rejects: [{ topic, protocol: "http", endpoint: "https://shop.example.com/orders" }],
    },
    "aws.sns.topic-subscription.fifo-protocol": {
      type: SNS_TOPIC_SUBSCRIPTION,
      when: { topic: { endsWith: ".fifo" } },
      require: { protocol: "sqs" },
      must: "A FIFO topic delivers to queues only, which may call functions.",
      awsError: "Invalid parameter: Invalid protocol type: lambda",
      source: "https://docs.aws.amazon.com/sns/latest/dg/fifo-message-delivery.html",
      accepts: [
        {
          topic: "arn:aws:sns:us-east-1:111122223333:x.fifo",
          protocol: "sqs",
          endpoint: "arn:aws:sqs:us-east-1:111122223333:x.fifo",
        },
      ],
      rejects: [
        { topic: "arn:aws:sns:us-east-1:111122223333:x.fifo", protocol: "email", endpoint: "ops@example.com" },
        {
          topic: "arn:aws:sns:us-east-1:111122223333:x.fifo",
          protocol: "lambda",
          endpoint: "arn:aws:lambda:us-east-1:111122223333:function:x",
        },
      ],
    },
    "aws.sns.topic-subscription.redrive-count": {
      type: SNS_TOPIC_SUBSCRIPTION,
      each: "redrivePolicy",
      require: { maxReceiveCount: { present: false } },
      must: "The policy of a subscription names the queue only, with no `maxReceiveCount` as a queue's has.",
      awsError: "RedrivePolicy: invalid JSON. Attribute maxReceiveCount is unknown",
      source: "https://docs.aws.amazon.com/sns/latest/dg/sns-configure-dead-letter-queue.html",
      accepts: [
        { ...queue, redrivePolicy: '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:111122223333:dead"}' },
        queue,
      ],
      rejects: [
        {
          ...queue,
          redrivePolicy: '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:111122223333:dead","maxReceiveCount":5}',
        },
      ],
    },
    "aws.sns.topic-subscription.redrive-target": {
      type: SNS_TOPIC_SUBSCRIPTION,
      each: "redrivePolicy",
      require: { deadLetterTargetArn: { present: true, matches: /^arn:[\w-]+:sqs:/ } },
      must: "The policy of a subscription must name a queue by its ARN in `deadLetterTargetArn`.",
      source: "https://docs.aws.amazon.com/sns/latest/dg/sns-configure-dead-letter-queue.html",
      accepts: [{ ...queue, redrivePolicy: '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:111122223333:dead"}' }],
      rejects: [
        { ...queue, redrivePolicy: '{"deadLetterTargetArn":"https://sqs.us-east-1.amazonaws.com/111122223333/dead"}' },
        { ...queue, redrivePolicy: '{"targetArn":"arn:aws:sqs:us-east-1:111122223333:dead"}' },
      ],
    },
    "aws.sns.topic-subscription.stream-endpoint": {
      type: SNS_TOPIC_SUBSCRIPTION,
      when: { protocol: "firehose" },
      require: { endpoint: { matches: /^arn:[\w-]+:firehose:/ } },
      must: "The endpoint of a delivery stream must be its ARN.",
      source: `${API}/API_Subscribe.html`,
      accepts: [toStream],
      rejects: [
        { topic, protocol: "firehose", endpoint: "orders", subscriptionRoleArn: "arn:aws:iam::111122223333:role/sns" },
      ],
    },
    "aws.sns.topic-subscription.filter-scope": {
      type: SNS_TOPIC_SUBSCRIPTION,
      when: { filterPolicyScope: { present: true } },
      require: { filterPolicy: { present: true } },
      must: "A scope requires `filterPolicy`.",
      source: "https://docs.aws.amazon.com/sns/latest/api/API_SetSubscriptionAttributes.html",
      accepts: [
        {
          topic: "arn:aws:sns:us-east-1:111122223333:x",
          protocol: "sqs",
          endpoint: "arn:aws:sqs:us-east-1:111122223333:x",
          filterPolicyScope: "MessageBody",
          filterPolicy: '{"a":["b"]}',
        },
      ],
      rejects: [
        {
          topic: "arn:aws:sns:us-east-1:111122223333:x",
          protocol: "sqs",
          endpoint: "arn:aws:sqs:us-east-1:111122223333:x",
          filterPolicyScope: "MessageBody",
        },
      ],
      level: "advisory",
    },
    "aws.sns.topic.tracing": {
      type: SNS_TOPIC,
      require: { tracingConfig: ["PassThrough", "Active"] },
      must: '`tracingConfig` must be "PassThrough" or "Active".',
      source: "https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html",
      accepts: [{ tracingConfig: "PassThrough" }],
      rejects: [{ tracingConfig: "active" }],
    },
    "aws.sns.topic.signature": {
      type: SNS_TOPIC,
      require: { signatureVersion: [1, 2] },
      must: "`signatureVersion` is 1 or 2.",
      source: "https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html",
      accepts: [{ signatureVersion: 2 }],
      rejects: [{ signatureVersion: 3 }],
    },
    "aws.sns.topic.sample-rates": {
      type: SNS_TOPIC,
      require: {
        applicationSuccessFeedbackSampleRate: { min: 0, max: 100 },
        firehoseSuccessFeedbackSampleRate: { min: 0, max: 100 },
        httpSuccessFeedbackSampleRate: { min: 0, max: 100 },
        lambdaSuccessFeedbackSampleRate: { min: 0, max: 100 },
        sqsSuccessFeedbackSampleRate: { min: 0, max: 100 },
      },
      must: "A sample rate is a percentage from 0 to 100.",
      source: "https://docs.aws.amazon.com/sns/latest/dg/sns-topic-attributes.html",
      accepts: [{ httpSuccessFeedbackSampleRate: 100 }],
      rejects: [{ httpSuccessFeedbackSampleRate: 101 }, { sqsSuccessFeedbackSampleRate: -1 }],
    },
    "aws.sns.topic-subscription.fifo-topic": {
      type: SNS_TOPIC_SUBSCRIPTION,
      refers: { topic: SNS_TOPIC },
      when: { "topic->fifoTopic": true },
      require: { protocol: "sqs" },
      must: "Subscriptions of a FIFO topic are queues.",
      awsError: "Invalid parameter: Invalid protocol type: lambda",
      source: "https://docs.aws.amazon.com/sns/latest/dg/fifo-topic-message-delivery.html",
      accepts: [
        {
          protocol: "sqs",
          endpoint: "arn:aws:sqs:us-east-1:111122223333:x",
          topic: { fifoTopic: true, name: "x.fifo" },
        },
        { protocol: "lambda", endpoint: "arn:aws:lambda:us-east-1:111122223333:function:x", topic: {} },
      ],
      rejects: [
        {
          protocol: "lambda",
          endpoint: "arn:aws:lambda:us-east-1:111122223333:function:x",
          topic: { fifoTopic: true, name: "x.fifo" },
        },
      ],
    },
  },
} satisfies ServiceConstraints;
