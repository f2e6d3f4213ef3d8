import { SQS_QUEUE, SQS_REDRIVE_POLICY } from "../../aws/type-tokens";
import type { Constraint, Inputs, ServiceConstraints } from "../form";
const REDRIVE_ALLOW_POLICY = "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy";

const SET_ATTRIBUTES =
  "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html";
const URL = "https://sqs.us-east-1.amazonaws.com/111122223333/dead";
const BY_QUEUE = '{"redrivePermission":"byQueue","sourceQueueArns":["arn:aws:sqs:us-east-1:111122223333:a"]}';

/** Only the permission "byQueue" names its sources. */
const sourcesByQueue = (type: string, more: Inputs = {}): Constraint => ({
  type,
  each: "redriveAllowPolicy",
  where: { sourceQueueArns: { present: true } },
  require: { redrivePermission: "byQueue" },
  defaults: { redrivePermission: "allowAll" },
  must: 'Queues in sourceQueueArns require the permission "byQueue".',
  source: SET_ATTRIBUTES,
  accepts: [
    { ...more, redriveAllowPolicy: BY_QUEUE },
    { ...more, redriveAllowPolicy: '{"redrivePermission":"denyAll"}' },
  ],
  rejects: [{ ...more, redriveAllowPolicy: BY_QUEUE.replace("byQueue", "allowAll") }],
});

const redrivePermission = (type: string, more: Inputs = {}): Constraint => ({
  type,
  each: "redriveAllowPolicy",
  require: { redrivePermission: ["allowAll", "denyAll", "byQueue"] },
  must: "The permission is allowAll, denyAll or byQueue.",
  source: SET_ATTRIBUTES,
  accepts: [{ ...more, redriveAllowPolicy: BY_QUEUE }],
  rejects: [{ ...more, redriveAllowPolicy: '{"redrivePermission":"ALLOW_ALL"}' }],
});
const CREATE_QUEUE = "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html";

