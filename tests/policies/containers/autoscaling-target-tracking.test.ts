import rule from "../../../policies/containers/autoscaling-target-tracking";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, text, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const cluster = resource("aws:ecs/cluster:Cluster", "shop");
const api = resource("aws:ecs/service:Service", "api");
const web = resource("aws:ecs/service:Service", "web");
const DIMENSION = "ecs:service:DesiredCount";
const target = (inputs: Record<string, Input> = {}, name = "api"): BuiltResource =>
  resource("aws:appautoscaling/target:Target", name, {
    serviceNamespace: "ecs",
    scalableDimension: DIMENSION,
    resourceId: text`service/${cluster.name}/${api.name}`,
    minCapacity: 2,
    maxCapacity: 10,
    ...inputs,
  });
const policy = (resourceId: Input, scalableDimension: Input = DIMENSION): BuiltResource =>
  resource("aws:appautoscaling/policy:Policy", "cpu", { serviceNamespace: "ecs", scalableDimension, resourceId });
const group = (inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:autoscaling/group:Group", "nodes", { minSize: 1, maxSize: 4, ...inputs });
const first = target();
const nodes = group();
const ofApi = [cluster, api, first];

ruleTest(rule, {
  valid: [
    { name: "a policy of the target", stack: [...ofApi, policy(first.resourceId, first.scalableDimension)] },
    { name: "a policy of the same service", stack: [...ofApi, policy(text`service/${cluster.name}/${api.name}`)] },
    {
      name: "a policy with the same literal resource",
      stack: [target({ resourceId: "service/shop/api" }), policy("service/shop/api")],
    },
    {
      name: "a schedule of the target",
      stack: [
        ...ofApi,
        resource("aws:appautoscaling/scheduledAction:ScheduledAction", "night", {
          resourceId: first.resourceId,
          scalableDimension: first.scalableDimension,
          serviceNamespace: "ecs",
          schedule: "cron(0 22 * * ? *)",
        }),
      ],
    },
    {
      name: "targets and groups of one size",
      stack: [target({ minCapacity: 2, maxCapacity: 2 }), group({ minSize: 1, maxSize: 1 })],
    },
    {
      name: "sizes that are not known yet",
      stack: [target({ maxCapacity: unknown }), group({ minSize: unknown })],
      shape: "preview",
    },
    {
      name: "a policy of the group",
      stack: [nodes, resource("aws:autoscaling/policy:Policy", "cpu", { autoscalingGroupName: nodes.name })],
    },
    {
      name: "a group of a capacity provider",
      stack: [
        nodes,
        resource("aws:ecs/capacityProvider:CapacityProvider", "nodes", {
          autoScalingGroupProvider: { autoScalingGroupArn: nodes.arn },
        }),
      ],
    },
    {
      name: "groups that Kubernetes scales",
      stack: [
        group({ tags: [{ key: "k8s.io/cluster-autoscaler/enabled", value: "true", propagateAtLaunch: true }] }),
        resource("aws:autoscaling/group:Group", "more", {
          minSize: 1,
          maxSize: 4,
          tags: [{ key: "kubernetes.io/cluster/shop", value: "owned", propagateAtLaunch: true }],
        }),
      ],
    },
    {
      name: "tags that are not known yet",
      stack: [group({ tags: unknown }), group({ tags: [{ key: unknown, value: "a" }] })],
      shape: "preview",
    },
    {
      name: "a stack with a scaling plan",
      stack: [nodes, first, resource("aws:autoscalingplans/scalingPlan:ScalingPlan", "all", {})],
    },
    {
      name: "a group that is skipped with --target, or only read",
      stack: [resource("aws:autoscaling/group:Group", "shared", {}, { external: true })],
    },
  ],
  invalid: [
    {
      name: "a target without a policy",
      stack: ofApi,
      findings: [{ resource: "api", message: /^The target may scale between 2 and 10/ }],
    },
    {
      name: "a policy of another service",
      stack: [...ofApi, web, policy(text`service/${cluster.name}/${web.name}`)],
      findings: [{ resource: "api" }],
    },
    {
      name: "a policy of another dimension",
      stack: [
        target({ resourceId: "table/orders", scalableDimension: "dynamodb:table:ReadCapacityUnits" }),
        policy("table/orders", "dynamodb:table:WriteCapacityUnits"),
      ],
      findings: [{ resource: "api" }],
    },
    {
      name: "a group without a policy",
      stack: [group({ tags: [{ key: "Name", value: "nodes", propagateAtLaunch: true }, { value: "a" }] })],
      findings: [{ resource: "nodes", message: /^The group may have between 1 and 4 instances/ }],
    },
    {
      name: "a schedule of another group",
      stack: [nodes, resource("aws:autoscaling/schedule:Schedule", "night", { autoscalingGroupName: "others" })],
      findings: [{ resource: "nodes" }],
    },
  ],
  undecided: [
    {
      name: "a policy whose resource is not known yet",
      stack: [target({ resourceId: "service/shop/api" }), policy(unknown)],
      at: ["api"],
    },
    {
      name: "a policy whose group is not known yet",
      stack: [nodes, resource("aws:autoscaling/policy:Policy", "cpu", { autoscalingGroupName: unknown })],
      at: ["nodes"],
    },
    {
      name: "policies that are skipped with --target",
      stack: [
        target({ resourceId: "service/shop/api" }),
        nodes,
        resource("aws:appautoscaling/policy:Policy", "cpu", {}, { external: true }),
        resource("aws:autoscaling/policy:Policy", "nodes", {}, { external: true }),
      ],
      at: ["api", "nodes"],
    },
  ],
});
