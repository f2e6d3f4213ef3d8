import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "ecr-lifecycle-policy",
  category: "containers",
  description: "ECR repositories must have a lifecycle policy",
  severity: "medium",
  level: "only-if-required",
  why:
    "Without one, every image that was ever pushed is kept and paid for, old ones with known vulnerabilities " +
    "included.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html",
    "https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html",
  ],
  requirement: {
    types: ["aws:ecr/repository:Repository"],
    companions: [{ types: ["aws:ecr/lifecyclePolicy:LifecyclePolicy"], by: "repository" }],
    consequence: "The repository keeps every image that was ever pushed.",
    companionExample: {
      policy:
        '{"rules":[{"rulePriority":1,"selection":{"tagStatus":"untagged","countType":"sinceImagePushed","countUnit":"days","countNumber":14},"action":{"type":"expire"}}]}',
    },
  },
});
