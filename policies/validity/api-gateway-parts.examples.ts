import type { RuleExamples } from "../../src/rules/examples";

const program = (routeKey: string): string => `
const api = new aws.apigatewayv2.Api("orders", { protocolType: "HTTP" });
const route = new aws.apigatewayv2.Route("orders", {
  apiId: api.id,
  routeKey: "${routeKey}",
  authorizationType: "AWS_IAM",
});
`;

export default { incorrect: program("/orders"), correct: program("GET /orders") } satisfies RuleExamples;
