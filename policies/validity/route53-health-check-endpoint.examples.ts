import type { RuleExamples } from "../../src/rules/examples";

const check = (more: string): string => `
const api = new aws.route53.HealthCheck("api", {
  type: "HTTPS",${more}
  port: 443,
  resourcePath: "/health",
  failureThreshold: 3,
  requestInterval: 30,
});
`;

export default { incorrect: check(""), correct: check('\n  fqdn: "api.shop.io",') } satisfies RuleExamples;
