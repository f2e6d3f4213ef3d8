import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "apigateway-access-logging",
  category: "observability",
  description: "Stages of HTTP and WebSocket APIs must log access",
  severity: "medium",
  level: "only-if-required",
  why:
    "Access logs show who called the API, when, and what it answered. Without them an attack or an error " +
    "cannot be traced.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html"],
  requirement: {
    types: ["aws:apigatewayv2/stage:Stage"],
    property: "accessLogSettings.destinationArn",
    must: { isSet: true },
    correct: "${logs.arn}",
    consequence: "Calls of the API are not recorded.",
    instead: "Set `accessLogSettings.destinationArn` and `accessLogSettings.format`.",
    example: { apiId: "a1b2c3d4e5" },
  },
});