export default {
  date: "2026-11-29",
  constraints: {
    "aws.sqs.queue.fifo-name-suffix": {
      type: SQS_QUEUE,
      when: { fifoQueue: true },
      require: { name: { endsWith: ".fifo" } },
      must: 'The name of a FIFO queue must end with ".fifo".',
      source: CREATE_QUEUE,
      accepts: [{ fifoQueue: true, name: "orders.fifo" }, { fifoQueue: true }, { name: "orders" }],
      rejects: [{ fifoQueue: true, name: "orders" }],
    },
    "aws.sqs.queue.standard-name-suffix": {
      type: SQS_QUEUE,
      when: { fifoQueue: false },
      defaults: { fifoQueue: false },
      require: { name: { not: { endsWith: ".fifo" } } },
      must: 'Only a FIFO queue has a name that ends with ".fifo": set `fifoQueue: true`, or another `name`.',
      source: CREATE_QUEUE,
      accepts: [{ fifoQueue: true, name: "orders.fifo" }, { name: "orders-fifo" }],
      rejects: [{ name: "orders.fifo" }],
    },
    "aws.sqs.queue.deduplication-needs-fifo": {
      type: SQS_QUEUE,
      when: { contentBasedDeduplication: true },
      defaults: { fifoQueue: false },
      require: { fifoQueue: true },
      must: "Only FIFO queues have deduplication: set `fifoQueue: true`, or leave out `contentBasedDeduplication`.",
      source: CREATE_QUEUE,
      accepts: [
        { fifoQueue: true, name: "orders.fifo", contentBasedDeduplication: true },
        { contentBasedDeduplication: false },
      ],
      rejects: [{ contentBasedDeduplication: true }],
    },
    "aws.sqs.queue.throughput-limit-needs-fifo": {
      type: SQS_QUEUE,
      when: [{ fifoThroughputLimit: { present: true } }, { deduplicationScope: { present: true } }],
      defaults: { fifoQueue: false },
      require: { fifoQueue: true },
      must: "High throughput is a mode of FIFO queues: set `fifoQueue: true`, or leave out `fifoThroughputLimit` and `deduplicationScope`.",
      source: CREATE_QUEUE,
      accepts: [{ fifoQueue: true, fifoThroughputLimit: "perMessageGroupId", deduplicationScope: "messageGroup" }],
      rejects: [{ fifoThroughputLimit: "perQueue" }, { deduplicationScope: "queue" }],
    },
    "aws.sqs.queue.throughput-per-group-needs-scope": {
      type: SQS_QUEUE,
      when: { fifoThroughputLimit: "perMessageGroupId" },
      defaults: { deduplicationScope: "queue" },
      require: { deduplicationScope: "messageGroup" },
      must: 'A limit for each message group requires `deduplicationScope: "messageGroup"`.',
      source: CREATE_QUEUE,
      accepts: [
        { fifoQueue: true, fifoThroughputLimit: "perMessageGroupId", deduplicationScope: "messageGroup" },
        { fifoQueue: true, fifoThroughputLimit: "perQueue", deduplicationScope: "queue" },
      ],
      rejects: [{ fifoQueue: true, fifoThroughputLimit: "perMessageGroupId" }],
    },
    "aws.sqs.queue.one-encryption": {
      type: SQS_QUEUE,
      when: { sqsManagedSseEnabled: true },
      require: { kmsMasterKeyId: { present: false } },
      must: "A queue is encrypted with SQS's own keys or with a KMS key: leave out `sqsManagedSseEnabled` or `kmsMasterKeyId`.",
      source: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html",
      accepts: [{ sqsManagedSseEnabled: false, kmsMasterKeyId: "alias/orders" }, { sqsManagedSseEnabled: true }],
      rejects: [{ sqsManagedSseEnabled: true, kmsMasterKeyId: "alias/orders" }],
    },
    "aws.sqs.queue.redrive-count": {
      type: SQS_QUEUE,
      each: "redrivePolicy",
      require: { maxReceiveCount: { present: true, min: 1, max: 1000 } },
      must: "A redrive policy requires `maxReceiveCount`, a number from 1 to 1000.",
      awsError: "Redrive policy does not contain mandatory attribute: maxReceiveCount",
      source: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html",
      accepts: [
        { redrivePolicy: '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:111122223333:dead","maxReceiveCount":5}' },
        { redrivePolicy: '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:111122223333:dead","maxReceiveCount":"5"}' },
      ],
      rejects: [
        { redrivePolicy: '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:111122223333:dead"}' },
        { redrivePolicy: '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:111122223333:dead","maxReceiveCount":0}' },
      ],
    },
    "aws.sqs.queue.redrive-target": {
      type: SQS_QUEUE,
      each: "redrivePolicy",
      require: { deadLetterTargetArn: { present: true, matches: /^arn:[\w-]+:sqs:/ } },
      must: "A redrive policy must name another queue by its ARN in `deadLetterTargetArn`.",
      source: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html",
      accepts: [
        { redrivePolicy: '{"deadLetterTargetArn":"arn:aws-cn:sqs:cn-north-1:111122223333:dead","maxReceiveCount":5}' },
      ],
      rejects: [
        { redrivePolicy: '{"maxReceiveCount":5}' },
        {
          redrivePolicy:
            '{"deadLetterTargetArn":"https://sqs.us-east-1.amazonaws.com/111122223333/dead","maxReceiveCount":5}',
        },
      ],
    },
    "aws.sqs.queue.numbers": {
      type: SQS_QUEUE,
      require: {
        delaySeconds: { min: 0, max: 900 },
        messageRetentionSeconds: { min: 60, max: 1209600 },
        receiveWaitTimeSeconds: { min: 0, max: 20 },
        visibilityTimeoutSeconds: { min: 0, max: 43200 },
      },
      must: "A message is delayed for at most 15 minutes, kept for a minute to 14 days, awaited for 20 seconds and hidden for 12 hours.",
      source: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html",
      accepts: [
        {
          delaySeconds: 900,
          messageRetentionSeconds: 1209600,
          receiveWaitTimeSeconds: 20,
          visibilityTimeoutSeconds: 43200,
        },
      ],
      rejects: [
        { delaySeconds: 1200 },
        { messageRetentionSeconds: 30 },
        { receiveWaitTimeSeconds: 30 },
        { visibilityTimeoutSeconds: 50000 },
      ],
    },
    "aws.sqs.queue.key-reuse": {
      type: SQS_QUEUE,
      require: { kmsDataKeyReusePeriodSeconds: { min: 60, max: 86400 } },
      must: "`kmsDataKeyReusePeriodSeconds` must be from 60 to 86,400.",
      source: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html",
      accepts: [{ kmsDataKeyReusePeriodSeconds: 86400 }],
      rejects: [{ kmsDataKeyReusePeriodSeconds: 86401 }, { kmsDataKeyReusePeriodSeconds: 59 }],
    },
    "aws.sqs.queue.message-size": {
      type: SQS_QUEUE,
      require: { maxMessageSize: { min: 1024, max: 1048576 } },
      must: "`maxMessageSize` must be from 1,024 to 1,048,576.",
      source: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html",
      accepts: [{ maxMessageSize: 1048576 }],
      rejects: [{ maxMessageSize: 1048577 }, { maxMessageSize: 1023 }],
    },
    "aws.sqs.queue.allowed-sources": {
      type: SQS_QUEUE,
      when: { "redriveAllowPolicy.redrivePermission": "byQueue" },
      require: { "redriveAllowPolicy.sourceQueueArns": { minItems: 1, maxItems: 10, present: true } },
      must: 'The permission "byQueue" names one to ten queues in sourceQueueArns.',
      source: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html",
      accepts: [
        {
          redriveAllowPolicy:
            '{"redrivePermission":"byQueue","sourceQueueArns":["arn:aws:sqs:us-east-1:111122223333:a"]}',
        },
        { redriveAllowPolicy: '{"redrivePermission":"allowAll"}' },
      ],
      rejects: [{ redriveAllowPolicy: '{"redrivePermission":"byQueue"}' }],
    },
    "aws.sqs.queue.sources-by-queue": sourcesByQueue(SQS_QUEUE),
    "aws.sqs.queue.redrive-permission": redrivePermission(SQS_QUEUE),
    "aws.sqs.redrive-allow-policy.sources-by-queue": sourcesByQueue(REDRIVE_ALLOW_POLICY, { queueUrl: URL }),
    "aws.sqs.redrive-allow-policy.redrive-permission": redrivePermission(REDRIVE_ALLOW_POLICY, { queueUrl: URL }),
    "aws.sqs.redrive-policy.count": {
      type: SQS_REDRIVE_POLICY,
      each: "redrivePolicy",
      require: { maxReceiveCount: { present: true, min: 1, max: 1000 } },
      must: "A redrive policy requires `maxReceiveCount`, a number from 1 to 1000.",
      awsError: "Redrive policy does not contain mandatory attribute: maxReceiveCount",
      source: SET_ATTRIBUTES,
      accepts: [
        {
          queueUrl: URL,
          redrivePolicy: '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:111122223333:dead","maxReceiveCount":5}',
        },
      ],
      rejects: [{ queueUrl: URL, redrivePolicy: '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:111122223333:dead"}' }],
    },
    "aws.sqs.redrive-policy.target": {
      type: SQS_REDRIVE_POLICY,
      each: "redrivePolicy",
      require: { deadLetterTargetArn: { present: true, matches: /^arn:[\w-]+:sqs:/ } },
      must: "A redrive policy must name another queue by its ARN in `deadLetterTargetArn`.",
      source: SET_ATTRIBUTES,
      accepts: [
        {
          queueUrl: URL,
          redrivePolicy: '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:111122223333:dead","maxReceiveCount":5}',
        },
      ],
      rejects: [{ queueUrl: URL, redrivePolicy: '{"maxReceiveCount":5}' }],
    },
  },
} satisfies ServiceConstraints;
