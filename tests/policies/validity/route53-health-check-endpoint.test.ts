import rule from "../../../policies/validity/route53-health-check-endpoint";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type Input } from "../../../src/testing/stack";

const HEALTH_CHECK = "aws:route53/healthCheck:HealthCheck";
const check = (inputs: Record<string, Input>, name = "api") => resource(HEALTH_CHECK, name, inputs);
const balancer = resource("aws:lb/loadBalancer:LoadBalancer", "public");
const found = { resource: "api", path: "fqdn" };

ruleTest(rule, {
  valid: [
    { name: "a domain name", stack: [check({ type: "HTTPS", fqdn: "api.shop.io", port: 443 })] },
    { name: "an address", stack: [check({ type: "TCP", ipAddress: "203.0.113.10", port: 443 })] },
    {
      name: "the name of a load balancer that is not known yet",
      stack: [balancer, check({ type: "HTTPS", fqdn: balancer.dnsName })],
    },
    { name: "an address that is not known yet", stack: [check({ type: "HTTP", ipAddress: unknown })] },
    { name: "a check of other checks", stack: [check({ type: "CALCULATED", childHealthchecks: ["a"] })] },
    { name: "a check of an alarm", stack: [check({ type: "CLOUDWATCH_METRIC", cloudwatchAlarmName: "errors" })] },
    { name: "a routing control", stack: [check({ type: "RECOVERY_CONTROL", routingControlArn: "arn" })] },
    { name: "a type that the rule does not know", stack: [check({ type: "PING" })] },
    {
      name: "a check that the stack only reads",
      stack: [resource(HEALTH_CHECK, "api", { type: "HTTP" }, { external: true })],
    },
    { name: "a check without a type", stack: [check({})] },
  ],
  invalid: [
    {
      name: "neither a name nor an address",
      stack: [check({ type: "HTTPS", port: 443, resourcePath: "/health" })],
      findings: [
        {
          ...found,
          message:
            /^A health check of the type HTTPS needs an endpoint.*`fqdn: "api\.shop\.io"`.*AWS rejects this with: "IP address and fully/,
        },
      ],
    },
    {
      name: "empty strings",
      stack: [check({ type: "TCP", fqdn: "", ipAddress: "", port: 443 })],
      findings: [found],
    },
    ...["HTTP", "HTTP_STR_MATCH", "HTTPS_STR_MATCH"].map((type) => ({
      name: `neither a name nor an address for ${type}`,
      stack: [check({ type })],
      findings: [found],
    })),
  ],
  undecided: [{ name: "a type that is not known yet", stack: [check({ type: unknown })], at: ["api.type"] }],
});
