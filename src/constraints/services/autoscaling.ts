import { AUTOSCALING_GROUP, EC2_LAUNCH_TEMPLATE, LB_TARGET_GROUP } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";
import { TEMPLATE_VERSION } from "../launch-template-version";
const LIFECYCLE_HOOK = "aws:autoscaling/lifecycleHook:LifecycleHook";

const SCHEDULE = "aws:autoscaling/schedule:Schedule";
const POLICY = "aws:autoscaling/policy:Policy";
const API = "https://docs.aws.amazon.com/autoscaling/ec2/APIReference";
const CREATE = `${API}/API_CreateAutoScalingGroup.html`;
const PUT_POLICY = `${API}/API_PutScalingPolicy.html`;

const group = {
  minSize: 1,
  maxSize: 3,
  vpcZoneIdentifiers: ["subnet-0a"],
  launchTemplate: { id: "lt-0a", version: "$Latest" },
};
const TARGETS = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/orders/0a1b2c3d4e5f6a7b";
const tracking = {
  autoscalingGroupName: "shop",
  policyType: "TargetTrackingScaling",
  targetTrackingConfiguration: {
    targetValue: 50,
    predefinedMetricSpecification: { predefinedMetricType: "ASGAverageCPUUtilization" },
  },
};

const PREDICTIVE = `${API}/API_PredictiveScalingConfiguration.html`;
const predictive = (more: object): Record<string, unknown> => ({
  autoscalingGroupName: "x",
  policyType: "PredictiveScaling",
  predictiveScalingConfiguration: {
    metricSpecification: {
      targetValue: 40,
      predefinedMetricPairSpecification: { predefinedMetricType: "ASGCPUUtilization" },
    },
    ...more,
  },
});
const mixed = (overrides: object[], instancesDistribution: object = {}): Record<string, unknown> => ({
  minSize: 1,
  maxSize: 2,
  vpcZoneIdentifiers: ["subnet-1"],
  mixedInstancesPolicy: {
    instancesDistribution,
    launchTemplate: { launchTemplateSpecification: { launchTemplateId: "lt-1", version: "1" }, overrides },
  },
});

/** A group with a policy of mixed instances, whose launch template has these arguments. */
const mixedFrom = (launchTemplateId: object): Record<string, unknown> => ({
  minSize: 1,
  maxSize: 2,
  vpcZoneIdentifiers: ["subnet-0a"],
  mixedInstancesPolicy: { launchTemplate: { launchTemplateSpecification: { launchTemplateId } } },
});

