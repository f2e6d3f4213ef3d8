import { EKS_CLUSTER, EKS_NODE_GROUP } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";

const SCALING = "https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupScalingConfig.html";
const CREATE_NODES = "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.eks.cluster.endpoint": {
      type: EKS_CLUSTER,
      when: { "vpcConfig.endpointPublicAccess": false },
      defaults: { "vpcConfig.endpointPrivateAccess": false },
      require: { "vpcConfig.endpointPrivateAccess": true },
      must: "The endpoint is public, private or both: set `vpcConfig.endpointPrivateAccess: true`.",
      source: "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html",
      accepts: [
        { vpcConfig: { endpointPublicAccess: false, endpointPrivateAccess: true } },
        { vpcConfig: { endpointPrivateAccess: false } },
      ],
      rejects: [
        { vpcConfig: { endpointPublicAccess: false, endpointPrivateAccess: false } },
        { vpcConfig: { endpointPublicAccess: false } },
      ],
    },
    "aws.eks.cluster.service-block": {
      type: EKS_CLUSTER,
      require: { "kubernetesNetworkConfig.serviceIpv4Cidr": { matches: /\/(?:1[2-9]|2[0-4])$/ } },
      must: "The block of services must have a size from /12 to /24.",
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html",
      accepts: [{ kubernetesNetworkConfig: { serviceIpv4Cidr: "10.100.0.0/16" } }],
      rejects: [{ kubernetesNetworkConfig: { serviceIpv4Cidr: "10.100.0.0/28" } }],
    },
    "aws.eks.node-group.size-range": {
      type: EKS_NODE_GROUP,
      require: {
        "scalingConfig.desiredSize": {
          min: { property: "scalingConfig.minSize" },
          max: { property: "scalingConfig.maxSize" },
        },
        "scalingConfig.minSize": { max: { property: "scalingConfig.maxSize" } },
      },
      must: "The desired number of nodes must be from the minimum to the maximum.",
      source: SCALING,
      accepts: [{ scalingConfig: { minSize: 1, desiredSize: 2, maxSize: 3 } }],
      rejects: [
        { scalingConfig: { minSize: 1, desiredSize: 5, maxSize: 3 } },
        { scalingConfig: { minSize: 4, desiredSize: 2, maxSize: 5 } },
        { scalingConfig: { minSize: 4, maxSize: 3 } },
      ],
    },
    "aws.eks.node-group.most": {
      type: EKS_NODE_GROUP,
      require: { "scalingConfig.maxSize": { min: 1 } },
      must: "`scalingConfig.maxSize` must be at least 1.",
      source: SCALING,
      accepts: [{ scalingConfig: { minSize: 0, desiredSize: 0, maxSize: 1 } }],
      rejects: [{ scalingConfig: { minSize: 0, desiredSize: 0, maxSize: 0 } }],
    },
    "aws.eks.node-group.template-disk": {
      type: EKS_NODE_GROUP,
      when: { launchTemplate: { present: true } },
      require: { diskSize: { present: false } },
      must: "With a launch template, the disk is in the template: leave out `diskSize`.",
      source: CREATE_NODES,
      accepts: [{ launchTemplate: { id: "x", version: "1" } }, { diskSize: 50 }],
      rejects: [{ launchTemplate: { id: "x", version: "1" }, diskSize: 50 }],
    },
    "aws.eks.node-group.template-access": {
      type: EKS_NODE_GROUP,
      when: { launchTemplate: { present: true } },
      require: { remoteAccess: { present: false } },
      must: "With a launch template, remote access is in the template: leave out `remoteAccess`.",
      source: CREATE_NODES,
      accepts: [
        { launchTemplate: { id: "x", version: "1" } },
        { remoteAccess: { ec2SshKey: "x", sourceSecurityGroupIds: ["sg-1"] } },
      ],
      rejects: [{ launchTemplate: { id: "x", version: "1" }, remoteAccess: { ec2SshKey: "x" } }],
    },
    "aws.eks.node-group.access-groups": {
      type: EKS_NODE_GROUP,
      when: { "remoteAccess.sourceSecurityGroupIds": { minItems: 1 } },
      require: { "remoteAccess.ec2SshKey": { present: true } },
      must: "Source groups of remote access require `remoteAccess.ec2SshKey`.",
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_RemoteAccessConfig.html",
      accepts: [{ remoteAccess: { ec2SshKey: "x", sourceSecurityGroupIds: ["sg-1"] } }],
      rejects: [{ remoteAccess: { sourceSecurityGroupIds: ["sg-1"] } }],
    },
    "aws.eks.node-group.update": {
      type: EKS_NODE_GROUP,
      require: { atMostOne: ["updateConfig.maxUnavailable", "updateConfig.maxUnavailablePercentage"] },
      must: "An update must be limited by either a number or a percentage of nodes.",
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupUpdateConfig.html",
      accepts: [{ updateConfig: { maxUnavailable: 1 } }],
      rejects: [{ updateConfig: { maxUnavailable: 1, maxUnavailablePercentage: 33 } }],
    },
  },
} satisfies ServiceConstraints;
