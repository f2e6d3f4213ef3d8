import { APPAUTOSCALING_TARGET, AUTOSCALING_GROUP, ECS_CAPACITY_PROVIDER } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { grouped, mayReferTo, type Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";
const GROUP_SCALERS = ["aws:autoscaling/policy:Policy", "aws:autoscaling/schedule:Schedule"];
const TARGET_SCALERS = ["aws:appautoscaling/policy:Policy", "aws:appautoscaling/scheduledAction:ScheduledAction"];
const SCALING_PLAN = "aws:autoscalingplans/scalingPlan:ScalingPlan";
// Kubernetes finds the groups that it scales by their tags.
const KUBERNETES = /(?:^|\.)k(?:ubernetes|8s)\.io\//;

export default defineRule({
  id: "autoscaling-target-tracking",
  category: "containers",
  description: "Groups and targets that may scale must have a scaling policy",
  severity: "medium",
  level: "advisory",
  failures: [],
  why:
    "A minimum and a maximum only limit how far something may scale. Without a policy or a schedule it stays at its first " +
    "size, whatever the load is.",
  fix: {
    typescript: `new aws.appautoscaling.Policy("api-cpu", {
  policyType: "TargetTrackingScaling",
  serviceNamespace: target.serviceNamespace,
  resourceId: target.resourceId,
  scalableDimension: target.scalableDimension,
  targetTrackingScalingPolicyConfiguration: {
    targetValue: 60,
    predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageCPUUtilization" },
  },
});`,
    python: `aws.appautoscaling.Policy("api-cpu",
    policy_type="TargetTrackingScaling",
    service_namespace=target.service_namespace,
    resource_id=target.resource_id,
    scalable_dimension=target.scalable_dimension,
    target_tracking_scaling_policy_configuration={
        "target_value": 60,
        "predefined_metric_specification": {"predefined_metric_type": "ECSServiceAverageCPUUtilization"},
    })`,
    yaml: `resources:
  api-cpu:
    type: aws:appautoscaling:Policy
    properties:
      policyType: TargetTrackingScaling
      serviceNamespace: \${target.serviceNamespace}
      resourceId: \${target.resourceId}
      scalableDimension: \${target.scalableDimension}
      targetTrackingScalingPolicyConfiguration:
        targetValue: 60
        predefinedMetricSpecification:
          predefinedMetricType: ECSServiceAverageCPUUtilization`,
  },
  limits:
    "Groups and targets of one size; groups that Kubernetes or a capacity provider of ECS scales; stacks with scaling " +
    "plans; the type of the policy.",
  references: [
    "https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking.html",
    "https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html",
  ],
  stack(stack, context) {
    if (stack.ofType(SCALING_PLAN).length > 0) {
      return;
    }
    for (const group of stack.managed(AUTOSCALING_GROUP).filter((one) => mayScale(one, "minSize", "maxSize"))) {
      checkGroup(stack, group, context);
    }
    for (const target of stack
      .managed(APPAUTOSCALING_TARGET)
      .filter((one) => mayScale(one, "minCapacity", "maxCapacity"))) {
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
  const scaled = stack.ofType(...GROUP_SCALERS).map((scaler) => scaler.at("autoscalingGroupName"));
  const provided = stack.ofType(ECS_CAPACITY_PROVIDER).map((provider) => provider.at("autoScalingGroupProvider"));
  const isScaled = [...scaled, ...provided].some((view) =>
    stack.refs(view, AUTOSCALING_GROUP).resources.includes(group),
  );
  if (isScaled || isScaledByKubernetes(group)) {
    return;
  }
  if (scaled.some((view) => mayReferTo(stack, view, AUTOSCALING_GROUP))) {
    undecided(group);
  } else {
    report({
      at: group,
      message:
        `The group may have between ${sizes(group, "minSize", "maxSize")} instances, but nothing scales it. ` +
        "Add an aws.autoscaling.Policy with a `targetTrackingConfiguration`.",
    });
  }
}

/** True where a tag is, or may be, one of Kubernetes. */
function isScaledByKubernetes(group: Resource): boolean {
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
  if (stack.referrers(target, "resourceId", ...TARGET_SCALERS).length > 0 || hasScalerForSameResource(stack, target)) {
    return;
  }
  if (stack.once(hasUnclearScaler)) {
    undecided(target);
  } else {
    report({
      at: target,
      message:
        `The target may scale between ${sizes(target, "minCapacity", "maxCapacity")}, but nothing scales it. ` +
        'Add an aws.appautoscaling.Policy with `policyType: "TargetTrackingScaling"`.',
    });
  }
}

const scalersOf = (stack: Stack): readonly Resource[] => stack.ofType(...TARGET_SCALERS);

const hasUnclearScaler = (stack: Stack): boolean =>
  scalersOf(stack).some((scaler) => scaler.at("resourceId").isUnknown && !scaler.isComputed("resourceId"));

const scalersByValue = (stack: Stack): Map<string, Resource[]> =>
  grouped(scalersOf(stack), (scaler) => {
    const resourceId = scaler.str("resourceId");
    return known(resourceId) ? [resourceId] : [];
  });

const scalersBySource = (stack: Stack): Map<Resource, Resource[]> => grouped(scalersOf(stack), sourcesOf);

const sourcesOf = (resource: Resource): readonly Resource[] => resource.propertyDependencies.get("resourceId") ?? [];

/** True where a policy is for the same resource and the same dimension as the target. */
function hasScalerForSameResource(stack: Stack, target: Resource): boolean {
  const resourceId = target.str("resourceId");
  const own = sourcesOf(target);
  const byValue = known(resourceId) ? (stack.once(scalersByValue).get(resourceId) ?? []) : [];
  const bySource = own
    .flatMap((source) => stack.once(scalersBySource).get(source) ?? [])
    .filter((scaler) => !(known(resourceId) && known(scaler.str("resourceId"))))
    .filter((scaler) => sourcesOf(scaler).every((source) => own.includes(source)));
  return [...byValue, ...bySource].some((scaler) => !isOfOtherDimension(scaler, target));
}

function isOfOtherDimension(scaler: Resource, target: Resource): boolean {
  const [own, other] = [scaler.str("scalableDimension"), target.str("scalableDimension")];
  return known(own) && known(other) && own !== other;
}

const sizes = (resource: Resource, least: string, most: string): string =>
  `${String(resource.num(least))} and ${String(resource.num(most))}`;
