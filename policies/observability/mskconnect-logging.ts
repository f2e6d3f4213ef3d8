import { defineRequirement } from "../../src/rules/requirement";

const CONNECTOR = {
  kafkaconnectVersion: "3.7.x",
  capacity: { provisionedCapacity: { workerCount: 1 } },
  connectorConfiguration: { topics: "orders" },
  kafkaCluster: {
    apacheKafkaCluster: {
      bootstrapServers: "b-1.orders:9098",
      vpc: { subnets: ["subnet-0a1b2c3d"], securityGroups: ["sg-0a1b2c3d"] },
    },
  },
  kafkaClusterClientAuthentication: { authenticationType: "IAM" },
  plugins: [
    {
      customPlugin: { arn: "arn:aws:kafkaconnect:us-east-1:464738291005:custom-plugin/debezium/0a1b2c3d", revision: 1 },
    },
  ],
  serviceExecutionRoleArn: "arn:aws:iam::464738291005:role/connector",
  kafkaClusterEncryptionInTransit: { encryptionType: "TLS" },
};

export default defineRequirement({
  id: "mskconnect-logging",
  category: "observability",
  description: "MSK connectors must write logs",
  severity: "medium",
  level: "only-if-required",
  why:
    "The log is the only place where a connector explains why it fails or what it skips. Its destination is set " +
    "when the connector is created.",
  references: ["https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect-logging.html"],
  requirement: {
    types: ["aws:mskconnect/connector:Connector"],
    property: "logDelivery.workerLogDelivery.cloudwatchLogs.enabled",
    must: { equals: true },
    whenAbsent: false,
    orElse: ["firehose", "s3"].map((destination) => ({
      property: `logDelivery.workerLogDelivery.${destination}.enabled`,
      must: { equals: true },
    })),
    consequence: "A connector that fails leaves no trace.",
    example: CONNECTOR,
  },
});
