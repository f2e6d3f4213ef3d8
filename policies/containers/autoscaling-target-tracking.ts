import type { Resource } from "../../stack/resource";
import { grouped, isUnplaced, type Stack } from "../../stack/stack";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule, type Context } from "../rule";

const GROUP = "aws:autoscaling/group:Group";
const TARGET = "aws:appautoscaling/target:Target";
const GROUP_SCALERS = ["aws:autoscaling/policy:Policy", "aws:autoscaling/schedule:Schedule"];
const TARGET_SCALERS = ["aws:appautoscaling/policy:Policy", "aws:appautoscaling/scheduledAction:ScheduledAction"];
const CAPACITY_PROVIDER = "aws:ecs/capacityProvider:CapacityProvider";
const SCALING_PLAN = "aws:autoscalingplans/scalingPlan:ScalingPlan";
// Kubernetes finds the groups that it scales by their tags.
const KUBERNETES = /(?:^|\.)k(?:ubernetes|8s)\.io\//;

export default defineRule({
  id: "autoscaling-target-tracking",
  category: "containers",
  description: "What may scale has a policy that makes it scale",
  severity: "medium",
  level: "advisory",
  failures: [],
  why:
    "A minimum and a maximum only say how far something may scale. Without a policy or a schedule it stays at its first " +
    "size, whatever the load is.",
  fix: {
    typescript:
      'new aws.appautoscaling.Policy("api-cpu", { policyType: "TargetTrackingScaling",\n' +
      "  serviceNamespace: target.serviceNamespace, resourceId: target.resourceId, scalableDimension: target.scalableDimension,\n" +
      "  targetTrackingScalingPolicyConfiguration: { targetValue: 60,\n" +
      '    predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageCPUUtilization" } } });',
    python:
      'aws.appautoscaling.Policy("api-cpu", policy_type="TargetTrackingScaling",\n' +
      "    service_namespace=target.service_namespace, resource_id=target.resource_id,\n" +
      "    scalable_dimension=target.scalable_dimension,\n" +
      '    target_tracking_scaling_policy_configuration={"target_value": 60,\n' +
      '        "predefined_metric_specification": {"predefined_metric_type": "ECSServiceAverageCPUUtilization"}})',
    yaml:
      "resources:\n  api-cpu:\n    type: aws:appautoscaling:Policy\n    properties:\n" +
      "      policyType: TargetTrackingScaling\n      serviceNamespace: ${target.serviceNamespace}\n" +
      "      resourceId: ${target.resourceId}\n      scalableDimension: ${target.scalableDimension}\n" +
      "      targetTrackingScalingPolicyConfiguration:\n        targetValue: 60\n" +
      "        predefinedMetricSpecification:\n" +
      "          predefinedMetricType: ECSServiceAverageCPUUtilization",
  },
  limits:
    "Groups and targets of one size; groups that Kubernetes or a capacity provider of ECS scales; stacks with scaling plans; " +
    "which kind a policy is of.",
  stack(stack, context) {
    if (stack.ofType(SCALING_PLAN).length > 0) {
      return;
    }
    for (const group of stack.ofType(GROUP).filter((one) => !one.outside && mayScale(one, "minSize", "maxSize"))) {
      checkGroup(stack, group, context);
    }
    for (const target of stack
      .ofType(TARGET)
      .filter((one) => !one.outside && mayScale(one, "minCapacity", "maxCapacity"))) {
      checkTarget(stack, target, context);
    }
  },
});

function mayScale(resource: Resource, least: string, most: string): boolean {
  const from = resource.num(least);
  const to = resource.num(most);
  return known(from) && known(to) && from < to;
}

function checkGroup(stack: Stack, group: Resource, { report, undecided }: Context): void {
  const places = stack.ofType(...GROUP_SCALERS).map((scaler) => scaler.at("autoscalingGroupName"));
  const others = stack.ofType(CAPACITY_PROVIDER).map((provider) => provider.at("autoScalingGroupProvider"));
  const isScaled = [...places, ...others].some((place) => stack.refs(place, GROUP).resources.includes(group));
  if (isScaled || isOfKubernetes(group)) {
    return;
  }
  if (places.some((place) => isUnplaced(stack, place, GROUP))) {
    undecided(group);
  } else {
    report({
      at: group,
      message:
        `the group may have between ${sizes(group, "minSize", "maxSize")} instances, and nothing makes it scale; ` +
        "add an aws.autoscaling.Policy with a targetTrackingConfiguration.",
    });
  }
}

/** True where a tag is one of Kubernetes, or may be. */
function isOfKubernetes(group: Resource): boolean {
  const tags = group.list("tags") ?? [];
  return (
    tags === UNKNOWN ||
    tags.some((tag) => {
      const key = tag.str("key");
      return key === UNKNOWN || (key !== undefined && KUBERNETES.test(key));
    })
  );
}

function checkTarget(stack: Stack, target: Resource, { report, undecided }: Context): void {
  if (stack.referrers(target, "resourceId", ...TARGET_SCALERS).length > 0 || namesTheSame(stack, target)) {
    return;
  }
  if (stack.once(hasUnclearScaler)) {
    undecided(target);
  } else {
    report({
      at: target,
      message:
        `this may scale between ${sizes(target, "minCapacity", "maxCapacity")}, and nothing makes it; ` +
        "add an aws.appautoscaling.Policy of the type TargetTrackingScaling.",
    });
  }
}

const scalersOf = (stack: Stack): readonly Resource[] => stack.ofType(...TARGET_SCALERS);

const hasUnclearScaler = (stack: Stack): boolean =>
  scalersOf(stack).some((scaler) => scaler.at("resourceId").isUnknown && !scaler.isComputed("resourceId"));

const scalersByText = (stack: Stack): Map<string, Resource[]> =>
  grouped(scalersOf(stack), (scaler) => {
    const text = scaler.str("resourceId");
    return known(text) ? [text] : [];
  });

const scalersBySource = (stack: Stack): Map<Resource, Resource[]> => grouped(scalersOf(stack), sourcesOf);

const sourcesOf = (resource: Resource): readonly Resource[] => resource.propertyDependencies.get("resourceId") ?? [];

/** True where a policy names the same as the target does, for the same dimension. */
function namesTheSame(stack: Stack, target: Resource): boolean {
  const text = target.str("resourceId");
  const own = sourcesOf(target);
  const byText = known(text) ? (stack.once(scalersByText).get(text) ?? []) : [];
  const bySource = own
    .flatMap((source) => stack.once(scalersBySource).get(source) ?? [])
    .filter((scaler) => !(known(text) && known(scaler.str("resourceId"))))
    .filter((scaler) => sourcesOf(scaler).every((source) => own.includes(source)));
  return [...byText, ...bySource].some((scaler) => !isOfOtherDimension(scaler, target));
}

function isOfOtherDimension(scaler: Resource, target: Resource): boolean {
  const [own, other] = [scaler.str("scalableDimension"), target.str("scalableDimension")];
  return known(own) && known(other) && own !== other;
}

const sizes = (resource: Resource, least: string, most: string): string =>
  `${String(resource.num(least))} and ${String(resource.num(most))}`;
