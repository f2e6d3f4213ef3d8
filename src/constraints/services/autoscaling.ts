import { AUTOSCALING_GROUP } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";
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
const tracking = {
  autoscalingGroupName: "shop",
  policyType: "TargetTrackingScaling",
  targetTrackingConfiguration: {
    targetValue: 50,
    predefinedMetricSpecification: { predefinedMetricType: "ASGAverageCPUUtilization" },
  },
};

export default {
  date: "2026-11-29",
  constraints: {
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
  },
} satisfies ServiceConstraints;
