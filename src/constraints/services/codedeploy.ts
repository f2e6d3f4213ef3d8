import { DEPLOYMENT_GROUP } from "../../aws/delivery/load-balancing";
import type { ServiceConstraints } from "../form";

/** A deployment group of an application on this platform. */
const deployed = (computePlatform: string, deploymentConfigName: string): Record<string, unknown> => ({
  appName: { computePlatform },
  deploymentGroupName: "x",
  serviceRoleArn: "arn:aws:iam::111122223333:role/x",
  deploymentConfigName,
  ...(computePlatform === "ECS" && {
    deploymentStyle: { deploymentType: "BLUE_GREEN", deploymentOption: "WITH_TRAFFIC_CONTROL" },
    ecsService: { clusterName: "x", serviceName: "y" },
    loadBalancerInfo: {
      targetGroupPairInfo: {
        prodTrafficRoute: { listenerArns: ["arn:x"] },
        targetGroups: [{ name: "x" }, { name: "y" }],
      },
    },
  }),
});

export default {
  date: "2026-11-30",
  constraints: {
    "aws.codedeploy.deployment-group.ecs-style": {
      type: "aws:codedeploy/deploymentGroup:DeploymentGroup",
      when: { ecsService: { present: true } },
      require: {
        "deploymentStyle.deploymentType": "BLUE_GREEN",
        "deploymentStyle.deploymentOption": "WITH_TRAFFIC_CONTROL",
      },
      defaults: {
        "deploymentStyle.deploymentType": "IN_PLACE",
        "deploymentStyle.deploymentOption": "WITHOUT_TRAFFIC_CONTROL",
      },
      must: 'Deployments to ECS require `deploymentStyle` with "BLUE_GREEN" and "WITH_TRAFFIC_CONTROL".',
      source: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeploymentGroup.html",
      accepts: [
        {
          ecsService: { clusterName: "x", serviceName: "x" },
          loadBalancerInfo: {
            targetGroupPairInfo: {
              prodTrafficRoute: { listenerArns: ["x"] },
              targetGroups: [{ name: "a" }, { name: "b" }],
            },
          },
          deploymentStyle: { deploymentType: "BLUE_GREEN", deploymentOption: "WITH_TRAFFIC_CONTROL" },
        },
        { deploymentStyle: { deploymentType: "IN_PLACE" } },
      ],
      rejects: [
        {
          ecsService: { clusterName: "x", serviceName: "x" },
          deploymentStyle: { deploymentType: "IN_PLACE", deploymentOption: "WITH_TRAFFIC_CONTROL" },
        },
        { ecsService: { clusterName: "x", serviceName: "x" }, deploymentStyle: { deploymentType: "BLUE_GREEN" } },
      ],
    },
    "aws.codedeploy.deployment-config.server-hosts": {
      type: "aws:codedeploy/deploymentConfig:DeploymentConfig",
      when: { computePlatform: "Server" },
      require: { minimumHealthyHosts: { present: true } },
      defaults: { computePlatform: "Server" },
      must: "A configuration for servers requires `minimumHealthyHosts`.",
      source: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeploymentConfig.html",
      accepts: [
        { computePlatform: "Server", minimumHealthyHosts: { type: "HOST_COUNT", value: 1 } },
        { computePlatform: "Lambda", trafficRoutingConfig: { type: "AllAtOnce" } },
      ],
      rejects: [{ computePlatform: "Server" }, { deploymentConfigName: "x" }],
    },
    "aws.codedeploy.deployment-config.routing-platform": {
      type: "aws:codedeploy/deploymentConfig:DeploymentConfig",
      when: { computePlatform: ["Lambda", "ECS"] },
      require: { trafficRoutingConfig: { present: true } },
      must: "A configuration for Lambda or ECS requires `trafficRoutingConfig`.",
      source: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeploymentConfig.html",
      accepts: [
        { computePlatform: "Lambda", trafficRoutingConfig: { type: "AllAtOnce" } },
        { computePlatform: "Server", minimumHealthyHosts: { type: "HOST_COUNT", value: 1 } },
      ],
      rejects: [{ computePlatform: "Lambda" }, { computePlatform: "ECS" }],
    },
    "aws.codedeploy.deployment-config.time-based-canary": {
      type: "aws:codedeploy/deploymentConfig:DeploymentConfig",
      when: { "trafficRoutingConfig.type": "TimeBasedCanary" },
      require: { "trafficRoutingConfig.timeBasedCanary": { present: true } },
      must: "The routing TimeBasedCanary requires `trafficRoutingConfig.timeBasedCanary`.",
      source: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_TrafficRoutingConfig.html",
      accepts: [
        {
          computePlatform: "Lambda",
          trafficRoutingConfig: { type: "TimeBasedCanary", timeBasedCanary: { interval: 10, percentage: 10 } },
        },
      ],
      rejects: [{ computePlatform: "Lambda", trafficRoutingConfig: { type: "TimeBasedCanary" } }],
    },
    "aws.codedeploy.deployment-config.time-based-linear": {
      type: "aws:codedeploy/deploymentConfig:DeploymentConfig",
      when: { "trafficRoutingConfig.type": "TimeBasedLinear" },
      require: { "trafficRoutingConfig.timeBasedLinear": { present: true } },
      must: "The routing TimeBasedLinear requires `trafficRoutingConfig.timeBasedLinear`.",
      source: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_TrafficRoutingConfig.html",
      accepts: [
        {
          computePlatform: "Lambda",
          trafficRoutingConfig: { type: "TimeBasedLinear", timeBasedLinear: { interval: 10, percentage: 10 } },
        },
      ],
      rejects: [{ computePlatform: "Lambda", trafficRoutingConfig: { type: "TimeBasedLinear" } }],
    },
    "aws.codedeploy.deployment-group.ecs-balancer": {
      type: DEPLOYMENT_GROUP,
      when: { ecsService: { present: true } },
      require: { "loadBalancerInfo.targetGroupPairInfo": { present: true } },
      must: "A service of ECS is deployed behind two target groups: set `loadBalancerInfo.targetGroupPairInfo`.",
      source: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_LoadBalancerInfo.html",
      accepts: [
        {
          appName: "x",
          deploymentGroupName: "x",
          serviceRoleArn: "x",
          ecsService: { clusterName: "x", serviceName: "x" },
          deploymentStyle: { deploymentOption: "WITH_TRAFFIC_CONTROL", deploymentType: "BLUE_GREEN" },
          loadBalancerInfo: {
            targetGroupPairInfo: {
              prodTrafficRoute: { listenerArns: ["x"] },
              targetGroups: [{ name: "a" }, { name: "b" }],
            },
          },
        },
      ],
      rejects: [
        {
          appName: "x",
          deploymentGroupName: "x",
          serviceRoleArn: "x",
          ecsService: { clusterName: "x", serviceName: "x" },
          deploymentStyle: { deploymentOption: "WITH_TRAFFIC_CONTROL", deploymentType: "BLUE_GREEN" },
        },
      ],
    },
    "aws.codedeploy.deployment-group.server-configuration": {
      type: "aws:codedeploy/deploymentGroup:DeploymentGroup",
      refers: { appName: "aws:codedeploy/application:Application" },
      when: { "appName->computePlatform": "Server" },
      defaults: { "appName->computePlatform": "Server" },
      require: { deploymentConfigName: { not: { matches: /^CodeDeployDefault\.(?:ECS|Lambda)/ } } },
      must: "The deployment configuration is for the `computePlatform` of the application.",
      source: "https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html",
      accepts: [deployed("Server", "CodeDeployDefault.OneAtATime")],
      rejects: [deployed("Server", "CodeDeployDefault.ECSAllAtOnce")],
    },
    "aws.codedeploy.deployment-group.ecs-configuration": {
      type: "aws:codedeploy/deploymentGroup:DeploymentGroup",
      refers: { appName: "aws:codedeploy/application:Application" },
      when: { "appName->computePlatform": "ECS" },
      require: {
        deploymentConfigName: {
          anyOf: [{ startsWith: "CodeDeployDefault.ECS" }, { not: { startsWith: "CodeDeployDefault." } }],
        },
      },
      must: "The deployment configuration is for the `computePlatform` of the application.",
      source: "https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html",
      accepts: [deployed("ECS", "CodeDeployDefault.ECSAllAtOnce"), deployed("ECS", "mine")],
      rejects: [deployed("ECS", "CodeDeployDefault.OneAtATime")],
    },
    "aws.codedeploy.deployment-group.lambda-configuration": {
      type: "aws:codedeploy/deploymentGroup:DeploymentGroup",
      refers: { appName: "aws:codedeploy/application:Application" },
      when: { "appName->computePlatform": "Lambda" },
      require: {
        deploymentConfigName: {
          anyOf: [{ startsWith: "CodeDeployDefault.Lambda" }, { not: { startsWith: "CodeDeployDefault." } }],
        },
      },
      must: "The deployment configuration is for the `computePlatform` of the application.",
      source: "https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html",
      accepts: [deployed("Lambda", "CodeDeployDefault.LambdaAllAtOnce"), deployed("Lambda", "mine")],
      rejects: [deployed("Lambda", "CodeDeployDefault.OneAtATime")],
    },
  },
} satisfies ServiceConstraints;
