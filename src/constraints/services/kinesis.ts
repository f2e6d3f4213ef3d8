import { KINESIS_FIREHOSE_DELIVERY_STREAM, KINESIS_STREAM } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";

const CREATE = "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html";
const PARTITIONS = "https://docs.aws.amazon.com/firehose/latest/dev/dynamic-partitioning.html";
const PREFIXES = "https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html";
const HINTS = "https://docs.aws.amazon.com/firehose/latest/APIReference/API_BufferingHints.html";
const on = { dynamicPartitioningConfiguration: { enabled: true }, bufferingSize: 64, errorOutputPrefix: "errors/" };

const DELIVERY = "https://docs.aws.amazon.com/firehose/latest/APIReference";
const delivered = (more: object): Record<string, unknown> => ({
  destination: "extended_s3",
  extendedS3Configuration: { bucketArn: "arn:aws:s3:::x", roleArn: "x", ...more },
});

export default {
  date: "2026-11-30",
  constraints: {
    "aws.kinesis.stream.on-demand-shards": {
      type: KINESIS_STREAM,
      when: { "streamModeDetails.streamMode": "ON_DEMAND" },
      require: { shardCount: { max: 0 } },
      must: "A stream on demand has no shards of its own: leave out `shardCount`.",
      source: CREATE,
      accepts: [
        { shardCount: 0, streamModeDetails: { streamMode: "ON_DEMAND" } },
        { streamModeDetails: { streamMode: "ON_DEMAND" } },
        { shardCount: 2 },
        { shardCount: 2, streamModeDetails: { streamMode: "PROVISIONED" } },
      ],
      rejects: [{ shardCount: 2, streamModeDetails: { streamMode: "ON_DEMAND" } }],
    },
    "aws.kinesis.stream.provisioned-shards": {
      type: KINESIS_STREAM,
      when: { "streamModeDetails.streamMode": "PROVISIONED" },
      defaults: { "streamModeDetails.streamMode": "PROVISIONED" },
      require: { shardCount: { present: true, min: 1 } },
      must: "A provisioned stream requires `shardCount`.",
      source: CREATE,
      accepts: [{ shardCount: 1 }, { streamModeDetails: { streamMode: "ON_DEMAND" } }],
      rejects: [{ streamModeDetails: { streamMode: "PROVISIONED" } }, {}],
    },
    "aws.kinesis.stream.encryption-key": {
      type: KINESIS_STREAM,
      when: { encryptionType: "KMS" },
      require: { kmsKeyId: { present: true } },
      must: "Encryption requires `kmsKeyId`, for example alias/aws/kinesis.",
      source: "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_StartStreamEncryption.html",
      accepts: [
        { shardCount: 1, encryptionType: "KMS", kmsKeyId: "alias/aws/kinesis" },
        { shardCount: 1, encryptionType: "NONE" },
      ],
      rejects: [{ shardCount: 1, encryptionType: "KMS" }],
    },
    "aws.kinesis.stream.retention": {
      type: KINESIS_STREAM,
      require: { retentionPeriod: { min: 24, max: 8760 } },
      must: "`retentionPeriod` must be from 24 to 8760 hours.",
      source: "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_IncreaseStreamRetentionPeriod.html",
      accepts: [{ shardCount: 1, retentionPeriod: 168 }],
      rejects: [
        { shardCount: 1, retentionPeriod: 7 },
        { shardCount: 1, retentionPeriod: 9000 },
      ],
    },
    "aws.kinesis.firehose-delivery-stream.partition-buffer": {
      type: KINESIS_FIREHOSE_DELIVERY_STREAM,
      when: { "extendedS3Configuration.dynamicPartitioningConfiguration.enabled": true },
      defaults: { "extendedS3Configuration.bufferingSize": 5 },
      require: { "extendedS3Configuration.bufferingSize": { min: 64 } },
      must: "Partitions require `extendedS3Configuration.bufferingSize` of at least 64.",
      source: PARTITIONS,
      accepts: [{ extendedS3Configuration: on }, { extendedS3Configuration: { bufferingSize: 5 } }],
      rejects: [
        { extendedS3Configuration: { ...on, bufferingSize: 5 } },
        { extendedS3Configuration: { ...on, bufferingSize: undefined } },
      ],
    },
    "aws.kinesis.firehose-delivery-stream.partition-prefix": {
      type: KINESIS_FIREHOSE_DELIVERY_STREAM,
      when: { "extendedS3Configuration.prefix": { matches: /!\{partitionKeyFrom/ } },
      defaults: { "extendedS3Configuration.dynamicPartitioningConfiguration.enabled": false },
      require: { "extendedS3Configuration.dynamicPartitioningConfiguration.enabled": true },
      must: "Keys of partitions in a prefix require `extendedS3Configuration.dynamicPartitioningConfiguration.enabled: true`.",
      awsError:
        "Dynamic Partitioning Namespaces can only be part of a prefix expression when Dynamic Partitioning is enabled",
      source: PARTITIONS,
      accepts: [{ extendedS3Configuration: { ...on, prefix: "orders/!{partitionKeyFromQuery:customer}/" } }],
      rejects: [
        {
          extendedS3Configuration: {
            prefix: "orders/!{partitionKeyFromQuery:customer}/",
            errorOutputPrefix: "errors/",
          },
        },
      ],
    },
    "aws.kinesis.firehose-delivery-stream.error-prefix": {
      type: KINESIS_FIREHOSE_DELIVERY_STREAM,
      when: { "extendedS3Configuration.prefix": { matches: /!\{/ } },
      require: { "extendedS3Configuration.errorOutputPrefix": { present: true } },
      must: "Expressions in `extendedS3Configuration.prefix` require `extendedS3Configuration.errorOutputPrefix`.",
      source: PREFIXES,
      accepts: [
        { extendedS3Configuration: { prefix: "orders/!{timestamp:yyyy}/", errorOutputPrefix: "errors/" } },
        { extendedS3Configuration: { prefix: "orders/" } },
      ],
      rejects: [{ extendedS3Configuration: { prefix: "orders/!{timestamp:yyyy}/" } }],
    },
    "aws.kinesis.firehose-delivery-stream.buffer": {
      type: KINESIS_FIREHOSE_DELIVERY_STREAM,
      require: {
        "extendedS3Configuration.bufferingSize": { min: 1, max: 128 },
        "extendedS3Configuration.bufferingInterval": { min: 0, max: 900 },
      },
      must: "Buffers must hold 1 to 128 MB for at most 900 seconds.",
      source: HINTS,
      accepts: [{ extendedS3Configuration: { bufferingSize: 128, bufferingInterval: 0 } }],
      rejects: [
        { extendedS3Configuration: { bufferingSize: 256 } },
        { extendedS3Configuration: { bufferingInterval: 1000 } },
      ],
    },
    "aws.kinesis.firehose-delivery-stream.source-encryption": {
      type: KINESIS_FIREHOSE_DELIVERY_STREAM,
      when: { "kinesisSourceConfiguration.kinesisStreamArn": { present: true } },
      require: { "serverSideEncryption.enabled": { not: true } },
      must: "A delivery stream that reads a stream has the encryption of that: leave out `serverSideEncryption`.",
      source: "https://docs.aws.amazon.com/firehose/latest/APIReference/API_StartDeliveryStreamEncryption.html",
      accepts: [
        { kinesisSourceConfiguration: { kinesisStreamArn: "x", roleArn: "y" } },
        { serverSideEncryption: { enabled: true } },
      ],
      rejects: [
        {
          kinesisSourceConfiguration: { kinesisStreamArn: "x", roleArn: "y" },
          serverSideEncryption: { enabled: true },
        },
      ],
    },
    "aws.kinesis.firehose-delivery-stream.converted-compression": {
      type: KINESIS_FIREHOSE_DELIVERY_STREAM,
      when: {
        "extendedS3Configuration.dataFormatConversionConfiguration": { present: true },
        "extendedS3Configuration.dataFormatConversionConfiguration.enabled": true,
      },
      defaults: {
        "extendedS3Configuration.dataFormatConversionConfiguration.enabled": true,
        "extendedS3Configuration.bufferingSize": 5,
      },
      require: {
        "extendedS3Configuration.compressionFormat": "UNCOMPRESSED",
        "extendedS3Configuration.bufferingSize": { min: 64 },
      },
      must: "Converted records are compressed by their format: leave out `compressionFormat`, and buffer at least 64 MB.",
      source: `${DELIVERY}/API_ExtendedS3DestinationConfiguration.html`,
      accepts: [
        delivered({
          bufferingSize: 64,
          dataFormatConversionConfiguration: {
            inputFormatConfiguration: {},
            outputFormatConfiguration: {},
            schemaConfiguration: { databaseName: "x", roleArn: "x", tableName: "x" },
          },
        }),
      ],
      rejects: [
        delivered({
          bufferingSize: 64,
          compressionFormat: "GZIP",
          dataFormatConversionConfiguration: {
            inputFormatConfiguration: {},
            outputFormatConfiguration: {},
            schemaConfiguration: { databaseName: "x", roleArn: "x", tableName: "x" },
          },
        }),
      ],
    },
    "aws.kinesis.firehose-delivery-stream.log-names": {
      type: KINESIS_FIREHOSE_DELIVERY_STREAM,
      when: { "extendedS3Configuration.cloudwatchLoggingOptions.enabled": true },
      require: {
        "extendedS3Configuration.cloudwatchLoggingOptions.logGroupName": { present: true },
        "extendedS3Configuration.cloudwatchLoggingOptions.logStreamName": { present: true },
      },
      must: "Logs require `logGroupName` and `logStreamName`.",
      source: `${DELIVERY}/API_CloudWatchLoggingOptions.html`,
      accepts: [delivered({ cloudwatchLoggingOptions: { enabled: true, logGroupName: "x", logStreamName: "x" } })],
      rejects: [delivered({ cloudwatchLoggingOptions: { enabled: true, logGroupName: "x" } })],
    },
    "aws.kinesis.firehose-delivery-stream.backup": {
      type: KINESIS_FIREHOSE_DELIVERY_STREAM,
      when: { "extendedS3Configuration.s3BackupMode": "Enabled" },
      require: { "extendedS3Configuration.s3BackupConfiguration": { present: true } },
      must: "A backup requires `s3BackupConfiguration`.",
      source: `${DELIVERY}/API_ExtendedS3DestinationConfiguration.html`,
      accepts: [
        delivered({ s3BackupMode: "Enabled", s3BackupConfiguration: { bucketArn: "arn:aws:s3:::y", roleArn: "x" } }),
      ],
      rejects: [delivered({ s3BackupMode: "Enabled" })],
    },
    "aws.kinesis.firehose-delivery-stream.key": {
      type: KINESIS_FIREHOSE_DELIVERY_STREAM,
      when: { "serverSideEncryption.keyType": "CUSTOMER_MANAGED_CMK" },
      require: { "serverSideEncryption.keyArn": { present: true } },
      must: "A key of your own requires `serverSideEncryption.keyArn`.",
      source: `${DELIVERY}/API_DeliveryStreamEncryptionConfigurationInput.html`,
      accepts: [
        { ...delivered({}), serverSideEncryption: { enabled: true, keyType: "CUSTOMER_MANAGED_CMK", keyArn: "x" } },
      ],
      rejects: [{ ...delivered({}), serverSideEncryption: { enabled: true, keyType: "CUSTOMER_MANAGED_CMK" } }],
    },
    "aws.kinesis.firehose-delivery-stream.redshift-compression": {
      type: KINESIS_FIREHOSE_DELIVERY_STREAM,
      when: { destination: "redshift" },
      require: {
        "redshiftConfiguration.s3Configuration.compressionFormat": {
          not: ["Snappy", "ZIP", "SNAPPY", "HADOOP_SNAPPY"],
        },
      },
      must: 'Redshift reads neither Snappy nor ZIP: set `compressionFormat: "GZIP"`.',
      source: `${DELIVERY}/API_RedshiftDestinationConfiguration.html`,
      accepts: [
        {
          destination: "redshift",
          redshiftConfiguration: {
            clusterJdbcurl: "x",
            dataTableName: "x",
            roleArn: "x",
            s3Configuration: { bucketArn: "x", roleArn: "x", compressionFormat: "GZIP" },
          },
        },
      ],
      rejects: [
        {
          destination: "redshift",
          redshiftConfiguration: {
            clusterJdbcurl: "x",
            dataTableName: "x",
            roleArn: "x",
            s3Configuration: { bucketArn: "x", roleArn: "x", compressionFormat: "ZIP" },
          },
        },
      ],
    },
    "aws.kinesis.firehose-delivery-stream.destination": {
      type: KINESIS_FIREHOSE_DELIVERY_STREAM,
      when: { destination: "extended_s3" },
      require: { extendedS3Configuration: { present: true } },
      must: "The destination extended_s3 requires `extendedS3Configuration`.",
      source: `${DELIVERY}/API_CreateDeliveryStream.html`,
      accepts: [delivered({})],
      rejects: [{ destination: "extended_s3" }],
    },
    "aws.kinesis.stream.metrics": {
      type: KINESIS_STREAM,
      require: {
        shardLevelMetrics: {
          every: [
            "IncomingBytes",
            "IncomingRecords",
            "OutgoingBytes",
            "OutgoingRecords",
            "WriteProvisionedThroughputExceeded",
            "ReadProvisionedThroughputExceeded",
            "IteratorAgeMilliseconds",
            "ALL",
          ],
        },
      },
      must: "A metric must be one of shards, such as IncomingBytes.",
      source: "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_EnableEnhancedMonitoring.html",
      accepts: [{ shardCount: 1, shardLevelMetrics: ["IncomingBytes"] }],
      rejects: [{ shardCount: 1, shardLevelMetrics: ["PutRecords"] }],
    },
    "aws.kinesis.stream.warm-throughput": {
      type: KINESIS_STREAM,
      when: { warmThroughputMibPs: { above: 0 } },
      defaults: { "streamModeDetails.streamMode": "PROVISIONED" },
      require: { "streamModeDetails.streamMode": "ON_DEMAND" },
      must: "Only a stream on demand has a warm throughput: leave out `warmThroughputMibPs`.",
      source: "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateStreamWarmThroughput.html",
      accepts: [
        { warmThroughputMibPs: 100, streamModeDetails: { streamMode: "ON_DEMAND" } },
        { shardCount: 1, warmThroughputMibPs: 0 },
      ],
      rejects: [{ shardCount: 2, warmThroughputMibPs: 100 }],
    },
    "aws.kinesis.firehose-delivery-stream.destination-name": {
      type: KINESIS_FIREHOSE_DELIVERY_STREAM,
      require: {
        destination: [
          "extended_s3",
          "redshift",
          "elasticsearch",
          "opensearch",
          "opensearchserverless",
          "splunk",
          "http_endpoint",
          "snowflake",
          "iceberg",
          "s3",
        ],
      },
      must: 'A destination is one such as "extended_s3", "http_endpoint" or "redshift", with the underscore in every language.',
      source: `${DELIVERY}/API_CreateDeliveryStream.html`,
      accepts: [delivered({})],
      rejects: [{ ...delivered({}), destination: "extendedS3" }],
    },
    "aws.kinesis.firehose-delivery-stream.other-destination": {
      type: KINESIS_FIREHOSE_DELIVERY_STREAM,
      require: [
        { destination: { not: ["redshift", "opensearch", "splunk", "http_endpoint", "snowflake", "iceberg"] } },
        { destination: "redshift", redshiftConfiguration: { present: true } },
        { destination: "opensearch", opensearchConfiguration: { present: true } },
        { destination: "splunk", splunkConfiguration: { present: true } },
        { destination: "http_endpoint", httpEndpointConfiguration: { present: true } },
        { destination: "snowflake", snowflakeConfiguration: { present: true } },
        { destination: "iceberg", icebergConfiguration: { present: true } },
      ],
      must: "A destination requires its own configuration, such as `httpEndpointConfiguration` for http_endpoint.",
      source: `${DELIVERY}/API_CreateDeliveryStream.html`,
      accepts: [
        delivered({}),
        {
          destination: "http_endpoint",
          httpEndpointConfiguration: {
            url: "https://collector.example.com",
            s3Configuration: { bucketArn: "x", roleArn: "x" },
          },
        },
      ],
      rejects: [{ destination: "http_endpoint" }, { ...delivered({}), destination: "splunk" }],
    },
  },
} satisfies ServiceConstraints;
