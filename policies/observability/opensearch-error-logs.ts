import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "opensearch-error-logs",
  category: "observability",
  description: "Search domains must log their errors",
  severity: "medium",
  level: "only-if-required",
  why: "The log shows why queries fail, shards are not assigned and nodes run out of memory.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html",
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html",
  ],
  requirement: [
    {
      types: ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"],
      property: "logPublishingOptions[logType=ES_APPLICATION_LOGS].cloudwatchLogGroupArn",
      must: { isSet: true },
      consequence: "The domain keeps no log of its errors.",
      instead: 'Add `{ logType: "ES_APPLICATION_LOGS", cloudwatchLogGroupArn: logs.arn }` to `logPublishingOptions`.',
      correct: "${logs.arn}",
    },
    {
      types: ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"],
      property: "logPublishingOptions[logType=ES_APPLICATION_LOGS].enabled",
      must: { isNot: false },
      consequence: "The domain keeps no log of its errors.",
      fix: true,
      example: { logPublishingOptions: [{ logType: "ES_APPLICATION_LOGS", cloudwatchLogGroupArn: "${logs.arn}" }] },
    },
  ],
});
