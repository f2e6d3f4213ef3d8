import type { Resource } from "./resource";
import { grouped, type Refs, type Stack } from "./stack";
import { known, UNKNOWN, type Unknown } from "./value";
import type { Read, View } from "./view";

export const LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";
export const LISTENER = "aws:lb/listener:Listener";
export const LISTENER_RULE = "aws:lb/listenerRule:ListenerRule";
export const TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";

export const ECS_SERVICE = "aws:ecs/service:Service";
const DEPLOYMENT_GROUP = "aws:codedeploy/deploymentGroup:DeploymentGroup";

/** One action of a listener or of a listener rule. */
export interface Action {
  /** The place of the action, such as `defaultActions[0]`. */
  view: View;
  /** `forward`, `redirect`, `fixed-response`, `authenticate-oidc`, … */
  type: Read<string>;
  /** The target group ARNs that it forwards to, however they are written; none for an action that does not forward. */
  targets: View[] | Unknown;
  /** The place of all those ARNs together, for `stack.refs`. */
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

const propertyOf = (owner: Resource): string => (owner.type === LISTENER ? "defaultActions" : "actions");

/** What a listener (its default actions) or a listener rule does; one unknown action where that is not known yet. */
export function actionsOf(owner: Resource): Action[] {
  const actions = owner.list(propertyOf(owner)) ?? [];
  return (actions === UNKNOWN ? [owner.at(propertyOf(owner))] : actions).map(toAction);
}

/** The actions of a listener or rule that forward, or may do so. */
export function forwardsOf(owner: Resource): Action[] {
  return actionsOf(owner).filter(({ targets }) => targets === UNKNOWN || targets.length > 0);
}

/** The target groups that a listener or rule forwards to. */
export function forwardedGroups(stack: Stack, owner: Resource): Refs {
  return union(forwardsOf(owner).map(({ targetsView }) => stack.refs(targetsView, TARGET_GROUP)));
}

/** The listeners and listener rules of the stack that forward to a target group, or may do so. */
export function forwardersOf(stack: Stack, group: Resource): readonly Resource[] {
  return stack.once(findForwarders).get(group) ?? [];
}

function findForwarders(stack: Stack): Map<Resource, Resource[]> {
  return grouped(stack.ofType(LISTENER, LISTENER_RULE), (owner) => forwardedGroups(stack, owner).resources);
}

/** The listener rules of a listener that are in the stack. */
export function rulesOf(stack: Stack, listener: Resource): readonly Resource[] {
  return stack.referrers(listener, "listenerArn", LISTENER_RULE);
}

/** The listeners of a load balancer that are in the stack. */
export function listenersOf(stack: Stack, loadBalancer: Resource): readonly Resource[] {
  return stack.referrers(loadBalancer, "loadBalancerArn", LISTENER);
}

/** The load balancer of a listener. */
export function loadBalancerOf(stack: Stack, listener: Resource): Refs {
  return stack.refs(listener.at("loadBalancerArn"), LOAD_BALANCER);
}

/** The protocol of a listener in upper case; an application load balancer takes HTTP where none is said. */
export function protocolOf(stack: Stack, listener: Resource): Read<string> {
  const protocol = listener.str("protocol");
  if (known(protocol)) {
    return protocol.toUpperCase();
  }
  const [loadBalancer] = protocol === undefined ? loadBalancerOf(stack, listener).resources : [];
  const type = loadBalancer?.at("loadBalancerType");
  return type && (type.isAbsent || type.value === "application") ? "HTTP" : protocol;
}

/**
 * The target groups and listeners between which a deployment itself shifts the traffic: those of CodeDeploy's
 * blue/green deployments, and of ECS services that replace their tasks blue/green, linearly or as a canary.
 */
export function shiftedByDeployments(stack: Stack): Refs {
  return stack.once(findShifted);
}

function findShifted(stack: Stack): Refs {
  const places = [
    ...stack.ofType(ECS_SERVICE).filter(shiftsTraffic).flatMap(groupsOfService),
    ...stack
      .ofType(DEPLOYMENT_GROUP)
      .filter(isBlueGreen)
      .map((group) => group.at("loadBalancerInfo")),
  ];
  return union(places.map((place) => stack.refs(place, TARGET_GROUP, LISTENER)));
}

function shiftsTraffic(service: Resource): boolean {
  const controller = service.str("deploymentController", "type") ?? "ECS";
  const strategy = service.str("deploymentConfiguration", "strategy") ?? "ROLLING";
  return !service.outside && (controller !== "ECS" || strategy !== "ROLLING");
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
  return !group.outside && (type !== "IN_PLACE" || !group.at("loadBalancerInfo", "targetGroupPairInfo").isAbsent);
}

function union(all: Refs[]): Refs {
  return {
    resources: [...new Set(all.flatMap(({ resources }) => resources))],
    complete: all.every(({ complete }) => complete),
  };
}
