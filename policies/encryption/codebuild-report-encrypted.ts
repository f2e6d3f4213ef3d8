import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "codebuild-report-encrypted",
  category: "encryption",
  description: "Exported test reports must be encrypted",
  severity: "medium",
  level: "only-if-required",
  why: "Reports of tests show names and errors of internal systems.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html"],
  requirement: {
    types: ["aws:codebuild/reportGroup:ReportGroup"],
    property: "exportConfig.s3Destination.encryptionDisabled",
    must: { isNot: true },
    when: [{ property: "exportConfig.type", must: { equals: "S3" } }],
    fix: false,
    consequence: "Reports are written to the bucket in plain text.",
    example: { type: "TEST", exportConfig: { s3Destination: { bucket: "build-reports" } } },
  },
});
