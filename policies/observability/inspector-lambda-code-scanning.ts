import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "inspector-lambda-code-scanning",
  category: "observability",
  description: "Amazon Inspector must scan the code of Lambda functions",
  severity: "high",
  level: "only-if-required",
  why: "Inspector reports known vulnerabilities in what it scans. Where it is switched on without the code of Lambda functions, those keep theirs unseen.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/inspector-controls.html"],
  requirement: {
    types: ["aws:inspector2/enabler:Enabler"],
    property: "resourceTypes",
    must: { containsAll: ["LAMBDA_CODE"] },
    consequence: "Inspector does not scan the code of Lambda functions.",
    instead: 'Add "LAMBDA_CODE" to `resourceTypes`.',
    example: { accountIds: ["464738291005"], resourceTypes: ["CODE_REPOSITORY"] },
  },
});
