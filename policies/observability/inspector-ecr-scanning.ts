import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "inspector-ecr-scanning",
  category: "observability",
  description: "Amazon Inspector must scan images in ECR",
  severity: "high",
  level: "only-if-required",
  why: "Inspector reports known vulnerabilities in what it scans. Where it is switched on without images in ECR, those keep theirs unseen.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/inspector-controls.html"],
  requirement: {
    types: ["aws:inspector2/enabler:Enabler"],
    property: "resourceTypes",
    must: { containsAll: ["ECR"] },
    consequence: "Inspector does not scan images in ECR.",
    instead: 'Add "ECR" to `resourceTypes`.',
    example: { accountIds: ["464738291005"], resourceTypes: ["CODE_REPOSITORY"] },
  },
});
