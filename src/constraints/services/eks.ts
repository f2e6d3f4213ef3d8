import { EC2_LAUNCH_TEMPLATE, EC2_SUBNET, EKS_CLUSTER, EKS_NODE_GROUP } from "../../aws/type-tokens";
import type { Constraint, Inputs, ServiceConstraints } from "../form";
import { TEMPLATE_VERSION } from "../launch-template-version";
const ADDON = "aws:eks/addon:Addon";

const IDENTITY_PROVIDER_CONFIG = "aws:eks/identityProviderConfig:IdentityProviderConfig";
const FARGATE_PROFILE = "aws:eks/fargateProfile:FargateProfile";
const ACCESS_POLICY_ASSOCIATION = "aws:eks/accessPolicyAssociation:AccessPolicyAssociation";
const ACCESS_ENTRY = "aws:eks/accessEntry:AccessEntry";
const POD_IDENTITY_ASSOCIATION = "aws:eks/podIdentityAssociation:PodIdentityAssociation";
const SCALING = "https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupScalingConfig.html";
const CREATE_NODES = "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html";

const AUTO_MODE = "https://docs.aws.amazon.com/eks/latest/userguide/automode-get-started-cli.html";
const auto = (enabled: boolean, more: object = {}): Record<string, unknown> => ({
  roleArn: "x",
  vpcConfig: { subnetIds: ["a", "b"] },
  bootstrapSelfManagedAddons: false,
  computeConfig: { enabled, nodePools: ["system"], nodeRoleArn: "x" },
  kubernetesNetworkConfig: { elasticLoadBalancing: { enabled } },
  storageConfig: { blockStorage: { enabled } },
  ...more,
});

/** Blocks of private networks. */
const NOT_PUBLIC = /^(?:10\.|172\.(?:1[6-9]|2\d|3[01])\.|192\.168\.)/;

/** A cluster in two subnets with these arguments. */
const inSubnets = (subnet: object, kubernetesNetworkConfig: object): Inputs => ({
  roleArn: "arn:aws:iam::111122223333:role/cluster",
  vpcConfig: { subnetIds: [subnet, subnet] },
  kubernetesNetworkConfig,
});

const TEMPLATES = "https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html";

const nodes = {
  clusterName: "orders",
  nodeRoleArn: "arn:aws:iam::111122223333:role/nodes",
  subnetIds: ["a", "b"],
  scalingConfig: { minSize: 1, desiredSize: 1, maxSize: 2 },
};

/** A node group whose launch template has these arguments. */
const templated = (id: object): Record<string, unknown> => ({
  clusterName: "x",
  nodeRoleArn: "arn:aws:iam::111122223333:role/nodes",
  subnetIds: ["subnet-0a"],
  scalingConfig: { desiredSize: 1, minSize: 1, maxSize: 2 },
  launchTemplate: { id, version: "1" },
});

/** The role of the pods of a service account. */
const associated = (more: object): Inputs => ({
  clusterName: "x",
  namespace: "shop",
  serviceAccount: "orders",
  roleArn: "arn:aws:iam::111122223333:role/orders",
  ...more,
});

