import { APPAUTOSCALING_TARGET as TARGET } from "../../aws/type-tokens";
import type { Inputs, Constraint, ServiceConstraints } from "../form";
const SCHEDULED_ACTION = "aws:appautoscaling/scheduledAction:ScheduledAction";

const POLICY = "aws:appautoscaling/policy:Policy";
const PUT_POLICY = "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScalingPolicy.html";
const METRIC =
  "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html";
const REGISTER = "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html";

const service = {
  serviceNamespace: "ecs",
  resourceId: "service/shop/web",
  scalableDimension: "ecs:service:DesiredCount",
  minCapacity: 1,
  maxCapacity: 4,
};
const table = {
  serviceNamespace: "dynamodb",
  resourceId: "table/orders",
  scalableDimension: "dynamodb:table:ReadCapacityUnits",
  minCapacity: 5,
  maxCapacity: 100,
};

const scaled = {
  resourceId: "service/shop/web",
  scalableDimension: "ecs:service:DesiredCount",
  serviceNamespace: "ecs",
};
const TRACKING = "targetTrackingScalingPolicyConfiguration";
const CPU = "ECSServiceAverageCPUUtilization";

/** A policy that keeps a metric of a service at a value. */
const tracking = (specification: object, more: object = {}): Record<string, unknown> => ({
  ...scaled,
  policyType: "TargetTrackingScaling",
  targetTrackingScalingPolicyConfiguration: { targetValue: 60, ...specification },
  ...more,
});
const stepping = (configuration: object, more: object = {}): Record<string, unknown> => ({
  ...scaled,
  policyType: "StepScaling",
  stepScalingPolicyConfiguration: { adjustmentType: "ChangeInCapacity", ...configuration },
  ...more,
});
const up = { stepAdjustments: [{ metricIntervalLowerBound: "0", scalingAdjustment: 1 }] };

/** The namespaces with how their dimensions begin, what is named wrongly for them, and an example. */
const NAMESPACES = [
  { namespace: "ecs", start: "ecs:service:", other: "ec2", resourceId: "service/a/b", rest: "DesiredCount" },
  { namespace: "dynamodb", start: "dynamodb:", other: "ecs", resourceId: "table/a", rest: "table:ReadCapacityUnits" },
  {
    namespace: "lambda",
    start: "lambda:function:",
    other: "ecs",
    resourceId: "function:a:live",
    rest: "ProvisionedConcurrency",
  },
  { namespace: "rds", start: "rds:cluster:", other: "ecs", resourceId: "cluster:a", rest: "ReadReplicaCount" },
] as const;

/** That a dimension is of its namespace, for a type with what else its cases need. */
const dimensions = (owner: string, type: string, more: object): Record<string, Constraint> =>
  Object.fromEntries(
    NAMESPACES.map(({ namespace, start, other, resourceId, rest }) => {
      const having = (serviceNamespace: string): Record<string, unknown> => ({
        ...more,
        resourceId,
        serviceNamespace,
        scalableDimension: start + rest,
      });
      const constraint: Constraint = {
        type,
        when: { scalableDimension: { startsWith: start } },
        require: { serviceNamespace: namespace },
        must: `This dimension is of the namespace "${namespace}".`,
        source: REGISTER,
        accepts: [having(namespace)],
        rejects: [having(other)],
      };
      return [`aws.appautoscaling.${owner}.${namespace}-dimension`, constraint];
    }),
  );

/** A policy that tracks the requests of this target. */
const perTarget = (resourceLabel: string): Inputs =>
  tracking({ predefinedMetricSpecification: { predefinedMetricType: "ALBRequestCountPerTarget", resourceLabel } });

