import { SNS_TOPIC, SNS_TOPIC_SUBSCRIPTION } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";
const API = "https://docs.aws.amazon.com/sns/latest/api";

const topic = "arn:aws:sns:us-east-1:111122223333:orders";
const queue = { topic, protocol: "sqs", endpoint: "arn:aws:sqs:us-east-1:111122223333:orders" };
const email = { topic, protocol: "email", endpoint: "orders@example.com" };

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
      accepts: [
        {
          topic,
          protocol: "firehose",
          endpoint: "arn:aws:firehose:us-east-1:111122223333:deliverystream/orders",
          subscriptionRoleArn: "arn:aws:iam::111122223333:role/sns",
        },
      ],
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
      require: { protocol: { not: ["email", "email-json", "sms", "http", "https", "application"] } },
      must: "A FIFO topic delivers to queues, functions and streams, not to people or addresses of the web.",
      source: "https://docs.aws.amazon.com/sns/latest/dg/fifo-message-delivery.html",
      accepts: [
        {
          topic: "arn:aws:sns:us-east-1:111122223333:x.fifo",
          protocol: "sqs",
          endpoint: "arn:aws:sqs:us-east-1:111122223333:x.fifo",
        },
      ],
      rejects: [{ topic: "arn:aws:sns:us-east-1:111122223333:x.fifo", protocol: "email", endpoint: "ops@example.com" }],
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
  },
} satisfies ServiceConstraints;
