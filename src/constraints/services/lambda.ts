import {
  EFS_FILE_SYSTEM,
  LAMBDA_ALIAS,
  LAMBDA_EVENT_SOURCE_MAPPING,
  LAMBDA_FUNCTION,
  LAMBDA_FUNCTION_URL,
  LAMBDA_PERMISSION,
  SNS_TOPIC,
  SQS_QUEUE,
} from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";
import { GROUP_IDS } from "../security-group-ids";
const LAYER = "aws:lambda/layerVersion:LayerVersion";

const API = "https://docs.aws.amazon.com/lambda/latest/api";
const GUIDE = "https://docs.aws.amazon.com/lambda/latest/dg";
const CREATE_FUNCTION = `${API}/API_CreateFunction.html`;
const CREATE_MAPPING = `${API}/API_CreateEventSourceMapping.html`;

const zip = {
  role: "arn:aws:iam::111122223333:role/shop",
  s3Bucket: "code",
  s3Key: "shop.zip",
  runtime: "nodejs22.x",
  handler: "index.handler",
};
const vpc = { vpcConfig: { subnetIds: ["subnet-0a"], securityGroupIds: ["sg-0a"] } };
const fileSystem = (localMountPath: string): Record<string, unknown> => ({
  fileSystemConfig: { arn: "arn:aws:elasticfilesystem:us-east-1:111122223333:access-point/fsap-0a", localMountPath },
});
const sqs = { functionName: "shop", eventSourceArn: "arn:aws:sqs:us-east-1:111122223333:orders" };
const fifo = { functionName: "shop", eventSourceArn: "arn:aws:sqs:us-east-1:111122223333:orders.fifo" };
const kinesis = {
  functionName: "shop",
  eventSourceArn: "arn:aws:kinesis:us-east-1:111122223333:stream/orders",
  startingPosition: "LATEST",
};
const dynamodb = {
  functionName: "shop",
  eventSourceArn: "arn:aws:dynamodb:us-east-1:111122223333:table/orders/stream/2026-01-01T00:00:00.000",
  startingPosition: "TRIM_HORIZON",
};
const kafka = {
  functionName: "shop",
  eventSourceArn: "arn:aws:kafka:us-east-1:111122223333:cluster/orders/0123",
  startingPosition: "LATEST",
  topics: ["orders"],
};
const permission = { function: "shop", action: "lambda:InvokeFunction", principal: "s3.amazonaws.com" };
const url = { functionName: "shop", authorizationType: "AWS_IAM" };

