import type { RuleExamples } from "../../src/rules/examples";

const program = (more: string): string => `
const health = new aws.route53.HealthCheck("east", { type: "HTTPS", fqdn: "east.shop.io", port: 443 });
new aws.route53.Record("api", {
  zoneId: "Z0123456789ABCDEFGHIJ",
  name: "api.shop.io",
  type: "CNAME",
  ttl: 60,
  records: ["east.shop.io"],
  setIdentifier: "east",
  failoverRoutingPolicies: [{ type: "PRIMARY" }],${more}
});
new aws.route53.Record("west", {
  ...{ zoneId: "Z0123456789ABCDEFGHIJ", name: "api.shop.io", type: "CNAME", ttl: 60, records: ["west.shop.io"] },
  ...{ setIdentifier: "west", failoverRoutingPolicies: [{ type: "SECONDARY" }] },
});
`;

export default {
  incorrect: program(""),
  correct: program("\n  healthCheckId: health.id,"),
  contract: { regions: { names: ["us-east-1", "us-west-2"], failover: true } },
} satisfies RuleExamples;
