import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "opensearch-audit-logs",
  category: "observability",
  description: "Search domains must log who uses them",
  severity: "medium",
  level: "only-if-required",
  why: "The audit log shows who searched, changed and failed to log in, and when.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html",
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/audit-logs.html",
  ],
  requirement: [
    {
      types: ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"],
      property: "logPublishingOptions[logType=AUDIT_LOGS].cloudwatchLogGroupArn",
      must: { isSet: true },
      consequence: "The domain keeps no log of who reads and changes the indexes.",
      instead: 'Add `{ logType: "AUDIT_LOGS", cloudwatchLogGroupArn: logs.arn }` to `logPublishingOptions`.',
      correct: "${logs.arn}",
    },
    {
      types: ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"],
      property: "logPublishingOptions[logType=AUDIT_LOGS].enabled",
      must: { isNot: false },
      consequence: "The domain keeps no log of who reads and changes the indexes.",
      fix: true,
      example: { logPublishingOptions: [{ logType: "AUDIT_LOGS", cloudwatchLogGroupArn: "${logs.arn}" }] },
    },
  ],
});
