import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "codebuild-logging",
  category: "observability",
  description: "Build projects must write logs",
  severity: "medium",
  level: "only-if-required",
  why: "Builds run with wide permissions. Without their logs, what they did cannot be found out afterwards.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html"],
  requirement: {
    types: ["aws:codebuild/project:Project"],
    property: "logsConfig.cloudwatchLogs.status",
    must: { equals: "ENABLED" },
    whenAbsent: "ENABLED",
    fix: "ENABLED",
    incorrect: "DISABLED",
    orElse: [{ property: "logsConfig.s3Logs.status", must: { equals: "ENABLED" } }],
    consequence: "Builds leave no logs.",
    example: { name: "orders", serviceRole: "${role.arn}" },
  },
});
