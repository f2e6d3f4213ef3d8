import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "msk-encrypted-in-cluster",
  category: "encryption",
  description: "MSK clusters must encrypt the traffic among their brokers",
  severity: "medium",
  level: "only-if-required",
  why:
    "Brokers copy every record to each other. Without TLS all data of the cluster crosses the network in plain " +
    "text. It cannot be changed once the cluster exists.",
  references: ["https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html"],
  requirement: {
    types: ["aws:msk/cluster:Cluster"],
    property: "encryptionInfo.encryptionInTransit.inCluster",
    must: { equals: true },
    whenAbsent: true,
    consequence: "Brokers copy records to each other in plain text.",
    fix: true,
    fixWhenNew: true,
    example: {
      kafkaVersion: "3.9.x",
      numberOfBrokerNodes: 3,
      brokerNodeGroupInfo: {
        instanceType: "kafka.m7g.large",
        clientSubnets: ["subnet-0a1b2c3d"],
        securityGroups: ["sg-0a1b2c3d"],
      },
    },
  },
});
