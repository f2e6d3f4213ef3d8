import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "appsync-logging",
  category: "observability",
  description: "GraphQL APIs must log their fields",
  severity: "medium",
  level: "only-if-required",
  why:
    "The logs of fields show which resolver failed and why. Without them a GraphQL API answers with an error " +
    "and keeps no trace of it.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/appsync-controls.html"],
  requirement: {
    types: ["aws:appsync/graphQLApi:GraphQLApi"],
    property: "logConfig.fieldLogLevel",
    must: { isOneOf: ["ERROR", "ALL", "INFO", "DEBUG"] },
    whenAbsent: "NONE",
    consequence: "Errors of resolvers leave no trace.",
    instead: 'Set `logConfig.fieldLogLevel: "ERROR"` and `logConfig.cloudwatchLogsRoleArn`.',
    example: { authenticationType: "AWS_IAM", logConfig: { cloudwatchLogsRoleArn: "${role.arn}" } },
  },
});
