import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "codebuild-s3-logs-encrypted",
  category: "encryption",
  description: "Build logs in S3 must be encrypted",
  severity: "low",
  level: "only-if-required",
  why: "Build logs often show names, addresses and errors of internal systems.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html"],
  requirement: {
    types: ["aws:codebuild/project:Project"],
    property: "logsConfig.s3Logs.encryptionDisabled",
    must: { isNot: true },
    when: [{ property: "logsConfig.s3Logs.status", must: { equals: "ENABLED" } }],
    fix: false,
    consequence: "Build logs are written in plain text.",
    example: { name: "orders", serviceRole: "${role.arn}", logsConfig: { s3Logs: { location: "build-logs/orders" } } },
  },
});
