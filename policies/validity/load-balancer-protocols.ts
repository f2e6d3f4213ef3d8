import { forwardsOf, loadBalancerOf, protocolOf } from "../../src/aws/delivery/load-balancing";
import { LB_LISTENER, LB_TARGET_GROUP } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";

type Kind = "application" | "network";
const LISTENERS: Readonly<Record<Kind, readonly string[]>> = {
  application: ["HTTP", "HTTPS"],
  network: ["TCP", "TLS", "UDP", "TCP_UDP", "QUIC", "TCP_QUIC"],
};

/** The protocols of target groups to which a listener of a network load balancer forwards. */
const TARGETS: Readonly<Record<string, readonly string[]>> = {
  HTTP: ["HTTP", "HTTPS"],
  HTTPS: ["HTTP", "HTTPS"],
  TCP: ["TCP", "TCP_UDP"],
  TLS: ["TCP", "TLS"],
  UDP: ["UDP", "TCP_UDP"],
  TCP_UDP: ["TCP_UDP"],
};

const PROTOCOLS: ReadonlySet<string> = new Set([...Object.values(TARGETS).flat(), "GENEVE"]);

/** What kind of load balancer a listener belongs to; undefined where that is not known. */
function kindOf(stack: Stack, listener: Resource): Kind | undefined {
  const { resources, complete } = loadBalancerOf(stack, listener);
  const [balancer, another] = resources;
  const type = balancer && !another && complete ? (balancer.str("loadBalancerType") ?? "application") : undefined;
  if (type !== undefined) {
    return known(type) && type in LISTENERS ? (type as Kind) : undefined;
  }
  const arn = listener.str("loadBalancerArn");
  return known(arn)
    ? arn.includes(":loadbalancer/app/")
      ? "application"
      : arn.includes(":loadbalancer/net/")
        ? "network"
        : undefined
    : undefined;
}

function checkListener(stack: Stack, listener: Resource, { report, undecided }: Context): void {
  const kind = kindOf(stack, listener);
  const protocol = protocolOf(stack, listener);
  if (!known(protocol)) {
    if (protocol !== undefined) {
      undecided(listener, "protocol");
    }
    return;
  }
  if (kind !== undefined && !LISTENERS[kind].includes(protocol)) {
    report({
      at: listener,
      property: "protocol",
      onlyAtCreation: true,
      message:
        `This listens for ${protocol}, and the load balancer is of the type ${kind}, which has listeners for ` +
        `${LISTENERS[kind].slice(0, 4).join(", ")} only. Use another \`protocol\` or another type of load balancer.`,
    });
    return;
  }
  for (const { view, targetsView } of forwardsOf(listener)) {
    for (const group of stack.refs(targetsView, LB_TARGET_GROUP).resources) {
      const own = group.str("protocol");
      const accepted = TARGETS[protocol];
      if (
        known(own) &&
        PROTOCOLS.has(own.toUpperCase()) &&
        accepted !== undefined &&
        !accepted.includes(own.toUpperCase()) &&
        group.str("targetType") !== "lambda"
      ) {
        report({
          at: view,
          onlyAtCreation: true,
          message:
            `This listens for ${protocol} and forwards to ${group.name}, whose protocol is ${own}. ` +
            `The target group must have the protocol ${accepted.join(" or ")}.`,
        });
      }
    }
  }
}

export default defineRule({
  id: "load-balancer-protocols",
  category: "validity",
  description: "Load balancers, listeners and target groups must have protocols that go together",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "Application load balancers speak HTTP and HTTPS, network load balancers TCP, TLS and UDP, and each forwards only to " +
    "target groups of a protocol that goes with that. The three are separate resources, so a preview does not compare them.",
  fix: {
    typescript: `const group = new aws.lb.TargetGroup("orders", { port: 8080, protocol: "HTTP", targetType: "ip", vpcId: vpc.id });
new aws.lb.Listener("orders", {
  loadBalancerArn: applicationLoadBalancer.arn,
  port: 443,
  protocol: "HTTPS",
  certificateArn: certificate.arn,
  defaultActions: [{ type: "forward", targetGroupArn: group.arn }],
});`,
    python: `group = aws.lb.TargetGroup("orders", port=8080, protocol="HTTP", target_type="ip", vpc_id=vpc.id)
aws.lb.Listener("orders",
    load_balancer_arn=application_load_balancer.arn,
    port=443,
    protocol="HTTPS",
    certificate_arn=certificate.arn,
    default_actions=[{"type": "forward", "target_group_arn": group.arn}])`,
    yaml: `resources:
  group:
    type: aws:lb:TargetGroup
    properties:
      port: 8080
      protocol: HTTP
      targetType: ip
      vpcId: \${vpc.id}
  listener:
    type: aws:lb:Listener
    properties:
      loadBalancerArn: \${applicationLoadBalancer.arn}
      port: 443
      protocol: HTTPS
      certificateArn: \${certificate.arn}
      defaultActions:
        - type: forward
          targetGroupArn: \${group.arn}`,
  },
  limits:
    "Gateway load balancers, load balancers and target groups of other stacks, and protocols that are not known yet. On a " +
    "listener that exists already a finding is advisory.",
  references: [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html",
  ],
  stack(stack, context) {
    for (const listener of stack.managed(LB_LISTENER)) {
      checkListener(stack, listener, context);
    }
  },
});
