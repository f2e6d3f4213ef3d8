import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "eks-audit-logs",
  category: "observability",
  description: "EKS clusters must log what clients of the Kubernetes API do",
  severity: "medium",
  level: "only-if-required",
  why: "The audit log shows who read a secret, changed a role or started a container, and when.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html",
    "https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html",
  ],
  requirement: {
    types: ["aws:eks/cluster:Cluster"],
    property: "enabledClusterLogTypes",
    must: { containsAll: ["audit"] },
    consequence: "There is no record of who used the Kubernetes API.",
    instead: 'Add "audit" to `enabledClusterLogTypes`.',
    incorrect: ["api"],
    example: {
      roleArn: "${role.arn}",
      vpcConfig: { subnetIds: ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"] },
    },
  },
});
