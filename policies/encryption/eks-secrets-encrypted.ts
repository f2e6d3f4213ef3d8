import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "eks-secrets-encrypted",
  category: "encryption",
  description: "EKS clusters must encrypt Kubernetes secrets with a key",
  severity: "medium",
  level: "only-if-required",
  why: "Kubernetes keeps secrets in its own store. A key of the customer decides, and records, who can decrypt them.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html",
    "https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html",
  ],
  requirement: {
    types: ["aws:eks/cluster:Cluster"],
    property: "encryptionConfig.resources",
    must: { containsAll: ["secrets"] },
    consequence: "No key of your own protects the secrets of the cluster.",
    instead: 'Set `encryptionConfig: { provider: { keyArn: key.arn }, resources: ["secrets"] }`.',
    example: {
      roleArn: "${role.arn}",
      vpcConfig: { subnetIds: ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"] },
      encryptionConfig: { provider: { keyArn: "${key.arn}" } },
    },
  },
});