export default {
  date: "2026-11-29",
  constraints: {
    "aws.lambda.function.role-arn": {
      type: LAMBDA_FUNCTION,
      require: { role: { startsWith: "arn:" } },
      must: "It must be the ARN of a role: use the role's `arn`, not its `id` or `name`.",
      source: CREATE_FUNCTION,
      accepts: [zip, { ...zip, role: "arn:aws-cn:iam::111122223333:role/path/shop" }],
      rejects: [{ ...zip, role: "lambda-role-5f2a1c9" }],
    },
    "aws.lambda.function.one-source": {
      type: LAMBDA_FUNCTION,
      require: { exactlyOne: ["code", "s3Bucket", "imageUri"] },
      must: "The code of a function must be in exactly one of `code`, `s3Bucket` and `imageUri`.",
      source: `${API}/API_FunctionCode.html`,
      accepts: [
        zip,
        { role: zip.role, packageType: "Image", imageUri: "111122223333.dkr.ecr.us-east-1.amazonaws.com/shop:1" },
      ],
      rejects: [
        { ...zip, s3Bucket: "" },
        { ...zip, imageUri: "111122223333.dkr.ecr.us-east-1.amazonaws.com/shop:1" },
      ],
    },
    "aws.lambda.function.source-key": {
      type: LAMBDA_FUNCTION,
      require: { allOrNone: ["s3Bucket", "s3Key"] },
      must: "Code in a bucket must be named by `s3Bucket` and `s3Key` together.",
      source: `${API}/API_FunctionCode.html`,
      accepts: [zip],
      rejects: [{ ...zip, s3Key: "" }],
    },
    "aws.lambda.function.timeout": {
      type: LAMBDA_FUNCTION,
      when: { capacityProviderConfig: { present: false } },
      // The API has 1800 since this month, and version 7.48 of the provider rejects more than 900 itself.
      require: { timeout: { min: 1, max: 900 } },
      must: "A function runs for 1 to 900 seconds: the provider accepts no more, although Lambda does.",
      source: CREATE_FUNCTION,
      accepts: [{ ...zip, timeout: 900 }],
      rejects: [
        { ...zip, timeout: 901 },
        { ...zip, timeout: 0 },
      ],
    },
    "aws.lambda.function.ephemeral-storage": {
      type: LAMBDA_FUNCTION,
      require: { "ephemeralStorage.size": { min: 512, max: 10240 } },
      must: "The ephemeral storage of a function must be 512 to 10240 MB.",
      source: `${API}/API_EphemeralStorage.html`,
      accepts: [{ ...zip, ephemeralStorage: { size: 512 } }],
      rejects: [{ ...zip, ephemeralStorage: { size: 10 } }],
    },
    "aws.lambda.function.vpc-subnets-and-groups": {
      type: LAMBDA_FUNCTION,
      require: { allOrNone: ["vpcConfig.subnetIds", "vpcConfig.securityGroupIds"] },
      must: "A function in a VPC requires `vpcConfig.subnetIds` and `vpcConfig.securityGroupIds`.",
      source: `${API}/API_VpcConfig.html`,
      accepts: [
        { ...zip, ...vpc },
        { ...zip, vpcConfig: { subnetIds: [], securityGroupIds: [] } },
      ],
      rejects: [{ ...zip, vpcConfig: { subnetIds: ["subnet-0a"], securityGroupIds: [] } }],
    },
    "aws.lambda.function.file-system-needs-vpc": {
      type: LAMBDA_FUNCTION,
      when: { fileSystemConfig: { present: true } },
      require: { "vpcConfig.subnetIds": { present: true } },
      must: "A function mounts a file system through its VPC: set `vpcConfig`.",
      source: `${GUIDE}/configuration-filesystem.html`,
      accepts: [{ ...zip, ...vpc, ...fileSystem("/mnt/data") }],
      rejects: [{ ...zip, ...fileSystem("/mnt/data") }],
    },
    "aws.lambda.function.file-system-path": {
      type: LAMBDA_FUNCTION,
      require: { "fileSystemConfig.localMountPath": { matches: /^\/mnt\/[\w.-]+$/ } },
      must: 'A file system must be mounted at a path such as "/mnt/data".',
      source: `${API}/API_FileSystemConfig.html`,
      accepts: [{ ...zip, ...vpc, ...fileSystem("/mnt/data") }],
      rejects: [{ ...zip, ...vpc, ...fileSystem("/data") }],
    },
    "aws.lambda.function.layer-count": {
      type: LAMBDA_FUNCTION,
      require: { layers: { maxItems: 5 } },
      must: "A function must have at most 5 layers.",
      source: `${GUIDE}/chapter-layers.html`,
      accepts: [
        { ...zip, layers: [1, 2, 3, 4, 5].map((n) => `arn:aws:lambda:us-east-1:111122223333:layer:l${String(n)}:1`) },
      ],
      rejects: [
        {
          ...zip,
          layers: [1, 2, 3, 4, 5, 6].map((n) => `arn:aws:lambda:us-east-1:111122223333:layer:l${String(n)}:1`),
        },
      ],
    },
    "aws.lambda.function.snap-start-storage": {
      type: LAMBDA_FUNCTION,
      when: { "snapStart.applyOn": "PublishedVersions" },
      require: { fileSystemConfig: { present: false }, "ephemeralStorage.size": { max: 512 } },
      must: "SnapStart requires functions without a file system and with 512 MB of ephemeral storage.",
      source: `${GUIDE}/snapstart.html`,
      accepts: [
        { ...zip, runtime: "java21", snapStart: { applyOn: "PublishedVersions" }, ephemeralStorage: { size: 512 } },
        { ...zip, snapStart: { applyOn: "None" }, ephemeralStorage: { size: 1024 } },
      ],
      rejects: [
        { ...zip, runtime: "java21", snapStart: { applyOn: "PublishedVersions" }, ephemeralStorage: { size: 1024 } },
        { ...zip, ...vpc, ...fileSystem("/mnt/data"), runtime: "java21", snapStart: { applyOn: "PublishedVersions" } },
      ],
    },
    "aws.lambda.function.log-level-format": {
      type: LAMBDA_FUNCTION,
      when: [
        { "loggingConfig.applicationLogLevel": { present: true } },
        { "loggingConfig.systemLogLevel": { present: true } },
      ],
      require: { "loggingConfig.logFormat": "JSON" },
      must: 'Log levels are for logs in JSON: set `loggingConfig: { logFormat: "JSON" }`.',
      source: `${API}/API_LoggingConfig.html`,
      accepts: [
        { ...zip, loggingConfig: { logFormat: "JSON", applicationLogLevel: "INFO" } },
        { ...zip, loggingConfig: { logFormat: "Text" } },
      ],
      rejects: [{ ...zip, loggingConfig: { logFormat: "Text", applicationLogLevel: "INFO" } }],
    },
    "aws.lambda.function.key-arn": {
      type: LAMBDA_FUNCTION,
      require: { kmsKeyArn: { matches: /^arn:[\w-]+:kms:/ } },
      must: "`kmsKeyArn` must take the ARN of a key, not its id or alias.",
      source: CREATE_FUNCTION,
      accepts: [{ ...zip, kmsKeyArn: "arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/0123" }],
      rejects: [
        { ...zip, kmsKeyArn: "12345678-1234-1234-1234-123456789012" },
        { ...zip, kmsKeyArn: "alias/shop" },
      ],
    },
    "aws.lambda.function.dead-letter-target": {
      type: LAMBDA_FUNCTION,
      require: { "deadLetterConfig.targetArn": { matches: /^arn:[\w-]+:(?:sqs|sns):/ } },
      must: "Failed events go to a queue or a topic, named by its ARN.",
      source: `${API}/API_DeadLetterConfig.html`,
      accepts: [{ ...zip, deadLetterConfig: { targetArn: "arn:aws:sns:us-east-1:111122223333:failed" } }],
      rejects: [
        { ...zip, deadLetterConfig: { targetArn: "https://sqs.us-east-1.amazonaws.com/111122223333/failed" } },
        { ...zip, deadLetterConfig: { targetArn: "arn:aws:lambda:us-east-1:111122223333:function:failed" } },
      ],
    },
    "aws.lambda.event-source-mapping.starting-position": {
      type: LAMBDA_EVENT_SOURCE_MAPPING,
      when: { eventSourceArn: { matches: /^arn:[\w-]+:(?:kinesis|dynamodb|kafka|rds):/ } },
      require: { startingPosition: { present: true } },
      must: 'A stream is read from a position: set `startingPosition: "LATEST"` or "TRIM_HORIZON".',
      source: CREATE_MAPPING,
      accepts: [kinesis, dynamodb, kafka, sqs],
      rejects: [
        { ...kinesis, startingPosition: "" },
        { ...dynamodb, startingPosition: "" },
      ],
    },
    "aws.lambda.event-source-mapping.queue-without-stream-settings": {
      type: LAMBDA_EVENT_SOURCE_MAPPING,
      when: { eventSourceArn: { matches: /^arn:[\w-]+:sqs:/ } },
      require: {
        startingPosition: { present: false },
        startingPositionTimestamp: { present: false },
        bisectBatchOnFunctionError: { not: true },
        destinationConfig: { present: false },
        maximumRecordAgeInSeconds: { present: false },
        maximumRetryAttempts: { present: false },
        parallelizationFactor: { present: false },
        tumblingWindowInSeconds: { present: false },
        topics: { present: false },
      },
      must: "This is for streams alone: a queue has its own retries and its own dead letters.",
      source: CREATE_MAPPING,
      accepts: [
        { ...sqs, batchSize: 10 },
        { ...kinesis, parallelizationFactor: 2, maximumRetryAttempts: 3 },
      ],
      rejects: [
        { ...sqs, startingPosition: "LATEST" },
        { ...sqs, maximumRetryAttempts: 3 },
        { ...sqs, parallelizationFactor: 2 },
      ],
    },
    "aws.lambda.event-source-mapping.fifo-batch-size": {
      type: LAMBDA_EVENT_SOURCE_MAPPING,
      when: { eventSourceArn: { matches: /^arn:[\w-]+:sqs:.*\.fifo$/ } },
      require: { batchSize: { max: 10 } },
      must: "A batch from a FIFO queue must have at most 10 messages.",
      source: CREATE_MAPPING,
      accepts: [
        { ...fifo, batchSize: 10 },
        { ...sqs, batchSize: 100, maximumBatchingWindowInSeconds: 1 },
      ],
      rejects: [{ ...fifo, batchSize: 100 }],
    },
    "aws.lambda.event-source-mapping.fifo-window": {
      type: LAMBDA_EVENT_SOURCE_MAPPING,
      when: { eventSourceArn: { matches: /^arn:[\w-]+:sqs:.*\.fifo$/ } },
      require: { maximumBatchingWindowInSeconds: { max: 0 } },
      must: "FIFO queues have no batching window: leave out `maximumBatchingWindowInSeconds`.",
      source: CREATE_MAPPING,
      accepts: [fifo, { ...sqs, maximumBatchingWindowInSeconds: 30 }],
      rejects: [{ ...fifo, maximumBatchingWindowInSeconds: 30 }],
    },
    "aws.lambda.event-source-mapping.queue-batch-window": {
      type: LAMBDA_EVENT_SOURCE_MAPPING,
      when: { eventSourceArn: { matches: /^arn:[\w-]+:sqs:/, not: { endsWith: ".fifo" } }, batchSize: { above: 10 } },
      defaults: { maximumBatchingWindowInSeconds: 0 },
      require: { maximumBatchingWindowInSeconds: { min: 1 } },
      must: "A batch of more than 10 messages requires `maximumBatchingWindowInSeconds` of at least 1.",
      source: CREATE_MAPPING,
      accepts: [
        { ...sqs, batchSize: 100, maximumBatchingWindowInSeconds: 5 },
        { ...sqs, batchSize: 10 },
        { ...kinesis, batchSize: 100 },
      ],
      rejects: [
        { ...sqs, batchSize: 100 },
        { ...sqs, batchSize: 100, maximumBatchingWindowInSeconds: 0 },
      ],
    },
    "aws.lambda.event-source-mapping.timestamp": {
      type: LAMBDA_EVENT_SOURCE_MAPPING,
      when: { startingPosition: "AT_TIMESTAMP" },
      require: { startingPositionTimestamp: { present: true } },
      must: 'The position "AT_TIMESTAMP" requires `startingPositionTimestamp`.',
      source: CREATE_MAPPING,
      accepts: [{ ...kinesis, startingPosition: "AT_TIMESTAMP", startingPositionTimestamp: "2026-11-01T00:00:00Z" }],
      rejects: [{ ...kinesis, startingPosition: "AT_TIMESTAMP" }],
    },
    "aws.lambda.event-source-mapping.dynamodb-position": {
      type: LAMBDA_EVENT_SOURCE_MAPPING,
      when: { eventSourceArn: { matches: /^arn:[\w-]+:dynamodb:/ } },
      require: { startingPosition: { not: "AT_TIMESTAMP" } },
      must: 'The stream of a table must be read from "LATEST" or "TRIM_HORIZON".',
      source: CREATE_MAPPING,
      accepts: [
        dynamodb,
        { ...kinesis, startingPosition: "AT_TIMESTAMP", startingPositionTimestamp: "2026-11-01T00:00:00Z" },
      ],
      rejects: [{ ...dynamodb, startingPosition: "AT_TIMESTAMP", startingPositionTimestamp: "2026-11-01T00:00:00Z" }],
    },
    "aws.lambda.event-source-mapping.stream-numbers": {
      type: LAMBDA_EVENT_SOURCE_MAPPING,
      require: {
        parallelizationFactor: { min: 1, max: 10 },
        maximumRetryAttempts: { min: -1, max: 10000 },
        maximumRecordAgeInSeconds: { anyOf: [-1, { min: 60, max: 604800 }] },
        tumblingWindowInSeconds: { min: 0, max: 900 },
        maximumBatchingWindowInSeconds: { min: 0, max: 300 },
        batchSize: { min: 1, max: 10000 },
      },
      must: "Lambda accepts `batchSize` 1 to 10000, `parallelizationFactor` 1 to 10, `maximumRetryAttempts` up to 10000, `maximumRecordAgeInSeconds` 60 to 604800, and windows of 300 (batching) and 900 (tumbling) seconds.",
      source: CREATE_MAPPING,
      accepts: [
        {
          ...kinesis,
          parallelizationFactor: 10,
          maximumRetryAttempts: -1,
          maximumRecordAgeInSeconds: -1,
          tumblingWindowInSeconds: 900,
        },
      ],
      rejects: [
        { ...kinesis, parallelizationFactor: 20 },
        { ...kinesis, maximumRecordAgeInSeconds: 30 },
        { ...kinesis, batchSize: 20000 },
      ],
    },
    "aws.lambda.event-source-mapping.maximum-concurrency": {
      type: LAMBDA_EVENT_SOURCE_MAPPING,
      require: { "scalingConfig.maximumConcurrency": { min: 2, max: 1000 } },
      must: "The concurrency of a mapping must be 2 to 1000.",
      source: `${API}/API_ScalingConfig.html`,
      accepts: [{ ...sqs, scalingConfig: { maximumConcurrency: 2 } }],
      rejects: [{ ...sqs, scalingConfig: { maximumConcurrency: 1 } }],
    },
    "aws.lambda.event-source-mapping.one-source": {
      type: LAMBDA_EVENT_SOURCE_MAPPING,
      require: { exactlyOne: ["eventSourceArn", "selfManagedEventSource"] },
      must: "A mapping reads from `eventSourceArn` or `selfManagedEventSource`: set one of the two.",
      source: CREATE_MAPPING,
      accepts: [sqs],
      rejects: [{ functionName: "shop" }],
    },
    "aws.lambda.event-source-mapping.kafka-topics": {
      type: LAMBDA_EVENT_SOURCE_MAPPING,
      when: { eventSourceArn: { matches: /^arn:[\w-]+:kafka:/ } },
      require: { topics: { present: true } },
      must: "A mapping for Kafka requires `topics`.",
      source: CREATE_MAPPING,
      accepts: [kafka],
      rejects: [{ ...kafka, topics: [] }],
    },
    "aws.lambda.event-source-mapping.broker-queues": {
      type: LAMBDA_EVENT_SOURCE_MAPPING,
      when: { eventSourceArn: { matches: /^arn:[\w-]+:mq:/ } },
      require: { queues: { present: true, maxItems: 1 }, sourceAccessConfigurations: { present: true } },
      must: "A mapping for a broker requires one queue in `queues`, and the broker's credentials in `sourceAccessConfigurations`.",
      source: CREATE_MAPPING,
      accepts: [
        {
          functionName: "shop",
          eventSourceArn: "arn:aws:mq:us-east-1:111122223333:broker:orders:b-0123",
          queues: ["orders"],
          sourceAccessConfigurations: [{ type: "BASIC_AUTH", uri: "arn:aws:secretsmanager:x" }],
        },
      ],
      rejects: [
        {
          functionName: "shop",
          eventSourceArn: "arn:aws:mq:us-east-1:111122223333:broker:orders:b-0123",
          queues: ["orders"],
        },
      ],
    },
    "aws.lambda.event-source-mapping.filter-count": {
      type: LAMBDA_EVENT_SOURCE_MAPPING,
      require: { "filterCriteria.filters": { maxItems: 10 } },
      must: "A mapping must have at most 10 filters.",
      source: `${GUIDE}/invocation-eventfiltering.html`,
      accepts: [{ ...sqs, filterCriteria: { filters: [{ pattern: '{"body":{"a":[1]}}' }] } }],
      rejects: [
        {
          ...sqs,
          filterCriteria: {
            filters: Array.from({ length: 11 }, (_, index) => ({ pattern: `{"body":{"a":[${String(index)}]}}` })),
          },
        },
      ],
    },
    "aws.lambda.permission.action": {
      type: LAMBDA_PERMISSION,
      require: { action: { matches: /^(?:lambda:(?:\*|[A-Za-z]+)|\*)$/ } },
      must: 'The action of a permission must be one of Lambda, such as "lambda:InvokeFunction".',
      source: `${API}/API_AddPermission.html`,
      accepts: [permission, { ...permission, action: "lambda:*" }],
      rejects: [{ ...permission, action: "InvokeFunction" }],
    },
    "aws.lambda.permission.source-account": {
      type: LAMBDA_PERMISSION,
      require: { sourceAccount: { matches: /^\d{12}$/ } },
      must: "`sourceAccount` must be the id of an account: 12 digits, as a string.",
      source: `${API}/API_AddPermission.html`,
      accepts: [{ ...permission, sourceAccount: "111122223333" }],
      rejects: [{ ...permission, sourceAccount: "1111-2222-3333" }],
    },
    "aws.lambda.permission.source-arn": {
      type: LAMBDA_PERMISSION,
      require: { sourceArn: { startsWith: "arn:" } },
      must: "`sourceArn` must take an ARN.",
      source: `${API}/API_AddPermission.html`,
      accepts: [{ ...permission, sourceArn: "arn:aws:s3:::orders" }],
      rejects: [{ ...permission, sourceArn: "orders" }],
    },
    "aws.lambda.permission.url-auth-type": {
      type: LAMBDA_PERMISSION,
      when: { functionUrlAuthType: { present: true } },
      require: { action: "lambda:InvokeFunctionUrl" },
      must: '`functionUrlAuthType` must be for the action "lambda:InvokeFunctionUrl" alone.',
      source: `${API}/API_AddPermission.html`,
      accepts: [{ function: "shop", action: "lambda:InvokeFunctionUrl", principal: "*", functionUrlAuthType: "NONE" }],
      rejects: [{ ...permission, functionUrlAuthType: "NONE" }],
    },
    "aws.lambda.function-url.cors-methods": {
      type: LAMBDA_FUNCTION_URL,
      require: { "cors.allowMethods": { every: { maxLength: 6 } } },
      must: 'The methods of CORS must be "GET", "PUT", "HEAD", "POST", "PATCH", "DELETE" or "*": OPTIONS is always answered.',
      source: `${API}/API_Cors.html`,
      accepts: [{ ...url, cors: { allowMethods: ["DELETE", "*"] } }],
      rejects: [{ ...url, cors: { allowMethods: ["GET", "OPTIONS"] } }],
    },
    "aws.lambda.function-url.cors-age": {
      type: LAMBDA_FUNCTION_URL,
      require: { "cors.maxAge": { min: 0, max: 86400 } },
      must: "Answers of CORS must be kept for 0 to 86400 seconds.",
      source: `${API}/API_Cors.html`,
      accepts: [{ ...url, cors: { maxAge: 86400 } }],
      rejects: [{ ...url, cors: { maxAge: 100000 } }],
    },
    "aws.lambda.alias.weights-need-versions": {
      type: LAMBDA_ALIAS,
      when: { "routingConfig.additionalVersionWeights": { present: true } },
      require: { functionVersion: { not: "$LATEST" } },
      must: "An alias divides its traffic between published versions: set `functionVersion` to the number of one.",
      source: `${GUIDE}/configuring-alias-routing.html`,
      accepts: [
        { functionName: "shop", functionVersion: "2", routingConfig: { additionalVersionWeights: { "1": 0.1 } } },
        { functionName: "shop", functionVersion: "$LATEST" },
      ],
      rejects: [
        { functionName: "shop", functionVersion: "$LATEST", routingConfig: { additionalVersionWeights: { "1": 0.1 } } },
      ],
    },
    "aws.lambda.layer-version.one-source": {
      type: LAYER,
      require: { exactlyOne: ["code", "s3Bucket"] },
      must: "The content of a layer must be in `code` or in `s3Bucket`: set one of the two.",
      source: `${API}/API_PublishLayerVersion.html`,
      accepts: [{ layerName: "tools", s3Bucket: "code", s3Key: "tools.zip" }],
      rejects: [{ layerName: "tools" }],
    },
    "aws.lambda.layer-version.runtime-count": {
      type: LAYER,
      require: { compatibleRuntimes: { maxItems: 15 } },
      must: "A layer lists at most 15 runtimes.",
      source: `${API}/API_PublishLayerVersion.html`,
      accepts: [{ layerName: "tools", s3Bucket: "code", s3Key: "tools.zip", compatibleRuntimes: ["nodejs22.x"] }],
      rejects: [
        {
          layerName: "tools",
          s3Bucket: "code",
          s3Key: "tools.zip",
          compatibleRuntimes: Array.from({ length: 16 }, (_, index) => `nodejs${String(index)}.x`),
        },
      ],
    },
    "aws.lambda.function.layer-version": {
      type: "aws:lambda/function:Function",
      require: { layers: { every: { matches: /^arn:.*:layer:[^:]+:\d+$/ } } },
      ofLiterals: true,
      must: "A layer is named by the ARN of one of its versions, which ends with a number.",
      source: "https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html",
      accepts: [{ layers: ["arn:aws:lambda:us-east-1:111122223333:layer:orders:7"], s3Bucket: "x", s3Key: "y" }],
      rejects: [
        { layers: ["arn:aws:lambda:us-east-1:111122223333:layer:orders"], s3Bucket: "x", s3Key: "y" },
        { layers: ["orders"], s3Bucket: "x", s3Key: "y" },
      ],
    },
    "aws.lambda.function-event-invoke-config.event-age": {
      type: "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
      require: { maximumEventAgeInSeconds: { min: 60, max: 21600 }, maximumRetryAttempts: { min: 0, max: 2 } },
      must: "`maximumEventAgeInSeconds` must be from 60 to 21600, and `maximumRetryAttempts` from 0 to 2.",
      source: "https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html",
      accepts: [{ maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 1 }],
      rejects: [{ maximumEventAgeInSeconds: 43200 }, { maximumRetryAttempts: 5 }],
    },
    "aws.lambda.permission.principal": {
      type: LAMBDA_PERMISSION,
      require: { principal: { not: { matches: /^[a-z][a-z0-9]+$/ } } },
      must: 'A service is named in full: "s3.amazonaws.com".',
      awsError: "InvalidParameterValueException: The provided principal was invalid",
      source: "https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html",
      accepts: [
        {
          function: "x",
          action: "lambda:InvokeFunction",
          principal: "events.amazonaws.com",
          sourceArn: "arn:aws:events:us-east-1:111122223333:rule/x",
        },
      ],
      rejects: [{ function: "x", action: "lambda:InvokeFunction", principal: "s3" }],
    },
    "aws.lambda.function.image-registry": {
      type: LAMBDA_FUNCTION,
      // What is certainly of another registry, or has none.
      require: {
        imageUri: {
          not: {
            matches:
              /^(?:(?:docker\.io|ghcr\.io|quay\.io|public\.ecr\.aws|gcr\.io|mcr\.microsoft\.com)\/.*|[a-z0-9][\w-]*(?:\/[\w.-]+)?:[\w.-]+)$/,
          },
        },
      },
      ofLiterals: true,
      must: "The image of a function must be in a private repository of ECR.",
      awsError: "InvalidParameterValueException: Source image shop:1 is not valid",
      source: "https://docs.aws.amazon.com/lambda/latest/dg/images-create.html",
      accepts: [
        { packageType: "Image", imageUri: "111122223333.dkr.ecr.us-east-1.amazonaws.com/shop:1" },
        { packageType: "Image", imageUri: "111122223333.dkr-ecr.us-east-1.on.aws/shop@sha256:0a" },
      ],
      rejects: [
        { packageType: "Image", imageUri: "public.ecr.aws/lambda/nodejs:22" },
        { packageType: "Image", imageUri: "shop:1" },
      ],
    },
    "aws.lambda.function.group-ids": {
      type: LAMBDA_FUNCTION,
      require: {
        "vpcConfig.securityGroupIds": GROUP_IDS,
        "vpcConfig.subnetIds": { every: { not: { matches: /^(?:[a-z]+|arn:.*|sg-.*|vpc-.*)$/ } } },
      },
      ofLiterals: true,
      must: 'Groups and subnets are named by their ids: "sg-…" and "subnet-…".',
      source: "https://docs.aws.amazon.com/lambda/latest/api/API_VpcConfig.html",
      accepts: [
        {
          role: "arn:aws:iam::111122223333:role/x",
          packageType: "Image",
          imageUri: "111122223333.dkr.ecr.us-east-1.amazonaws.com/shop:1",
          vpcConfig: { securityGroupIds: ["sg-1"], subnetIds: ["subnet-1"] },
        },
      ],
      rejects: [
        {
          role: "arn:aws:iam::111122223333:role/x",
          packageType: "Image",
          imageUri: "111122223333.dkr.ecr.us-east-1.amazonaws.com/shop:1",
          vpcConfig: { securityGroupIds: ["orders"], subnetIds: ["subnet-1"] },
        },
      ],
    },
    "aws.lambda.permission.statement": {
      type: LAMBDA_PERMISSION,
      require: { statementId: { maxLength: 100, matches: /^[a-zA-Z0-9_-]+$/ } },
      must: "A statement id has at most 100 letters, digits, underscores and hyphens.",
      source: "https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html",
      accepts: [
        {
          action: "lambda:InvokeFunction",
          function: "orders",
          principal: "events.amazonaws.com",
          statementId: "events",
        },
      ],
      rejects: [
        {
          action: "lambda:InvokeFunction",
          function: "orders",
          principal: "events.amazonaws.com",
          statementId: "events.orders",
        },
        { action: "lambda:InvokeFunction", function: "orders", principal: "events.amazonaws.com", statementId: "a b" },
      ],
    },
    "aws.lambda.permission.organization": {
      type: LAMBDA_PERMISSION,
      require: { principalOrgId: { matches: /^o-[a-z0-9]{10,32}$/ } },
      must: 'An organization\'s id begins with "o-".',
      source: "https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html",
      accepts: [
        { action: "lambda:InvokeFunction", function: "orders", principal: "*", principalOrgId: "o-a1b2c3d4e5" },
      ],
      rejects: [
        { action: "lambda:InvokeFunction", function: "orders", principal: "*", principalOrgId: "a1b2c3d4e5" },
        { action: "lambda:InvokeFunction", function: "orders", principal: "*", principalOrgId: "111122223333" },
      ],
    },
    "aws.lambda.permission.source-of-bucket": {
      type: LAMBDA_PERMISSION,
      when: { principal: "s3.amazonaws.com" },
      require: { sourceArn: { matches: /^arn:[^:]+:s3:/ } },
      must: "The source of S3 is the ARN of a bucket, such as arn:aws:s3:::orders.",
      source: "https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html",
      level: "advisory",
      accepts: [
        {
          action: "lambda:InvokeFunction",
          function: "orders",
          principal: "s3.amazonaws.com",
          sourceArn: "arn:aws:s3:::orders",
          sourceAccount: "111122223333",
        },
      ],
      rejects: [
        {
          action: "lambda:InvokeFunction",
          function: "orders",
          principal: "s3.amazonaws.com",
          sourceArn: "arn:aws:sqs:us-east-1:111122223333:orders",
          sourceAccount: "111122223333",
        },
      ],
    },
    "aws.lambda.function-url.authorization": {
      type: LAMBDA_FUNCTION_URL,
      require: { authorizationType: ["AWS_IAM", "NONE"] },
      must: '`authorizationType` must be "AWS_IAM" or "NONE".',
      source: "https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunctionUrlConfig.html",
      accepts: [{ authorizationType: "AWS_IAM" }],
      rejects: [{ authorizationType: "IAM" }],
    },
    "aws.lambda.function-url.invoke-mode": {
      type: LAMBDA_FUNCTION_URL,
      require: { invokeMode: ["BUFFERED", "RESPONSE_STREAM"] },
      must: '`invokeMode` must be "BUFFERED" or "RESPONSE_STREAM".',
      source: "https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunctionUrlConfig.html",
      accepts: [{ authorizationType: "AWS_IAM", invokeMode: "BUFFERED" }],
      rejects: [{ authorizationType: "AWS_IAM", invokeMode: "STREAM" }],
    },
    "aws.lambda.function-url.qualifier": {
      type: LAMBDA_FUNCTION_URL,
      require: { qualifier: { matches: /^(?!\d+$)[0-9a-zA-Z_-]+$/ } },
      must: "`qualifier` is the name of an alias: a URL is not for a version.",
      source: "https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunctionUrlConfig.html",
      accepts: [{ authorizationType: "AWS_IAM", qualifier: "live" }],
      rejects: [
        { authorizationType: "AWS_IAM", qualifier: "$LATEST" },
        { authorizationType: "AWS_IAM", qualifier: "7" },
      ],
    },
    "aws.lambda.alias.weights": {
      type: LAMBDA_ALIAS,
      require: {
        "routingConfig.additionalVersionWeights": { everyKey: { matches: /^[0-9]+$/ }, everyValue: { min: 0, max: 1 } },
      },
      must: "Weights are by version number, each from 0 to 1.",
      source: "https://docs.aws.amazon.com/lambda/latest/api/API_AliasRoutingConfiguration.html",
      accepts: [
        {
          functionName: "orders",
          functionVersion: "1",
          name: "live",
          routingConfig: { additionalVersionWeights: { "2": 0.1 } },
        },
      ],
      rejects: [
        {
          functionName: "orders",
          functionVersion: "1",
          name: "live",
          routingConfig: { additionalVersionWeights: { "2": 10 } },
        },
        {
          functionName: "orders",
          functionVersion: "1",
          name: "live",
          routingConfig: { additionalVersionWeights: { live: 0.1 } },
        },
      ],
    },
    "aws.lambda.event-source-mapping.access-type": {
      type: LAMBDA_EVENT_SOURCE_MAPPING,
      each: "sourceAccessConfigurations",
      require: {
        type: [
          "BASIC_AUTH",
          "VPC_SUBNET",
          "VPC_SECURITY_GROUP",
          "SASL_SCRAM_512_AUTH",
          "SASL_SCRAM_256_AUTH",
          "VIRTUAL_HOST",
          "CLIENT_CERTIFICATE_TLS_AUTH",
          "SERVER_ROOT_CA_CERTIFICATE",
          "OAUTHBEARER_AUTH",
          "OAUTHBEARER_SCOPE",
          "OAUTHBEARER_AUDIENCE",
          "OAUTHBEARER_LOGICAL_CLUSTER",
          "OAUTHBEARER_IDENTITY_POOL",
          "IAM_AUTH",
          "IAM_OAUTHBEARER_AUTH",
        ],
      },
      must: "The type must be one that Lambda has, such as `BASIC_AUTH` or `SASL_SCRAM_512_AUTH`.",
      source: "https://docs.aws.amazon.com/lambda/latest/api/API_SourceAccessConfiguration.html",
      accepts: [
        {
          functionName: "orders",
          startingPosition: "LATEST",
          topics: ["orders"],
          selfManagedEventSource: { endpoints: { KAFKA_BOOTSTRAP_SERVERS: "a:9092" } },
          sourceAccessConfigurations: [
            { uri: "arn:aws:secretsmanager:us-east-1:111122223333:secret:kafka-1", type: "BASIC_AUTH" },
            { uri: "arn:aws:secretsmanager:us-east-1:111122223333:secret:kafka-1", type: "OAUTHBEARER_AUTH" },
          ],
        },
      ],
      rejects: [
        {
          functionName: "orders",
          startingPosition: "LATEST",
          topics: ["orders"],
          selfManagedEventSource: { endpoints: { KAFKA_BOOTSTRAP_SERVERS: "a:9092" } },
          sourceAccessConfigurations: [{ uri: "subnet:subnet-1", type: "SASL_SCRAM" }],
        },
      ],
    },
    "aws.lambda.event-source-mapping.full-document": {
      type: LAMBDA_EVENT_SOURCE_MAPPING,
      require: { "documentDbEventSourceConfig.fullDocument": ["UpdateLookup", "Default"] },
      must: '`fullDocument` must be "UpdateLookup" or "Default".',
      source: "https://docs.aws.amazon.com/lambda/latest/api/API_DocumentDBEventSourceConfig.html",
      accepts: [
        {
          functionName: "orders",
          startingPosition: "LATEST",
          eventSourceArn: "arn:aws:rds:us-east-1:111122223333:cluster:orders",
          documentDbEventSourceConfig: { databaseName: "orders", fullDocument: "UpdateLookup" },
        },
      ],
      rejects: [
        {
          functionName: "orders",
          startingPosition: "LATEST",
          eventSourceArn: "arn:aws:rds:us-east-1:111122223333:cluster:orders",
          documentDbEventSourceConfig: { databaseName: "orders", fullDocument: "updateLookup" },
        },
      ],
    },
    "aws.lambda.provisioned-concurrency-config.snap-start": {
      type: "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
      refers: { functionName: LAMBDA_FUNCTION },
      require: { "functionName->snapStart.applyOn": { not: "PublishedVersions" } },
      must: "A function with SnapStart has no provisioned concurrency.",
      source: "https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html",
      accepts: [{ qualifier: "1", provisionedConcurrentExecutions: 1, functionName: { runtime: "java21" } }],
      rejects: [
        {
          qualifier: "1",
          provisionedConcurrentExecutions: 1,
          functionName: { runtime: "java21", snapStart: { applyOn: "PublishedVersions" } },
        },
      ],
    },
    "aws.lambda.function-event-invoke-config.fifo-failure": {
      type: "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
      refers: { "destinationConfig.onFailure.destination": [SQS_QUEUE, SNS_TOPIC] },
      require: { "destinationConfig.onFailure.destination->name": { not: { endsWith: ".fifo" } } },
      must: "The destination of asynchronous invocations is a standard queue or topic, not a FIFO one.",
      source: "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html",
      accepts: [{ functionName: "x", destinationConfig: { onFailure: { destination: { name: "x" } } } }],
      rejects: [
        { functionName: "x", destinationConfig: { onFailure: { destination: { name: "x.fifo", fifoQueue: true } } } },
      ],
    },
    "aws.lambda.function-event-invoke-config.fifo-success": {
      type: "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
      refers: { "destinationConfig.onSuccess.destination": [SQS_QUEUE, SNS_TOPIC] },
      require: { "destinationConfig.onSuccess.destination->name": { not: { endsWith: ".fifo" } } },
      must: "The destination of asynchronous invocations is a standard queue or topic, not a FIFO one.",
      source: "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html",
      accepts: [{ functionName: "x", destinationConfig: { onSuccess: { destination: { name: "x" } } } }],
      rejects: [
        { functionName: "x", destinationConfig: { onSuccess: { destination: { name: "x.fifo", fifoQueue: true } } } },
      ],
    },
    "aws.lambda.function.fifo-dead-letter": {
      type: LAMBDA_FUNCTION,
      refers: { "deadLetterConfig.targetArn": [SQS_QUEUE, SNS_TOPIC] },
      require: { "deadLetterConfig.targetArn->name": { not: { endsWith: ".fifo" } } },
      must: "The dead-letter queue of a function is a standard queue or topic, not a FIFO one.",
      source: "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html",
      accepts: [
        {
          role: "arn:aws:iam::111122223333:role/x",
          runtime: "nodejs22.x",
          handler: "index.handler",
          s3Bucket: "x",
          s3Key: "y",
          deadLetterConfig: { targetArn: { name: "x" } },
        },
      ],
      rejects: [
        {
          role: "arn:aws:iam::111122223333:role/x",
          runtime: "nodejs22.x",
          handler: "index.handler",
          s3Bucket: "x",
          s3Key: "y",
          deadLetterConfig: { targetArn: { name: "x.fifo", fifoQueue: true } },
        },
      ],
    },
    "aws.lambda.function.file-system-access-point": {
      type: LAMBDA_FUNCTION,
      require: { "fileSystemConfig.arn": { not: { matches: /:file-system\/[^/]+$/ } } },
      ofLiterals: true,
      must: "A function mounts an access point: set `fileSystemConfig.arn` to the ARN of one.",
      source: `${API}/API_FileSystemConfig.html`,
      accepts: [
        { ...zip, ...vpc, ...fileSystem("/mnt/data") },
        {
          ...zip,
          ...vpc,
          fileSystemConfig: {
            arn: "arn:aws:s3files:us-east-1:111122223333:file-system/fs-0a/access-point/fsap-0a",
            localMountPath: "/mnt/data",
          },
        },
      ],
      rejects: [
        {
          ...zip,
          ...vpc,
          fileSystemConfig: {
            arn: "arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-0a",
            localMountPath: "/mnt/data",
          },
        },
      ],
    },
    "aws.lambda.function.file-system-itself": {
      type: LAMBDA_FUNCTION,
      refers: { "fileSystemConfig.arn": EFS_FILE_SYSTEM },
      require: { "fileSystemConfig.arn": { present: false } },
      must: "A function mounts an access point, not the file system: set `fileSystemConfig.arn` to the ARN of an access point.",
      source: `${API}/API_FileSystemConfig.html`,
      accepts: [{ ...zip, ...vpc, ...fileSystem("/mnt/data") }],
      rejects: [{ ...zip, ...vpc, fileSystemConfig: { arn: { encrypted: true }, localMountPath: "/mnt/data" } }],
    },
    "aws.lambda.permission.latest": {
      type: LAMBDA_PERMISSION,
      require: { qualifier: { not: "$LATEST" } },
      must: "A permission is for the function, or for a published version or an alias of it: leave out `qualifier`.",
      awsError: "We currently do not support adding policies for $LATEST",
      source: `${API}/API_AddPermission.html`,
      accepts: [permission, { ...permission, qualifier: "live" }, { ...permission, qualifier: "7" }],
      rejects: [{ ...permission, qualifier: "$LATEST" }],
    },
    "aws.lambda.event-source-mapping.stream-without-queue-settings": {
      type: LAMBDA_EVENT_SOURCE_MAPPING,
      when: { eventSourceArn: { matches: /^arn:[\w-]+:(?:kinesis|dynamodb|kafka|mq|rds):/ } },
      require: { scalingConfig: { present: false } },
      must: "Only queues of SQS have `scalingConfig`: leave it out.",
      source: CREATE_MAPPING,
      accepts: [kinesis, { ...sqs, scalingConfig: { maximumConcurrency: 5 } }],
      rejects: [
        { ...kinesis, scalingConfig: { maximumConcurrency: 5 } },
        { ...kafka, scalingConfig: { maximumConcurrency: 5 } },
      ],
    },
    "aws.lambda.event-source-mapping.without-shards": {
      type: LAMBDA_EVENT_SOURCE_MAPPING,
      when: [
        { eventSourceArn: { matches: /^arn:[\w-]+:(?:kafka|mq|rds):/ } },
        { selfManagedEventSource: { present: true } },
      ],
      require: { parallelizationFactor: { present: false }, tumblingWindowInSeconds: 0 },
      must: "Only streams of Kinesis and DynamoDB have `parallelizationFactor` and `tumblingWindowInSeconds`.",
      awsError: "parameter for given event source mapping type",
      source: CREATE_MAPPING,
      accepts: [
        { ...kafka, maximumRetryAttempts: 3 },
        { ...kinesis, parallelizationFactor: 2, tumblingWindowInSeconds: 30 },
      ],
      rejects: [
        { ...kafka, parallelizationFactor: 2 },
        { ...kafka, tumblingWindowInSeconds: 30 },
      ],
    },
    "aws.lambda.layer-version.source-key": {
      type: LAYER,
      require: { allOrNone: ["s3Bucket", "s3Key"] },
      must: "A layer in a bucket must be named by `s3Bucket` and `s3Key` together.",
      source: `${API}/API_LayerVersionContentInput.html`,
      accepts: [{ layerName: "tools", s3Bucket: "code", s3Key: "tools.zip" }],
      rejects: [{ layerName: "tools", s3Bucket: "code" }],
    },
  },
} satisfies ServiceConstraints;
