import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "transfer-connector-logging",
  category: "observability",
  description: "Transfer Family connectors must log",
  severity: "medium",
  level: "only-if-required",
  why: "The log of a connector shows which files it sent and received, and why a transfer failed.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/transfer-controls.html"],
  requirement: {
    types: ["aws:transfer/connector:Connector"],
    property: "loggingRole",
    must: { isSet: true },
    consequence: "Transfers of the connector leave no log.",
    instead: "Set `loggingRole: role.arn`, a role that may write to CloudWatch Logs.",
    correct: "${role.arn}",
    example: { accessRole: "${role.arn}", url: "sftp://files.example.com" },
  },
});
