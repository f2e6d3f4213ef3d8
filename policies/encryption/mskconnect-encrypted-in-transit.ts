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
};

export default defineRequirement({
  id: "mskconnect-encrypted-in-transit",
  category: "encryption",
  description: "MSK connectors must talk to their cluster over TLS",
  severity: "medium",
  level: "only-if-required",
  why:
    "A connector reads and writes whole topics. Without TLS its records and its credentials cross the network in " +
    "plain text. It cannot be changed once the connector exists.",
  references: ["https://docs.aws.amazon.com/msk/latest/developerguide/mkc-create-connector-intro.html"],
  requirement: {
    types: ["aws:mskconnect/connector:Connector"],
    property: "kafkaClusterEncryptionInTransit.encryptionType",
    must: { equals: "TLS" },
    whenAbsent: "PLAINTEXT",
    consequence: "Records cross the network in plain text.",
    incorrect: "PLAINTEXT",
    fix: "TLS",
    fixWhenNew: true,
    example: CONNECTOR,
  },
});
