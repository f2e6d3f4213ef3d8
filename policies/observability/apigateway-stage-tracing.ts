import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "apigateway-stage-tracing",
  category: "observability",
  description: "Stages of REST APIs must trace requests with X-Ray",
  severity: "low",
  level: "only-if-required",
  why: "A trace shows how long each step of a request takes, from the API to the last service behind it.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html"],
  requirement: {
    types: ["aws:apigateway/stage:Stage"],
    property: "xrayTracingEnabled",
    must: { equals: true },
    whenAbsent: false,
    fix: true,
    consequence: "Traces begin only after the API.",
    example: { restApi: "a1b2c3d4e5", deployment: "d1e2f3", stageName: "live" },
  },
});
