import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const ASKING: ReadonlySet<string> = new Set(["HTTP", "HTTPS", "HTTP_STR_MATCH", "HTTPS_STR_MATCH", "TCP"]);

export default defineRule({
  id: "route53-health-check-endpoint",
  category: "validity",
  description: "Route 53 health checks name what they ask",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "A health check of this kind sends requests from outside: to an address, or to what a domain name stands for. " +
    "Route 53 refuses one that has neither.",
  fix: {
    typescript: 'type: "HTTPS",\nfqdn: "api.shop.io",\nport: 443,\nresourcePath: "/health",',
    python: 'type="HTTPS",\nfqdn="api.shop.io",\nport=443,\nresource_path="/health",',
    yaml: "type: HTTPS\nfqdn: api.shop.io\nport: 443\nresourcePath: /health",
  },
  limits:
    "Checks that look at other checks, at an alarm or at a routing control; whether anything answers at the endpoint.",
  resource: {
    types: ["aws:route53/healthCheck:HealthCheck"],
    check(healthCheck, { report, undecided }) {
      const type = healthCheck.str("type");
      const isEndpointGiven = ["fqdn", "ipAddress"].some((property) => (healthCheck.str(property) ?? "") !== "");
      if (isEndpointGiven || type === undefined) {
        return;
      }
      if (type === UNKNOWN) {
        undecided(healthCheck, "type");
      } else if (known(type) && ASKING.has(type)) {
        report({
          at: healthCheck,
          property: "fqdn",
          message:
            `a health check of type ${type} has neither fqdn nor ipAddress, so that there is nothing to ask; ` +
            'set fqdn, such as fqdn: "api.shop.io", or ipAddress.',
          answer: "IP address and fully qualified domain name can not be both empty",
        });
      }
    },
  },
});
