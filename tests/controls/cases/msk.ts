import type { ControlCase } from "./case";

export default [
  {
    control: "MSK.1",
    rule: "msk-encrypted-in-cluster",
    type: "aws:msk/cluster:Cluster",
    violating: {
      kafkaVersion: "3.9.x",
      numberOfBrokerNodes: 3,
      brokerNodeGroupInfo: {
        instanceType: "kafka.m7g.large",
        clientSubnets: ["subnet-0a1b2c3d"],
        securityGroups: ["sg-0a1b2c3d"],
      },
      clientAuthentication: { sasl: { iam: true } },
      encryptionInfo: { encryptionInTransit: { inCluster: false } },
    },
    compliant: {
      kafkaVersion: "3.9.x",
      numberOfBrokerNodes: 3,
      brokerNodeGroupInfo: {
        instanceType: "kafka.m7g.large",
        clientSubnets: ["subnet-0a1b2c3d"],
        securityGroups: ["sg-0a1b2c3d"],
      },
      clientAuthentication: { sasl: { iam: true } },
      encryptionInfo: { encryptionInTransit: { inCluster: true, clientBroker: "TLS" } },
    },
  },
  {
    control: "MSK.2",
    rule: "msk-enhanced-monitoring",
    type: "aws:msk/cluster:Cluster",
    violating: {
      kafkaVersion: "3.9.x",
      numberOfBrokerNodes: 3,
      brokerNodeGroupInfo: {
        instanceType: "kafka.m7g.large",
        clientSubnets: ["subnet-0a1b2c3d"],
        securityGroups: ["sg-0a1b2c3d"],
      },
      clientAuthentication: { sasl: { iam: true } },
      enhancedMonitoring: "PER_BROKER",
    },
    compliant: {
      kafkaVersion: "3.9.x",
      numberOfBrokerNodes: 3,
      brokerNodeGroupInfo: {
        instanceType: "kafka.m7g.large",
        clientSubnets: ["subnet-0a1b2c3d"],
        securityGroups: ["sg-0a1b2c3d"],
      },
      clientAuthentication: { sasl: { iam: true } },
      enhancedMonitoring: "PER_TOPIC_PER_PARTITION",
    },
  },
  {
    control: "MSK.3",
    rule: "mskconnect-encrypted-in-transit",
    type: "aws:mskconnect/connector:Connector",
    violating: { kafkaconnectVersion: "3.7.x", kafkaClusterEncryptionInTransit: { encryptionType: "PLAINTEXT" } },
    compliant: { kafkaconnectVersion: "3.7.x", kafkaClusterEncryptionInTransit: { encryptionType: "TLS" } },
  },
  {
    control: "MSK.5",
    rule: "mskconnect-logging",
    type: "aws:mskconnect/connector:Connector",
    violating: { kafkaconnectVersion: "3.7.x", kafkaClusterEncryptionInTransit: { encryptionType: "TLS" } },
    compliant: {
      kafkaconnectVersion: "3.7.x",
      kafkaClusterEncryptionInTransit: { encryptionType: "TLS" },
      logDelivery: { workerLogDelivery: { s3: { enabled: true, bucket: "logs-464738291005" } } },
    },
  },
  {
    control: "MSK.6",
    rule: "msk-unauthenticated-access",
    type: "aws:msk/cluster:Cluster",
    violating: {
      kafkaVersion: "3.9.x",
      numberOfBrokerNodes: 3,
      brokerNodeGroupInfo: {
        instanceType: "kafka.m7g.large",
        clientSubnets: ["subnet-0a1b2c3d"],
        securityGroups: ["sg-0a1b2c3d"],
      },
      clientAuthentication: { sasl: { iam: true }, unauthenticated: true },
    },
    compliant: {
      kafkaVersion: "3.9.x",
      numberOfBrokerNodes: 3,
      brokerNodeGroupInfo: {
        instanceType: "kafka.m7g.large",
        clientSubnets: ["subnet-0a1b2c3d"],
        securityGroups: ["sg-0a1b2c3d"],
      },
      clientAuthentication: { sasl: { iam: true } },
    },
  },
  {
    control: "MSK.6",
    rule: "msk-unauthenticated-access",
    type: "aws:msk/cluster:Cluster",
    violating: {
      kafkaVersion: "3.9.x",
      numberOfBrokerNodes: 3,
      brokerNodeGroupInfo: {
        instanceType: "kafka.m7g.large",
        clientSubnets: ["subnet-0a1b2c3d"],
        securityGroups: ["sg-0a1b2c3d"],
      },
    },
    compliant: {
      kafkaVersion: "3.9.x",
      numberOfBrokerNodes: 3,
      brokerNodeGroupInfo: {
        instanceType: "kafka.m7g.large",
        clientSubnets: ["subnet-0a1b2c3d"],
        securityGroups: ["sg-0a1b2c3d"],
      },
      clientAuthentication: { sasl: { iam: true } },
    },
    about: "without any authentication",
  },
] satisfies ControlCase[];
