import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { throttling: true },
  incorrect: `
const api = new aws.apigatewayv2.Api("orders", { protocolType: "HTTP" });
new aws.apigatewayv2.Stage("live", { apiId: api.id, autoDeploy: true });
`,
  correct: `
const api = new aws.apigatewayv2.Api("orders", { protocolType: "HTTP" });
new aws.apigatewayv2.Stage("live", {
  apiId: api.id,
  autoDeploy: true,
  defaultRouteSettings: { throttlingRateLimit: 100, throttlingBurstLimit: 200 },
});
`,
} satisfies RuleExamples;
