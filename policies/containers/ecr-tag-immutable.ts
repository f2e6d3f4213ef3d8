import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "ecr-tag-immutable",
  category: "containers",
  description: "ECR repositories must keep tags on their images",
  severity: "medium",
  level: "only-if-required",
  why:
    "Where a tag can be moved, the image that was tested and the one that is deployed may differ, and a push can " +
    "replace what runs.",
  limits: "Public repositories, and which tags an exclusion lets move.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html",
    "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html",
  ],
  requirement: {
    types: ["aws:ecr/repository:Repository"],
    property: "imageTagMutability",
    must: { isOneOf: ["IMMUTABLE", "IMMUTABLE_WITH_EXCLUSION"] },
    whenAbsent: "MUTABLE",
    consequence: "A push can move a tag to another image.",
    fix: "IMMUTABLE",
    incorrect: "MUTABLE",
  },
});
