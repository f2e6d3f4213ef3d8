import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "dax-encrypted-in-transit",
  category: "encryption",
  description: "DAX clusters must be encrypted in transit",
  severity: "medium",
  level: "only-if-required",
  why:
    "Clients send and read items of the tables over the network. Encryption can be chosen only when the cluster " +
    "is created.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html"],
  requirement: {
    types: ["aws:dax/cluster:Cluster"],
    property: "clusterEndpointEncryptionType",
    must: { equals: "TLS" },
    whenAbsent: "NONE",
    consequence: "Items pass between the cluster and its clients in plain text.",
    fix: "TLS",
    fixWhenNew: true,
    example: { clusterName: "orders", iamRoleArn: "${role.arn}", nodeType: "dax.t3.small", replicationFactor: 3 },
  },
});