export default {
  date: "2026-11-29",
  constraints: {
    "aws.autoscaling.group.template-version": {
      type: AUTOSCALING_GROUP,
      require: {
        "launchTemplate.version": TEMPLATE_VERSION,
        "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.version": TEMPLATE_VERSION,
      },
      must: 'The version of a launch template is a number, "$Latest" or "$Default".',
      awsError: "ValidationError: Invalid launch template version",
      source: `${API}/API_LaunchTemplateSpecification.html`,
      accepts: [group, { ...group, launchTemplate: { id: "lt-0a", version: 3 } }],
      rejects: [{ ...group, launchTemplate: { id: "lt-0a", version: "latest" } }],
    },
    "aws.autoscaling.group.size-range": {
      type: AUTOSCALING_GROUP,
      require: { maxSize: { min: { property: "minSize" } } },
      must: "`maxSize` cannot be smaller than `minSize`.",
      source: CREATE,
      accepts: [group, { ...group, minSize: 0, maxSize: 0 }],
      rejects: [{ ...group, minSize: 5 }],
    },
    "aws.autoscaling.group.desired-capacity": {
      type: AUTOSCALING_GROUP,
      require: { desiredCapacity: { min: { property: "minSize" }, max: { property: "maxSize" } } },
      must: "`desiredCapacity` must be between `minSize` and `maxSize`.",
      source: CREATE,
      accepts: [{ ...group, desiredCapacity: 3 }],
      rejects: [
        { ...group, desiredCapacity: 5 },
        { ...group, desiredCapacity: 0 },
      ],
    },
    "aws.autoscaling.group.one-template": {
      type: AUTOSCALING_GROUP,
      require: { exactlyOne: ["launchTemplate", "launchConfiguration", "mixedInstancesPolicy"] },
      must: "Instances must start from one of `launchTemplate`, `mixedInstancesPolicy` and `launchConfiguration`.",
      source: CREATE,
      accepts: [group],
      rejects: [
        { minSize: 1, maxSize: 3, vpcZoneIdentifiers: ["subnet-0a"] },
        { ...group, launchConfiguration: "shop" },
      ],
    },
    "aws.autoscaling.group.zones-or-subnets": {
      type: AUTOSCALING_GROUP,
      require: { atLeastOne: ["availabilityZones", "vpcZoneIdentifiers"] },
      must: "A group requires the subnets in `vpcZoneIdentifiers`, or `availabilityZones`.",
      source: CREATE,
      accepts: [group],
      rejects: [{ ...group, vpcZoneIdentifiers: [] }],
    },
    "aws.autoscaling.group.template-id-or-name": {
      type: AUTOSCALING_GROUP,
      when: { launchTemplate: { present: true } },
      require: { exactlyOne: ["launchTemplate.id", "launchTemplate.name"] },
      must: "A launch template must be named by `launchTemplate.id` or `launchTemplate.name`, not by both.",
      source: `${API}/API_LaunchTemplateSpecification.html`,
      accepts: [group],
      rejects: [{ ...group, launchTemplate: { id: "lt-0a", name: "shop" } }],
    },
    "aws.autoscaling.group.instance-lifetime": {
      type: AUTOSCALING_GROUP,
      require: { maxInstanceLifetime: { anyOf: [0, { min: 86400, max: 31536000 }] } },
      must: "Instances live for one day (86400 seconds) to one year; 0 means without end.",
      source: CREATE,
      accepts: [{ ...group, maxInstanceLifetime: 604800 }],
      rejects: [{ ...group, maxInstanceLifetime: 3600 }],
    },
    "aws.autoscaling.policy.target-tracking": {
      type: POLICY,
      when: { policyType: "TargetTrackingScaling" },
      require: { targetTrackingConfiguration: { present: true } },
      must: "This policy requires `targetTrackingConfiguration`.",
      source: PUT_POLICY,
      accepts: [tracking],
      rejects: [{ autoscalingGroupName: "shop", policyType: "TargetTrackingScaling" }],
    },
    "aws.autoscaling.policy.tracking-type": {
      type: POLICY,
      when: { targetTrackingConfiguration: { present: true } },
      defaults: { policyType: "SimpleScaling" },
      require: { policyType: "TargetTrackingScaling" },
      must: 'A target to track requires `policyType: "TargetTrackingScaling"`.',
      source: PUT_POLICY,
      accepts: [tracking],
      rejects: [{ ...tracking, policyType: "" }],
    },
    "aws.autoscaling.policy.tracking-metric": {
      type: POLICY,
      when: { targetTrackingConfiguration: { present: true } },
      require: {
        exactlyOne: [
          "targetTrackingConfiguration.predefinedMetricSpecification",
          "targetTrackingConfiguration.customizedMetricSpecification",
        ],
      },
      must: "A policy tracks one metric: a predefined or a customized one.",
      source: `${API}/API_TargetTrackingConfiguration.html`,
      accepts: [tracking],
      rejects: [{ ...tracking, targetTrackingConfiguration: { targetValue: 50 } }],
    },
    "aws.autoscaling.policy.step-adjustments": {
      type: POLICY,
      when: { policyType: "StepScaling" },
      require: { stepAdjustments: { present: true }, adjustmentType: { present: true } },
      must: "A policy with steps requires `stepAdjustments` and `adjustmentType`.",
      source: PUT_POLICY,
      accepts: [
        {
          autoscalingGroupName: "shop",
          policyType: "StepScaling",
          adjustmentType: "ChangeInCapacity",
          stepAdjustments: [{ scalingAdjustment: 1, metricIntervalLowerBound: "0" }],
        },
      ],
      rejects: [{ autoscalingGroupName: "shop", policyType: "StepScaling", adjustmentType: "ChangeInCapacity" }],
    },
    "aws.autoscaling.group.on-demand-share": {
      type: "aws:autoscaling/group:Group",
      require: {
        "mixedInstancesPolicy.instancesDistribution.onDemandPercentageAboveBaseCapacity": { min: 0, max: 100 },
      },
      must: "`onDemandPercentageAboveBaseCapacity` is 0 to 100.",
      source: "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstancesDistribution.html",
      accepts: [
        {
          maxSize: 2,
          minSize: 1,
          vpcZoneIdentifiers: ["x"],
          mixedInstancesPolicy: {
            instancesDistribution: { onDemandPercentageAboveBaseCapacity: 20 },
            launchTemplate: { launchTemplateSpecification: { launchTemplateId: "x" } },
          },
        },
      ],
      rejects: [{ mixedInstancesPolicy: { instancesDistribution: { onDemandPercentageAboveBaseCapacity: 120 } } }],
    },
    "aws.autoscaling.lifecycle-hook.heartbeat": {
      type: "aws:autoscaling/lifecycleHook:LifecycleHook",
      when: { heartbeatTimeout: { present: true } },
      require: { heartbeatTimeout: { min: 30, max: 7200 } },
      must: "`heartbeatTimeout` is 30 to 7200 seconds.",
      source: "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PutLifecycleHook.html",
      accepts: [{ heartbeatTimeout: 300 }],
      rejects: [{ heartbeatTimeout: 10 }, { heartbeatTimeout: 259200 }],
    },
    "aws.autoscaling.policy.predictive": {
      type: POLICY,
      when: { policyType: "PredictiveScaling" },
      require: { predictiveScalingConfiguration: { present: true } },
      must: "Predictive scaling requires `predictiveScalingConfiguration`.",
      source: PUT_POLICY,
      accepts: [predictive({})],
      rejects: [{ autoscalingGroupName: "x", policyType: "PredictiveScaling" }],
    },
    "aws.autoscaling.policy.capacity-buffer": {
      type: POLICY,
      when: { "predictiveScalingConfiguration.maxCapacityBuffer": { present: true } },
      defaults: { "predictiveScalingConfiguration.maxCapacityBreachBehavior": "HonorMaxCapacity" },
      require: { "predictiveScalingConfiguration.maxCapacityBreachBehavior": "IncreaseMaxCapacity" },
      must: 'A buffer requires `maxCapacityBreachBehavior: "IncreaseMaxCapacity"`.',
      source: PREDICTIVE,
      accepts: [predictive({ maxCapacityBreachBehavior: "IncreaseMaxCapacity", maxCapacityBuffer: "10" })],
      rejects: [predictive({ maxCapacityBuffer: "10" })],
    },
    "aws.autoscaling.policy.capacity-behavior": {
      type: POLICY,
      when: { "predictiveScalingConfiguration.maxCapacityBreachBehavior": "IncreaseMaxCapacity" },
      require: { "predictiveScalingConfiguration.maxCapacityBuffer": { present: true } },
      must: "To increase the maximum requires `maxCapacityBuffer`.",
      source: PREDICTIVE,
      accepts: [predictive({ maxCapacityBreachBehavior: "IncreaseMaxCapacity", maxCapacityBuffer: "10" })],
      rejects: [predictive({ maxCapacityBreachBehavior: "IncreaseMaxCapacity" })],
    },
    "aws.autoscaling.policy.cooldown": {
      type: POLICY,
      when: { policyType: ["StepScaling", "TargetTrackingScaling", "PredictiveScaling"] },
      require: { cooldown: { present: false } },
      must: "Only simple scaling has `cooldown`.",
      source: PUT_POLICY,
      accepts: [{ autoscalingGroupName: "x", adjustmentType: "ChangeInCapacity", scalingAdjustment: 1, cooldown: 60 }],
      rejects: [{ ...tracking, cooldown: 60 }],
    },
    "aws.autoscaling.policy.simple": {
      type: POLICY,
      when: { policyType: "SimpleScaling" },
      require: { scalingAdjustment: { present: true }, adjustmentType: { present: true } },
      must: "Simple scaling requires `adjustmentType` and `scalingAdjustment`.",
      source: PUT_POLICY,
      accepts: [
        {
          autoscalingGroupName: "x",
          policyType: "SimpleScaling",
          adjustmentType: "ChangeInCapacity",
          scalingAdjustment: 1,
        },
      ],
      rejects: [{ autoscalingGroupName: "x", policyType: "SimpleScaling", adjustmentType: "ChangeInCapacity" }],
    },
    "aws.autoscaling.policy.exact-capacity": {
      type: POLICY,
      when: { adjustmentType: "ExactCapacity" },
      require: { scalingAdjustment: { min: 0 } },
      must: "An exact capacity must not be negative.",
      source: PUT_POLICY,
      accepts: [
        {
          autoscalingGroupName: "x",
          policyType: "SimpleScaling",
          adjustmentType: "ExactCapacity",
          scalingAdjustment: 0,
        },
        {
          autoscalingGroupName: "x",
          policyType: "SimpleScaling",
          adjustmentType: "ChangeInCapacity",
          scalingAdjustment: -1,
        },
      ],
      rejects: [
        {
          autoscalingGroupName: "x",
          policyType: "SimpleScaling",
          adjustmentType: "ExactCapacity",
          scalingAdjustment: -1,
        },
      ],
    },
    "aws.autoscaling.policy.request-count-label": {
      type: POLICY,
      when: {
        "targetTrackingConfiguration.predefinedMetricSpecification.predefinedMetricType": "ALBRequestCountPerTarget",
      },
      require: { "targetTrackingConfiguration.predefinedMetricSpecification.resourceLabel": { present: true } },
      must: "Requests for each target require the `resourceLabel` of the load balancer and target group.",
      source: `${API}/API_PredefinedMetricSpecification.html`,
      accepts: [
        {
          autoscalingGroupName: "x",
          policyType: "TargetTrackingScaling",
          targetTrackingConfiguration: {
            targetValue: 100,
            predefinedMetricSpecification: {
              predefinedMetricType: "ALBRequestCountPerTarget",
              resourceLabel: "app/x/1/targetgroup/y/2",
            },
          },
        },
      ],
      rejects: [
        {
          autoscalingGroupName: "x",
          policyType: "TargetTrackingScaling",
          targetTrackingConfiguration: {
            targetValue: 100,
            predefinedMetricSpecification: { predefinedMetricType: "ALBRequestCountPerTarget" },
          },
        },
      ],
    },
    "aws.autoscaling.policy.step-bounds": {
      type: POLICY,
      each: "stepAdjustments",
      require: { metricIntervalUpperBound: { above: { property: "metricIntervalLowerBound" } } },
      must: "The upper bound of a step must be above its lower bound.",
      source: `${API}/API_StepAdjustment.html`,
      accepts: [
        {
          autoscalingGroupName: "x",
          policyType: "StepScaling",
          adjustmentType: "ChangeInCapacity",
          stepAdjustments: [
            { metricIntervalLowerBound: "0", metricIntervalUpperBound: "10", scalingAdjustment: 1 },
            { metricIntervalLowerBound: "10", scalingAdjustment: 2 },
          ],
        },
      ],
      rejects: [
        {
          autoscalingGroupName: "x",
          policyType: "StepScaling",
          adjustmentType: "ChangeInCapacity",
          stepAdjustments: [{ metricIntervalLowerBound: "10", metricIntervalUpperBound: "0", scalingAdjustment: 1 }],
        },
      ],
    },
    "aws.autoscaling.policy.percent-magnitude": {
      type: POLICY,
      when: { minAdjustmentMagnitude: { above: 0 } },
      require: { adjustmentType: "PercentChangeInCapacity" },
      must: "Only a change by percent has `minAdjustmentMagnitude`.",
      source: PUT_POLICY,
      accepts: [
        {
          autoscalingGroupName: "x",
          policyType: "SimpleScaling",
          adjustmentType: "PercentChangeInCapacity",
          minAdjustmentMagnitude: 2,
          scalingAdjustment: 20,
        },
      ],
      rejects: [
        {
          autoscalingGroupName: "x",
          policyType: "SimpleScaling",
          adjustmentType: "ChangeInCapacity",
          minAdjustmentMagnitude: 2,
          scalingAdjustment: 2,
        },
      ],
      level: "advisory",
    },
    "aws.autoscaling.group.override-type": {
      type: AUTOSCALING_GROUP,
      each: "mixedInstancesPolicy.launchTemplate.overrides",
      require: { atMostOne: ["instanceType", "instanceRequirements"] },
      must: "An override names an instance type or requirements: leave out one of the two.",
      source: `${API}/API_LaunchTemplateOverrides.html`,
      accepts: [mixed([{ instanceType: "m7g.large" }, { instanceType: "m7g.xlarge" }])],
      rejects: [
        mixed([
          { instanceType: "m7g.large", instanceRequirements: { vcpuCount: { min: 2 }, memoryMib: { min: 4096 } } },
        ]),
      ],
    },
    "aws.autoscaling.group.override-types-differ": {
      type: AUTOSCALING_GROUP,
      require: { "mixedInstancesPolicy.launchTemplate.overrides": { uniqueBy: "instanceType" } },
      must: "Each override names an instance type of its own.",
      source: `${API}/API_LaunchTemplateOverrides.html`,
      level: "advisory",
      accepts: [mixed([{ instanceType: "m7g.large" }, { instanceType: "m7g.xlarge" }])],
      rejects: [mixed([{ instanceType: "m7g.large" }, { instanceType: "m7g.large" }])],
    },
    "aws.autoscaling.group.override-lists": {
      type: AUTOSCALING_GROUP,
      each: "mixedInstancesPolicy.launchTemplate.overrides",
      require: {
        atMostOne: ["instanceRequirements.allowedInstanceTypes", "instanceRequirements.excludedInstanceTypes"],
      },
      must: "Requirements either allow or exclude instance types: leave out one of the two lists.",
      source: `${API}/API_InstanceRequirements.html`,
      accepts: [
        mixed([
          { instanceRequirements: { vcpuCount: { min: 2 }, memoryMib: { min: 4096 }, allowedInstanceTypes: ["m7*"] } },
        ]),
      ],
      rejects: [
        mixed([
          {
            instanceRequirements: {
              vcpuCount: { min: 2 },
              memoryMib: { min: 4096 },
              allowedInstanceTypes: ["m7*"],
              excludedInstanceTypes: ["m7a*"],
            },
          },
        ]),
      ],
    },
    "aws.autoscaling.group.weights": {
      type: AUTOSCALING_GROUP,
      when: { "mixedInstancesPolicy.launchTemplate.overrides": { some: { weightedCapacity: { present: true } } } },
      require: {
        "mixedInstancesPolicy.launchTemplate.overrides": {
          none: { weightedCapacity: { present: false } },
        },
      },
      must: "All overrides have `weightedCapacity`, or none of them.",
      source: `${API}/API_LaunchTemplateOverrides.html`,
      accepts: [
        mixed([
          { instanceType: "m7g.large", weightedCapacity: "1" },
          { instanceType: "m7g.xlarge", weightedCapacity: "2" },
        ]),
      ],
      rejects: [mixed([{ instanceType: "m7g.large", weightedCapacity: "1" }, { instanceType: "m7g.xlarge" }])],
    },
    "aws.autoscaling.group.spot-pools": {
      type: AUTOSCALING_GROUP,
      when: { "mixedInstancesPolicy.instancesDistribution.spotInstancePools": { above: 0 } },
      require: {
        "mixedInstancesPolicy.instancesDistribution.spotAllocationStrategy": "lowest-price",
        "mixedInstancesPolicy.instancesDistribution.spotInstancePools": { max: 20 },
      },
      must: "Only the strategy lowest-price has `spotInstancePools`, from 1 to 20.",
      source: `${API}/API_InstancesDistribution.html`,
      accepts: [mixed([], { spotAllocationStrategy: "lowest-price", spotInstancePools: 2 })],
      rejects: [mixed([], { spotAllocationStrategy: "capacity-optimized", spotInstancePools: 2 })],
    },
    "aws.autoscaling.group.prioritized-requirements": {
      type: AUTOSCALING_GROUP,
      when: { "mixedInstancesPolicy.launchTemplate.overrides": { some: { instanceRequirements: { present: true } } } },
      require: { "mixedInstancesPolicy.instancesDistribution.onDemandAllocationStrategy": "lowest-price" },
      must: 'Requirements have no order: set `onDemandAllocationStrategy: "lowest-price"`.',
      source: `${API}/API_InstancesDistribution.html`,
      accepts: [
        mixed([{ instanceRequirements: { vcpuCount: { min: 2 }, memoryMib: { min: 4096 } } }], {
          onDemandAllocationStrategy: "lowest-price",
        }),
      ],
      rejects: [
        mixed([{ instanceRequirements: { vcpuCount: { min: 2 }, memoryMib: { min: 4096 } } }], {
          onDemandAllocationStrategy: "prioritized",
        }),
      ],
    },
    "aws.autoscaling.group.maintenance": {
      type: AUTOSCALING_GROUP,
      require: {
        "instanceMaintenancePolicy.minHealthyPercentage": { min: -1, max: 100 },
        "instanceMaintenancePolicy.maxHealthyPercentage": { anyOf: [-1, { min: 100, max: 200 }] },
      },
      must: "While instances are replaced, at least 0 to 100 and at most 100 to 200 percent of them are healthy.",
      source: `${API}/API_InstanceMaintenancePolicy.html`,
      accepts: [{ ...group, instanceMaintenancePolicy: { minHealthyPercentage: 90, maxHealthyPercentage: 120 } }],
      rejects: [{ ...group, instanceMaintenancePolicy: { minHealthyPercentage: 90, maxHealthyPercentage: 80 } }],
    },
    "aws.autoscaling.group.checkpoints": {
      type: AUTOSCALING_GROUP,
      require: { "instanceRefresh.preferences.checkpointPercentages": { every: { min: 1, max: 100 } } },
      must: "Checkpoints of a refresh are percentages from 1 to 100.",
      source: `${API}/API_RefreshPreferences.html`,
      accepts: [
        { ...group, instanceRefresh: { strategy: "Rolling", preferences: { checkpointPercentages: [20, 100] } } },
      ],
      rejects: [
        { ...group, instanceRefresh: { strategy: "Rolling", preferences: { checkpointPercentages: [20, 120] } } },
      ],
    },
    "aws.autoscaling.schedule.a-size": {
      type: SCHEDULE,
      require: { atLeastOne: ["minSize", "maxSize", "desiredCapacity"] },
      must: "A scheduled action changes `minSize`, `maxSize` or `desiredCapacity`: set one of them.",
      source: `${API}/API_PutScheduledUpdateGroupAction.html`,
      accepts: [{ autoscalingGroupName: "x", scheduledActionName: "x", recurrence: "0 20 * * *", minSize: 0 }],
      rejects: [{ autoscalingGroupName: "x", scheduledActionName: "x", recurrence: "0 20 * * *" }],
      level: "advisory",
    },
    "aws.autoscaling.schedule.recurrence": {
      type: SCHEDULE,
      require: { recurrence: { matches: /^(?:\S+\s+){4}\S+$/ } },
      must: "`recurrence` is a cron expression of five fields, without the word cron.",
      source: `${API}/API_PutScheduledUpdateGroupAction.html`,
      accepts: [{ autoscalingGroupName: "x", scheduledActionName: "x", recurrence: "0 20 * * MON-FRI", minSize: 0 }],
      rejects: [{ autoscalingGroupName: "x", scheduledActionName: "x", recurrence: "cron(0 20 * * ? *)", minSize: 0 }],
    },
    "aws.autoscaling.schedule.sizes": {
      type: SCHEDULE,
      when: { minSize: { min: 0 }, maxSize: { min: 0 } },
      require: { minSize: { max: { property: "maxSize" } } },
      must: "`minSize` must not be above `maxSize`.",
      source: `${API}/API_PutScheduledUpdateGroupAction.html`,
      accepts: [
        { autoscalingGroupName: "x", scheduledActionName: "x", recurrence: "0 20 * * *", minSize: 0, maxSize: 2 },
        { autoscalingGroupName: "x", scheduledActionName: "x", recurrence: "0 20 * * *", minSize: 2, maxSize: -1 },
      ],
      rejects: [
        { autoscalingGroupName: "x", scheduledActionName: "x", recurrence: "0 20 * * *", minSize: 3, maxSize: 2 },
      ],
    },
    "aws.autoscaling.group.health-check-type": {
      type: AUTOSCALING_GROUP,
      require: { healthCheckType: { matches: /^(?:EC2|ELB|EBS|VPC_LATTICE)(?:,\s*(?:EC2|ELB|EBS|VPC_LATTICE))*$/ } },
      must: 'The health comes from "EC2", "ELB", "EBS" or "VPC_LATTICE".',
      source: "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html",
      accepts: [
        {
          minSize: 1,
          maxSize: 2,
          vpcZoneIdentifiers: ["a"],
          launchTemplate: { id: "lt-1", version: "1" },
          healthCheckType: "ELB",
        },
      ],
      rejects: [
        {
          minSize: 1,
          maxSize: 2,
          vpcZoneIdentifiers: ["a"],
          launchTemplate: { id: "lt-1", version: "1" },
          healthCheckType: "ALB",
        },
        {
          minSize: 1,
          maxSize: 2,
          vpcZoneIdentifiers: ["a"],
          launchTemplate: { id: "lt-1", version: "1" },
          healthCheckType: "elb",
        },
      ],
    },
    "aws.autoscaling.group.refresh-strategy": {
      type: AUTOSCALING_GROUP,
      require: { "instanceRefresh.strategy": ["Rolling", "ReplaceRootVolume"] },
      must: '`strategy` must be "Rolling" or "ReplaceRootVolume".',
      source: "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_StartInstanceRefresh.html",
      accepts: [
        {
          minSize: 1,
          maxSize: 2,
          vpcZoneIdentifiers: ["a"],
          launchTemplate: { id: "lt-1", version: "1" },
          instanceRefresh: { strategy: "Rolling" },
        },
      ],
      rejects: [
        {
          minSize: 1,
          maxSize: 2,
          vpcZoneIdentifiers: ["a"],
          launchTemplate: { id: "lt-1", version: "1" },
          instanceRefresh: { strategy: "rolling" },
        },
      ],
    },
    "aws.autoscaling.group.hook": {
      type: AUTOSCALING_GROUP,
      each: "initialLifecycleHooks",
      require: {
        heartbeatTimeout: { min: 30, max: 7200 },
        defaultResult: ["CONTINUE", "ABANDON"],
        lifecycleTransition: ["autoscaling:EC2_INSTANCE_LAUNCHING", "autoscaling:EC2_INSTANCE_TERMINATING"],
      },
      must: "A hook waits for 30 to 7,200 seconds at launching or terminating, and then goes on with CONTINUE or ABANDON.",
      source: "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_LifecycleHookSpecification.html",
      accepts: [
        {
          minSize: 1,
          maxSize: 2,
          vpcZoneIdentifiers: ["a"],
          launchTemplate: { id: "lt-1", version: "1" },
          initialLifecycleHooks: [
            {
              name: "a",
              heartbeatTimeout: 300,
              defaultResult: "CONTINUE",
              lifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING",
            },
          ],
        },
      ],
      rejects: [
        {
          minSize: 1,
          maxSize: 2,
          vpcZoneIdentifiers: ["a"],
          launchTemplate: { id: "lt-1", version: "1" },
          initialLifecycleHooks: [
            {
              name: "a",
              heartbeatTimeout: 10,
              defaultResult: "CONTINUE",
              lifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING",
            },
          ],
        },
        {
          minSize: 1,
          maxSize: 2,
          vpcZoneIdentifiers: ["a"],
          launchTemplate: { id: "lt-1", version: "1" },
          initialLifecycleHooks: [{ name: "a", lifecycleTransition: "EC2_INSTANCE_LAUNCHING" }],
        },
      ],
    },
    "aws.autoscaling.lifecycle-hook.transition": {
      type: LIFECYCLE_HOOK,
      require: {
        defaultResult: ["CONTINUE", "ABANDON"],
        lifecycleTransition: ["autoscaling:EC2_INSTANCE_LAUNCHING", "autoscaling:EC2_INSTANCE_TERMINATING"],
      },
      must: "A hook is for launching or terminating, and goes on with CONTINUE or ABANDON.",
      source: "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PutLifecycleHook.html",
      accepts: [
        {
          autoscalingGroupName: "a",
          defaultResult: "ABANDON",
          lifecycleTransition: "autoscaling:EC2_INSTANCE_TERMINATING",
        },
      ],
      rejects: [
        { autoscalingGroupName: "a", lifecycleTransition: "EC2_INSTANCE_TERMINATING" },
        {
          autoscalingGroupName: "a",
          defaultResult: "STOP",
          lifecycleTransition: "autoscaling:EC2_INSTANCE_TERMINATING",
        },
      ],
    },
    "aws.autoscaling.group.metrics": {
      type: AUTOSCALING_GROUP,
      require: {
        enabledMetrics: { every: { matches: /^(?:Group|WarmPool)[A-Z][A-Za-z]+$/ } },
        metricsGranularity: "1Minute",
      },
      must: "A group's metrics have names such as GroupDesiredCapacity, and one value a minute.",
      source: "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_EnableMetricsCollection.html",
      accepts: [
        {
          minSize: 1,
          maxSize: 2,
          vpcZoneIdentifiers: ["a"],
          launchTemplate: { id: "lt-1", version: "1" },
          enabledMetrics: ["GroupMinSize"],
          metricsGranularity: "1Minute",
        },
      ],
      rejects: [
        {
          minSize: 1,
          maxSize: 2,
          vpcZoneIdentifiers: ["a"],
          launchTemplate: { id: "lt-1", version: "1" },
          enabledMetrics: ["CPUUtilization"],
        },
        {
          minSize: 1,
          maxSize: 2,
          vpcZoneIdentifiers: ["a"],
          launchTemplate: { id: "lt-1", version: "1" },
          metricsGranularity: "5Minutes",
        },
      ],
    },
    "aws.autoscaling.policy.tracking-alone": {
      type: POLICY,
      when: { policyType: "TargetTrackingScaling" },
      require: {
        adjustmentType: { present: false },
        scalingAdjustment: { present: false },
        stepAdjustments: { present: false },
      },
      must: "A policy that tracks a target has no adjustments: leave out `adjustmentType` and `scalingAdjustment`.",
      source: "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PutScalingPolicy.html",
      accepts: [
        {
          autoscalingGroupName: "a",
          policyType: "TargetTrackingScaling",
          targetTrackingConfiguration: {
            targetValue: 50,
            predefinedMetricSpecification: { predefinedMetricType: "ASGAverageCPUUtilization" },
          },
        },
      ],
      rejects: [
        {
          autoscalingGroupName: "a",
          policyType: "TargetTrackingScaling",
          adjustmentType: "ChangeInCapacity",
          scalingAdjustment: 1,
          targetTrackingConfiguration: {
            targetValue: 50,
            predefinedMetricSpecification: { predefinedMetricType: "ASGAverageCPUUtilization" },
          },
        },
      ],
    },
    "aws.autoscaling.schedule.end-after-start": {
      type: SCHEDULE,
      require: { endTime: { after: "startTime" } },
      must: "The schedule ends after it begins: `endTime` is later than `startTime`.",
      source: "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PutScheduledUpdateGroupAction.html",
      accepts: [
        {
          autoscalingGroupName: "a",
          scheduledActionName: "b",
          minSize: 1,
          startTime: "2030-01-01T00:00:00Z",
          endTime: "2030-02-01T00:00:00Z",
          recurrence: "0 8 * * 1",
        },
      ],
      rejects: [
        {
          autoscalingGroupName: "a",
          scheduledActionName: "b",
          minSize: 1,
          startTime: "2030-02-01T00:00:00Z",
          endTime: "2030-01-01T00:00:00Z",
          recurrence: "0 8 * * 1",
        },
      ],
    },
    "aws.autoscaling.group.instance-targets": {
      type: AUTOSCALING_GROUP,
      refers: { targetGroupArns: LB_TARGET_GROUP },
      defaults: { "targetGroupArns->targetType": "instance" },
      require: { "targetGroupArns->targetType": "instance" },
      must: 'An Auto Scaling group registers instances, in target groups with `targetType: "instance"`.',
      source: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/attach-load-balancer-asg.html",
      accepts: [
        {
          minSize: 1,
          maxSize: 2,
          targetGroupArns: [{}],
          launchTemplate: { id: "lt-0a" },
          vpcZoneIdentifiers: ["subnet-0a"],
        },
      ],
      rejects: [
        {
          minSize: 1,
          maxSize: 2,
          targetGroupArns: [{}, { targetType: "ip" }],
          launchTemplate: { id: "lt-0a" },
          vpcZoneIdentifiers: ["subnet-0a"],
        },
      ],
    },
    "aws.autoscaling.attachment.instance-targets": {
      type: "aws:autoscaling/attachment:Attachment",
      refers: { lbTargetGroupArn: LB_TARGET_GROUP },
      defaults: { "lbTargetGroupArn->targetType": "instance" },
      require: { "lbTargetGroupArn->targetType": "instance" },
      must: 'An Auto Scaling group registers instances, in target groups with `targetType: "instance"`.',
      source: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/attach-load-balancer-asg.html",
      accepts: [{ autoscalingGroupName: "x", lbTargetGroupArn: {} }],
      rejects: [{ autoscalingGroupName: "x", lbTargetGroupArn: { targetType: "ip" } }],
    },
    "aws.autoscaling.group.mixed-spot-template": {
      type: AUTOSCALING_GROUP,
      refers: {
        "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.launchTemplateId": EC2_LAUNCH_TEMPLATE,
      },
      require: {
        "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.launchTemplateId->instanceMarketOptions.marketType":
          { not: "spot" },
      },
      must: "With a `mixedInstancesPolicy`, the group and not its launch template has the settings of Spot Instances.",
      source: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/create-launch-template.html",
      accepts: [
        mixedFrom({ instanceType: "t3.small" }),
        mixedFrom({ instanceMarketOptions: { marketType: "capacity-block" } }),
      ],
      rejects: [mixedFrom({ instanceMarketOptions: { marketType: "spot" } })],
    },
    "aws.autoscaling.group.zones-and-subnets": {
      type: AUTOSCALING_GROUP,
      require: { atMostOne: ["availabilityZones", "vpcZoneIdentifiers"] },
      must: "The subnets of a group decide its zones: leave out `availabilityZones`.",
      source: CREATE,
      accepts: [group, { ...group, vpcZoneIdentifiers: [], availabilityZones: ["us-east-1a"] }],
      rejects: [{ ...group, availabilityZones: ["us-east-1a"] }],
    },
    "aws.autoscaling.group.on-demand-strategy": {
      type: AUTOSCALING_GROUP,
      require: {
        "mixedInstancesPolicy.instancesDistribution.onDemandAllocationStrategy": ["lowest-price", "prioritized"],
      },
      must: '`onDemandAllocationStrategy` must be "lowest-price" or "prioritized".',
      source: `${API}/API_InstancesDistribution.html`,
      accepts: [mixed([], { onDemandAllocationStrategy: "prioritized" })],
      rejects: [mixed([], { onDemandAllocationStrategy: "capacity-optimized" })],
    },
    "aws.autoscaling.group.spot-strategy": {
      type: AUTOSCALING_GROUP,
      require: {
        "mixedInstancesPolicy.instancesDistribution.spotAllocationStrategy": [
          "lowest-price",
          "capacity-optimized",
          "capacity-optimized-prioritized",
          "price-capacity-optimized",
        ],
      },
      must: '`spotAllocationStrategy` must be "price-capacity-optimized", "capacity-optimized", "capacity-optimized-prioritized" or "lowest-price".',
      source: `${API}/API_InstancesDistribution.html`,
      accepts: [mixed([], { spotAllocationStrategy: "price-capacity-optimized" })],
      rejects: [
        mixed([], { spotAllocationStrategy: "priceCapacityOptimized" }),
        mixed([], { spotAllocationStrategy: "diversified" }),
      ],
    },
    "aws.autoscaling.group.spot-prioritized-requirements": {
      type: AUTOSCALING_GROUP,
      when: { "mixedInstancesPolicy.launchTemplate.overrides": { some: { instanceRequirements: { present: true } } } },
      require: {
        "mixedInstancesPolicy.instancesDistribution.spotAllocationStrategy": { not: "capacity-optimized-prioritized" },
      },
      must: 'Requirements have no order: set `spotAllocationStrategy: "price-capacity-optimized"`.',
      source: `${API}/API_InstancesDistribution.html`,
      accepts: [
        mixed([{ instanceRequirements: { vcpuCount: { min: 2 }, memoryMib: { min: 4096 } } }], {
          spotAllocationStrategy: "price-capacity-optimized",
        }),
        mixed([{ instanceType: "m7g.large" }], { spotAllocationStrategy: "capacity-optimized-prioritized" }),
      ],
      rejects: [
        mixed([{ instanceRequirements: { vcpuCount: { min: 2 }, memoryMib: { min: 4096 } } }], {
          spotAllocationStrategy: "capacity-optimized-prioritized",
        }),
      ],
    },
    "aws.autoscaling.group.override-weight": {
      type: AUTOSCALING_GROUP,
      each: "mixedInstancesPolicy.launchTemplate.overrides",
      require: { weightedCapacity: { min: 1, max: 999 } },
      must: "`weightedCapacity` is a number from 1 to 999.",
      source: `${API}/API_LaunchTemplateOverrides.html`,
      accepts: [mixed([{ instanceType: "m7g.large", weightedCapacity: "999" }])],
      rejects: [
        mixed([{ instanceType: "m7g.large", weightedCapacity: "0" }]),
        mixed([{ instanceType: "m7g.large", weightedCapacity: "1000" }]),
      ],
    },
    "aws.autoscaling.group.maintenance-range": {
      type: AUTOSCALING_GROUP,
      when: {
        "instanceMaintenancePolicy.minHealthyPercentage": { min: 0 },
        "instanceMaintenancePolicy.maxHealthyPercentage": { min: 100, max: 200 },
      },
      require: {
        "instanceMaintenancePolicy.maxHealthyPercentage": {
          max: { property: "instanceMaintenancePolicy.minHealthyPercentage", plus: 100 },
        },
      },
      must: "Between `minHealthyPercentage` and `maxHealthyPercentage` there are at most 100 percent.",
      source: `${API}/API_InstanceMaintenancePolicy.html`,
      accepts: [{ ...group, instanceMaintenancePolicy: { minHealthyPercentage: 100, maxHealthyPercentage: 200 } }],
      rejects: [{ ...group, instanceMaintenancePolicy: { minHealthyPercentage: 50, maxHealthyPercentage: 200 } }],
    },
    "aws.autoscaling.group.capacity-unit": {
      type: AUTOSCALING_GROUP,
      require: { desiredCapacityType: ["units", "vcpu", "memory-mib"] },
      must: '`desiredCapacityType` must be "units", "vcpu" or "memory-mib".',
      source: CREATE,
      accepts: [{ ...group, desiredCapacityType: "units" }],
      rejects: [{ ...group, desiredCapacityType: "instances" }],
    },
    "aws.autoscaling.group.termination": {
      type: AUTOSCALING_GROUP,
      require: {
        terminationPolicies: {
          every: {
            matches:
              /^(?:Default|AllocationStrategy|ClosestToNextInstanceHour|NewestInstance|OldestInstance|OldestLaunchConfiguration|OldestLaunchTemplate|arn:.+)$/,
          },
        },
      },
      must: "Policies of termination have names such as OldestInstance, NewestInstance and Default, or are the ARN of a function.",
      source: CREATE,
      accepts: [{ ...group, terminationPolicies: ["OldestLaunchTemplate", "Default"] }],
      rejects: [{ ...group, terminationPolicies: ["oldestInstance"] }],
    },
    "aws.autoscaling.group.reservation-target": {
      type: AUTOSCALING_GROUP,
      when: { "capacityReservationSpecification.capacityReservationPreference": "none" },
      require: { "capacityReservationSpecification.capacityReservationTarget": { present: false } },
      must: "A group that uses no reservations has no target of them: leave out `capacityReservationTarget`.",
      source: `${API}/API_CapacityReservationSpecification.html`,
      accepts: [
        {
          ...group,
          capacityReservationSpecification: {
            capacityReservationPreference: "capacity-reservations-first",
            capacityReservationTarget: { capacityReservationIds: ["cr-1"] },
          },
        },
      ],
      rejects: [
        {
          ...group,
          capacityReservationSpecification: {
            capacityReservationPreference: "none",
            capacityReservationTarget: { capacityReservationIds: ["cr-1"] },
          },
        },
      ],
    },
    "aws.autoscaling.group.checkpoint-delay": {
      type: AUTOSCALING_GROUP,
      when: { "instanceRefresh.preferences.checkpointDelay": { above: 0 } },
      require: { "instanceRefresh.preferences.checkpointPercentages": { present: true } },
      must: "A pause after checkpoints requires `checkpointPercentages`.",
      source: `${API}/API_RefreshPreferences.html`,
      accepts: [
        {
          ...group,
          instanceRefresh: {
            strategy: "Rolling",
            preferences: { checkpointDelay: "600", checkpointPercentages: [50, 100] },
          },
        },
      ],
      rejects: [{ ...group, instanceRefresh: { strategy: "Rolling", preferences: { checkpointDelay: "600" } } }],
    },
    "aws.autoscaling.group.traffic-or-targets": {
      type: AUTOSCALING_GROUP,
      when: { trafficSources: { minItems: 1 } },
      require: { targetGroupArns: { present: false }, loadBalancers: { present: false } },
      must: "A group has `trafficSources`, or `targetGroupArns` and `loadBalancers`: leave out one of the two.",
      source: CREATE,
      accepts: [{ ...group, trafficSources: [{ identifier: TARGETS, type: "elbv2" }] }],
      rejects: [
        { ...group, trafficSources: [{ identifier: TARGETS, type: "elbv2" }], targetGroupArns: [TARGETS] },
        { ...group, trafficSources: [{ identifier: TARGETS, type: "elbv2" }], loadBalancers: ["orders"] },
      ],
    },
  },
} satisfies ServiceConstraints;
