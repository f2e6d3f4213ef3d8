import { ECS_SERVICE, LB_LISTENER, LB_LOAD_BALANCER } from "../../src/aws/type-tokens";
import { listenersOf, loadBalancerOf, protocolOf } from "../../src/aws/delivery/load-balancing";
import { balancedTargets, isApplication, type BalancedTarget } from "../../src/aws/delivery/targets";
import type { Resource } from "../../src/graph/resource";
import { hasUnknownGroups, ownGroups, type Groups } from "../../src/aws/network/openings";
import { groupsAt, howToAdmit } from "../../src/aws/network/security-groups";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";

const OVER_TCP: ReadonlySet<string> = new Set(["HTTP", "HTTPS", "TCP", "TLS"]);

/** How many groups a message names. */
const NAMED = 10;

function names({ resources }: Groups): string {
  const shown = resources.slice(0, NAMED).map(({ name }) => name);
  const left = resources.length - shown.length;
  return [...shown, ...(left > 0 ? [`${String(left)} more`] : [])].join(", ");
}

function checkListener(stack: Stack, { report, undecided }: Context, listener: Resource): void {
  const [balancer, ...others] = loadBalancerOf(stack, listener).resources;
  const groups = balancer && !balancer.external && others.length === 0 ? ownGroups(stack, balancer) : undefined;
  const port = listener.num("port");
  const protocol = protocolOf(stack, listener);
  if (!balancer || !groups || admitsPrivateLink(balancer) || (known(protocol) && !OVER_TCP.has(protocol))) {
    return;
  }
  const admitted = known(port) && known(protocol) ? groups.admit(port) : UNKNOWN;
  if (admitted === UNKNOWN) {
    undecided(listener, "port");
  } else if (!admitted) {
    report({
      at: listener,
      property: "port",
      message:
        `The security groups of ${balancer.name} (${names(groups)}) have no ingress rule for port ${String(port)}, so every ` +
        `connection to this listener times out. ${howToAdmit(groups.resources)}`,
      // Another stack may add rules to a group without any, and a listener beside others may be for tests or a redirect.
      ...((!groups.hasRules || stack.once(reachableBalancers).has(balancer)) && { level: "advisory" }),
    });
  }
}

/** True for a network load balancer that does not apply the rules of its groups to connections through PrivateLink. */
const admitsPrivateLink = (balancer: Resource): boolean =>
  (balancer.str("enforceSecurityGroupInboundRulesOnPrivateLinkTraffic") ?? "on") !== "on";

/** The load balancers whose groups admit or may admit connections to one of their listeners. */
function reachableBalancers(stack: Stack): ReadonlySet<Resource> {
  const isReachable = (balancer: Resource): boolean =>
    listenersOf(stack, balancer).some((listener) => {
      const port = listener.num("port");
      return !known(port) || ownGroups(stack, balancer)?.admit(port) !== false;
    });
  return new Set(stack.managed(LB_LOAD_BALANCER).filter(isReachable));
}

function checkTarget(stack: Stack, { report, undecided }: Context, target: BalancedTarget): void {
  const { resource, port } = target;
  const groups = ownGroups(stack, resource);
  if (!groups && target.balancers.length > 0 && hasUnknownGroups(stack, resource)) {
    undecided(target.at);
  }
  for (const balancer of groups ? target.balancers : []) {
    const sources = isApplication(balancer) ? ownGroups(stack, balancer) : undefined;
    const admitted = groups && known(port) ? groups.admit(port, sources) : UNKNOWN;
    if (admitted === UNKNOWN) {
      undecided(target.at);
    } else if (!admitted && groups) {
      const [noun, outcome] =
        resource.type === ECS_SERVICE
          ? ["service", "no task becomes healthy"]
          : ["instance", "it never becomes healthy"];
      report({
        at: groupsAt(resource),
        message:
          `The security groups of this ${noun} (${names(groups)}) do not admit ${balancer.name} on port ` +
          `${String(port)}, so ${outcome}. ${howToAdmit(groups.resources, sources?.resources[0]?.name)}`,
        ...(!groups.hasRules && { level: "advisory" }),
      });
    }
  }
}

export default defineRule({
  id: "listener-port-admitted",
  category: "validity",
  description: "Security groups must admit the ports of listeners and of the targets behind them",
  severity: "high",
  level: "mandatory",
  basis: "cannot-work",
  why:
    "A security group drops what no rule admits. The deployment succeeds, and connections to the listener time out, or " +
    "tasks never become healthy and ECS replaces them without end.",
  fix: {
    typescript: `new aws.vpc.SecurityGroupIngressRule("https", {
  description: "HTTPS",
  securityGroupId: balancerGroup.id,
  cidrIpv4: "0.0.0.0/0",
  ipProtocol: "tcp",
  fromPort: 443,
  toPort: 443,
});`,
    python: `aws.vpc.SecurityGroupIngressRule("https",
    description="HTTPS", security_group_id=balancer_group.id,
    cidr_ipv4="0.0.0.0/0", ip_protocol="tcp", from_port=443, to_port=443)`,
    yaml: `resources:
  https:
    type: aws:vpc:SecurityGroupIngressRule
    properties:
      description: HTTPS
      securityGroupId: \${balancerGroup.id}
      cidrIpv4: 0.0.0.0/0
      ipProtocol: tcp
      fromPort: 443
      toPort: 443`,
  },
  limits:
    "Listeners over UDP; groups outside the stack and default groups; targets other than the tasks of ECS services and " +
    "attached instances; which addresses the rules admit. A group without any rule is advisory, since another " +
    "stack may add them, and so is a listener beside one whose port is admitted.",
  references: [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html",
    "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  ],
  stack(stack, context) {
    if (stack.ofType(LB_LOAD_BALANCER).length === 0) {
      return;
    }
    for (const listener of stack.managed(LB_LISTENER)) {
      checkListener(stack, context, listener);
    }
    for (const target of balancedTargets(stack)) {
      checkTarget(stack, context, target);
    }
  },
});
