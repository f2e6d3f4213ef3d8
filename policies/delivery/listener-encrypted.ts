import { actionsOf, protocolOf, redirectsToHttps } from "../../src/aws/delivery/load-balancing";
import { LB_LISTENER } from "../../src/aws/type-tokens";
import { allOf, anyOf, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

const PLAIN: readonly string[] = ["HTTP", "TCP", "UDP", "TCP_UDP"];

export default defineRule({
  id: "listener-encrypted",
  category: "delivery",
  description: "Listeners of load balancers must use HTTPS or TLS",
  severity: "medium",
  level: "only-if-required",
  why: "Anyone on the way can read and change what clients send over HTTP, TCP or UDP, also inside of a network.",
  fix: {
    typescript: `protocol: "HTTPS", // or "TLS" of a network load balancer
certificateArn: certificate.arn,`,
    python: `protocol="HTTPS",  # or "TLS" of a network load balancer
certificate_arn=certificate.arn,`,
    yaml: `protocol: HTTPS # or TLS of a network load balancer
certificateArn: \${certificate.arn}`,
  },
  limits: "Listeners that only redirect clients to HTTPS, and those of gateway load balancers.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html",
  ],
  alone: [LB_LISTENER],
  stack(stack, { decide }) {
    for (const listener of stack.managed(LB_LISTENER)) {
      const protocol = protocolOf(stack, listener);
      decide(isEncrypted(stack, listener), {
        at: listener,
        property: "protocol",
        message:
          `The listener accepts plain ${String(protocol)}. Set \`protocol: "HTTPS"\`, or "TLS" for a network load balancer, ` +
          "with `certificateArn`.",
      });
    }
  },
});

/** Whether a listener encrypts what it passes on; a redirect to HTTPS passes on nothing. */
function isEncrypted(stack: Stack, listener: Resource): Certainty {
  const protocol = protocolOf(stack, listener);
  if (!known(protocol)) {
    return protocol === undefined ? true : UNKNOWN;
  }
  const actions = actionsOf(listener);
  return anyOf([!PLAIN.includes(protocol), actions.length > 0 && allOf(actions.map(redirectsToHttps))]);
}
