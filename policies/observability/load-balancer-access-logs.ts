import type { Certainty } from "../../stack/certainty";
import { LOAD_BALANCER } from "../../stack/load-balancing";
import type { Resource } from "../../stack/resource";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const CLASSIC = "aws:elb/loadBalancer:LoadBalancer";
const LOG_DELIVERY = "aws:cloudwatch/logDeliverySource:LogDeliverySource";

export default defineRule({
  id: "load-balancer-access-logs",
  category: "observability",
  description: "Load balancers log who asked for what",
  severity: "low",
  level: "advisory",
  failures: [],
  controls: [{ framework: "AWS FSBP", reference: "ELB.5" }],
  why:
    "The access log holds what was asked, from where, and how it was answered. After an attack or a failure it is often " +
    "the only record, and it cannot be had for the time before it was switched on.",
  fix: {
    typescript: 'accessLogs: { enabled: true, bucket: logs.bucket, prefix: "shop" },',
    python: 'access_logs={"enabled": True, "bucket": logs.bucket, "prefix": "shop"},',
    yaml: "accessLogs:\n  enabled: true\n  bucket: ${logs.bucket}\n  prefix: shop",
  },
  limits: "Network load balancers, which log TLS connections only, and gateway load balancers, which have no such log.",
  stack(stack, { report, undecided }) {
    for (const balancer of stack.ofType(LOAD_BALANCER, CLASSIC).filter(({ outside }) => !outside)) {
      const type = balancer.type === CLASSIC ? "application" : (balancer.str("loadBalancerType") ?? "application");
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
            "the load balancer keeps no record of requests; set accessLogs: { enabled: true, bucket }, with a bucket whose policy " +
            "lets load balancers write to it.",
        });
      }
    }
  },
});

/** Whether a load balancer writes its log; of the classic ones, naming a bucket is enough. */
function hasLogs(balancer: Resource): Certainty {
  const isGiven = !balancer.at("accessLogs").isAbsent;
  return isGiven && (balancer.bool("accessLogs", "enabled") ?? balancer.type === CLASSIC);
}
