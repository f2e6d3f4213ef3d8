import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "apigateway-stage-logging",
  category: "observability",
  description: "Stages of REST and WebSocket APIs must log executions",
  severity: "medium",
  level: "only-if-required",
  why:
    "Without execution logs, an error between the API and its backend cannot be explained afterwards, and " +
    "neither can an attack.",
  limits: "HTTP APIs, which have access logs only.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html"],
  requirement: [
    {
      types: ["aws:apigateway/stage:Stage"],
      companions: [
        {
          types: ["aws:apigateway/methodSettings:MethodSettings"],
          by: { restApi: "restApi", stageName: "stageName" },
          when: [{ property: "methodPath", must: { equals: "*/*" } }],
          property: "settings.loggingLevel",
          must: { isOneOf: ["ERROR", "INFO"] },
        },
      ],
      example: { restApi: "a1b2c3d4e5", deployment: "d1e2f3", stageName: "live" },
      consequence: "No method settings of the stage log all of its methods.",
      instead:
        'Add an "aws.apigateway.MethodSettings" for it with `methodPath: "*/*"` and `settings: { loggingLevel: "ERROR" }`.',
    },
    {
      types: ["aws:apigatewayv2/stage:Stage"],
      property: "defaultRouteSettings.loggingLevel",
      must: { isOneOf: ["ERROR", "INFO"] },
      whenAbsent: "OFF",
      // HTTP APIs have access logs only.
      companions: [
        { types: ["aws:apigatewayv2/api:Api"], named: "apiId", property: "protocolType", must: { equals: "HTTP" } },
      ],
      consequence: "Messages that fail leave no trace.",
    },
  ],
});
