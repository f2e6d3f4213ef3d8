import { ELB_LOAD_BALANCER, LB_LOAD_BALANCER } from "../../src/aws/type-tokens";
import type { Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";
const LOG_DELIVERY = "aws:cloudwatch/logDeliverySource:LogDeliverySource";

export default defineRule({
  id: "load-balancer-access-logs",
  category: "observability",
  description: "Load balancers must write access logs",
  severity: "low",
  level: "only-if-required",
  contractKeys: ["accessLogs"],
  failures: [],
  why:
    "The access log holds every request, its source and its response. After an attack or a failure it is often the only " +
    "record, and it does not cover the time before it was switched on.",
  fix: {
    typescript: `accessLogs: { enabled: true, bucket: logs.bucket, prefix: "shop" },`,
    python: `access_logs={"enabled": True, "bucket": logs.bucket, "prefix": "shop"},`,
    yaml: `accessLogs:
  enabled: true
  bucket: \${logs.bucket}
  prefix: shop`,
  },
  limits: "Network load balancers, which log TLS connections only, and gateway load balancers, which have no such log.",
  references: [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html",
  ],
  stack(stack, { report, undecided }) {
    for (const balancer of stack.managed(LB_LOAD_BALANCER, ELB_LOAD_BALANCER)) {
      const type =
        balancer.type === ELB_LOAD_BALANCER ? "application" : (balancer.str("loadBalancerType") ?? "application");
      const logs = hasLogs(balancer);
      const isDelivered = stack.referrers(balancer, "resourceArn", LOG_DELIVERY).length > 0;
      if (logs === true || isDelivered || (known(type) && type !== "application")) {
        continue;
      }
      if (logs === UNKNOWN || type === UNKNOWN) {
        undecided(balancer, logs === UNKNOWN ? "accessLogs" : "loadBalancerType");
      } else {
        report({
          at: balancer,
          property: "accessLogs",
          message:
            "The load balancer keeps no record of requests. Set `accessLogs: { enabled: true, bucket: logs.bucket }` with a " +
            "bucket whose policy lets load balancers write to it.",
        });
      }
    }
  },
});

/** Whether a load balancer writes its log; for a classic one, a bucket is enough. */
function hasLogs(balancer: Resource): Certainty {
  const isSet = !balancer.at("accessLogs").isAbsent;
  return isSet && (balancer.bool("accessLogs", "enabled") ?? balancer.type === ELB_LOAD_BALANCER);
}
