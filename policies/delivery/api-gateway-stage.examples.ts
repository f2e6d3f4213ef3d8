import type { RuleExamples } from "../../src/rules/examples";

const BEFORE = `
const api = new aws.apigatewayv2.Api("shop", { protocolType: "HTTP" });
const integration = new aws.apigatewayv2.Integration("orders", {
  apiId: api.id,
  integrationType: "HTTP_PROXY",
  integrationMethod: "GET",
  integrationUri: "https://orders.shop.io",
});
new aws.apigatewayv2.Route("orders", {
  apiId: api.id,
  routeKey: "GET /orders",
  target: pulumi.interpolate\`integrations/\${integration.id}\`,
});`;

export default {
  incorrect: `${BEFORE}
`,
  correct: `${BEFORE}
new aws.apigatewayv2.Stage("live", { apiId: api.id, name: "$default", autoDeploy: true });
`,
} satisfies RuleExamples;
