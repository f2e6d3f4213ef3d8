import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "athena-workgroup-metrics",
  category: "observability",
  description: "Athena workgroups must publish metrics of their queries",
  severity: "medium",
  level: "only-if-required",
  why: "The metrics show who scans how much, and which queries fail.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/athena-controls.html"],
  requirement: {
    types: ["aws:athena/workgroup:Workgroup"],
    property: "configuration.publishCloudwatchMetricsEnabled",
    must: { equals: true },
    whenAbsent: true,
    fix: true,
    consequence: "Queries leave no metrics.",
    example: { name: "analysts" },
  },
});
