import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "cloudtrail-cloudwatch-logs",
  category: "observability",
  description: "Trails must send their events to CloudWatch Logs",
  severity: "medium",
  level: "only-if-required",
  why: "Alarms on events, such as a login of the root user, need them in CloudWatch Logs.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html"],
  requirement: {
    types: ["aws:cloudtrail/trail:Trail"],
    property: "cloudWatchLogsGroupArn",
    must: { isSet: true },
    correct: "${logs.arn}",
    consequence: "No alarm can watch the events.",
    instead: "Set `cloudWatchLogsGroupArn` and `cloudWatchLogsRoleArn`.",
    example: { s3BucketName: "audit-logs" },
  },
});
