import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "dax-encrypted-at-rest",
  category: "encryption",
  description: "DAX clusters must be encrypted at rest",
  severity: "medium",
  level: "only-if-required",
  why:
    "A DAX cluster keeps copies of the items of its tables on disk. Encryption can be chosen only when the " +
    "cluster is created.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html"],
  requirement: {
    types: ["aws:dax/cluster:Cluster"],
    property: "serverSideEncryption.enabled",
    must: { equals: true },
    whenAbsent: false,
    consequence: "The items that the cluster caches are written to disk in plain text.",
    fix: true,
    fixWhenNew: true,
    example: { clusterName: "orders", iamRoleArn: "${role.arn}", nodeType: "dax.t3.small", replicationFactor: 3 },
  },
});
