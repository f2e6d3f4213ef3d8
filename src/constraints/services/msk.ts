import { MSK_CLUSTER, SECRETSMANAGER_SECRET } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";

const CREATE = "https://docs.aws.amazon.com/msk/1.0/apireference/clusters.html";
const subnets = (count: number): Record<string, unknown> => ({ clientSubnets: ["a", "b", "c"].slice(0, count) });

export default {
  date: "2026-11-30",
  constraints: {
    "aws.msk.cluster.broker-type-prefix": {
      type: MSK_CLUSTER,
      require: { "brokerNodeGroupInfo.instanceType": { matches: /^(?:kafka|express)\./ } },
      must: 'A broker type of MSK begins with "kafka." or "express.", such as "kafka.m7g.large".',
      source: CREATE,
      accepts: [
        { brokerNodeGroupInfo: { instanceType: "kafka.m7g.large" } },
        { brokerNodeGroupInfo: { instanceType: "express.m7g.large" } },
      ],
      rejects: [{ brokerNodeGroupInfo: { instanceType: "m7g.large" } }],
    },
    "aws.msk.cluster.broker-count-two": {
      type: MSK_CLUSTER,
      when: { "brokerNodeGroupInfo.clientSubnets": { minItems: 2, maxItems: 2 } },
      require: { numberOfBrokerNodes: { multipleOf: 2 } },
      must: "The number of brokers must be a multiple of the number of client subnets.",
      source: CREATE,
      accepts: [
        { numberOfBrokerNodes: 4, brokerNodeGroupInfo: subnets(2) },
        { numberOfBrokerNodes: 3, brokerNodeGroupInfo: subnets(3) },
      ],
      rejects: [{ numberOfBrokerNodes: 3, brokerNodeGroupInfo: subnets(2) }],
    },
    "aws.msk.cluster.broker-count": {
      type: MSK_CLUSTER,
      when: { "brokerNodeGroupInfo.clientSubnets": { minItems: 3, maxItems: 3 } },
      require: { numberOfBrokerNodes: { multipleOf: 3 } },
      must: "The number of brokers must be a multiple of the number of client subnets.",
      source: CREATE,
      accepts: [
        { numberOfBrokerNodes: 6, brokerNodeGroupInfo: subnets(3) },
        { numberOfBrokerNodes: 4, brokerNodeGroupInfo: subnets(2) },
      ],
      rejects: [{ numberOfBrokerNodes: 4, brokerNodeGroupInfo: subnets(3) }],
    },
    "aws.msk.cluster.subnet-count": {
      type: MSK_CLUSTER,
      require: { "brokerNodeGroupInfo.clientSubnets": { minItems: 2, maxItems: 3 } },
      must: "A cluster must be in two or three subnets.",
      source: CREATE,
      accepts: [{ numberOfBrokerNodes: 3, brokerNodeGroupInfo: subnets(3) }],
      rejects: [{ numberOfBrokerNodes: 3, brokerNodeGroupInfo: subnets(1) }],
    },
    "aws.msk.cluster.client-tls": {
      type: MSK_CLUSTER,
      when: { "clientAuthentication.tls.certificateAuthorityArns": { minItems: 1 } },
      require: { "encryptionInfo.encryptionInTransit.clientBroker": ["TLS", "TLS_PLAINTEXT"] },
      must: 'Certificates of clients require TLS: set `encryptionInfo.encryptionInTransit.clientBroker: "TLS"`.',
      source: "https://docs.aws.amazon.com/msk/latest/developerguide/msk-authentication.html",
      accepts: [
        {
          clientAuthentication: { tls: { certificateAuthorityArns: ["x"] } },
          encryptionInfo: { encryptionInTransit: { clientBroker: "TLS" } },
        },
      ],
      rejects: [
        {
          clientAuthentication: { tls: { certificateAuthorityArns: ["x"] } },
          encryptionInfo: { encryptionInTransit: { clientBroker: "PLAINTEXT" } },
        },
      ],
    },
    "aws.msk.cluster.client-sasl": {
      type: MSK_CLUSTER,
      when: [{ "clientAuthentication.sasl.iam": true }, { "clientAuthentication.sasl.scram": true }],
      require: { "encryptionInfo.encryptionInTransit.clientBroker": { not: "PLAINTEXT" } },
      must: 'Authentication with SASL requires TLS: set `encryptionInfo.encryptionInTransit.clientBroker: "TLS"`.',
      source: "https://docs.aws.amazon.com/msk/latest/developerguide/msk-authentication.html",
      accepts: [{ clientAuthentication: { sasl: { iam: true } } }],
      rejects: [
        {
          clientAuthentication: { sasl: { iam: true } },
          encryptionInfo: { encryptionInTransit: { clientBroker: "PLAINTEXT" } },
        },
      ],
    },
    "aws.msk.scram-secret-association.customer-key": {
      type: "aws:msk/scramSecretAssociation:ScramSecretAssociation",
      refers: { secretArnLists: SECRETSMANAGER_SECRET },
      require: { "secretArnLists->kmsKeyId": { present: true } },
      must: "Secrets of a cluster require a key of your own: `kmsKeyId`.",
      source: "https://docs.aws.amazon.com/msk/latest/developerguide/msk-password.html",
      accepts: [
        {
          clusterArn: "arn:aws:kafka:us-east-1:111122223333:cluster/x/1",
          secretArnLists: [{ name: "AmazonMSK_x", kmsKeyId: "alias/x" }],
        },
      ],
      rejects: [
        { clusterArn: "arn:aws:kafka:us-east-1:111122223333:cluster/x/1", secretArnLists: [{ name: "AmazonMSK_x" }] },
      ],
    },
    "aws.msk.scram-secret-association.secret-name": {
      type: "aws:msk/scramSecretAssociation:ScramSecretAssociation",
      refers: { secretArnLists: SECRETSMANAGER_SECRET },
      require: { "secretArnLists->name": { startsWith: "AmazonMSK_" } },
      must: "The name of a secret of a cluster begins with AmazonMSK_.",
      source: "https://docs.aws.amazon.com/msk/latest/developerguide/msk-password.html",
      accepts: [
        {
          clusterArn: "arn:aws:kafka:us-east-1:111122223333:cluster/x/1",
          secretArnLists: [{ name: "AmazonMSK_x", kmsKeyId: "alias/x" }],
        },
      ],
      rejects: [
        {
          clusterArn: "arn:aws:kafka:us-east-1:111122223333:cluster/x/1",
          secretArnLists: [{ name: "x", kmsKeyId: "alias/x" }],
        },
      ],
    },
  },
} satisfies ServiceConstraints;
