import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

/** The types that send requests to an endpoint. */
const WITH_ENDPOINT: ReadonlySet<string> = new Set(["HTTP", "HTTPS", "HTTP_STR_MATCH", "HTTPS_STR_MATCH", "TCP"]);

export default defineRule({
  id: "route53-health-check-endpoint",
  category: "validity",
  description: "Route 53 health checks must name an endpoint",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "A health check of this type sends requests to an address, or to the one that a domain name resolves to. Route 53 " +
    "rejects a check that has neither.",
  fix: {
    typescript: `type: "HTTPS",
fqdn: "api.shop.io",
port: 443,
resourcePath: "/health",`,
    python: `type="HTTPS",
fqdn="api.shop.io",
port=443,
resource_path="/health",`,
    yaml: `type: HTTPS
fqdn: api.shop.io
port: 443
resourcePath: /health`,
  },
  limits: "Checks of other checks, of an alarm or of a routing control; whether anything responds at the endpoint.",
  references: [
    "https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html",
    "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html",
  ],
  resource: {
    types: ["aws:route53/healthCheck:HealthCheck"],
    check(healthCheck, { report, undecided }) {
      const type = healthCheck.str("type");
      const hasEndpoint = ["fqdn", "ipAddress"].some((property) => (healthCheck.str(property) ?? "") !== "");
      if (hasEndpoint || type === undefined) {
        return;
      }
      if (type === UNKNOWN) {
        undecided(healthCheck, "type");
      } else if (known(type) && WITH_ENDPOINT.has(type)) {
        report({
          at: healthCheck,
          property: "fqdn",
          message:
            `A health check of the type ${type} needs an endpoint, and this one has neither \`fqdn\` nor \`ipAddress\`. ` +
            'Set one of them, such as `fqdn: "api.shop.io"`.',
          awsError: "IP address and fully qualified domain name can not be both empty",
        });
      }
    },
  },
});
