import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "inspector-ec2-scanning",
  category: "observability",
  description: "Amazon Inspector must scan EC2 instances",
  severity: "high",
  level: "only-if-required",
  why: "Inspector reports known vulnerabilities in what it scans. Where it is switched on without EC2 instances, those keep theirs unseen.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/inspector-controls.html"],
  requirement: {
    types: ["aws:inspector2/enabler:Enabler"],
    property: "resourceTypes",
    must: { containsAll: ["EC2"] },
    consequence: "Inspector does not scan EC2 instances.",
    instead: 'Add "EC2" to `resourceTypes`.',
    example: { accountIds: ["464738291005"], resourceTypes: ["CODE_REPOSITORY"] },
  },
});
