import { allOf, anyOf, type Certainty } from "../../stack/certainty";
import {
  ECS_SERVICE,
  forwardersOf,
  LISTENER,
  listenersOf,
  LOAD_BALANCER,
  loadBalancerOf,
  protocolOf,
  TARGET_GROUP,
} from "../../stack/load-balancing";
import { opaqueUsersOf } from "../../stack/opaque";
import type { Resource } from "../../stack/resource";
import {
  DEFAULT_SECURITY_GROUP,
  groupsAt,
  groupsOf,
  opensTcpPort,
  rulesOfGroup,
  SECURITY_GROUP,
  type SecurityGroupRule,
} from "../../stack/security-groups";
import type { Stack } from "../../stack/stack";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule, type Context } from "../rule";

const OVER_TCP: ReadonlySet<string> = new Set(["HTTP", "HTTPS", "TCP", "TLS"]);

const names = (resources: readonly Resource[]): string => resources.map(({ name }) => name).join(", ");

/** The groups of a resource that the stack makes; absent where it has others too, none, or they are not known. */
function ownGroups(stack: Stack, resource: Resource): Resource[] | undefined {
  const { resources, complete } = groupsOf(stack, resource);
  const isOwn = resources.length > 0 && resources.every(({ outside, type }) => !outside && type === SECURITY_GROUP);
  return complete && isOwn ? resources : undefined;
}

/** True when something that cannot be seen into is told about one of the groups, and may add rules to it. */
const hasForeignRules = (stack: Stack, groups: readonly Resource[]): boolean =>
  groups.some((group) => opaqueUsersOf(stack, group).length > 0);

/** Whether groups let TCP connections to a port in, by a rule that `counts`. */
function admits(
  stack: Stack,
  groups: readonly Resource[],
  port: number,
  counts: (rule: SecurityGroupRule) => Certainty,
): { answer: Certainty; hasRules: boolean } {
  const all = groups.map((group) => rulesOfGroup(stack, group, "ingress"));
  const answers = all.flatMap(({ rules, complete }): Certainty[] => [
    ...rules.map((rule) => allOf([rule.direction !== UNKNOWN || UNKNOWN, opensTcpPort(rule, port), counts(rule)])),
    complete && !hasForeignRules(stack, groups) ? false : UNKNOWN,
  ]);
  return { answer: anyOf(answers), hasRules: all.some(({ rules }) => rules.length > 0) };
}

/** Whether a rule may be about what comes from a load balancer: by its groups, or by addresses. */
function mayBeFrom(stack: Stack, groups: readonly Resource[] | undefined, rule: SecurityGroupRule): Certainty {
  if (!groups || rule.cidrs.length > 0 || rule.prefixLists.length > 0) {
    return true;
  }
  const isSelf = rule.self && rule.groups.resources.some((group) => groups.includes(group));
  return anyOf([
    isSelf,
    ...rule.peers.map((peer): Certainty => {
      const { resources, complete } = stack.refs(peer, SECURITY_GROUP, DEFAULT_SECURITY_GROUP);
      return resources.some((group) => groups.includes(group)) || (!complete && UNKNOWN);
    }),
  ]);
}

function judgeListener(stack: Stack, { report, undecided }: Context, listener: Resource): void {
  const [balancer, ...others] = loadBalancerOf(stack, listener).resources;
  const groups = balancer && !balancer.outside && others.length === 0 ? ownGroups(stack, balancer) : undefined;
  const port = listener.num("port");
  const protocol = protocolOf(stack, listener);
  if (!balancer || !groups || admitsPrivateLink(balancer) || (known(protocol) && !OVER_TCP.has(protocol))) {
    return;
  }
  const { answer, hasRules } =
    known(port) && known(protocol) ? admits(stack, groups, port, () => true) : { answer: UNKNOWN, hasRules: false };
  if (answer === UNKNOWN) {
    undecided(listener, "port");
  } else if (!answer) {
    report({
      at: listener,
      property: "port",
      message:
        `the security groups of ${balancer.name} (${names(groups)}) admit nobody on port ${String(port)}, so that every ` +
        "connection to this listener times out; add an aws.vpc.SecurityGroupIngressRule for the port.",
      // Rules for a group without any may come from elsewhere, and a listener beside others may be for tests or a redirect.
      ...((!hasRules || isReachable(stack, balancer, groups)) && { level: "advisory" }),
    });
  }
}

/** True for a network load balancer that minds its groups' rules for nothing that comes through PrivateLink. */
const admitsPrivateLink = (balancer: Resource): boolean =>
  (balancer.str("enforceSecurityGroupInboundRulesOnPrivateLinkTraffic") ?? "on") !== "on";

