import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "inspector-lambda-scanning",
  category: "observability",
  description: "Amazon Inspector must scan Lambda functions",
  severity: "high",
  level: "only-if-required",
  why: "Inspector reports known vulnerabilities in what it scans. Where it is switched on without Lambda functions, those keep theirs unseen.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/inspector-controls.html"],
  requirement: {
    types: ["aws:inspector2/enabler:Enabler"],
    property: "resourceTypes",
    must: { containsAll: ["LAMBDA"] },
    consequence: "Inspector does not scan Lambda functions.",
    instead: 'Add "LAMBDA" to `resourceTypes`.',
    example: { accountIds: ["464738291005"], resourceTypes: ["CODE_REPOSITORY"] },
  },
});
