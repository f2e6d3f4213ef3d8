import { TARGET_GROUP } from "../../stack/load-balancing";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "target-group-health-check",
  category: "delivery",
  description: "HTTP target groups say how the health of their targets is checked",
  severity: "medium",
  level: "raised-by-contract",
  contractKeys: ["healthChecks"],
  failures: ["B25", "B26"],
  why:
    "Without a health check of its own, a group asks for / and takes only 200 as an answer. An application that " +
    "answers otherwise there gets no traffic at all, and one that always answers keeps getting it when it is broken.",
  fix: {
    typescript: 'healthCheck: { path: "/health", matcher: "200", interval: 30, healthyThreshold: 2 },',
    python: 'health_check={"path": "/health", "matcher": "200", "interval": 30, "healthy_threshold": 2},',
    yaml: 'healthCheck:\n  path: /health\n  matcher: "200"\n  interval: 30\n  healthyThreshold: 2',
  },
  limits: "Groups of functions, and groups of other protocols than HTTP and HTTPS.",
  resource: {
    types: [TARGET_GROUP],
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
            "the group has no health check of its own, so that the load balancer asks for / and wants a 200; " +
            'set healthCheck with the path that tells whether the application works, such as { path: "/health" }.',
        });
      }
    },
  },
});
