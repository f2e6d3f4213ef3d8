import type { Certainty } from "../../graph/certainty";
import type { Resource } from "../../graph/resource";
import { grouped, type Refs, type Stack } from "../../graph/stack";
import { known, UNKNOWN, type Unknown } from "../../graph/value";
import type { Read, View } from "../../graph/view";
import { DEFAULT_SUBNET, zonesOf } from "../network/vpc";
import {
  EC2_SUBNET,
  ECS_SERVICE,
  LB_LISTENER,
  LB_LISTENER_RULE,
  LB_LOAD_BALANCER,
  LB_TARGET_GROUP,
} from "../type-tokens";

export const DEPLOYMENT_GROUP = "aws:codedeploy/deploymentGroup:DeploymentGroup";

/** One action of a listener or of a listener rule. */
export interface Action {
  /** The action itself, such as `defaultActions[0]`. */
  view: View;
  /** `forward`, `redirect`, `fixed-response`, `authenticate-oidc`, … */
  type: Read<string>;
  /** The target group ARNs that it forwards to; empty for an action that does not forward. */
  targets: View[] | Unknown;
  /** The property with all those ARNs, for `stack.refs`. */
  targetsView: View;
}

function toAction(view: View): Action {
  const type = view.str("type");
  const inBlock = view.list("forward", "targetGroups");
  if (inBlock !== undefined) {
    const targets = known(inBlock) ? inBlock.map((target) => target.at("arn")) : UNKNOWN;
    return { view, type, targets, targetsView: view.at("forward", "targetGroups") };
  }
  const single = view.at("targetGroupArn");
  return { view, type, targets: single.isAbsent ? [] : [single], targetsView: single };
}

const propertyOf = (owner: Resource): string => (owner.type === LB_LISTENER ? "defaultActions" : "actions");

/** The actions of a listener (its default actions) or a listener rule; one unknown action where they are not known yet. */
export function actionsOf(owner: Resource): Action[] {
  const actions = owner.list(propertyOf(owner)) ?? [];
  return (actions === UNKNOWN ? [owner.at(propertyOf(owner))] : actions).map(toAction);
}

/** The actions of a listener or rule that forward, or may do so. */
export function forwardsOf(owner: Resource): Action[] {
  return actionsOf(owner).filter(({ targets }) => targets === UNKNOWN || targets.length > 0);
}

/** Whether an action redirects clients to HTTPS; a redirect without a protocol keeps that of the request. */
export function redirectsToHttps({ view, type }: Action): Certainty {
  const protocol = view.str("redirect", "protocol");
  if (type === UNKNOWN || (type === "redirect" && protocol === UNKNOWN)) {
    return UNKNOWN;
  }
  return type === "redirect" && known(protocol) && protocol.toUpperCase() === "HTTPS";
}

/** The target groups that a listener or rule forwards to. */
export function forwardedGroups(stack: Stack, owner: Resource): Refs {
  return stack.once(forwardedFinder)(owner);
}

function forwardedFinder(stack: Stack): (owner: Resource) => Refs {
  const found = new Map<Resource, Refs>();
  return (owner) => {
    const views = (): View[] => forwardsOf(owner).map(({ targetsView }) => targetsView);
    const refs = found.get(owner) ?? stack.refsOfAll(views(), LB_TARGET_GROUP);
    found.set(owner, refs);
    return refs;
  };
}

/** The listeners and listener rules of the stack that forward to a target group, or may do so. */
export function forwardersOf(stack: Stack, group: Resource): readonly Resource[] {
  return stack.once(findForwarders).get(group) ?? [];
}

function findForwarders(stack: Stack): Map<Resource, Resource[]> {
  return grouped(stack.ofType(LB_LISTENER, LB_LISTENER_RULE), (owner) => forwardedGroups(stack, owner).resources);
}

/** The listener rules of a listener that are in the stack. */
export function rulesOf(stack: Stack, listener: Resource): readonly Resource[] {
  return stack.referrers(listener, "listenerArn", LB_LISTENER_RULE);
}

/** The listeners of a load balancer that are in the stack. */
export function listenersOf(stack: Stack, loadBalancer: Resource): readonly Resource[] {
  return stack.referrers(loadBalancer, "loadBalancerArn", LB_LISTENER);
}

/** The load balancer of a listener. */
export function loadBalancerOf(stack: Stack, listener: Resource): Refs {
  return stack.refs(listener.at("loadBalancerArn"), LB_LOAD_BALANCER);
}

/** The protocol of a listener in upper case; an application load balancer uses HTTP where none is set. */
export function protocolOf(stack: Stack, listener: Resource): Read<string> {
  const protocol = listener.str("protocol");
  if (known(protocol)) {
    return protocol.toUpperCase();
  }
  const [loadBalancer] = protocol === undefined ? loadBalancerOf(stack, listener).resources : [];
  const type = loadBalancer?.at("loadBalancerType");
  return type && (type.isAbsent || type.value === "application") ? "HTTP" : protocol;
}

/** Whether a load balancer is in two zones or more, by its subnets or the names of its zones. */
export function isInSeveralZones(stack: Stack, zones: View): Certainty {
  const items = zones.list() ?? [];
  if (!known(items)) {
    return UNKNOWN;
  }
  const { resources, complete } = stack.refs(zones, EC2_SUBNET, DEFAULT_SUBNET);
  if (!complete || resources.length === 0) {
    return items.length > 1 && items.some((item) => item.isUnknown) ? UNKNOWN : items.length > 1;
  }
  const { atLeast, atMost } = zonesOf(stack, resources);
  return atLeast > 1 ? true : atMost > 1 && items.length > 1 ? UNKNOWN : false;
}

/**
 * The target groups and listeners between which a deployment itself shifts the traffic: those of CodeDeploy's
 * blue/green deployments, and of ECS services that replace their tasks blue/green, linearly or as a canary.
 */
export function shiftedByDeployments(stack: Stack): Refs {
  return stack.once(findShifted);
}

function findShifted(stack: Stack): Refs {
  const views = [
    ...stack.ofType(ECS_SERVICE).filter(shiftsTraffic).flatMap(groupsOfService),
    ...stack
      .ofType(DEPLOYMENT_GROUP)
      .filter(isBlueGreen)
      .map((group) => group.at("loadBalancerInfo")),
  ];
  return stack.refsOfAll(views, LB_TARGET_GROUP, LB_LISTENER);
}

function shiftsTraffic(service: Resource): boolean {
  const controller = service.str("deploymentController", "type") ?? "ECS";
  const strategy = service.str("deploymentConfiguration", "strategy") ?? "ROLLING";
  return !service.external && (controller !== "ECS" || strategy !== "ROLLING");
}

function groupsOfService(service: Resource): View[] {
  const targets = service.list("loadBalancers");
  return known(targets)
    ? targets.flatMap((target) => [
        target.at("targetGroupArn"),
        target.at("advancedConfiguration", "alternateTargetGroupArn"),
      ])
    : [service.at("loadBalancers")];
}

function isBlueGreen(group: Resource): boolean {
  const type = group.str("deploymentStyle", "deploymentType") ?? "IN_PLACE";
  return !group.external && (type !== "IN_PLACE" || !group.at("loadBalancerInfo", "targetGroupPairInfo").isAbsent);
}