/** What only a cluster with access entries has. */
function inClusterWithEntries(type: string, more: Inputs = {}): Constraint {
  const entry = (authenticationMode: string): Inputs => ({
    principalArn: "arn:aws:iam::111122223333:role/x",
    ...more,
    clusterName: { accessConfig: { authenticationMode } },
  });
  return {
    type,
    refers: { clusterName: EKS_CLUSTER },
    require: { "clusterName->accessConfig.authenticationMode": { not: "CONFIG_MAP" } },
    must: 'Access entries require a cluster with the `authenticationMode` "API" or "API_AND_CONFIG_MAP".',
    awsError:
      "The cluster's authentication mode must be set to one of [API, API_AND_CONFIG_MAP] to perform this operation",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/setting-up-access-entries.html",
    accepts: [entry("API")],
    rejects: [entry("CONFIG_MAP")],
  };
}

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
      // The provider leaves out a zero.
      require: { diskSize: { max: 0 } },
      must: "With a launch template, the disk is in the template: leave out `diskSize`.",
      source: CREATE_NODES,
      accepts: [
        { launchTemplate: { id: "x", version: "1" } },
        { launchTemplate: { id: "x", version: "1" }, diskSize: 0 },
        { diskSize: 50 },
      ],
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
      awsError: "ec2SshKey in remote-access can't be empty",
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
    "aws.eks.cluster.ipv-6-services": {
      type: EKS_CLUSTER,
      when: { "kubernetesNetworkConfig.ipFamily": "ipv6" },
      require: { "kubernetesNetworkConfig.serviceIpv4Cidr": { present: false } },
      must: "A cluster with IPv6 gets the range of its services from AWS: leave out `serviceIpv4Cidr`.",
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html",
      accepts: [{ kubernetesNetworkConfig: { ipFamily: "ipv6" } }],
      rejects: [{ kubernetesNetworkConfig: { ipFamily: "ipv6", serviceIpv4Cidr: "10.100.0.0/16" } }],
    },
    "aws.eks.cluster.private-services": {
      type: EKS_CLUSTER,
      require: {
        "kubernetesNetworkConfig.serviceIpv4Cidr": {
          not: { matches: /^(?!10\.|172\.(?:1[6-9]|2\d|3[01])\.|192\.168\.)\d+\./ },
        },
      },
      must: "The block of services must be in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.",
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html",
      accepts: [{ kubernetesNetworkConfig: { serviceIpv4Cidr: "172.20.0.0/16" } }],
      rejects: [{ kubernetesNetworkConfig: { serviceIpv4Cidr: "100.64.0.0/16" } }],
    },
    "aws.eks.cluster.auto-mode-on": {
      type: EKS_CLUSTER,
      when: { "computeConfig.enabled": true },
      require: {
        "kubernetesNetworkConfig.elasticLoadBalancing.enabled": true,
        "storageConfig.blockStorage.enabled": true,
      },
      defaults: {
        "kubernetesNetworkConfig.elasticLoadBalancing.enabled": false,
        "storageConfig.blockStorage.enabled": false,
      },
      must: "Auto mode is on for compute, load balancing and storage together, or for none of the three.",
      source: AUTO_MODE,
      accepts: [auto(true), auto(false)],
      rejects: [
        auto(true, { storageConfig: { blockStorage: { enabled: false } } }),
        auto(true, { kubernetesNetworkConfig: { ipFamily: "ipv4" } }),
      ],
    },
    "aws.eks.cluster.auto-mode-off": {
      type: EKS_CLUSTER,
      when: [
        { "kubernetesNetworkConfig.elasticLoadBalancing.enabled": true },
        { "storageConfig.blockStorage.enabled": true },
      ],
      require: { "computeConfig.enabled": true },
      defaults: { "computeConfig.enabled": false },
      must: "Auto mode is on for compute, load balancing and storage together: set `computeConfig.enabled: true`.",
      source: AUTO_MODE,
      accepts: [auto(true)],
      rejects: [auto(true, { computeConfig: { enabled: false } })],
    },
    "aws.eks.cluster.auto-mode-addons": {
      type: EKS_CLUSTER,
      when: { "computeConfig.enabled": true },
      require: { bootstrapSelfManagedAddons: false },
      defaults: { bootstrapSelfManagedAddons: true },
      must: "Auto mode has its own add-ons: set `bootstrapSelfManagedAddons: false`.",
      awsError: "When EKS Auto Mode is enabled, bootstrapSelfManagedAddons must be set to false",
      source: AUTO_MODE,
      accepts: [auto(true)],
      rejects: [auto(true, { bootstrapSelfManagedAddons: true })],
    },
    "aws.eks.cluster.auto-mode-access": {
      type: EKS_CLUSTER,
      when: { "computeConfig.enabled": true },
      require: { "accessConfig.authenticationMode": ["API", "API_AND_CONFIG_MAP"] },
      must: 'Auto mode requires access entries: set `accessConfig.authenticationMode: "API"`.',
      source: AUTO_MODE,
      accepts: [auto(true, { accessConfig: { authenticationMode: "API" } })],
      rejects: [auto(true, { accessConfig: { authenticationMode: "CONFIG_MAP" } })],
    },
    "aws.eks.cluster.pools-need-role": {
      type: EKS_CLUSTER,
      when: { "computeConfig.enabled": true },
      require: { allOrNone: ["computeConfig.nodePools", "computeConfig.nodeRoleArn"] },
      must: "Node pools require a role, and the role requires pools: set both or none of the two.",
      source: AUTO_MODE,
      accepts: [auto(true)],
      rejects: [auto(true, { computeConfig: { enabled: true, nodePools: ["system"] } })],
    },
    "aws.eks.cluster.creator-admin": {
      type: EKS_CLUSTER,
      when: { "accessConfig.bootstrapClusterCreatorAdminPermissions": false },
      require: { "accessConfig.authenticationMode": { not: "CONFIG_MAP" } },
      defaults: { "accessConfig.authenticationMode": "CONFIG_MAP" },
      must: 'Without access entries only the creator is an administrator: set `accessConfig.authenticationMode: "API"`.',
      awsError:
        "bootstrapClusterCreatorAdminPermissions must be true if cluster authentication mode is set to CONFIG_MAP",
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAccessConfigRequest.html",
      accepts: [
        { accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false } },
        { accessConfig: { authenticationMode: "CONFIG_MAP", bootstrapClusterCreatorAdminPermissions: true } },
        { accessConfig: { authenticationMode: "CONFIG_MAP" } },
      ],
      rejects: [
        { accessConfig: { authenticationMode: "CONFIG_MAP", bootstrapClusterCreatorAdminPermissions: false } },
        { accessConfig: { bootstrapClusterCreatorAdminPermissions: false } },
      ],
    },
    "aws.eks.cluster.public-access-blocks": {
      type: EKS_CLUSTER,
      when: { "vpcConfig.endpointPublicAccess": { not: false } },
      defaults: { "vpcConfig.endpointPublicAccess": true },
      require: { "vpcConfig.publicAccessCidrs": { every: { not: { matches: NOT_PUBLIC } } } },
      must: "Clients reach a public endpoint from public addresses: private blocks are not allowed.",
      awsError: "The following CIDRs are not allowed in publicAccessCidrs",
      source: "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html",
      accepts: [
        { vpcConfig: { publicAccessCidrs: ["81.2.69.142/32", "0.0.0.0/0"] } },
        { vpcConfig: { publicAccessCidrs: ["172.15.0.0/16", "192.169.0.0/16"] } },
        { vpcConfig: { endpointPublicAccess: false, endpointPrivateAccess: true, publicAccessCidrs: ["10.0.0.0/8"] } },
      ],
      rejects: [
        { vpcConfig: { publicAccessCidrs: ["81.2.69.142/32", "10.1.0.0/16"] } },
        { vpcConfig: { endpointPublicAccess: true, publicAccessCidrs: ["192.168.1.0/24"] } },
      ],
    },
    "aws.eks.cluster.public-ipv-6-blocks": {
      type: EKS_CLUSTER,
      when: { "kubernetesNetworkConfig.ipFamily": "ipv4", "vpcConfig.endpointPublicAccess": { not: false } },
      defaults: { "kubernetesNetworkConfig.ipFamily": "ipv4", "vpcConfig.endpointPublicAccess": true },
      require: { "vpcConfig.publicAccessCidrs": { every: { not: { matches: /:/ } } } },
      must: "Only the endpoint of an IPv6 cluster has IPv6 addresses: leave out the IPv6 blocks of `vpcConfig.publicAccessCidrs`.",
      awsError: "The following CIDRs are invalid in publicAccessCidrs",
      source: "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html",
      accepts: [
        { kubernetesNetworkConfig: { ipFamily: "ipv6" }, vpcConfig: { publicAccessCidrs: ["0.0.0.0/0", "::/0"] } },
        { vpcConfig: { publicAccessCidrs: ["0.0.0.0/0"] } },
      ],
      rejects: [{ vpcConfig: { publicAccessCidrs: ["0.0.0.0/0", "::/0"] } }],
    },
    "aws.eks.cluster.service-block-apart": {
      type: EKS_CLUSTER,
      refers: { "vpcConfig.subnetIds": EC2_SUBNET },
      when: { "kubernetesNetworkConfig.serviceIpv4Cidr": { present: true } },
      require: { "vpcConfig.subnetIds->cidrBlock": { not: { overlaps: "kubernetesNetworkConfig.serviceIpv4Cidr" } } },
      must: "The block of services must not overlap the VPC.",
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html",
      accepts: [
        inSubnets({ cidrBlock: "10.0.1.0/24" }, { serviceIpv4Cidr: "172.20.0.0/16" }),
        inSubnets({ cidrBlock: "10.0.1.0/24" }, { ipFamily: "ipv4" }),
      ],
      rejects: [inSubnets({ cidrBlock: "10.0.1.0/24" }, { serviceIpv4Cidr: "10.0.0.0/16" })],
    },
    "aws.eks.cluster.ipv-6-subnets": {
      type: EKS_CLUSTER,
      refers: { "vpcConfig.subnetIds": EC2_SUBNET },
      when: { "kubernetesNetworkConfig.ipFamily": "ipv6" },
      require: [
        { "vpcConfig.subnetIds->ipv6CidrBlock": { present: true } },
        { "vpcConfig.subnetIds->ipv6IpamPoolId": { present: true } },
      ],
      must: "A cluster with IPv6 requires subnets with an `ipv6CidrBlock`.",
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html",
      accepts: [
        inSubnets({ cidrBlock: "10.0.1.0/24", ipv6CidrBlock: "2001:db8::/64" }, { ipFamily: "ipv6" }),
        inSubnets({ cidrBlock: "10.0.1.0/24" }, { ipFamily: "ipv4" }),
      ],
      rejects: [inSubnets({ cidrBlock: "10.0.1.0/24" }, { ipFamily: "ipv6" })],
    },
    "aws.eks.cluster.secrets-only": {
      type: EKS_CLUSTER,
      require: { "encryptionConfig.resources": { every: "secrets" } },
      must: 'Only secrets are encrypted with a key: set `encryptionConfig.resources: ["secrets"]`.',
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_EncryptionConfig.html",
      accepts: [{ encryptionConfig: { provider: { keyArn: "x" }, resources: ["secrets"] } }],
      rejects: [{ encryptionConfig: { provider: { keyArn: "x" }, resources: ["secrets", "configmaps"] } }],
    },
    "aws.eks.node-group.graviton-image": {
      type: EKS_NODE_GROUP,
      when: [
        { amiType: { matches: /_x86_64(?:_|$)/ } },
        // AWS chooses an image for x86 by itself; with a launch template the image may be there.
        { amiType: { present: false }, launchTemplate: { present: false } },
      ],
      require: { instanceTypes: { every: { not: { matches: /^(?:a1|[a-z]+\d+g[a-z]*)\./ } } } },
      must: 'Instances with Graviton require an image for ARM: set `amiType: "AL2023_ARM_64_STANDARD"`.',
      awsError: "[t4g.medium] is not a valid instance type for requested amiType AL2023_x86_64_STANDARD",
      source: CREATE_NODES,
      accepts: [
        { instanceTypes: ["t4g.medium", "m7gd.large"], amiType: "AL2023_ARM_64_STANDARD" },
        { instanceTypes: ["g4dn.xlarge", "g5.xlarge", "gr6.4xlarge", "m7i-flex.large"] },
        { instanceTypes: ["t4g.medium"], launchTemplate: { id: "lt-1", version: "1" } },
        { instanceTypes: ["t4g.medium"], amiType: "CUSTOM", launchTemplate: { id: "lt-1", version: "1" } },
      ],
      rejects: [
        { instanceTypes: ["t4g.medium"] },
        { instanceTypes: ["m7i.large", "m7gd.large"], amiType: "BOTTLEROCKET_x86_64" },
        {
          instanceTypes: ["c7g.large"],
          amiType: "AL2023_x86_64_STANDARD",
          launchTemplate: { id: "lt-1", version: "1" },
        },
      ],
    },
    "aws.eks.node-group.x86-image": {
      type: EKS_NODE_GROUP,
      when: { amiType: { matches: /_ARM_64(?:_|$)/ } },
      require: { instanceTypes: { every: { not: { matches: /^(?!a1\.)[a-z]+\d+(?:[a-fh-z][a-z]*)?(?:-flex)?\./ } } } },
      must: 'An image for ARM requires instances with Graviton, such as "t4g.medium".',
      awsError: "[t3.medium] is not a valid instance type for requested amiType AL2023_ARM_64_STANDARD",
      source: CREATE_NODES,
      accepts: [
        {
          instanceTypes: ["t4g.medium", "a1.large", "x2gd.medium", "im4gn.large", "c7gn.large"],
          amiType: "AL2_ARM_64",
        },
        { instanceTypes: ["p6e-gb200.36xlarge"], amiType: "AL2023_ARM_64_NVIDIA" },
        { instanceTypes: ["t3.medium"], amiType: "AL2023_x86_64_STANDARD" },
      ],
      rejects: [
        { instanceTypes: ["t3.medium"], amiType: "AL2023_ARM_64_STANDARD" },
        { instanceTypes: ["m7i-flex.large"], amiType: "BOTTLEROCKET_ARM_64" },
        { instanceTypes: ["t4g.medium", "m6a.large"], amiType: "AL2023_ARM_64_STANDARD" },
      ],
    },
    "aws.eks.node-group.update-count": {
      type: EKS_NODE_GROUP,
      require: { "updateConfig.maxUnavailable": { max: 100 } },
      must: "At most 100 nodes are updated at a time.",
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupUpdateConfig.html",
      accepts: [{ updateConfig: { maxUnavailable: 100 } }],
      rejects: [{ updateConfig: { maxUnavailable: 101 } }],
    },
    "aws.eks.node-group.template-id-or-name": {
      type: EKS_NODE_GROUP,
      when: { launchTemplate: { present: true } },
      require: { exactlyOne: ["launchTemplate.id", "launchTemplate.name"] },
      must: "A launch template is named by its id or its name: set one of the two.",
      source: CREATE_NODES,
      accepts: [{ launchTemplate: { id: "x", version: "1" } }],
      rejects: [{ launchTemplate: { id: "x", name: "y", version: "1" } }],
    },
    "aws.eks.node-group.repair": {
      type: EKS_NODE_GROUP,
      require: {
        atMostOne: [
          "nodeRepairConfig.maxUnhealthyNodeThresholdCount",
          "nodeRepairConfig.maxUnhealthyNodeThresholdPercentage",
        ],
      },
      must: "Repairs stop at a number or a percentage of nodes: leave out one of the two.",
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_NodeRepairConfig.html",
      accepts: [{ nodeRepairConfig: { enabled: true, maxUnhealthyNodeThresholdCount: 2 } }],
      rejects: [
        {
          nodeRepairConfig: {
            enabled: true,
            maxUnhealthyNodeThresholdCount: 2,
            maxUnhealthyNodeThresholdPercentage: 20,
          },
        },
      ],
    },
    "aws.eks.node-group.parallel-repair": {
      type: EKS_NODE_GROUP,
      require: {
        atMostOne: [
          "nodeRepairConfig.maxParallelNodesRepairedCount",
          "nodeRepairConfig.maxParallelNodesRepairedPercentage",
        ],
      },
      must: "Nodes are repaired by a number or a percentage at a time: leave out one of the two.",
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_NodeRepairConfig.html",
      accepts: [{ nodeRepairConfig: { enabled: true, maxParallelNodesRepairedCount: 2 } }],
      rejects: [
        {
          nodeRepairConfig: { enabled: true, maxParallelNodesRepairedCount: 2, maxParallelNodesRepairedPercentage: 20 },
        },
      ],
    },
    "aws.eks.fargate-profile.selector-count": {
      type: FARGATE_PROFILE,
      require: { selectors: { maxItems: 5 } },
      must: "A profile has at most five selectors.",
      source: "https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html",
      accepts: [{ selectors: [{ namespace: "a" }, { namespace: "b" }] }],
      rejects: [
        {
          selectors: [
            { namespace: "a" },
            { namespace: "b" },
            { namespace: "c" },
            { namespace: "d" },
            { namespace: "e" },
            { namespace: "f" },
          ],
        },
      ],
    },
    "aws.eks.access-entry.node-groups": {
      type: ACCESS_ENTRY,
      when: { type: ["EC2_LINUX", "EC2_WINDOWS", "EC2", "FARGATE_LINUX", "HYBRID_LINUX", "HYPERPOD_LINUX"] },
      require: { kubernetesGroups: { present: false }, userName: { present: false } },
      must: "An entry for nodes has the name and the groups that AWS gives it: leave out `kubernetesGroups` and `userName`.",
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAccessEntry.html",
      accepts: [
        { clusterName: "x", principalArn: "arn:aws:iam::111122223333:role/x", type: "EC2_LINUX" },
        { clusterName: "x", principalArn: "arn:aws:iam::111122223333:role/x", kubernetesGroups: ["ops"] },
      ],
      rejects: [
        {
          clusterName: "x",
          principalArn: "arn:aws:iam::111122223333:role/x",
          type: "EC2_LINUX",
          kubernetesGroups: ["ops"],
        },
      ],
    },
    "aws.eks.access-entry.node-role": {
      type: ACCESS_ENTRY,
      when: { type: ["EC2_LINUX", "EC2_WINDOWS", "EC2", "FARGATE_LINUX", "HYBRID_LINUX"] },
      require: { principalArn: { not: { matches: /:user\// } } },
      must: "An entry for nodes is for their IAM role, not for a user.",
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAccessEntry.html",
      accepts: [
        { clusterName: "x", principalArn: "arn:aws:iam::111122223333:role/user/x", type: "EC2_LINUX" },
        { clusterName: "x", principalArn: "arn:aws:iam::111122223333:user/x" },
      ],
      rejects: [{ clusterName: "x", principalArn: "arn:aws:iam::111122223333:user/x", type: "EC2_LINUX" }],
    },
    "aws.eks.access-entry.system-group": {
      type: ACCESS_ENTRY,
      require: { kubernetesGroups: { every: { not: { startsWith: "system:" } } } },
      must: "An entry must not name groups that begin with system: name a group of your own, or associate a policy.",
      source: "https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html",
      accepts: [{ clusterName: "x", principalArn: "arn:aws:iam::111122223333:role/x", kubernetesGroups: ["ops"] }],
      rejects: [
        { clusterName: "x", principalArn: "arn:aws:iam::111122223333:role/x", kubernetesGroups: ["system:masters"] },
      ],
    },
    "aws.eks.access-policy-association.namespaces": {
      type: ACCESS_POLICY_ASSOCIATION,
      when: { "accessScope.type": "namespace" },
      require: { "accessScope.namespaces": { present: true } },
      must: "Access to namespaces requires `accessScope.namespaces`.",
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_AccessScope.html",
      accepts: [
        {
          clusterName: "x",
          policyArn: "x",
          principalArn: "x",
          accessScope: { type: "namespace", namespaces: ["shop"] },
        },
      ],
      rejects: [{ clusterName: "x", policyArn: "x", principalArn: "x", accessScope: { type: "namespace" } }],
    },
    "aws.eks.access-policy-association.whole-cluster": {
      type: ACCESS_POLICY_ASSOCIATION,
      when: { "accessScope.type": "cluster" },
      require: { "accessScope.namespaces": { present: false } },
      must: "Access to the cluster is to all namespaces: leave out `accessScope.namespaces`.",
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_AccessScope.html",
      accepts: [{ clusterName: "x", policyArn: "x", principalArn: "x", accessScope: { type: "cluster" } }],
      rejects: [
        { clusterName: "x", policyArn: "x", principalArn: "x", accessScope: { type: "cluster", namespaces: ["shop"] } },
      ],
    },
    "aws.eks.access-policy-association.eks-policy": {
      type: ACCESS_POLICY_ASSOCIATION,
      require: { policyArn: { not: { startsWith: "arn:aws:iam:" } } },
      must: 'Access policies are those of EKS, not of IAM: `policyArn` begins with "arn:aws:eks::aws:cluster-access-policy/".',
      source: "https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html",
      accepts: [
        {
          clusterName: "x",
          policyArn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy",
          principalArn: "x",
          accessScope: { type: "cluster" },
        },
      ],
      rejects: [
        {
          clusterName: "x",
          policyArn: "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy",
          principalArn: "x",
          accessScope: { type: "cluster" },
        },
      ],
    },
    "aws.eks.identity-provider-config.https": {
      type: IDENTITY_PROVIDER_CONFIG,
      require: { "oidc.issuerUrl": { startsWith: "https://" } },
      must: "The issuer is an address that begins with https.",
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_OidcIdentityProviderConfigRequest.html",
      accepts: [
        {
          clusterName: "x",
          oidc: { clientId: "x", identityProviderConfigName: "x", issuerUrl: "https://id.example.com" },
        },
      ],
      rejects: [
        { clusterName: "x", oidc: { clientId: "x", identityProviderConfigName: "x", issuerUrl: "id.example.com" } },
      ],
    },
    "aws.eks.pod-identity-association.policy-without-tags": {
      type: POD_IDENTITY_ASSOCIATION,
      when: { policy: { present: true } },
      require: { disableSessionTags: true },
      defaults: { disableSessionTags: false },
      must: "A policy of the association requires `disableSessionTags: true`.",
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreatePodIdentityAssociation.html",
      accepts: [associated({ policy: "{}", disableSessionTags: true }), associated({})],
      rejects: [associated({ policy: "{}" }), associated({ policy: "{}", disableSessionTags: false })],
    },
    "aws.eks.node-group.taint-effect": {
      type: EKS_NODE_GROUP,
      each: "taints",
      require: { effect: ["NO_SCHEDULE", "NO_EXECUTE", "PREFER_NO_SCHEDULE"] },
      must: "The effect of a taint must be NO_SCHEDULE, NO_EXECUTE or PREFER_NO_SCHEDULE.",
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_Taint.html",
      accepts: [{ taints: [{ key: "gpu", effect: "NO_SCHEDULE" }] }],
      rejects: [{ taints: [{ key: "gpu", effect: "NoSchedule" }] }],
    },
    "aws.eks.cluster.log-types": {
      type: EKS_CLUSTER,
      require: {
        enabledClusterLogTypes: { every: ["api", "audit", "authenticator", "controllerManager", "scheduler"] },
      },
      must: "The logs of a cluster are api, audit, authenticator, controllerManager and scheduler.",
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_LogSetup.html",
      accepts: [{ enabledClusterLogTypes: ["api", "audit"] }],
      rejects: [{ enabledClusterLogTypes: ["api", "controller"] }],
    },
    "aws.eks.addon.name": {
      type: ADDON,
      require: {
        addonName: {
          not: {
            matches:
              /^(aws-vpc-cni|vpc_cni|ebs-csi-driver|aws-ebs-csi|efs-csi-driver|aws-efs-csi|core-dns|kubeproxy|kube_proxy)$/,
          },
        },
      },
      must: "Add-ons have names such as vpc-cni, coredns, kube-proxy, aws-ebs-csi-driver and aws-efs-csi-driver.",
      awsError: "InvalidParameterException: Addon specified is not supported",
      source: "https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html",
      accepts: [
        { clusterName: "orders", addonName: "vpc-cni" },
        { clusterName: "orders", addonName: "kubecost_kubecost" },
      ],
      rejects: [{ clusterName: "orders", addonName: "aws-vpc-cni" }],
    },
    "aws.eks.addon.version": {
      type: ADDON,
      when: { addonName: ["vpc-cni", "coredns", "kube-proxy", "aws-ebs-csi-driver", "aws-efs-csi-driver"] },
      require: { addonVersion: { matches: /^v\d/ } },
      must: 'The versions of an add-on begin with "v", such as "v1.11.4-eksbuild.2".',
      awsError: "InvalidParameterException: Addon version specified is not supported",
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAddon.html",
      accepts: [{ clusterName: "orders", addonName: "coredns", addonVersion: "v1.11.4-eksbuild.2" }],
      rejects: [{ clusterName: "orders", addonName: "coredns", addonVersion: "1.11.4-eksbuild.2" }],
    },
    "aws.eks.addon.on-create": {
      type: ADDON,
      require: { resolveConflictsOnCreate: ["NONE", "OVERWRITE"] },
      must: '`resolveConflictsOnCreate` must be "NONE" or "OVERWRITE".',
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAddon.html",
      accepts: [{ clusterName: "orders", addonName: "coredns", resolveConflictsOnCreate: "NONE" }],
      rejects: [{ clusterName: "orders", addonName: "coredns", resolveConflictsOnCreate: "PRESERVE" }],
    },
    "aws.eks.addon.on-update": {
      type: ADDON,
      require: { resolveConflictsOnUpdate: ["NONE", "OVERWRITE", "PRESERVE"] },
      must: '`resolveConflictsOnUpdate` must be "NONE", "OVERWRITE" or "PRESERVE".',
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_UpdateAddon.html",
      accepts: [{ clusterName: "orders", addonName: "coredns", resolveConflictsOnUpdate: "NONE" }],
      rejects: [{ clusterName: "orders", addonName: "coredns", resolveConflictsOnUpdate: "KEEP" }],
    },
    "aws.eks.node-group.own-image": {
      type: EKS_NODE_GROUP,
      when: { amiType: "CUSTOM" },
      require: { launchTemplate: { present: true }, releaseVersion: { present: false }, version: { present: false } },
      must: 'Nodes of the type "CUSTOM" have their image in a launch template, and neither `version` nor `releaseVersion`.',
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html",
      accepts: [
        {
          clusterName: "orders",
          nodeRoleArn: "arn:aws:iam::111122223333:role/nodes",
          subnetIds: ["a", "b"],
          scalingConfig: { minSize: 1, desiredSize: 1, maxSize: 2 },
          amiType: "CUSTOM",
          launchTemplate: { id: "lt-1", version: "1" },
        },
      ],
      rejects: [
        {
          clusterName: "orders",
          nodeRoleArn: "arn:aws:iam::111122223333:role/nodes",
          subnetIds: ["a", "b"],
          scalingConfig: { minSize: 1, desiredSize: 1, maxSize: 2 },
          amiType: "CUSTOM",
        },
        {
          clusterName: "orders",
          nodeRoleArn: "arn:aws:iam::111122223333:role/nodes",
          subnetIds: ["a", "b"],
          scalingConfig: { minSize: 1, desiredSize: 1, maxSize: 2 },
          amiType: "CUSTOM",
          launchTemplate: { id: "lt-1", version: "1" },
          version: "1.33",
        },
      ],
    },
    "aws.eks.node-group.reserved-labels": {
      type: EKS_NODE_GROUP,
      require: {
        labels: {
          everyKey: {
            not: {
              matches:
                /^(?!(?:[^/]*\.)?(?:kubelet|node)\.kubernetes\.io\/)(?:[^/]*\.)?(?:kubernetes\.io|k8s\.io|eks\.amazonaws\.com)\/(?!(?:arch|hostname|os|instance-type|region|zone)$)/,
            },
          },
        },
      },
      must: "Nodes with labels below kubernetes.io, k8s.io or eks.amazonaws.com do not join the cluster: use a prefix of your own.",
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html",
      accepts: [
        { ...nodes, labels: { role: "orders", "node.kubernetes.io/role": "orders" } },
        { ...nodes, labels: { "acme.com/role": "orders" } },
      ],
      rejects: [
        { ...nodes, labels: { "node-role.kubernetes.io/worker": "true" } },
        { ...nodes, labels: { "eks.amazonaws.com/role": "orders" } },
      ],
    },
    "aws.eks.node-group.template-version": {
      type: EKS_NODE_GROUP,
      require: {
        "launchTemplate.version": TEMPLATE_VERSION,
      },
      must: 'The version of a launch template is a number, "$Latest" or "$Default".',
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_LaunchTemplateSpecification.html",
      accepts: [{ ...nodes, launchTemplate: { id: "lt-1", version: 2 } }],
      rejects: [{ ...nodes, launchTemplate: { id: "lt-1", version: "latest" } }],
    },
    "aws.eks.node-group.label-values": {
      type: EKS_NODE_GROUP,
      // A prefix of 253, a slash and a name of 63.
      require: { labels: { everyValue: { maxLength: 63 }, everyKey: { maxLength: 317 } } },
      must: "A label has a key of at most 317 characters with its prefix and a value of at most 63.",
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html",
      accepts: [
        {
          clusterName: "orders",
          nodeRoleArn: "arn:aws:iam::111122223333:role/nodes",
          subnetIds: ["a", "b"],
          scalingConfig: { minSize: 1, desiredSize: 1, maxSize: 2 },
          labels: { team: "orders", [`${"a".repeat(253)}/${"b".repeat(63)}`]: "x" },
        },
      ],
      rejects: [
        {
          clusterName: "orders",
          nodeRoleArn: "arn:aws:iam::111122223333:role/nodes",
          subnetIds: ["a", "b"],
          scalingConfig: { minSize: 1, desiredSize: 1, maxSize: 2 },
          labels: { team: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" },
        },
      ],
    },
    "aws.eks.access-entry.principal": {
      type: ACCESS_ENTRY,
      require: { principalArn: { not: { matches: /^arn:[^:]+:(?:sts:|iam::\d{12}:root$)/ } } },
      must: "The principal is the ARN of an IAM role or user.",
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAccessEntry.html",
      accepts: [{ clusterName: "orders", principalArn: "arn:aws:iam::111122223333:role/admin" }],
      rejects: [
        { clusterName: "orders", principalArn: "arn:aws:sts::111122223333:assumed-role/admin/me" },
        { clusterName: "orders", principalArn: "arn:aws:iam::111122223333:root" },
      ],
    },
    "aws.eks.fargate-profile.label-count": {
      type: FARGATE_PROFILE,
      each: "selectors",
      require: { namespace: { present: true } },
      must: "Each selector has a namespace.",
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_FargateProfileSelector.html",
      accepts: [
        { clusterName: "orders", podExecutionRoleArn: "arn:x", subnetIds: ["a"], selectors: [{ namespace: "web" }] },
      ],
      rejects: [
        { clusterName: "orders", podExecutionRoleArn: "arn:x", subnetIds: ["a"], selectors: [{ labels: { a: "b" } }] },
      ],
    },
    "aws.eks.node-group.template-profile": {
      type: EKS_NODE_GROUP,
      refers: { "launchTemplate.id": EC2_LAUNCH_TEMPLATE },
      require: { "launchTemplate.id->iamInstanceProfile": { present: false } },
      must: "The launch template of a node group has no instance profile.",
      source: TEMPLATES,
      accepts: [templated({})],
      rejects: [templated({ iamInstanceProfile: { name: "x" } })],
    },
    "aws.eks.node-group.template-subnet": {
      type: EKS_NODE_GROUP,
      refers: { "launchTemplate.id": EC2_LAUNCH_TEMPLATE },
      require: { "launchTemplate.id->networkInterfaces": { none: { subnetId: { present: true } } } },
      must: "The launch template of a node group names no subnet for its interfaces.",
      source: TEMPLATES,
      accepts: [templated({ networkInterfaces: [{ securityGroups: ["sg-0a"] }] })],
      rejects: [templated({ networkInterfaces: [{ subnetId: "subnet-0a" }] })],
    },
    "aws.eks.node-group.template-shutdown": {
      type: EKS_NODE_GROUP,
      refers: { "launchTemplate.id": EC2_LAUNCH_TEMPLATE },
      require: { "launchTemplate.id->instanceInitiatedShutdownBehavior": { present: false } },
      must: "The launch template of a node group sets no shutdown behavior.",
      source: TEMPLATES,
      accepts: [templated({})],
      rejects: [templated({ instanceInitiatedShutdownBehavior: "terminate" })],
    },
    "aws.eks.node-group.template-hibernation": {
      type: EKS_NODE_GROUP,
      refers: { "launchTemplate.id": EC2_LAUNCH_TEMPLATE },
      require: { "launchTemplate.id->hibernationOptions.configured": { not: true } },
      must: "The launch template of a node group sets no hibernation.",
      source: TEMPLATES,
      accepts: [templated({}), templated({ hibernationOptions: { configured: false } })],
      rejects: [templated({ hibernationOptions: { configured: true } })],
    },
    "aws.eks.node-group.template-spot": {
      type: EKS_NODE_GROUP,
      refers: { "launchTemplate.id": EC2_LAUNCH_TEMPLATE },
      require: { "launchTemplate.id->instanceMarketOptions.marketType": { not: "spot" } },
      must: 'The launch template of a node group has no spot market: set `capacityType: "SPOT"` instead.',
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_LaunchTemplateSpecification.html",
      accepts: [
        { ...templated({}), capacityType: "SPOT" },
        { ...templated({ instanceMarketOptions: { marketType: "capacity-block" } }), capacityType: "CAPACITY_BLOCK" },
      ],
      rejects: [templated({ instanceMarketOptions: { marketType: "spot" } })],
    },
    "aws.eks.node-group.template-types": {
      type: EKS_NODE_GROUP,
      refers: { "launchTemplate.id": EC2_LAUNCH_TEMPLATE },
      when: { instanceTypes: { present: true } },
      require: { "launchTemplate.id->instanceType": { present: false } },
      must: "A node group or its launch template names instance types, not both.",
      source: TEMPLATES,
      accepts: [templated({ instanceType: "m7g.large" }), { ...templated({}), instanceTypes: ["m7g.large"] }],
      rejects: [{ ...templated({ instanceType: "m7g.large" }), instanceTypes: ["m7g.large"] }],
    },
    "aws.eks.node-group.template-image": {
      type: EKS_NODE_GROUP,
      refers: { "launchTemplate.id": EC2_LAUNCH_TEMPLATE },
      when: { "launchTemplate.id->imageId": { present: true } },
      require: { amiType: ["CUSTOM"], version: { present: false }, releaseVersion: { present: false } },
      must: "With an image in its launch template, a node group has no `amiType`, `version` and `releaseVersion`.",
      source: TEMPLATES,
      accepts: [templated({ imageId: "ami-0a" }), { ...templated({}), amiType: "AL2023_x86_64_STANDARD" }],
      rejects: [{ ...templated({ imageId: "ami-0a" }), amiType: "AL2023_x86_64_STANDARD" }],
    },
    "aws.eks.access-entry.authentication-mode": inClusterWithEntries(ACCESS_ENTRY),
    "aws.eks.access-policy-association.authentication-mode": inClusterWithEntries(ACCESS_POLICY_ASSOCIATION, {
      accessScope: { type: "cluster" },
      policyArn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy",
    }),
  },
} satisfies ServiceConstraints;
