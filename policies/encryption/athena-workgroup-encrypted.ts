import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "athena-workgroup-encrypted",
  category: "encryption",
  description: "Results of Athena must be encrypted",
  severity: "medium",
  level: "only-if-required",
  why: "Results of queries are copies of the data, in a bucket that may have other readers than the data itself.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/athena-controls.html"],
  requirement: {
    types: ["aws:athena/workgroup:Workgroup"],
    property: "configuration.resultConfiguration.encryptionConfiguration.encryptionOption",
    must: { isOneOf: ["SSE_KMS", "CSE_KMS", "SSE_S3"] },
    orElse: [{ property: "configuration.managedQueryResultsConfiguration.enabled", must: { equals: true } }],
    consequence: "Results of queries are written without encryption of the workgroup.",
    instead: "Set `configuration.resultConfiguration.encryptionConfiguration`.",
    example: { configuration: { resultConfiguration: { outputLocation: "s3://orders-results/" } } },
  },
});