/** True when the groups admit another listener of the load balancer, or may do so. */
function isReachable(stack: Stack, balancer: Resource, groups: readonly Resource[]): boolean {
  return listenersOf(stack, balancer).some((listener) => {
    const port = listener.num("port");
    return !known(port) || admits(stack, groups, port, () => true).answer !== false;
  });
}

/** The load balancers that forward to the target groups of an entry. */
function balancersBefore(stack: Stack, groups: readonly Resource[]): Resource[] {
  const listeners = groups
    .flatMap((group) => forwardersOf(stack, group))
    .flatMap((owner) => (owner.type === LISTENER ? [owner] : stack.refs(owner.at("listenerArn"), LISTENER).resources));
  return [...new Set(listeners.flatMap((listener) => loadBalancerOf(stack, listener).resources))];
}

function judgeTarget(stack: Stack, { report, undecided }: Context, service: Resource): void {
  const groups = ownGroups(stack, service);
  const entries = service.list("loadBalancers");
  if (!groups || !known(entries)) {
    return;
  }
  for (const entry of entries) {
    const port = entry.num("containerPort");
    const [target, ...others] = stack.refs(entry.at("targetGroupArn"), TARGET_GROUP).resources;
    const protocol = target?.str("protocol");
    const balancers = target && others.length === 0 ? balancersBefore(stack, [target]) : [];
    const isOverTcp = known(protocol) && OVER_TCP.has(protocol.toUpperCase());
    for (const balancer of isOverTcp ? balancers : []) {
      // Connections through other load balancers may come with the address of the client.
      const isApplication = (balancer.str("loadBalancerType") ?? "application") === "application";
      const sources = isApplication ? ownGroups(stack, balancer) : undefined;
      const { answer, hasRules } = known(port)
        ? admits(stack, groups, port, (rule) => mayBeFrom(stack, sources, rule))
        : { answer: UNKNOWN, hasRules: false };
      if (answer === UNKNOWN) {
        undecided(entry, "containerPort");
      } else if (!answer) {
        report({
          at: groupsAt(service),
          message:
            `the security groups of this service (${names(groups)}) do not admit ${balancer.name} on port ` +
            `${String(port)}, so that no task ever gets healthy; add an aws.vpc.SecurityGroupIngressRule for the port` +
            `${sources ? ` with ${names(sources.slice(0, 1))} as the referencedSecurityGroupId` : ""}.`,
          ...(!hasRules && { level: "advisory" }),
        });
      }
    }
  }
}

export default defineRule({
  id: "listener-port-admitted",
  category: "validity",
  description: "Security groups admit the ports of listeners and of the tasks behind them",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "A security group refuses what no rule admits: the deployment succeeds, and connections to the listener time out, or " +
    "the tasks never get healthy and ECS replaces them for ever.",
  fix: {
    typescript:
      'new aws.vpc.SecurityGroupIngressRule("https", {\n  description: "HTTPS",\n  securityGroupId: balancerGroup.id,\n' +
      '  cidrIpv4: "0.0.0.0/0",\n  ipProtocol: "tcp",\n  fromPort: 443,\n  toPort: 443,\n});',
    python:
      'aws.vpc.SecurityGroupIngressRule("https",\n    description="HTTPS", security_group_id=balancer_group.id,\n' +
      '    cidr_ipv4="0.0.0.0/0", ip_protocol="tcp", from_port=443, to_port=443)',
    yaml:
      "resources:\n  https:\n    type: aws:vpc:SecurityGroupIngressRule\n    properties:\n" +
      "      description: HTTPS\n      securityGroupId: ${balancerGroup.id}\n      cidrIpv4: 0.0.0.0/0\n" +
      "      ipProtocol: tcp\n      fromPort: 443\n      toPort: 443",
  },
  limits:
    "Listeners over UDP; groups outside the stack and default groups; targets other than the tasks of ECS services; whom " +
    "the rules admit by addresses; what the load balancer's own egress rules let out. A group without any rule is told " +
    "without stopping anything, since another stack may add them, and so is a listener beside one that is admitted.",
  stack(stack, context) {
    if (stack.ofType(LOAD_BALANCER).length === 0) {
      return;
    }
    for (const listener of stack.ofType(LISTENER).filter(({ outside }) => !outside)) {
      judgeListener(stack, context, listener);
    }
    for (const service of stack.ofType(ECS_SERVICE).filter(({ outside }) => !outside)) {
      judgeTarget(stack, context, service);
    }
  },
});
