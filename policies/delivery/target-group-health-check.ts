import { LB_TARGET_GROUP } from "../../src/aws/type-tokens";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "target-group-health-check",
  category: "delivery",
  description: "HTTP target groups must set their health check",
  severity: "medium",
  level: "advisory-unless-required",
  contractKeys: ["healthChecks"],
  failures: ["B25", "B26"],
  why:
    "Without a health check of its own, a group requests / and accepts only 200 as a response. An application that " +
    "responds otherwise there gets no traffic at all, and one that always responds keeps getting it when it is broken.",
  fix: {
    typescript: `healthCheck: { path: "/health", matcher: "200", interval: 30, healthyThreshold: 2 },`,
    python: `health_check={"path": "/health", "matcher": "200", "interval": 30, "healthy_threshold": 2},`,
    yaml: `healthCheck:
  path: /health
  matcher: "200"
  interval: 30
  healthyThreshold: 2`,
  },
  limits: "Groups of functions, and groups with protocols other than HTTP and HTTPS.",
  references: ["https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"],
  resource: {
    types: [LB_TARGET_GROUP],
    check(group, { report, undecided }) {
      const healthCheck = group.entries("healthCheck");
      const targetType = group.str("targetType");
      if (targetType === "lambda" || healthCheck === UNKNOWN || (healthCheck && healthCheck.length > 0)) {
        return;
      }
      const protocol = group.str("protocol");
      if (protocol === UNKNOWN || targetType === UNKNOWN) {
        undecided(group, protocol === UNKNOWN ? "protocol" : "targetType");
      } else if (known(protocol) && /^https?$/i.test(protocol)) {
        report({
          at: group,
          property: "healthCheck",
          message:
            'The group has no health check of its own, so the load balancer requests "/" and accepts only the status 200. ' +
            'Set `healthCheck: { path: "/health" }` with a path that shows whether the application works.',
        });
      }
    },
  },
});