export default {
  date: "2026-11-29",
  constraints: {
    "aws.appautoscaling.target.capacity-range": {
      type: TARGET,
      require: { maxCapacity: { min: { property: "minCapacity" } } },
      must: "`maxCapacity` cannot be smaller than `minCapacity`.",
      source: REGISTER,
      accepts: [service],
      rejects: [{ ...service, minCapacity: 8 }],
    },
    "aws.appautoscaling.target.ecs-service": {
      type: TARGET,
      when: { serviceNamespace: "ecs" },
      require: {
        resourceId: { matches: /^service\/[^/]+\/[^/]+$/ },
        scalableDimension: "ecs:service:DesiredCount",
      },
      must: 'A service of ECS must be named "service/cluster/name", and its dimension is "ecs:service:DesiredCount".',
      source: REGISTER,
      accepts: [service],
      rejects: [
        { ...service, resourceId: "service/web" },
        { ...service, scalableDimension: "ecs:service:TaskCount" },
      ],
    },
    "aws.appautoscaling.target.dynamodb-table": {
      type: TARGET,
      when: { serviceNamespace: "dynamodb", scalableDimension: { startsWith: "dynamodb:table:" } },
      require: { resourceId: { matches: /^table\/[^/]+$/ } },
      must: 'A table must be named "table/name".',
      source: REGISTER,
      accepts: [table],
      rejects: [
        { ...table, resourceId: "orders" },
        { ...table, resourceId: "table/orders/index/by-day" },
      ],
    },
    "aws.appautoscaling.target.dynamodb-index": {
      type: TARGET,
      when: { serviceNamespace: "dynamodb", scalableDimension: { startsWith: "dynamodb:index:" } },
      require: { resourceId: { matches: /^table\/[^/]+\/index\/[^/]+$/ } },
      must: 'An index must be named "table/name/index/name".',
      source: REGISTER,
      accepts: [
        { ...table, resourceId: "table/orders/index/by-day", scalableDimension: "dynamodb:index:ReadCapacityUnits" },
      ],
      rejects: [{ ...table, scalableDimension: "dynamodb:index:ReadCapacityUnits" }],
    },
    "aws.appautoscaling.target.database-cluster": {
      type: TARGET,
      when: { serviceNamespace: "rds" },
      require: {
        resourceId: { matches: /^cluster:[^:]+$/ },
        scalableDimension: "rds:cluster:ReadReplicaCount",
      },
      must: 'A cluster must be named "cluster:name", and its dimension is "rds:cluster:ReadReplicaCount".',
      source: REGISTER,
      accepts: [
        {
          serviceNamespace: "rds",
          resourceId: "cluster:shop",
          scalableDimension: "rds:cluster:ReadReplicaCount",
          minCapacity: 1,
          maxCapacity: 4,
        },
      ],
      rejects: [
        {
          serviceNamespace: "rds",
          resourceId: "shop",
          scalableDimension: "rds:cluster:ReadReplicaCount",
          minCapacity: 1,
          maxCapacity: 4,
        },
      ],
    },
    "aws.appautoscaling.target.function": {
      type: TARGET,
      when: { serviceNamespace: "lambda" },
      require: {
        resourceId: { matches: /^function:[^:]+:[^:]+$/ },
        scalableDimension: "lambda:function:ProvisionedConcurrency",
      },
      must: 'A function must be named "function:name:alias", with the dimension "lambda:function:ProvisionedConcurrency".',
      source: REGISTER,
      accepts: [
        {
          serviceNamespace: "lambda",
          resourceId: "function:shop:live",
          scalableDimension: "lambda:function:ProvisionedConcurrency",
          minCapacity: 1,
          maxCapacity: 4,
        },
      ],
      rejects: [
        {
          serviceNamespace: "lambda",
          resourceId: "function:shop",
          scalableDimension: "lambda:function:ProvisionedConcurrency",
          minCapacity: 1,
          maxCapacity: 4,
        },
      ],
    },
    "aws.appautoscaling.policy.step-bounds": {
      type: "aws:appautoscaling/policy:Policy",
      each: "stepScalingPolicyConfiguration.stepAdjustments",
      require: { metricIntervalLowerBound: { below: { property: "metricIntervalUpperBound" } } },
      must: "The lower bound of a step must be less than its upper bound.",
      source:
        "https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-step-scaling-policies.html",
      accepts: [
        {
          stepScalingPolicyConfiguration: {
            stepAdjustments: [{ metricIntervalLowerBound: "0", metricIntervalUpperBound: "10", scalingAdjustment: 1 }],
          },
        },
      ],
      rejects: [
        {
          stepScalingPolicyConfiguration: {
            stepAdjustments: [{ metricIntervalLowerBound: "20", metricIntervalUpperBound: "10", scalingAdjustment: 1 }],
          },
        },
      ],
    },
    "aws.appautoscaling.policy.request-count-label": {
      type: POLICY,
      when: {
        "targetTrackingScalingPolicyConfiguration.predefinedMetricSpecification.predefinedMetricType":
          "ALBRequestCountPerTarget",
      },
      require: {
        "targetTrackingScalingPolicyConfiguration.predefinedMetricSpecification.resourceLabel": { present: true },
      },
      must: "Requests for each target require the `resourceLabel` of the load balancer and target group.",
      source: "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html",
      accepts: [
        {
          policyType: "TargetTrackingScaling",
          resourceId: "service/x/y",
          scalableDimension: "ecs:service:DesiredCount",
          serviceNamespace: "ecs",
          targetTrackingScalingPolicyConfiguration: {
            targetValue: 60,
            predefinedMetricSpecification: {
              predefinedMetricType: "ALBRequestCountPerTarget",
              resourceLabel: "app/x/1/targetgroup/y/2",
            },
          },
        },
      ],
      rejects: [
        {
          policyType: "TargetTrackingScaling",
          resourceId: "service/x/y",
          scalableDimension: "ecs:service:DesiredCount",
          serviceNamespace: "ecs",
          targetTrackingScalingPolicyConfiguration: {
            targetValue: 60,
            predefinedMetricSpecification: { predefinedMetricType: "ALBRequestCountPerTarget" },
          },
        },
      ],
    },
    "aws.appautoscaling.policy.ecs-metric": {
      type: POLICY,
      when: { serviceNamespace: "ecs" },
      require: {
        "targetTrackingScalingPolicyConfiguration.predefinedMetricSpecification.predefinedMetricType": {
          matches: /^(?:ECSService|ALBRequestCount)/,
        },
      },
      must: "The predefined metric is one of the service that is scaled.",
      source: "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html",
      accepts: [
        {
          policyType: "TargetTrackingScaling",
          resourceId: "service/x/y",
          scalableDimension: "ecs:service:DesiredCount",
          serviceNamespace: "ecs",
          targetTrackingScalingPolicyConfiguration: {
            targetValue: 60,
            predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageCPUUtilization" },
          },
        },
      ],
      rejects: [
        {
          policyType: "TargetTrackingScaling",
          resourceId: "service/x/y",
          scalableDimension: "ecs:service:DesiredCount",
          serviceNamespace: "ecs",
          targetTrackingScalingPolicyConfiguration: {
            targetValue: 60,
            predefinedMetricSpecification: { predefinedMetricType: "DynamoDBReadCapacityUtilization" },
          },
        },
      ],
    },
    "aws.appautoscaling.policy.dynamodb-metric": {
      type: POLICY,
      when: { serviceNamespace: "dynamodb" },
      require: {
        "targetTrackingScalingPolicyConfiguration.predefinedMetricSpecification.predefinedMetricType": {
          matches: /^DynamoDB/,
        },
      },
      must: "The predefined metric is one of the service that is scaled.",
      source: "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html",
      accepts: [
        {
          policyType: "TargetTrackingScaling",
          resourceId: "table/orders",
          scalableDimension: "dynamodb:table:ReadCapacityUnits",
          serviceNamespace: "dynamodb",
          targetTrackingScalingPolicyConfiguration: {
            targetValue: 60,
            predefinedMetricSpecification: { predefinedMetricType: "DynamoDBReadCapacityUtilization" },
          },
        },
      ],
      rejects: [
        {
          policyType: "TargetTrackingScaling",
          resourceId: "table/orders",
          scalableDimension: "dynamodb:table:ReadCapacityUnits",
          serviceNamespace: "dynamodb",
          targetTrackingScalingPolicyConfiguration: {
            targetValue: 60,
            predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageCPUUtilization" },
          },
        },
      ],
    },
    "aws.appautoscaling.policy.rds-metric": {
      type: POLICY,
      when: { serviceNamespace: "rds" },
      require: {
        "targetTrackingScalingPolicyConfiguration.predefinedMetricSpecification.predefinedMetricType": {
          matches: /^RDSReader/,
        },
      },
      must: "The predefined metric is one of the service that is scaled.",
      source: "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html",
      accepts: [
        {
          policyType: "TargetTrackingScaling",
          resourceId: "cluster:orders",
          scalableDimension: "rds:cluster:ReadReplicaCount",
          serviceNamespace: "rds",
          targetTrackingScalingPolicyConfiguration: {
            targetValue: 60,
            predefinedMetricSpecification: { predefinedMetricType: "RDSReaderAverageCPUUtilization" },
          },
        },
      ],
      rejects: [
        {
          policyType: "TargetTrackingScaling",
          resourceId: "cluster:orders",
          scalableDimension: "rds:cluster:ReadReplicaCount",
          serviceNamespace: "rds",
          targetTrackingScalingPolicyConfiguration: {
            targetValue: 60,
            predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageCPUUtilization" },
          },
        },
      ],
    },
    "aws.appautoscaling.policy.lambda-metric": {
      type: POLICY,
      when: { serviceNamespace: "lambda" },
      require: {
        "targetTrackingScalingPolicyConfiguration.predefinedMetricSpecification.predefinedMetricType": {
          matches: /^LambdaProvisioned/,
        },
      },
      must: "The predefined metric is one of the service that is scaled.",
      source: "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html",
      accepts: [
        {
          policyType: "TargetTrackingScaling",
          resourceId: "function:orders:live",
          scalableDimension: "lambda:function:ProvisionedConcurrency",
          serviceNamespace: "lambda",
          targetTrackingScalingPolicyConfiguration: {
            targetValue: 60,
            predefinedMetricSpecification: { predefinedMetricType: "LambdaProvisionedConcurrencyUtilization" },
          },
        },
      ],
      rejects: [
        {
          policyType: "TargetTrackingScaling",
          resourceId: "function:orders:live",
          scalableDimension: "lambda:function:ProvisionedConcurrency",
          serviceNamespace: "lambda",
          targetTrackingScalingPolicyConfiguration: {
            targetValue: 60,
            predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageCPUUtilization" },
          },
        },
      ],
    },
    "aws.appautoscaling.scheduled-action.end-after-start": {
      type: SCHEDULED_ACTION,
      require: { endTime: { after: "startTime" } },
      must: "The action ends after it begins: `endTime` is later than `startTime`.",
      source: "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScheduledAction.html",
      accepts: [
        {
          resourceId: "service/a/b",
          scalableDimension: "ecs:service:DesiredCount",
          serviceNamespace: "ecs",
          schedule: "cron(0 8 * * ? *)",
          name: "a",
          scalableTargetAction: { minCapacity: 1 },
          startTime: "2030-01-01T00:00:00Z",
          endTime: "2030-02-01T00:00:00Z",
        },
      ],
      rejects: [
        {
          resourceId: "service/a/b",
          scalableDimension: "ecs:service:DesiredCount",
          serviceNamespace: "ecs",
          schedule: "cron(0 8 * * ? *)",
          name: "a",
          scalableTargetAction: { minCapacity: 1 },
          startTime: "2030-02-01T00:00:00Z",
          endTime: "2030-01-01T00:00:00Z",
        },
      ],
    },
    "aws.appautoscaling.scheduled-action.capacity": {
      type: SCHEDULED_ACTION,
      require: { "scalableTargetAction.minCapacity": { max: { property: "scalableTargetAction.maxCapacity" } } },
      must: "The minimum is at most the maximum.",
      source: "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_ScalableTargetAction.html",
      accepts: [
        {
          resourceId: "service/a/b",
          scalableDimension: "ecs:service:DesiredCount",
          serviceNamespace: "ecs",
          schedule: "cron(0 8 * * ? *)",
          name: "a",
          scalableTargetAction: { minCapacity: 1, maxCapacity: 4 },
        },
      ],
      rejects: [
        {
          resourceId: "service/a/b",
          scalableDimension: "ecs:service:DesiredCount",
          serviceNamespace: "ecs",
          schedule: "cron(0 8 * * ? *)",
          name: "a",
          scalableTargetAction: { minCapacity: 4, maxCapacity: 1 },
        },
      ],
    },
    "aws.appautoscaling.policy.tracking-type": {
      type: POLICY,
      when: { [TRACKING]: { present: true } },
      defaults: { policyType: "StepScaling" },
      require: { policyType: "TargetTrackingScaling" },
      must: 'A policy that tracks a target has `policyType: "TargetTrackingScaling"`.',
      source: PUT_POLICY,
      accepts: [tracking({ predefinedMetricSpecification: { predefinedMetricType: CPU } }), stepping(up)],
      rejects: [
        tracking({ predefinedMetricSpecification: { predefinedMetricType: CPU } }, { policyType: undefined }),
        tracking({ predefinedMetricSpecification: { predefinedMetricType: CPU } }, { policyType: "StepScaling" }),
      ],
    },
    "aws.appautoscaling.policy.tracking-target": {
      type: POLICY,
      when: { policyType: "TargetTrackingScaling" },
      require: { [TRACKING]: { present: true } },
      must: "A policy that tracks a target requires `targetTrackingScalingPolicyConfiguration`.",
      source: PUT_POLICY,
      accepts: [tracking({ predefinedMetricSpecification: { predefinedMetricType: CPU } })],
      rejects: [{ ...scaled, policyType: "TargetTrackingScaling" }],
    },
    "aws.appautoscaling.policy.one-metric": {
      type: POLICY,
      when: { [TRACKING]: { present: true } },
      require: {
        exactlyOne: [`${TRACKING}.predefinedMetricSpecification`, `${TRACKING}.customizedMetricSpecification`],
      },
      must: "A policy tracks a predefined or a customized metric: set one of the two.",
      source:
        "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_TargetTrackingScalingPolicyConfiguration.html",
      accepts: [
        tracking({ predefinedMetricSpecification: { predefinedMetricType: CPU } }),
        tracking({ customizedMetricSpecification: { metricName: "jobs", namespace: "shop", statistic: "Average" } }),
      ],
      rejects: [
        tracking({}),
        tracking({
          predefinedMetricSpecification: { predefinedMetricType: CPU },
          customizedMetricSpecification: { metricName: "jobs", namespace: "shop", statistic: "Average" },
        }),
      ],
    },
    "aws.appautoscaling.policy.label-metric": {
      type: POLICY,
      when: { [`${TRACKING}.predefinedMetricSpecification.resourceLabel`]: { present: true } },
      require: { [`${TRACKING}.predefinedMetricSpecification.predefinedMetricType`]: "ALBRequestCountPerTarget" },
      must: "Only the metric ALBRequestCountPerTarget has `resourceLabel`.",
      source: METRIC,
      accepts: [perTarget("app/x/1/targetgroup/y/2")],
      rejects: [
        tracking({
          predefinedMetricSpecification: { predefinedMetricType: CPU, resourceLabel: "app/x/1/targetgroup/y/2" },
        }),
      ],
    },
    "aws.appautoscaling.policy.label-form": {
      type: POLICY,
      require: {
        [`${TRACKING}.predefinedMetricSpecification.resourceLabel`]: {
          matches: /^app\/[^/]+\/[^/]+\/targetgroup\/[^/]+\/[^/]+$/,
        },
      },
      must: "`resourceLabel` is the end of the ARN of the load balancer, a slash, and that of the target group.",
      source: METRIC,
      accepts: [perTarget("app/x/1/targetgroup/y/2")],
      rejects: [perTarget("targetgroup/y/2")],
    },
    "aws.appautoscaling.policy.steps-of-namespace": {
      type: POLICY,
      when: { stepScalingPolicyConfiguration: { present: true } },
      require: {
        serviceNamespace: { not: ["dynamodb", "comprehend", "lambda", "cassandra", "kafka", "elasticache", "neptune"] },
      },
      must: "This service scales by target tracking only: set `targetTrackingScalingPolicyConfiguration` instead.",
      source: PUT_POLICY,
      accepts: [stepping(up)],
      rejects: [
        stepping(up, {
          resourceId: "table/orders",
          scalableDimension: "dynamodb:table:ReadCapacityUnits",
          serviceNamespace: "dynamodb",
        }),
      ],
    },
    "aws.appautoscaling.policy.exact-capacity": {
      type: POLICY,
      when: { "stepScalingPolicyConfiguration.adjustmentType": "ExactCapacity" },
      each: "stepScalingPolicyConfiguration.stepAdjustments",
      require: { scalingAdjustment: { min: 0 } },
      must: "An exact capacity is not negative: change `scalingAdjustment`.",
      source: "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_StepAdjustment.html",
      accepts: [
        stepping({ ...up, adjustmentType: "ExactCapacity" }),
        stepping({ stepAdjustments: [{ metricIntervalUpperBound: "0", scalingAdjustment: -1 }] }),
      ],
      rejects: [
        stepping({
          adjustmentType: "ExactCapacity",
          stepAdjustments: [{ metricIntervalUpperBound: "0", scalingAdjustment: -1 }],
        }),
      ],
    },
    "aws.appautoscaling.policy.predictive-namespace": {
      type: POLICY,
      when: { policyType: "PredictiveScaling" },
      require: { serviceNamespace: "ecs" },
      must: "Predictive scaling is for services of ECS.",
      source: PUT_POLICY,
      accepts: [{ ...scaled, policyType: "PredictiveScaling" }],
      rejects: [
        {
          policyType: "PredictiveScaling",
          resourceId: "cluster:orders",
          scalableDimension: "rds:cluster:ReadReplicaCount",
          serviceNamespace: "rds",
        },
      ],
    },
    ...dimensions("target", TARGET, { minCapacity: 1, maxCapacity: 2 }),
    ...dimensions("policy", POLICY, { name: "a", policyType: "StepScaling" }),
    ...dimensions("scheduled-action", SCHEDULED_ACTION, {
      name: "a",
      schedule: "cron(0 8 * * ? *)",
      scalableTargetAction: { minCapacity: 1 },
    }),
  },
} satisfies ServiceConstraints;
