import type { Resource } from "../../graph/resource";
import type { Stack } from "../../graph/stack";
import { known } from "../../graph/value";
import type { Read, View } from "../../graph/view";
import { EC2_INSTANCE, ECS_SERVICE, LB_LISTENER, LB_TARGET_GROUP, LB_TARGET_GROUP_ATTACHMENT } from "../type-tokens";
import { forwardersOf, loadBalancerOf } from "./load-balancing";

const OVER_TCP: ReadonlySet<string> = new Set(["HTTP", "HTTPS", "TCP", "TLS"]);

/** What a load balancer connects to over TCP: the tasks of a service, or an instance. */
export interface BalancedTarget {
  resource: Resource;
  /** Where its port is; the port is that of the target group where it is absent. */
  at: View;
  port: Read<number>;
  balancers: readonly Resource[];
}

/** The tasks and instances of the stack behind its load balancers. */
export function balancedTargets(stack: Stack): readonly BalancedTarget[] {
  return stack.once(findTargets);
}

const findTargets = (stack: Stack): BalancedTarget[] => [
  ...stack.managed(ECS_SERVICE).flatMap((service) => tasksOf(stack, service)),
  ...stack.managed(LB_TARGET_GROUP_ATTACHMENT).flatMap((attachment) => instancesOf(stack, attachment)),
];

function tasksOf(stack: Stack, service: Resource): BalancedTarget[] {
  const entries = service.list("loadBalancers");
  return (known(entries) ? entries : []).flatMap((entry) => {
    const balancers = balancersOf(stack, entry.at("targetGroupArn"));
    return balancers.length > 0
      ? [{ resource: service, at: entry.at("containerPort"), port: entry.num("containerPort"), balancers }]
      : [];
  });
}

function instancesOf(stack: Stack, attachment: Resource): BalancedTarget[] {
  const [instance, ...others] = stack.refs(attachment.at("targetId"), EC2_INSTANCE).resources;
  const [group] = stack.refs(attachment.at("targetGroupArn"), LB_TARGET_GROUP).resources;
  const balancers = instance && others.length === 0 ? balancersOf(stack, attachment.at("targetGroupArn")) : [];
  return instance && !instance.external && balancers.length > 0
    ? [
        {
          resource: instance,
          at: attachment.at("port"),
          port: attachment.num("port") ?? group?.num("port"),
          balancers,
        },
      ]
    : [];
}

/** The load balancers that forward over TCP to the one target group that a property names. */
function balancersOf(stack: Stack, at: View): Resource[] {
  const [group, ...others] = stack.refs(at, LB_TARGET_GROUP).resources;
  const protocol = group?.str("protocol");
  if (!group || others.length > 0 || !known(protocol) || !OVER_TCP.has(protocol.toUpperCase())) {
    return [];
  }
  const listeners = forwardersOf(stack, group).flatMap((owner) =>
    owner.type === LB_LISTENER ? [owner] : stack.refs(owner.at("listenerArn"), LB_LISTENER).resources,
  );
  return [...new Set(listeners.flatMap((listener) => loadBalancerOf(stack, listener).resources))];
}

/** True for a load balancer that connects with an address of its own; the others may keep that of the client. */
export const isApplication = (balancer: Resource): boolean =>
  (balancer.str("loadBalancerType") ?? "application") === "application";
