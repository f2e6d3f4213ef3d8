import { PREFIX_LIST } from "../../aws/network/security-groups";
import { EIP_ASSOCIATION } from "../../aws/network/reachability";
import {
  EBS_VOLUME,
  EC2_EIP,
  EC2_FLOW_LOG,
  EC2_INSTANCE,
  EC2_LAUNCH_CONFIGURATION,
  EC2_LAUNCH_TEMPLATE,
  EC2_NAT_GATEWAY,
  EC2_NETWORK_ACL,
  EC2_NETWORK_ACL_RULE,
  EC2_NETWORK_INTERFACE,
  EC2_ROUTE,
  EC2_ROUTE_TABLE,
  EC2_ROUTE_TABLE_ASSOCIATION,
  EC2_SECURITY_GROUP,
  EC2_SECURITY_GROUP_RULE,
  EC2_SPOT_FLEET_REQUEST,
  EC2_SPOT_INSTANCE_REQUEST,
  EC2_SUBNET,
  EC2_VPC,
  EC2_VPC_ENDPOINT,
  EC2_VPC_ENDPOINT_SERVICE,
  EC2_VPC_PEERING_CONNECTION,
  LB_LOAD_BALANCER,
} from "../../aws/type-tokens";
import { INTERNET_GATEWAY } from "../../aws/network/routes";
import { named } from "../cases";
import type { Constraint, ServiceConstraints } from "../form";
import { DESCRIPTION, FIRST_ADDRESS, ICMP, PORTS, PROTOCOL } from "../security-group-rules";

const VPC_DHCP_OPTIONS = "aws:ec2/vpcDhcpOptions:VpcDhcpOptions";
const KEY_PAIR = "aws:ec2/keyPair:KeyPair";
const VPN_CONNECTION = "aws:ec2/vpnConnection:VpnConnection";
const PLACEMENT_GROUP = "aws:ec2/placementGroup:PlacementGroup";
const FLEET = "aws:ec2/fleet:Fleet";
const DEDICATED_HOST = "aws:ec2/dedicatedHost:DedicatedHost";
const CUSTOMER_GATEWAY = "aws:ec2/customerGateway:CustomerGateway";
const CAPACITY_RESERVATION = "aws:ec2/capacityReservation:CapacityReservation";
const PERMISSION = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html";
const CREATE_ENDPOINT = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html";
const FLOW_LOGS = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html";
const CREATE_ROUTE = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html";
const tcp = (fromPort: number, toPort: number): Record<string, unknown> => ({
  protocol: "tcp",
  fromPort,
  toPort,
  cidrBlocks: ["10.0.0.0/16"],
});
const all = (fromPort: number, toPort: number): Record<string, unknown> => ({
  protocol: "-1",
  fromPort,
  toPort,
  cidrBlocks: ["10.0.0.0/16"],
});

/** A block of IPv4 addresses, or what is neither a block nor an address, such as a likely value of a data source. */
const BLOCK = /^(?:\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2}|[\da-f.:/]*[^\da-f.:/][^]*)$/;
/** What a gp3 volume has at least; 0 is not sent. */
const LEAST_IOPS = { anyOf: [0, { min: 3000 }] };
const LEAST_THROUGHPUT = { anyOf: [0, { min: 125 }] };
const SPOT = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateSpotMarketOptionsRequest.html";
const EBS_BLOCK = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EbsBlockDevice.html";
const TUNNEL = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpnTunnelOptionsSpecification.html";
const RESERVATION = {
  instanceCount: 2,
  instancePlatform: "Linux/UNIX",
  instanceType: "m7g.large",
  availabilityZone: "us-east-1a",
};
const VPN = { customerGatewayId: "cgw-0b1d2e3f4a5c6d7e8", type: "ipsec.1", transitGatewayId: "tgw-0a9b8c7d6e5f41230" };
const disk = (ebs: object): Record<string, unknown> => ({
  imageId: "ami-1",
  instanceType: "m7g.large",
  blockDeviceMappings: [{ deviceName: "/dev/xvdb", ebs }],
});
const spot = (spotOptions: object): Record<string, unknown> => ({
  imageId: "ami-1",
  instanceMarketOptions: { marketType: "spot", spotOptions },
});
/** An instance that has all that it must have, and more. */
const instance = (more: object): Record<string, unknown> => ({ ami: "ami-1", instanceType: "m7i.large", ...more });
const S3 = { serviceName: "com.amazonaws.us-east-1.s3" };
const SQS = { serviceName: "com.amazonaws.us-east-1.sqs", vpcEndpointType: "Interface" };
const spotInstance = (spotOptions: object): Record<string, unknown> => ({
  ami: "ami-1",
  instanceType: "m7g.large",
  instanceMarketOptions: { marketType: "spot", spotOptions },
});
const fleet = (overrides: object[], more: object = {}): Record<string, unknown> => ({
  targetCapacitySpecification: { defaultTargetCapacityType: "spot", totalTargetCapacity: 2 },
  launchTemplateConfigs: [{ launchTemplateSpecification: { launchTemplateId: "lt-1", version: "1" }, overrides }],
  ...more,
});

const INSTANCES = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html";
const TEMPLATE_DATA = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RequestLaunchTemplateData.html";
const CREATE_VPC = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpc.html";
const CREATE_SUBNET = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html";
const CREATE_NAT = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNatGateway.html";
const CREATE_CONFIGURATION =
  "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateLaunchConfiguration.html";
const INSPECTION = "com.amazonaws.vpce.us-east-1.vpce-svc-0a1b2c3d4e5f6a7b8";
const KEY = "arn:aws:kms:us-east-1:111122223333:key/orders";
const HOSTS = "arn:aws:resource-groups:us-east-1:111122223333:group/hosts";
const RULE = { type: "ingress", protocol: "tcp", fromPort: 443, toPort: 443, securityGroupId: "sg-1" };
const ACL_ENTRY = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html";
const VOLUME_TYPES = "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html";

/** What AWS accepts in the rules that are in a security group. */
function rulesOf(direction: "ingress" | "egress"): Record<string, Constraint> {
  const id = `aws.ec2.security-group.${direction}`;
  const having = (rule: object): Record<string, unknown> => ({
    [direction]: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/16"], ...rule }],
  });
  const ofRules = { type: EC2_SECURITY_GROUP, each: direction };
  return {
    [`${id}-protocol`]: {
      ...ofRules,
      require: { protocol: PROTOCOL.test },
      must: PROTOCOL.must,
      source: PROTOCOL.source,
      accepts: [having({ protocol: "tcp" })],
      rejects: [having({ protocol: "https" }), having({ protocol: "any" })],
    },
    [`${id}-description`]: {
      ...ofRules,
      require: { description: DESCRIPTION.test },
      must: DESCRIPTION.must,
      source: DESCRIPTION.source,
      accepts: [having({ description: "web" })],
      rejects: [having({ description: "customer's web" })],
    },
    [`${id}-first-address`]: {
      ...ofRules,
      require: { cidrBlocks: { every: FIRST_ADDRESS.test }, ipv6CidrBlocks: { every: FIRST_ADDRESS.test } },
      must: FIRST_ADDRESS.must,
      source: PERMISSION,
      accepts: [having({ cidrBlocks: ["203.0.113.10/32", "10.0.0.0/8"], ipv6CidrBlocks: ["::/0", "2001:db8::/32"] })],
      rejects: [having({ cidrBlocks: ["203.0.113.10/24"] }), having({ ipv6CidrBlocks: ["2001:db8::1/32"] })],
    },
    [`${id}-ports`]: {
      ...ofRules,
      where: { protocol: PORTS.protocols },
      require: { fromPort: PORTS.from, toPort: PORTS.to },
      must: PORTS.must,
      awsError: PORTS.awsError,
      source: PERMISSION,
      accepts: [having({ fromPort: 0, toPort: 65535 }), having({ protocol: "icmp", fromPort: -1, toPort: -1 })],
      rejects: [having({ fromPort: -1, toPort: -1 }), having({ fromPort: 0, toPort: 65536 })],
    },
    [`${id}-icmp`]: {
      ...ofRules,
      where: { protocol: ICMP.protocols, fromPort: -1 },
      require: { toPort: -1 },
      must: ICMP.must,
      source: PERMISSION,
      accepts: [
        having({ protocol: "icmp", fromPort: 8, toPort: 0 }),
        having({ protocol: "icmp", fromPort: -1, toPort: -1 }),
      ],
      rejects: [having({ protocol: "icmp", fromPort: -1, toPort: 0 })],
    },
  };
}

/** What AWS accepts in the rules that are in a network ACL. */
function entriesOf(direction: "ingress" | "egress"): Record<string, Constraint> {
  const id = `aws.ec2.network-acl.${direction}`;
  const entry = { ruleNo: 100, action: "allow", protocol: "tcp", fromPort: 443, toPort: 443, cidrBlock: "10.0.0.0/16" };
  const having = (...entries: object[]): Record<string, unknown> => ({
    vpcId: "vpc-1",
    [direction]: entries.map((one) => ({ ...entry, ...one })),
  });
  const ofEntries = { type: EC2_NETWORK_ACL, each: direction };
  return {
    [`${id}-all-protocols`]: {
      ...ofEntries,
      where: { protocol: ["-1", "all"] },
      require: { fromPort: 0, toPort: 0 },
      must: "A rule for all protocols must have `fromPort: 0, toPort: 0`.",
      source: ACL_ENTRY,
      accepts: [having({ protocol: "-1", fromPort: 0, toPort: 0 })],
      rejects: [having({ protocol: "-1", fromPort: 0, toPort: 65535 })],
    },
    [`${id}-ports`]: {
      ...ofEntries,
      where: { protocol: PORTS.protocols },
      require: { fromPort: { max: { property: "toPort" } } },
      must: "`fromPort` must not be above `toPort`.",
      source: ACL_ENTRY,
      accepts: [having({ fromPort: 1024, toPort: 65535 })],
      rejects: [having({ fromPort: 443, toPort: 80 })],
    },
    [`${id}-number`]: {
      ...ofEntries,
      require: { ruleNo: { min: 1, max: 32766 } },
      must: "`ruleNo` must be from 1 to 32766.",
      source: ACL_ENTRY,
      accepts: [having({ ruleNo: 32766 })],
      rejects: [having({ ruleNo: 32767 }), having({ ruleNo: 0 })],
    },
    [`${id}-numbers-differ`]: {
      type: EC2_NETWORK_ACL,
      require: { [direction]: { uniqueBy: "ruleNo" } },
      must: "Each rule of one direction has a number of its own.",
      source: ACL_ENTRY,
      accepts: [having({ ruleNo: 100 }, { ruleNo: 110 })],
      rejects: [having({ ruleNo: 100 }, { ruleNo: 100, fromPort: 80, toPort: 80 })],
    },
    [`${id}-protocol`]: {
      ...ofEntries,
      require: { protocol: PROTOCOL.test },
      must: PROTOCOL.must,
      source: ACL_ENTRY,
      accepts: [having({ protocol: "udp" })],
      rejects: [having({ protocol: "https" })],
    },
    [`${id}-first-address`]: {
      ...ofEntries,
      require: { cidrBlock: FIRST_ADDRESS.test, ipv6CidrBlock: FIRST_ADDRESS.test },
      must: FIRST_ADDRESS.must,
      source: ACL_ENTRY,
      accepts: [having({ cidrBlock: "203.0.113.10/32" })],
      rejects: [
        having({ cidrBlock: "203.0.113.10/24" }),
        having({ cidrBlock: undefined, ipv6CidrBlock: "2001:db8::1/32" }),
      ],
    },
  };
}

/** What AWS accepts of the disks of an instance, which launch configurations and spot requests have in the same form. */
function disksOf(resource: string, type: string, own: object): Record<string, Constraint> {
  const id = `aws.ec2.${resource}`;
  const root = (rootBlockDevice: object): Record<string, unknown> => ({ ...own, rootBlockDevice });
  const disk = (device: object): Record<string, unknown> => ({
    ...own,
    ebsBlockDevices: [{ deviceName: "/dev/sdf", volumeSize: 200, ...device }],
  });
  return {
    [`${id}.root-iops-type`]: {
      type,
      when: { "rootBlockDevice.iops": { above: 0 } },
      require: { "rootBlockDevice.volumeType": ["io1", "io2", "gp3"] },
      must: "Only volumes of type gp3, io1 and io2 take `iops`.",
      source: EBS_BLOCK,
      accepts: [root({ volumeType: "gp3", iops: 4000 }), root({ volumeType: "gp2", iops: 0 })],
      rejects: [root({ volumeType: "gp2", iops: 4000 })],
    },
    [`${id}.disk-iops-type`]: {
      type,
      each: "ebsBlockDevices",
      where: { iops: { above: 0 } },
      require: { volumeType: ["io1", "io2", "gp3"] },
      must: "Only volumes of type gp3, io1 and io2 take `iops`.",
      source: EBS_BLOCK,
      accepts: [disk({ volumeType: "gp3", iops: 4000 })],
      rejects: [disk({ volumeType: "gp2", iops: 4000 })],
    },
    [`${id}.disk-throughput-type`]: {
      type,
      each: "ebsBlockDevices",
      where: { throughput: { above: 0 } },
      require: { volumeType: "gp3" },
      must: "Only volumes of type gp3 take `throughput`.",
      source: EBS_BLOCK,
      accepts: [disk({ volumeType: "gp3", throughput: 250 })],
      rejects: [disk({ volumeType: "gp2", throughput: 250 })],
    },
    [`${id}.disk-throughput-share`]: {
      type,
      each: "ebsBlockDevices",
      where: { volumeType: "gp3" },
      defaults: { iops: 3000 },
      require: { throughput: { max: { property: "iops", times: 0.25 } } },
      must: "A gp3 volume carries at most 0.25 MiB/s for each of its IOPS: raise `iops` or lower `throughput`.",
      source: "https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html",
      accepts: [disk({ volumeType: "gp3", throughput: 750 })],
      rejects: [disk({ volumeType: "gp3", throughput: 1000 })],
    },
    [`${id}.root-minimum`]: {
      type,
      when: { "rootBlockDevice.volumeType": "gp3" },
      require: { "rootBlockDevice.iops": LEAST_IOPS, "rootBlockDevice.throughput": LEAST_THROUGHPUT },
      must: "A volume of type gp3 must have at least 3000 IOPS and 125 MiB/s.",
      source: EBS_BLOCK,
      accepts: [root({ volumeType: "gp3", iops: 3000, throughput: 125 })],
      rejects: [root({ volumeType: "gp3", iops: 1000 }), root({ volumeType: "gp3", throughput: 100 })],
    },
    [`${id}.disk-minimum`]: {
      type,
      each: "ebsBlockDevices",
      where: { volumeType: "gp3" },
      require: { iops: LEAST_IOPS, throughput: LEAST_THROUGHPUT },
      must: "A volume of type gp3 must have at least 3000 IOPS and 125 MiB/s.",
      source: EBS_BLOCK,
      accepts: [disk({ volumeType: "gp3", iops: 3000, throughput: 125 })],
      rejects: [disk({ volumeType: "gp3", iops: 1000 }), disk({ volumeType: "gp3", throughput: 100 })],
    },
    [`${id}.disk-size`]: {
      type,
      each: "ebsBlockDevices",
      where: { volumeType: ["st1", "sc1"] },
      require: { volumeSize: { min: 125 } },
      must: "A volume of type st1 or sc1 must have at least 125 GiB.",
      source: EBS_BLOCK,
      accepts: [disk({ volumeType: "st1" })],
      rejects: [disk({ volumeType: "st1", volumeSize: 100 })],
    },
    [`${id}.root-type`]: {
      type,
      require: { "rootBlockDevice.volumeType": { not: ["st1", "sc1"] } },
      must: "No instance starts from a volume of type st1 or sc1: use gp3.",
      source: VOLUME_TYPES,
      accepts: [root({ volumeType: "gp3" })],
      rejects: [root({ volumeType: "st1", volumeSize: 200 })],
    },
    [`${id}.user-data-once`]: {
      type,
      require: { atMostOne: ["userData", "userDataBase64"] },
      must: "User data is given as plain text or as base64: leave out `userData` or `userDataBase64`.",
      source: INSTANCES,
      accepts: [
        { ...own, userData: "#!/bin/sh" },
        { ...own, userDataBase64: "IyEvYmluL3No" },
      ],
      rejects: [{ ...own, userData: "#!/bin/sh", userDataBase64: "IyEvYmluL3No" }],
    },
  };
}

/** Routes that lead to a gateway by the property of another kind of gateway, in a table or on their own. */
function targetsOf(resource: string, at: Pick<Constraint, "type" | "each">): Record<string, Constraint> {
  const one = (route: object): Record<string, unknown> =>
    at.each === undefined
      ? { routeTableId: "rtb-1", destinationCidrBlock: "0.0.0.0/0", ...route }
      : { vpcId: "vpc-1", [at.each]: [{ cidrBlock: "0.0.0.0/0", ...route }] };
  return {
    [`aws.ec2.${resource}.internet-gateway-kind`]: {
      ...at,
      require: { natGatewayId: { not: { startsWith: "igw-" } } },
      ofLiterals: true,
      must: "A route leads to an internet gateway by `gatewayId`, not by `natGatewayId`.",
      source: CREATE_ROUTE,
      accepts: [one({ gatewayId: "igw-1" })],
      rejects: [one({ natGatewayId: "igw-1" })],
    },
    [`aws.ec2.${resource}.nat-gateway-kind`]: {
      ...at,
      require: { gatewayId: { not: { startsWith: "nat-" } } },
      ofLiterals: true,
      must: "A route leads to a NAT gateway by `natGatewayId`, not by `gatewayId`.",
      awsError: "invalid value for parameter gateway-id: nat-…",
      source: CREATE_ROUTE,
      // AWS has accepted it at times, and each preview showed a difference from then on.
      level: "advisory",
      accepts: [one({ natGatewayId: "nat-1" })],
      rejects: [one({ gatewayId: "nat-1" })],
    },
    [`aws.ec2.${resource}.nat-gateway-vpc`]: {
      ...at,
      refers: {
        [at.each === undefined ? "routeTableId" : "/vpcId"]: at.each === undefined ? EC2_ROUTE_TABLE : EC2_VPC,
        ...(at.each === undefined && { "routeTableId->vpcId": EC2_VPC }),
        natGatewayId: EC2_NAT_GATEWAY,
        "natGatewayId->subnetId": EC2_SUBNET,
        "natGatewayId->subnetId->vpcId": EC2_VPC,
      },
      require: {
        "natGatewayId->subnetId->vpcId": { sameResourceAs: at.each === undefined ? "routeTableId->vpcId" : "/vpcId" },
      },
      must: "A route leads to a NAT gateway of the VPC of its route table.",
      source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html",
      accepts: [natRoute(at.each, "left")],
      rejects: [natRoute(at.each, "right")],
    },
    [`aws.ec2.${resource}.endpoint-kind`]: {
      ...at,
      refers: { vpcEndpointId: EC2_VPC_ENDPOINT },
      defaults: { "vpcEndpointId->vpcEndpointType": "Gateway" },
      require: { "vpcEndpointId->vpcEndpointType": "GatewayLoadBalancer" },
      must: 'Only an endpoint with `vpcEndpointType: "GatewayLoadBalancer"` is the target of a route: a gateway endpoint has `routeTableIds`.',
      source: CREATE_ROUTE,
      accepts: [one({ vpcEndpointId: { vpcEndpointType: "GatewayLoadBalancer" } })],
      rejects: [one({ vpcEndpointId: { serviceName: "com.amazonaws.us-east-1.s3" } })],
    },
    [`aws.ec2.${resource}.first-address`]: {
      ...at,
      require:
        at.each === undefined
          ? { destinationCidrBlock: FIRST_ADDRESS.test, destinationIpv6CidrBlock: FIRST_ADDRESS.test }
          : { cidrBlock: FIRST_ADDRESS.test, ipv6CidrBlock: FIRST_ADDRESS.test },
      must: FIRST_ADDRESS.must,
      source: CREATE_ROUTE,
      accepts: [one({ gatewayId: "igw-1" })],
      rejects:
        at.each === undefined
          ? [
              { gatewayId: "igw-1", destinationCidrBlock: "10.1.2.3/16" },
              { gatewayId: "igw-1", destinationIpv6CidrBlock: "2001:db8::1/32" },
            ]
          : [
              one({ gatewayId: "igw-1", cidrBlock: "10.1.2.3/16" }),
              { vpcId: "vpc-1", routes: [{ gatewayId: "igw-1", ipv6CidrBlock: "2001:db8::1/32" }] },
            ],
    },
  };
}

/** A route of a table in the VPC "left" to a NAT gateway in this VPC. */
const natRoute = (each: string | undefined, vpc: string): Record<string, unknown> => {
  const natGatewayId = { subnetId: { vpcId: named(vpc), cidrBlock: "10.0.0.0/24" } };
  return each === undefined
    ? { routeTableId: { vpcId: named("left") }, destinationCidrBlock: "0.0.0.0/0", natGatewayId }
    : { vpcId: named("left"), [each]: [{ cidrBlock: "0.0.0.0/0", natGatewayId }] };
};

/** An attachment of a volume in this zone to an instance. */
const attachment = (availabilityZone: string, instanceId: object): Record<string, unknown> => ({
  deviceName: "/dev/sdf",
  volumeId: { availabilityZone },
  instanceId,
});

/** An attachment of an interface in one zone to an instance in another. */
const interfaces = (instance: string, networkInterface: string): Record<string, unknown> => ({
  deviceIndex: 1,
  instanceId: { subnetId: { availabilityZone: instance } },
  networkInterfaceId: { subnetId: { availabilityZone: networkInterface } },
});

export default {
  date: "2026-11-30",
  constraints: {
    "aws.ec2.vpc.block-size": {
      type: EC2_VPC,
      require: { cidrBlock: { matches: /\/(?:1[6-9]|2[0-8])$/ } },
      must: "The block of a VPC must have a size from /16 to /28.",
      source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
      accepts: [{ cidrBlock: "10.0.0.0/16" }, { cidrBlock: "10.0.0.0/28" }],
      rejects: [{ cidrBlock: "10.0.0.0/8" }, { cidrBlock: "10.0.0.0/30" }],
    },
    "aws.ec2.subnet.block-size": {
      type: EC2_SUBNET,
      require: { cidrBlock: { matches: /\/(?:1[6-9]|2[0-8])$/ } },
      must: "The block of a subnet must have a size from /16 to /28.",
      source: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
      accepts: [{ cidrBlock: "10.0.0.0/24" }],
      rejects: [{ cidrBlock: "10.0.0.0/31" }, { cidrBlock: "10.0.0.0/12" }],
    },
    "aws.ec2.subnet.zone-name-or-id": {
      type: EC2_SUBNET,
      require: { atMostOne: ["availabilityZone", "availabilityZoneId"] },
      must: "A subnet names its zone once: leave out `availabilityZone` or `availabilityZoneId`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html",
      accepts: [{ cidrBlock: "10.0.0.0/24", availabilityZone: "us-east-1a" }],
      rejects: [{ cidrBlock: "10.0.0.0/24", availabilityZone: "us-east-1a", availabilityZoneId: "use1-az1" }],
    },
    "aws.ec2.vpc-endpoint.gateway-subnets": {
      type: EC2_VPC_ENDPOINT,
      when: { vpcEndpointType: "Gateway" },
      defaults: { vpcEndpointType: "Gateway" },
      require: {
        subnetIds: { present: false },
        securityGroupIds: { present: false },
        privateDnsEnabled: { not: true },
      },
      must: 'A gateway endpoint has route tables only: leave out `subnetIds`, `securityGroupIds` and `privateDnsEnabled`, or set `vpcEndpointType: "Interface"`.',
      source: CREATE_ENDPOINT,
      accepts: [
        { ...S3, vpcEndpointType: "Gateway", routeTableIds: ["x"] },
        { ...SQS, subnetIds: ["x"], securityGroupIds: ["y"], privateDnsEnabled: true },
      ],
      rejects: [
        { ...S3, vpcEndpointType: "Gateway", subnetIds: ["x"] },
        { ...S3, subnetIds: ["x"] },
        { ...S3, securityGroupIds: ["x"] },
        { ...S3, privateDnsEnabled: true },
      ],
    },
    "aws.ec2.vpc-endpoint.interface-routes": {
      type: EC2_VPC_ENDPOINT,
      when: { vpcEndpointType: ["Interface", "GatewayLoadBalancer", "Resource", "ServiceNetwork", "Tunnel"] },
      require: { routeTableIds: { present: false } },
      must: "Only a gateway endpoint has `routeTableIds`.",
      source: CREATE_ENDPOINT,
      accepts: [{ ...S3, vpcEndpointType: "Gateway", routeTableIds: ["x"] }],
      rejects: [{ ...SQS, routeTableIds: ["x"] }],
    },
    "aws.ec2.vpc-endpoint.gateway-service": {
      type: EC2_VPC_ENDPOINT,
      when: {
        vpcEndpointType: "Gateway",
        serviceName: { matches: /^(?:com|cn\.com)\.amazonaws\.[a-z]{2}-[a-z]+-\d\./ },
      },
      defaults: { vpcEndpointType: "Gateway" },
      require: { serviceName: { matches: /\.(?:s3|dynamodb|s3express)$/ } },
      must: 'Gateway endpoints exist for S3 and DynamoDB only: set `vpcEndpointType: "Interface"`.',
      source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
      accepts: [
        { serviceName: "com.amazonaws.us-east-1.s3" },
        { vpcEndpointType: "Interface", serviceName: "com.amazonaws.us-east-1.sqs" },
        { serviceName: "com.amazonaws.us-east-1.s3express" },
      ],
      rejects: [
        { serviceName: "com.amazonaws.us-east-1.sqs" },
        { vpcEndpointType: "Gateway", serviceName: "com.amazonaws.us-east-1.secretsmanager" },
      ],
    },
    "aws.ec2.security-group.ingress-port-range": {
      type: EC2_SECURITY_GROUP,
      each: "ingress",
      where: { protocol: ["tcp", "udp", "6", "17"] },
      require: { fromPort: { max: { property: "toPort" } } },
      must: "`fromPort` must be at most `toPort`.",
      source: PERMISSION,
      accepts: [{ ingress: [tcp(80, 443)] }, { ingress: [{ protocol: "icmp", fromPort: 8, toPort: 0 }] }],
      rejects: [{ ingress: [tcp(443, 80)] }],
    },
    "aws.ec2.security-group.egress-port-range": {
      type: EC2_SECURITY_GROUP,
      each: "egress",
      where: { protocol: ["tcp", "udp", "6", "17"] },
      require: { fromPort: { max: { property: "toPort" } } },
      must: "`fromPort` must be at most `toPort`.",
      source: PERMISSION,
      accepts: [{ egress: [tcp(80, 443)] }],
      rejects: [{ egress: [tcp(443, 80)] }],
    },
    "aws.ec2.security-group.ingress-all-protocols": {
      type: EC2_SECURITY_GROUP,
      each: "ingress",
      where: { protocol: ["-1", "all"] },
      require: { fromPort: 0, toPort: 0 },
      must: "A rule for all protocols must have `fromPort: 0, toPort: 0`.",
      source: PERMISSION,
      accepts: [{ ingress: [all(0, 0)] }, { ingress: [tcp(443, 443)] }],
      rejects: [{ ingress: [all(-1, -1)] }, { ingress: [all(443, 443)] }, { ingress: [all(0, 65535)] }],
    },
    "aws.ec2.security-group.egress-all-protocols": {
      type: EC2_SECURITY_GROUP,
      each: "egress",
      where: { protocol: ["-1", "all"] },
      require: { fromPort: 0, toPort: 0 },
      must: "A rule for all protocols must have `fromPort: 0, toPort: 0`.",
      source: PERMISSION,
      accepts: [{ egress: [all(0, 0)] }],
      rejects: [{ egress: [all(-1, -1)] }, { egress: [all(443, 443)] }, { egress: [all(0, 65535)] }],
    },
    "aws.ec2.security-group.name-prefix": {
      type: EC2_SECURITY_GROUP,
      require: { name: { not: { startsWith: "sg-" } } },
      must: 'The name of a group must not begin with "sg-".',
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html",
      accepts: [{ name: "orders-sg" }],
      rejects: [{ name: "sg-orders" }],
    },
    "aws.ec2.security-group.description": {
      type: EC2_SECURITY_GROUP,
      require: { description: { matches: /^[\w .:/()#,@[\]+=&;{}!$*-]{0,255}$/ } },
      must: "A description must have at most 255 letters, digits, spaces and some punctuation, and no quotes or angle brackets.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html",
      accepts: [{ description: "Orders (web), port 443" }],
      rejects: [{ description: "Orders\u2019 web" }, { description: "a > b" }],
    },
    "aws.ec2.security-group.ingress-blocks": {
      type: EC2_SECURITY_GROUP,
      each: "ingress",
      require: { cidrBlocks: { every: { matches: BLOCK } } },
      must: "`cidrBlocks` must have IPv4 blocks with a prefix, such as 203.0.113.10/32 or 0.0.0.0/0.",
      source: PERMISSION,
      accepts: [{ ingress: [{ cidrBlocks: ["0.0.0.0/0", "203.0.113.10/32"] }, { ipv6CidrBlocks: ["::/0"] }] }],
      rejects: [{ ingress: [{ cidrBlocks: ["0.0.0.0"] }] }, { ingress: [{ cidrBlocks: [""] }] }],
    },
    "aws.ec2.security-group.egress-blocks": {
      type: EC2_SECURITY_GROUP,
      each: "egress",
      require: { cidrBlocks: { every: { matches: BLOCK } } },
      must: "`cidrBlocks` must have IPv4 blocks with a prefix, such as 203.0.113.10/32 or 0.0.0.0/0.",
      source: PERMISSION,
      accepts: [{ egress: [{ cidrBlocks: ["0.0.0.0/0"] }] }],
      rejects: [{ egress: [{ cidrBlocks: ["0.0.0.0"] }] }, { egress: [{ cidrBlocks: ["::/0"] }] }],
    },
    "aws.ec2.security-group-rule.blocks": {
      type: EC2_SECURITY_GROUP_RULE,
      require: { cidrBlocks: { every: { matches: BLOCK } } },
      must: "`cidrBlocks` must have IPv4 blocks with a prefix, such as 203.0.113.10/32 or 0.0.0.0/0.",
      source: PERMISSION,
      accepts: [{ type: "ingress", protocol: "tcp", fromPort: 80, toPort: 80, cidrBlocks: ["10.0.0.0/16"] }],
      rejects: [{ type: "ingress", protocol: "tcp", fromPort: 80, toPort: 80, cidrBlocks: ["10.0.0.1"] }],
    },
    "aws.ec2.security-group-rule.port-range": {
      type: EC2_SECURITY_GROUP_RULE,
      when: { protocol: ["tcp", "udp", "6", "17"] },
      require: { fromPort: { max: { property: "toPort" } } },
      must: "`fromPort` must be at most `toPort`.",
      source: PERMISSION,
      accepts: [{ type: "ingress", protocol: "tcp", fromPort: 80, toPort: 443, cidrBlocks: ["10.0.0.0/16"] }],
      rejects: [{ type: "ingress", protocol: "tcp", fromPort: 443, toPort: 80, cidrBlocks: ["10.0.0.0/16"] }],
    },
    "aws.ec2.security-group-rule.source": {
      type: EC2_SECURITY_GROUP_RULE,
      require: { atLeastOne: ["cidrBlocks", "ipv6CidrBlocks", "sourceSecurityGroupId", "self", "prefixListIds"] },
      must: "A rule requires a source or destination, such as `cidrBlocks` or `sourceSecurityGroupId`.",
      source: PERMISSION,
      accepts: [
        { cidrBlocks: ["10.0.0.0/16"] },
        { sourceSecurityGroupId: "sg-1" },
        { self: true },
        { prefixListIds: ["pl-1"] },
        { ipv6CidrBlocks: ["2001:db8::/32"] },
      ],
      rejects: [{ type: "ingress", protocol: "tcp", fromPort: 80, toPort: 80 }],
    },
    "aws.ec2.launch-template.groups-and-interfaces": {
      type: EC2_LAUNCH_TEMPLATE,
      when: { networkInterfaces: { minItems: 1 } },
      require: { vpcSecurityGroupIds: { present: false }, securityGroupNames: { present: false } },
      must: "With interfaces, the groups belong to them: leave out `vpcSecurityGroupIds`, and set the groups of each of the `networkInterfaces`.",
      awsError:
        "Invalid launch template: When a network interface is provided, the security groups must be a part of it",
      source: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/create-launch-template.html",
      accepts: [{ networkInterfaces: [{ securityGroups: ["sg-1"] }] }, { vpcSecurityGroupIds: ["sg-1"] }],
      rejects: [
        { networkInterfaces: [{ associatePublicIpAddress: "true" }], vpcSecurityGroupIds: ["sg-1"] },
        { networkInterfaces: [{ associatePublicIpAddress: "true" }], securityGroupNames: ["x"] },
      ],
    },
    "aws.ec2.launch-template.type-or-requirements": {
      type: EC2_LAUNCH_TEMPLATE,
      require: { atMostOne: ["instanceType", "instanceRequirements"] },
      must: "Instances must be given by either `instanceType` or `instanceRequirements`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RequestLaunchTemplateData.html",
      accepts: [{ instanceType: "t3.small" }],
      rejects: [
        { instanceType: "t3.small", instanceRequirements: { vcpuCount: { min: 2 }, memoryMib: { min: 2048 } } },
      ],
    },
    "aws.ec2.instance.interface-or-subnet": {
      type: EC2_INSTANCE,
      when: { networkInterfaces: { minItems: 1 } },
      require: {
        subnetId: { present: false },
        vpcSecurityGroupIds: { present: false },
        associatePublicIpAddress: { present: false },
        securityGroups: { present: false },
        privateIp: { present: false },
        secondaryPrivateIps: { present: false },
        ipv6Addresses: { present: false },
        ipv6AddressCount: { present: false },
      },
      must: "An instance with interfaces has its subnet, its groups and its addresses there: leave them out of the instance, as `subnetId` and `vpcSecurityGroupIds`.",
      awsError: "Network interfaces and an instance-level subnet ID may not be specified on the same request",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html",
      accepts: [
        instance({ networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: "eni-1" }] }),
        instance({ subnetId: "x", vpcSecurityGroupIds: ["y"], associatePublicIpAddress: false }),
      ],
      rejects: [
        instance({ networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: "eni-1" }], subnetId: "x" }),
        instance({ networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: "eni-1" }], vpcSecurityGroupIds: ["y"] }),
        instance({
          networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: "eni-1" }],
          associatePublicIpAddress: true,
        }),
        instance({ networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: "eni-1" }], privateIp: "10.0.1.10" }),
        instance({ networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: "eni-1" }], securityGroups: ["web"] }),
        instance({
          networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: "eni-1" }],
          secondaryPrivateIps: ["10.0.1.10"],
        }),
        instance({ networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: "eni-1" }], ipv6AddressCount: 1 }),
        instance({
          networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: "eni-1" }],
          ipv6Addresses: ["2001:db8::1"],
        }),
      ],
    },
    "aws.ec2.instance.profile-name": {
      type: EC2_INSTANCE,
      require: { iamInstanceProfile: { not: { startsWith: "arn:" } } },
      must: "It must be the name of an instance profile: use the `name` of an aws.iam.InstanceProfile.",
      awsError: "Invalid IAM Instance Profile name",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IamInstanceProfileSpecification.html",
      accepts: [instance({ iamInstanceProfile: "web" })],
      rejects: [
        instance({ iamInstanceProfile: "arn:aws:iam::111122223333:instance-profile/web" }),
        instance({ iamInstanceProfile: "arn:aws:iam::111122223333:role/web" }),
      ],
    },
    "aws.ec2.instance.hibernation-encryption": {
      type: EC2_INSTANCE,
      when: { hibernation: true },
      require: { "rootBlockDevice.encrypted": true },
      must: "Hibernation requires an encrypted root volume: set `rootBlockDevice.encrypted: true`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/hibernating-prerequisites.html",
      // The image or the account may encrypt the volume all the same: the provider does not send `false`.
      level: "advisory",
      accepts: [instance({ hibernation: true, rootBlockDevice: { encrypted: true } })],
      rejects: [instance({ hibernation: true, rootBlockDevice: { encrypted: false } })],
    },
    "aws.ec2.flow-log.role": {
      type: EC2_FLOW_LOG,
      when: { logDestinationType: "cloud-watch-logs" },
      defaults: { logDestinationType: "cloud-watch-logs" },
      require: { iamRoleArn: { present: true } },
      must: "Logs in CloudWatch require `iamRoleArn`.",
      source: FLOW_LOGS,
      accepts: [
        { vpcId: "x", logDestinationType: "cloud-watch-logs", iamRoleArn: "x", trafficType: "ALL" },
        { vpcId: "x", logDestinationType: "s3", trafficType: "ALL" },
      ],
      rejects: [
        { logDestinationType: "cloud-watch-logs" },
        { logDestination: "arn:aws:logs:us-east-1:111122223333:log-group:x" },
      ],
    },
    "aws.ec2.flow-log.one-source": {
      type: EC2_FLOW_LOG,
      require: {
        exactlyOne: [
          "vpcId",
          "subnetId",
          "eniId",
          "transitGatewayId",
          "transitGatewayAttachmentId",
          "regionalNatGatewayId",
        ],
      },
      must: "Flow logs must name one source: a VPC, a subnet, an interface or a transit gateway.",
      source: FLOW_LOGS,
      accepts: [
        { vpcId: "x", iamRoleArn: "x", trafficType: "ALL" },
        { subnetId: "x", iamRoleArn: "x", trafficType: "ALL" },
        { eniId: "x", iamRoleArn: "x", trafficType: "ALL" },
        { transitGatewayId: "x", maxAggregationInterval: 60, iamRoleArn: "x" },
        { transitGatewayAttachmentId: "x", iamRoleArn: "x", maxAggregationInterval: 60 },
        { regionalNatGatewayId: "x", iamRoleArn: "x", trafficType: "ALL" },
      ],
      rejects: [{ vpcId: "x", subnetId: "y", iamRoleArn: "x", trafficType: "ALL" }],
    },
    "aws.ec2.flow-log.interval": {
      type: EC2_FLOW_LOG,
      require: { maxAggregationInterval: [60, 600] },
      must: "`maxAggregationInterval` must be 60 or 600.",
      source: FLOW_LOGS,
      accepts: [{ vpcId: "x", iamRoleArn: "x", maxAggregationInterval: 60, trafficType: "ALL" }],
      rejects: [{ vpcId: "x", iamRoleArn: "x", maxAggregationInterval: 300, trafficType: "ALL" }],
    },
    "aws.ec2.route.one-target": {
      type: EC2_ROUTE,
      require: {
        exactlyOne: [
          "gatewayId",
          "natGatewayId",
          "transitGatewayId",
          "vpcPeeringConnectionId",
          "networkInterfaceId",
          "vpcEndpointId",
          "egressOnlyGatewayId",
          "localGatewayId",
          "carrierGatewayId",
          "coreNetworkArn",
          "odbNetworkArn",
        ],
      },
      must: "A route leads to one target.",
      source: CREATE_ROUTE,
      accepts: [
        { gatewayId: "x", destinationCidrBlock: "10.0.0.0/8" },
        { natGatewayId: "x", destinationCidrBlock: "10.0.0.0/8" },
        { transitGatewayId: "x", destinationCidrBlock: "10.0.0.0/8" },
        { vpcPeeringConnectionId: "x", destinationCidrBlock: "10.0.0.0/8" },
        { networkInterfaceId: "x", destinationCidrBlock: "10.0.0.0/8" },
        { vpcEndpointId: "x", destinationCidrBlock: "10.0.0.0/8" },
        { egressOnlyGatewayId: "x", destinationIpv6CidrBlock: "::/0" },
        { localGatewayId: "x", destinationCidrBlock: "10.0.0.0/8" },
        { carrierGatewayId: "x", destinationCidrBlock: "10.0.0.0/8" },
        { coreNetworkArn: "x", destinationCidrBlock: "10.0.0.0/8" },
        { odbNetworkArn: "x", destinationCidrBlock: "10.0.0.0/8" },
      ],
      rejects: [
        { natGatewayId: "x", transitGatewayId: "y", destinationCidrBlock: "10.0.0.0/8" },
        { destinationCidrBlock: "10.0.0.0/8" },
      ],
    },
    "aws.ec2.route.one-destination": {
      type: EC2_ROUTE,
      require: { exactlyOne: ["destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"] },
      must: "A route must have one destination, such as `destinationCidrBlock`.",
      source: CREATE_ROUTE,
      accepts: [
        { gatewayId: "x", destinationCidrBlock: "10.0.0.0/8" },
        { gatewayId: "x", destinationPrefixListId: "pl-1" },
      ],
      rejects: [
        { gatewayId: "x", destinationCidrBlock: "10.0.0.0/8", destinationIpv6CidrBlock: "::/0" },
        { gatewayId: "x", routeTableId: "y" },
      ],
    },
    "aws.ec2.nat-gateway.private-without-address": {
      type: EC2_NAT_GATEWAY,
      when: { connectivityType: "private" },
      require: { allocationId: { present: false }, secondaryAllocationIds: { present: false } },
      must: "A private NAT gateway has no Elastic IP address: leave out `allocationId` and `secondaryAllocationIds`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNatGateway.html",
      accepts: [
        { subnetId: "subnet-1", connectivityType: "private" },
        { subnetId: "subnet-1", allocationId: "x" },
      ],
      rejects: [
        { subnetId: "subnet-1", connectivityType: "private", allocationId: "x" },
        { subnetId: "subnet-1", connectivityType: "private", secondaryAllocationIds: ["x"] },
      ],
    },
    "aws.ec2.vpc-peering-connection.other-vpc": {
      type: EC2_VPC_PEERING_CONNECTION,
      require: { peerVpcId: { not: { sameAs: "vpcId" } } },
      must: "`peerVpcId` must be another VPC than `vpcId`.",
      source: "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html",
      accepts: [{ vpcId: "vpc-1", peerVpcId: "vpc-2" }, { peerVpcId: "vpc-2" }],
      rejects: [{ vpcId: "vpc-1", peerVpcId: "vpc-1" }],
    },
    "aws.ec2.network-acl-rule.number": {
      type: EC2_NETWORK_ACL_RULE,
      require: { ruleNumber: { min: 1, max: 32766 } },
      must: "`ruleNumber` must be from 1 to 32766.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html",
      accepts: [{ cidrBlock: "10.0.0.0/8", ruleNumber: 100 }],
      rejects: [
        { cidrBlock: "10.0.0.0/8", ruleNumber: 40000 },
        { cidrBlock: "10.0.0.0/8", ruleNumber: 32767 },
      ],
    },
    "aws.ec2.launch-template.spot-end": {
      type: EC2_LAUNCH_TEMPLATE,
      when: { "instanceMarketOptions.spotOptions.spotInstanceType": "one-time" },
      require: { "instanceMarketOptions.spotOptions.validUntil": { present: false } },
      must: "Only a persistent spot request has an end: leave out `validUntil`.",
      source: SPOT,
      accepts: [
        spot({ spotInstanceType: "persistent", validUntil: "2027-03-01T00:00:00Z" }),
        spot({ spotInstanceType: "one-time" }),
      ],
      rejects: [spot({ spotInstanceType: "one-time", validUntil: "2027-03-01T00:00:00Z" })],
    },
    "aws.ec2.launch-template.spot-interruption": {
      type: EC2_LAUNCH_TEMPLATE,
      when: { "instanceMarketOptions.spotOptions.spotInstanceType": "one-time" },
      require: { "instanceMarketOptions.spotOptions.instanceInterruptionBehavior": "terminate" },
      must: 'Only instances of a persistent spot request stop or hibernate: set `instanceInterruptionBehavior: "terminate"`.',
      source: SPOT,
      accepts: [
        spot({ spotInstanceType: "persistent", instanceInterruptionBehavior: "stop" }),
        spot({ spotInstanceType: "one-time" }),
      ],
      rejects: [spot({ spotInstanceType: "one-time", instanceInterruptionBehavior: "hibernate" })],
    },
    "aws.ec2.instance.spot-interruption": {
      type: EC2_INSTANCE,
      when: { "instanceMarketOptions.spotOptions.spotInstanceType": "one-time" },
      defaults: { "instanceMarketOptions.spotOptions.spotInstanceType": "one-time" },
      require: { "instanceMarketOptions.spotOptions.instanceInterruptionBehavior": "terminate" },
      must: 'Only instances of a persistent spot request stop or hibernate: set `instanceInterruptionBehavior: "terminate"`.',
      awsError: "The request with type 'one-time' is not supported when instanceInterruptionBehavior is set to 'stop'",
      source: SPOT,
      accepts: [
        spotInstance({ spotInstanceType: "persistent", instanceInterruptionBehavior: "stop" }),
        spotInstance({ spotInstanceType: "one-time" }),
      ],
      rejects: [
        spotInstance({ spotInstanceType: "one-time", instanceInterruptionBehavior: "stop" }),
        spotInstance({ instanceInterruptionBehavior: "stop" }),
      ],
    },
    "aws.ec2.instance.persistent-spot-stops": {
      type: EC2_INSTANCE,
      when: { "instanceMarketOptions.spotOptions.spotInstanceType": "persistent", hibernation: false },
      defaults: {
        hibernation: false,
        "instanceMarketOptions.spotOptions.instanceInterruptionBehavior": "terminate",
      },
      require: { "instanceMarketOptions.spotOptions.instanceInterruptionBehavior": ["stop", "hibernate"] },
      must: 'A single instance of a persistent spot request must stop or hibernate: set `instanceInterruptionBehavior: "stop"`.',
      awsError: "The terminate InstanceInterruptionBehavior is not supported when requestType is set to persistent",
      source: SPOT,
      accepts: [
        spotInstance({ spotInstanceType: "persistent", instanceInterruptionBehavior: "stop" }),
        {
          ...spotInstance({ spotInstanceType: "persistent" }),
          hibernation: true,
          rootBlockDevice: { encrypted: true },
        },
      ],
      rejects: [
        spotInstance({ spotInstanceType: "persistent", instanceInterruptionBehavior: "terminate" }),
        spotInstance({ spotInstanceType: "persistent" }),
      ],
    },
    "aws.ec2.launch-template.hibernation-or-enclave": {
      type: EC2_LAUNCH_TEMPLATE,
      when: { "hibernationOptions.configured": true },
      require: { "enclaveOptions.enabled": false },
      must: "An instance either hibernates or has enclaves: set one of the two to `false`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html",
      accepts: [
        { hibernationOptions: { configured: true } },
        { hibernationOptions: { configured: false }, enclaveOptions: { enabled: true } },
      ],
      rejects: [{ hibernationOptions: { configured: true }, enclaveOptions: { enabled: true } }],
    },
    "aws.ec2.instance.hibernation-or-enclave": {
      type: EC2_INSTANCE,
      when: { hibernation: true },
      require: { "enclaveOptions.enabled": false },
      must: "An instance either hibernates or has enclaves: set one of the two to `false`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html",
      accepts: [
        {
          ami: "ami-1",
          instanceType: "m7i.large",
          hibernation: true,
          rootBlockDevice: { encrypted: true, volumeSize: 40 },
        },
      ],
      rejects: [
        {
          ami: "ami-1",
          instanceType: "m7i.large",
          hibernation: true,
          enclaveOptions: { enabled: true },
          rootBlockDevice: { encrypted: true, volumeSize: 40 },
        },
      ],
    },
    "aws.ec2.launch-template.allowed-or-excluded-types": {
      type: EC2_LAUNCH_TEMPLATE,
      require: {
        atMostOne: ["instanceRequirements.allowedInstanceTypes", "instanceRequirements.excludedInstanceTypes"],
      },
      must: "Requirements either allow or exclude instance types: leave out one of the two lists.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceRequirementsRequest.html",
      accepts: [
        { instanceRequirements: { vcpuCount: { min: 2 }, memoryMib: { min: 4096 }, allowedInstanceTypes: ["m7*"] } },
      ],
      rejects: [
        {
          instanceRequirements: {
            vcpuCount: { min: 2 },
            memoryMib: { min: 4096 },
            allowedInstanceTypes: ["m7*"],
            excludedInstanceTypes: ["m7a*"],
          },
        },
      ],
    },
    "aws.ec2.launch-template.one-spot-price": {
      type: EC2_LAUNCH_TEMPLATE,
      require: {
        atMostOne: [
          "instanceRequirements.maxSpotPriceAsPercentageOfOptimalOnDemandPrice",
          "instanceRequirements.spotMaxPricePercentageOverLowestPrice",
        ],
      },
      must: "Only one protection from spot prices can be set: leave out one of the two percentages.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceRequirementsRequest.html",
      accepts: [
        {
          instanceRequirements: {
            vcpuCount: { min: 2 },
            memoryMib: { min: 4096 },
            spotMaxPricePercentageOverLowestPrice: 50,
          },
        },
      ],
      rejects: [
        {
          instanceRequirements: {
            vcpuCount: { min: 2 },
            memoryMib: { min: 4096 },
            spotMaxPricePercentageOverLowestPrice: 50,
            maxSpotPriceAsPercentageOfOptimalOnDemandPrice: 60,
          },
        },
      ],
    },
    "aws.ec2.launch-template.requirement-ranges": {
      type: EC2_LAUNCH_TEMPLATE,
      require: {
        "instanceRequirements.vcpuCount.min": { max: { property: "instanceRequirements.vcpuCount.max" } },
        "instanceRequirements.memoryMib.min": { max: { property: "instanceRequirements.memoryMib.max" } },
      },
      must: "The minimum of a requirement must not be above its maximum.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceRequirementsRequest.html",
      accepts: [{ instanceRequirements: { vcpuCount: { min: 2, max: 2 }, memoryMib: { min: 4096, max: 8192 } } }],
      rejects: [
        { instanceRequirements: { vcpuCount: { min: 8, max: 4 }, memoryMib: { min: 4096 } } },
        { instanceRequirements: { vcpuCount: { min: 8 }, memoryMib: { min: 4096, max: 2048 } } },
      ],
    },
    "aws.ec2.launch-template.disk-iops": {
      type: EC2_LAUNCH_TEMPLATE,
      each: "blockDeviceMappings",
      where: { "ebs.volumeType": ["io1", "io2"] },
      require: { "ebs.iops": { present: true } },
      must: "A volume of type io1 or io2 requires `ebs.iops`.",
      source: EBS_BLOCK,
      accepts: [disk({ volumeType: "io2", volumeSize: 100, iops: 3000 }), disk({ volumeType: "gp3", volumeSize: 100 })],
      rejects: [disk({ volumeType: "io2", volumeSize: 100 })],
    },
    "aws.ec2.launch-template.disk-iops-type": {
      type: EC2_LAUNCH_TEMPLATE,
      each: "blockDeviceMappings",
      where: { "ebs.iops": { above: 0 } },
      require: { "ebs.volumeType": ["io1", "io2", "gp3"] },
      must: "Only volumes of type gp3, io1 and io2 take `ebs.iops`.",
      source: EBS_BLOCK,
      accepts: [disk({ volumeType: "gp3", volumeSize: 100, iops: 4000 })],
      rejects: [disk({ volumeType: "gp2", volumeSize: 100, iops: 4000 })],
    },
    "aws.ec2.launch-template.disk-throughput-type": {
      type: EC2_LAUNCH_TEMPLATE,
      each: "blockDeviceMappings",
      where: { "ebs.throughput": { above: 0 } },
      require: { "ebs.volumeType": "gp3" },
      must: "Only volumes of type gp3 take `ebs.throughput`.",
      source: EBS_BLOCK,
      accepts: [disk({ volumeType: "gp3", volumeSize: 100, throughput: 250 })],
      rejects: [disk({ volumeType: "gp2", volumeSize: 100, throughput: 250 })],
    },
    "aws.ec2.launch-template.disk-throughput-share": {
      type: EC2_LAUNCH_TEMPLATE,
      each: "blockDeviceMappings",
      where: { "ebs.volumeType": "gp3" },
      defaults: { "ebs.iops": 3000 },
      require: { "ebs.throughput": { max: { property: "ebs.iops", times: 0.25 } } },
      must: "A gp3 volume carries at most 0.25 MiB/s for each of its IOPS: raise `ebs.iops` or lower `ebs.throughput`.",
      source: "https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html",
      accepts: [
        disk({ volumeType: "gp3", volumeSize: 100, iops: 4000, throughput: 1000 }),
        disk({ volumeType: "gp3", volumeSize: 20, throughput: 500 }),
      ],
      rejects: [
        disk({ volumeType: "gp3", volumeSize: 100, throughput: 1000 }),
        disk({ volumeType: "gp3", volumeSize: 100, iops: 3200, throughput: 1000 }),
      ],
    },
    "aws.ec2.launch-template.disk-key": {
      type: EC2_LAUNCH_TEMPLATE,
      each: "blockDeviceMappings",
      where: { "ebs.kmsKeyId": { present: true } },
      require: { "ebs.encrypted": true },
      must: 'A volume with a key must be encrypted: set `ebs.encrypted: "true"`.',
      source: EBS_BLOCK,
      accepts: [disk({ kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/x", encrypted: "true", volumeSize: 20 })],
      rejects: [disk({ kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/x", encrypted: "false", volumeSize: 20 })],
    },
    "aws.ec2.instance.root-throughput-share": {
      type: EC2_INSTANCE,
      when: { "rootBlockDevice.volumeType": "gp3" },
      defaults: { "rootBlockDevice.iops": 3000 },
      require: { "rootBlockDevice.throughput": { max: { property: "rootBlockDevice.iops", times: 0.25 } } },
      must: "A gp3 volume carries at most 0.25 MiB/s for each of its IOPS: raise `iops` or lower `throughput`.",
      source: "https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html",
      accepts: [
        {
          ami: "ami-1",
          instanceType: "m7i.large",
          rootBlockDevice: { volumeType: "gp3", iops: 4000, throughput: 1000 },
        },
      ],
      rejects: [{ ami: "ami-1", instanceType: "m7i.large", rootBlockDevice: { volumeType: "gp3", throughput: 1000 } }],
    },
    "aws.ec2.instance.root-throughput-type": {
      type: EC2_INSTANCE,
      when: { "rootBlockDevice.throughput": { above: 0 } },
      require: { "rootBlockDevice.volumeType": "gp3" },
      must: "Only volumes of type gp3 take `throughput`.",
      source: EBS_BLOCK,
      accepts: [{ ami: "ami-1", instanceType: "m7i.large", rootBlockDevice: { volumeType: "gp3", throughput: 250 } }],
      rejects: [
        {
          ami: "ami-1",
          instanceType: "m7i.large",
          rootBlockDevice: { volumeType: "io2", iops: 3000, throughput: 250 },
        },
      ],
    },
    "aws.ec2.instance.root-iops": {
      type: EC2_INSTANCE,
      when: { "rootBlockDevice.volumeType": ["io1", "io2"] },
      require: { "rootBlockDevice.iops": { present: true } },
      must: "A volume of type io1 or io2 requires `rootBlockDevice.iops`.",
      source: EBS_BLOCK,
      accepts: [{ ami: "ami-1", instanceType: "m7i.large", rootBlockDevice: { volumeType: "io2", iops: 3000 } }],
      rejects: [{ ami: "ami-1", instanceType: "m7i.large", rootBlockDevice: { volumeType: "io2" } }],
    },
    "aws.ec2.instance.disk-iops": {
      type: EC2_INSTANCE,
      each: "ebsBlockDevices",
      where: { volumeType: ["io1", "io2"] },
      require: { iops: { present: true } },
      must: "A volume of type io1 or io2 requires `iops`.",
      source: EBS_BLOCK,
      accepts: [
        {
          ami: "ami-1",
          instanceType: "m7i.large",
          ebsBlockDevices: [{ deviceName: "/dev/sdf", volumeType: "io2", volumeSize: 100, iops: 3000 }],
        },
      ],
      rejects: [
        {
          ami: "ami-1",
          instanceType: "m7i.large",
          ebsBlockDevices: [{ deviceName: "/dev/sdf", volumeType: "io2", volumeSize: 100 }],
        },
      ],
    },
    "aws.ec2.placement-group.partitions": {
      type: PLACEMENT_GROUP,
      when: { partitionCount: { above: 0 } },
      require: { strategy: "partition" },
      must: "Only a group with the strategy partition has `partitionCount`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreatePlacementGroup.html",
      accepts: [{ strategy: "partition", partitionCount: 3 }, { strategy: "spread" }],
      rejects: [{ strategy: "spread", partitionCount: 3 }],
    },
    "aws.ec2.placement-group.partition-count": {
      type: PLACEMENT_GROUP,
      require: { partitionCount: { max: 7 } },
      must: "A group must have at most 7 partitions.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/placement-strategies.html",
      accepts: [{ strategy: "partition", partitionCount: 7 }],
      rejects: [{ strategy: "partition", partitionCount: 8 }],
    },
    "aws.ec2.placement-group.spread-level": {
      type: PLACEMENT_GROUP,
      when: { spreadLevel: { present: true } },
      require: { strategy: "spread" },
      must: "Only a group with the strategy spread has `spreadLevel`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreatePlacementGroup.html",
      accepts: [{ strategy: "spread", spreadLevel: "rack" }],
      rejects: [{ strategy: "cluster", spreadLevel: "rack" }],
    },
    "aws.ec2.capacity-reservation.end-date": {
      type: CAPACITY_RESERVATION,
      when: { endDateType: "limited" },
      require: { endDate: { present: true } },
      must: "A limited reservation requires `endDate`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateCapacityReservation.html",
      accepts: [{ ...RESERVATION, endDateType: "limited", endDate: "2027-06-30T12:00:00Z" }],
      rejects: [{ ...RESERVATION, endDateType: "limited" }],
    },
    "aws.ec2.capacity-reservation.no-end-date": {
      type: CAPACITY_RESERVATION,
      when: { endDate: { present: true } },
      require: { endDateType: "limited" },
      must: 'A reservation with an end must be limited: set `endDateType: "limited"`.',
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateCapacityReservation.html",
      accepts: [{ ...RESERVATION, endDateType: "unlimited" }],
      rejects: [{ ...RESERVATION, endDateType: "unlimited", endDate: "2027-06-30T12:00:00Z" }],
    },
    "aws.ec2.flow-log.bucket-without-role": {
      type: EC2_FLOW_LOG,
      when: { logDestinationType: "s3" },
      require: { iamRoleArn: { present: false } },
      must: "Logs are delivered to a bucket without a role: leave out `iamRoleArn`.",
      source: FLOW_LOGS,
      accepts: [{ vpcId: "vpc-1", trafficType: "ALL", logDestinationType: "s3", logDestination: "arn:aws:s3:::logs" }],
      rejects: [
        {
          vpcId: "vpc-1",
          trafficType: "ALL",
          logDestinationType: "s3",
          logDestination: "arn:aws:s3:::logs",
          iamRoleArn: "arn:aws:iam::111122223333:role/x",
        },
      ],
    },
    "aws.ec2.flow-log.destination-options": {
      type: EC2_FLOW_LOG,
      when: { "destinationOptions.fileFormat": { present: true } },
      require: { logDestinationType: "s3" },
      defaults: { logDestinationType: "cloud-watch-logs" },
      must: "Only logs in a bucket have a file format: leave out `destinationOptions`.",
      source: FLOW_LOGS,
      accepts: [
        {
          vpcId: "vpc-1",
          trafficType: "ALL",
          logDestinationType: "s3",
          logDestination: "arn:aws:s3:::logs",
          destinationOptions: { fileFormat: "parquet" },
        },
      ],
      rejects: [
        {
          vpcId: "vpc-1",
          trafficType: "ALL",
          iamRoleArn: "arn:aws:iam::111122223333:role/x",
          logDestination: "arn:aws:logs:us-east-1:111122223333:log-group:x",
          destinationOptions: { fileFormat: "parquet" },
        },
      ],
    },
    "aws.ec2.flow-log.transit-gateway-interval": {
      type: EC2_FLOW_LOG,
      when: [{ transitGatewayId: { present: true } }, { transitGatewayAttachmentId: { present: true } }],
      require: { maxAggregationInterval: 60 },
      defaults: { maxAggregationInterval: 600 },
      must: "Flow logs of a transit gateway are aggregated for a minute: set `maxAggregationInterval: 60`.",
      source: FLOW_LOGS,
      accepts: [
        {
          transitGatewayId: "tgw-1",
          maxAggregationInterval: 60,
          logDestinationType: "s3",
          logDestination: "arn:aws:s3:::logs",
        },
      ],
      rejects: [{ transitGatewayId: "tgw-1", logDestinationType: "s3", logDestination: "arn:aws:s3:::logs" }],
    },
    "aws.ec2.managed-prefix-list.family-4": {
      type: PREFIX_LIST,
      when: { addressFamily: "IPv4" },
      each: "entries",
      require: { cidr: { not: { matches: /:/ } } },
      must: "A list of the family IPv4 holds only IPv4 ranges.",
      source: "https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html",
      accepts: [{ name: "x", addressFamily: "IPv4", maxEntries: 2, entries: [{ cidr: "10.0.0.0/8" }] }],
      rejects: [{ name: "x", addressFamily: "IPv4", maxEntries: 2, entries: [{ cidr: "2001:db8::/32" }] }],
    },
    "aws.ec2.managed-prefix-list.family-6": {
      type: PREFIX_LIST,
      when: { addressFamily: "IPv6" },
      each: "entries",
      require: { cidr: { matches: /:/ } },
      must: "A list of the family IPv6 holds only IPv6 ranges.",
      source: "https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html",
      accepts: [{ name: "x", addressFamily: "IPv6", maxEntries: 2, entries: [{ cidr: "2001:db8::/32" }] }],
      rejects: [{ name: "x", addressFamily: "IPv6", maxEntries: 2, entries: [{ cidr: "10.0.0.0/8" }] }],
    },
    "aws.ec2.managed-prefix-list.entry-count": {
      type: PREFIX_LIST,
      require: { entries: { maxItems: { property: "maxEntries" } } },
      must: "A list must have at most `maxEntries` entries.",
      source: "https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html",
      accepts: [
        {
          name: "x",
          addressFamily: "IPv4",
          maxEntries: 2,
          entries: [{ cidr: "10.0.0.0/8" }, { cidr: "172.16.0.0/12" }],
        },
      ],
      rejects: [
        {
          name: "x",
          addressFamily: "IPv4",
          maxEntries: 1,
          entries: [{ cidr: "10.0.0.0/8" }, { cidr: "172.16.0.0/12" }],
        },
      ],
    },
    "aws.ec2.managed-prefix-list.entries-differ": {
      type: PREFIX_LIST,
      require: { entries: { uniqueBy: "cidr" } },
      must: "A list must hold each range once.",
      source: "https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html",
      accepts: [
        {
          name: "x",
          addressFamily: "IPv4",
          maxEntries: 2,
          entries: [{ cidr: "10.0.0.0/8" }, { cidr: "172.16.0.0/12" }],
        },
      ],
      rejects: [
        { name: "x", addressFamily: "IPv4", maxEntries: 4, entries: [{ cidr: "10.0.0.0/8" }, { cidr: "10.0.0.0/8" }] },
      ],
    },
    "aws.ec2.vpn-connection.one-gateway": {
      type: VPN_CONNECTION,
      require: { atMostOne: ["transitGatewayId", "vpnGatewayId"] },
      must: "A connection ends at a transit gateway or at a virtual private gateway: leave out one of the two.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpnConnection.html",
      accepts: [VPN],
      rejects: [{ ...VPN, vpnGatewayId: "vgw-1" }],
    },
    "aws.ec2.vpn-connection.tunnel-1-inside-range": {
      type: VPN_CONNECTION,
      require: {
        tunnel1InsideCidr: {
          not: { matches: /^(?:169\.254\.(?:[0-5]\.0|169\.252)\/30$|(?!169\.254\.\d+\.\d+\/30$)\d)/ },
        },
      },
      must: "The inside range of a tunnel is a /30 of 169.254.0.0/16 that AWS does not use itself.",
      source: TUNNEL,
      accepts: [{ ...VPN, tunnel1InsideCidr: "169.254.44.8/30" }],
      rejects: [
        { ...VPN, tunnel1InsideCidr: "169.254.169.252/30" },
        { ...VPN, tunnel1InsideCidr: "10.0.0.0/30" },
      ],
    },
    "aws.ec2.vpn-connection.tunnel-1-key": {
      type: VPN_CONNECTION,
      require: { tunnel1PresharedKey: { matches: /^(?!0)[A-Za-z0-9._]{8,64}$/ } },
      must: "The shared key of a tunnel has 8 to 64 letters, digits, dots and underscores, and does not begin with a zero.",
      source: TUNNEL,
      accepts: [{ ...VPN, tunnel1PresharedKey: "kY7dT2_wq9Lm4" }],
      rejects: [{ ...VPN, tunnel1PresharedKey: "0abcdefgh" }],
    },
    "aws.ec2.vpn-connection.tunnel-1-numbers": {
      type: VPN_CONNECTION,
      require: {
        tunnel1RekeyFuzzPercentage: { min: 0, max: 100 },
        tunnel1ReplayWindowSize: { min: 64, max: 2048 },
        tunnel1DpdTimeoutSeconds: { min: 30 },
      },
      must: "A tunnel has a fuzz from 0 to 100, a replay window from 64 to 2048, and a timeout of at least 30 seconds.",
      source: TUNNEL,
      accepts: [{ ...VPN, tunnel1RekeyFuzzPercentage: 90, tunnel1ReplayWindowSize: 64, tunnel1DpdTimeoutSeconds: 30 }],
      rejects: [
        { ...VPN, tunnel1RekeyFuzzPercentage: 110 },
        { ...VPN, tunnel1ReplayWindowSize: 32 },
        { ...VPN, tunnel1DpdTimeoutSeconds: 10 },
      ],
    },
    "aws.ec2.vpn-connection.tunnel-1-lifetimes": {
      type: VPN_CONNECTION,
      require: {
        tunnel1Phase1LifetimeSeconds: { min: 900, max: 28800 },
        tunnel1Phase2LifetimeSeconds: { min: 900, max: 3600, below: { property: "tunnel1Phase1LifetimeSeconds" } },
      },
      defaults: { tunnel1Phase1LifetimeSeconds: 28800 },
      must: "The first phase of a tunnel lasts 900 to 28,800 seconds, the second 900 to 3,600 and less than the first.",
      source: TUNNEL,
      accepts: [{ ...VPN, tunnel1Phase1LifetimeSeconds: 28800, tunnel1Phase2LifetimeSeconds: 3600 }],
      rejects: [
        { ...VPN, tunnel1Phase1LifetimeSeconds: 30000 },
        { ...VPN, tunnel1Phase1LifetimeSeconds: 1000, tunnel1Phase2LifetimeSeconds: 2000 },
      ],
    },
    "aws.ec2.vpn-connection.tunnel-2-inside-range": {
      type: VPN_CONNECTION,
      require: {
        tunnel2InsideCidr: {
          not: { matches: /^(?:169\.254\.(?:[0-5]\.0|169\.252)\/30$|(?!169\.254\.\d+\.\d+\/30$)\d)/ },
        },
      },
      must: "The inside range of a tunnel is a /30 of 169.254.0.0/16 that AWS does not use itself.",
      source: TUNNEL,
      accepts: [{ ...VPN, tunnel2InsideCidr: "169.254.44.8/30" }],
      rejects: [
        { ...VPN, tunnel2InsideCidr: "169.254.169.252/30" },
        { ...VPN, tunnel2InsideCidr: "10.0.0.0/30" },
      ],
    },
    "aws.ec2.vpn-connection.tunnel-2-key": {
      type: VPN_CONNECTION,
      require: { tunnel2PresharedKey: { matches: /^(?!0)[A-Za-z0-9._]{8,64}$/ } },
      must: "The shared key of a tunnel has 8 to 64 letters, digits, dots and underscores, and does not begin with a zero.",
      source: TUNNEL,
      accepts: [{ ...VPN, tunnel2PresharedKey: "kY7dT2_wq9Lm4" }],
      rejects: [{ ...VPN, tunnel2PresharedKey: "0abcdefgh" }],
    },
    "aws.ec2.vpn-connection.tunnel-2-numbers": {
      type: VPN_CONNECTION,
      require: {
        tunnel2RekeyFuzzPercentage: { min: 0, max: 100 },
        tunnel2ReplayWindowSize: { min: 64, max: 2048 },
        tunnel2DpdTimeoutSeconds: { min: 30 },
      },
      must: "A tunnel has a fuzz from 0 to 100, a replay window from 64 to 2048, and a timeout of at least 30 seconds.",
      source: TUNNEL,
      accepts: [{ ...VPN, tunnel2RekeyFuzzPercentage: 90, tunnel2ReplayWindowSize: 64, tunnel2DpdTimeoutSeconds: 30 }],
      rejects: [
        { ...VPN, tunnel2RekeyFuzzPercentage: 110 },
        { ...VPN, tunnel2ReplayWindowSize: 32 },
        { ...VPN, tunnel2DpdTimeoutSeconds: 10 },
      ],
    },
    "aws.ec2.vpn-connection.tunnel-2-lifetimes": {
      type: VPN_CONNECTION,
      require: {
        tunnel2Phase1LifetimeSeconds: { min: 900, max: 28800 },
        tunnel2Phase2LifetimeSeconds: { min: 900, max: 3600, below: { property: "tunnel2Phase1LifetimeSeconds" } },
      },
      defaults: { tunnel2Phase1LifetimeSeconds: 28800 },
      must: "The first phase of a tunnel lasts 900 to 28,800 seconds, the second 900 to 3,600 and less than the first.",
      source: TUNNEL,
      accepts: [{ ...VPN, tunnel2Phase1LifetimeSeconds: 28800, tunnel2Phase2LifetimeSeconds: 3600 }],
      rejects: [
        { ...VPN, tunnel2Phase1LifetimeSeconds: 30000 },
        { ...VPN, tunnel2Phase1LifetimeSeconds: 1000, tunnel2Phase2LifetimeSeconds: 2000 },
      ],
    },
    "aws.ec2.vpn-connection.private-transport": {
      type: VPN_CONNECTION,
      when: { outsideIpAddressType: "PrivateIpv4" },
      require: { transportTransitGatewayAttachmentId: { present: true } },
      must: "A connection over private addresses requires `transportTransitGatewayAttachmentId`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpnConnectionOptionsSpecification.html",
      accepts: [{ ...VPN, outsideIpAddressType: "PrivateIpv4", transportTransitGatewayAttachmentId: "tgw-attach-1" }],
      rejects: [{ ...VPN, outsideIpAddressType: "PrivateIpv4" }],
    },
    "aws.ec2.fleet.type-or-requirements": {
      type: FLEET,
      each: "launchTemplateConfigs.overrides",
      require: { atMostOne: ["instanceType", "instanceRequirements"] },
      must: "An override names an instance type or requirements: leave out one of the two.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_FleetLaunchTemplateOverridesRequest.html",
      accepts: [fleet([{ instanceType: "m7g.large" }])],
      rejects: [
        fleet([
          { instanceType: "m7g.large", instanceRequirements: { vcpuCount: { min: 2 }, memoryMib: { min: 4096 } } },
        ]),
      ],
    },
    "aws.ec2.fleet.template-id-or-name": {
      type: FLEET,
      each: "launchTemplateConfigs",
      require: {
        atMostOne: ["launchTemplateSpecification.launchTemplateId", "launchTemplateSpecification.launchTemplateName"],
      },
      must: "A launch template is named by its id or its name: leave out one of the two.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_FleetLaunchTemplateSpecificationRequest.html",
      accepts: [fleet([])],
      rejects: [
        fleet([], {
          launchTemplateConfigs: [
            { launchTemplateSpecification: { launchTemplateId: "lt-1", launchTemplateName: "web", version: "1" } },
          ],
        }),
      ],
    },
    "aws.ec2.fleet.pools": {
      type: FLEET,
      when: { "spotOptions.instancePoolsToUseCount": { above: 1 } },
      require: { "spotOptions.allocationStrategy": ["lowestPrice", "lowest-price"] },
      must: "Only the strategy lowestPrice uses `spotOptions.instancePoolsToUseCount`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SpotOptionsRequest.html",
      accepts: [fleet([], { spotOptions: { allocationStrategy: "lowestPrice", instancePoolsToUseCount: 2 } })],
      rejects: [fleet([], { spotOptions: { allocationStrategy: "diversified", instancePoolsToUseCount: 2 } })],
    },
    "aws.ec2.vpc.one-ipv-6-source": {
      type: EC2_VPC,
      when: { assignGeneratedIpv6CidrBlock: true },
      require: { ipv6CidrBlock: { present: false }, ipv6IpamPoolId: { present: false } },
      must: "AWS generates the IPv6 range, or you name one: leave out `assignGeneratedIpv6CidrBlock` or the range.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpc.html",
      accepts: [{ cidrBlock: "10.0.0.0/16", assignGeneratedIpv6CidrBlock: true }],
      rejects: [
        { cidrBlock: "10.0.0.0/16", assignGeneratedIpv6CidrBlock: true, ipv6IpamPoolId: "ipam-pool-1" },
        { cidrBlock: "10.0.0.0/16", assignGeneratedIpv6CidrBlock: true, ipv6CidrBlock: "2001:db8::/56" },
      ],
    },
    "aws.ec2.subnet.ipv-6-block": {
      type: EC2_SUBNET,
      when: { ipv6IpamPoolId: { present: false } },
      require: { ipv6CidrBlock: { not: { matches: /\/(?!(?:44|48|52|56|60|64)$)\d+$/ } } },
      must: "The IPv6 block of a subnet must have a size from /44 to /64, in steps of four.",
      source: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
      accepts: [{ vpcId: "vpc-1", cidrBlock: "10.0.0.0/24", ipv6CidrBlock: "2001:db8:1234:1a00::/64" }],
      rejects: [{ vpcId: "vpc-1", cidrBlock: "10.0.0.0/24", ipv6CidrBlock: "2001:db8:1234:1a00::/65" }],
    },
    "aws.ec2.subnet.ipv-6-only": {
      type: EC2_SUBNET,
      when: { ipv6Native: true },
      require: { cidrBlock: { present: false } },
      must: "A subnet that has only IPv6 has no IPv4 range: leave out `cidrBlock`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html",
      accepts: [{ vpcId: "vpc-1", ipv6Native: true, ipv6CidrBlock: "2001:db8:1234:1a00::/64" }],
      rejects: [
        { vpcId: "vpc-1", ipv6Native: true, cidrBlock: "10.0.0.0/24", ipv6CidrBlock: "2001:db8:1234:1a00::/64" },
      ],
    },
    "aws.ec2.vpc-endpoint.private-dns-interface": {
      type: EC2_VPC_ENDPOINT,
      when: { privateDnsEnabled: true },
      require: { vpcEndpointType: { not: "GatewayLoadBalancer" } },
      must: 'Only an interface endpoint has private DNS: set `vpcEndpointType: "Interface"`.',
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html",
      accepts: [
        {
          vpcId: "vpc-1",
          serviceName: "com.amazonaws.us-east-1.sqs",
          vpcEndpointType: "Interface",
          privateDnsEnabled: true,
          subnetIds: ["subnet-1"],
          securityGroupIds: ["sg-1"],
        },
      ],
      rejects: [
        {
          vpcId: "vpc-1",
          serviceName: INSPECTION,
          vpcEndpointType: "GatewayLoadBalancer",
          privateDnsEnabled: true,
        },
      ],
    },
    "aws.ec2.customer-gateway.asn": {
      type: CUSTOMER_GATEWAY,
      require: { atMostOne: ["bgpAsn", "bgpAsnExtended"] },
      must: "A customer gateway has one number: leave out `bgpAsn` or `bgpAsnExtended`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateCustomerGateway.html",
      accepts: [{ type: "ipsec.1", bgpAsn: "65000", ipAddress: "198.18.0.1" }],
      rejects: [{ type: "ipsec.1", bgpAsn: "65000", bgpAsnExtended: "2147483648", ipAddress: "198.18.0.1" }],
    },
    "aws.ec2.dedicated-host.family-or-type": {
      type: DEDICATED_HOST,
      require: { exactlyOne: ["instanceFamily", "instanceType"] },
      must: "A dedicated host is for a family or for a type of instances: set one of the two.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AllocateHosts.html",
      accepts: [{ availabilityZone: "us-east-1a", instanceFamily: "m7i" }],
      rejects: [{ availabilityZone: "us-east-1a", instanceFamily: "m7i", instanceType: "m7i.large" }],
    },
    "aws.ec2.spot-fleet-request.specification-or-template": {
      type: EC2_SPOT_FLEET_REQUEST,
      require: { exactlyOne: ["launchSpecifications", "launchTemplateConfigs"] },
      must: "A fleet has launch specifications or launch templates: set one of the two.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SpotFleetRequestConfigData.html",
      accepts: [
        {
          iamFleetRole: "arn:aws:iam::111122223333:role/x",
          targetCapacity: 1,
          launchSpecifications: [{ ami: "ami-1", instanceType: "m7i.large" }],
        },
      ],
      rejects: [
        {
          iamFleetRole: "arn:aws:iam::111122223333:role/x",
          targetCapacity: 1,
          launchSpecifications: [{ ami: "ami-1", instanceType: "m7i.large" }],
          launchTemplateConfigs: [{ launchTemplateSpecification: { id: "lt-1", version: "1" } }],
        },
      ],
    },
    "aws.ec2.eip-association.one-target": {
      type: EIP_ASSOCIATION,
      require: { exactlyOne: ["instanceId", "networkInterfaceId"] },
      must: "An address is associated with an instance or an interface: set one of the two.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateAddress.html",
      accepts: [{ allocationId: "eipalloc-1", instanceId: "i-1" }],
      rejects: [
        { allocationId: "eipalloc-1", instanceId: "i-1", networkInterfaceId: "eni-1" },
        { allocationId: "eipalloc-1" },
      ],
    },
    "aws.ec2.network-interface.ipv-6-addresses": {
      type: EC2_NETWORK_INTERFACE,
      require: { atMostOne: ["ipv6AddressCount", "ipv6Addresses"] },
      must: "Name the IPv6 addresses or how many there are: leave out one of the two.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkInterface.html",
      accepts: [{ subnetId: "subnet-1", ipv6AddressCount: 1 }],
      rejects: [{ subnetId: "subnet-1", ipv6AddressCount: 1, ipv6Addresses: ["2001:db8::1"] }],
    },
    "aws.ec2.network-acl-rule.icmp": {
      type: EC2_NETWORK_ACL_RULE,
      when: { protocol: ["icmp", "1"] },
      require: { icmpType: { present: true }, icmpCode: { present: true } },
      must: "A rule for ICMP requires `icmpType` and `icmpCode`; -1 is all of them.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html",
      accepts: [
        {
          networkAclId: "acl-1",
          protocol: "icmp",
          ruleAction: "allow",
          ruleNumber: 10,
          cidrBlock: "10.0.0.0/8",
          icmpType: -1,
          icmpCode: -1,
        },
      ],
      rejects: [
        {
          networkAclId: "acl-1",
          protocol: "icmp",
          ruleAction: "allow",
          ruleNumber: 10,
          cidrBlock: "10.0.0.0/8",
          icmpType: -1,
        },
      ],
      level: "advisory",
    },
    "aws.ec2.network-acl-rule.ports": {
      type: EC2_NETWORK_ACL_RULE,
      when: { protocol: ["tcp", "udp", "6", "17"] },
      require: { fromPort: { max: { property: "toPort" } } },
      must: "`fromPort` must not be above `toPort`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html",
      accepts: [
        {
          networkAclId: "acl-1",
          protocol: "tcp",
          ruleAction: "allow",
          ruleNumber: 10,
          cidrBlock: "10.0.0.0/8",
          fromPort: 443,
          toPort: 443,
        },
      ],
      rejects: [
        {
          networkAclId: "acl-1",
          protocol: "tcp",
          ruleAction: "allow",
          ruleNumber: 10,
          cidrBlock: "10.0.0.0/8",
          fromPort: 443,
          toPort: 80,
        },
      ],
    },
    "aws.ec2.network-acl-rule.one-range": {
      type: EC2_NETWORK_ACL_RULE,
      require: { exactlyOne: ["cidrBlock", "ipv6CidrBlock"] },
      must: "A rule is for an IPv4 or an IPv6 range: set `cidrBlock` or `ipv6CidrBlock`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html",
      accepts: [{ networkAclId: "acl-1", protocol: "-1", ruleAction: "allow", ruleNumber: 10, ipv6CidrBlock: "::/0" }],
      rejects: [
        {
          networkAclId: "acl-1",
          protocol: "-1",
          ruleAction: "allow",
          ruleNumber: 10,
          ipv6CidrBlock: "::/0",
          cidrBlock: "0.0.0.0/0",
        },
      ],
    },
    "aws.ec2.vpc-endpoint-service.one-kind": {
      type: EC2_VPC_ENDPOINT_SERVICE,
      require: { exactlyOne: ["gatewayLoadBalancerArns", "networkLoadBalancerArns"] },
      must: "An endpoint service has network or gateway load balancers: set one of the two lists.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpointServiceConfiguration.html",
      accepts: [
        {
          acceptanceRequired: true,
          networkLoadBalancerArns: ["arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/net/x/1"],
        },
      ],
      rejects: [{ acceptanceRequired: true }],
    },
    "aws.ec2.launch-template.hop-limit": {
      type: EC2_LAUNCH_TEMPLATE,
      require: { "metadataOptions.httpPutResponseHopLimit": { min: 1, max: 64 } },
      must: "The answer of the metadata service passes 1 to 64 hops.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceMetadataOptionsRequest.html",
      accepts: [
        {
          imageId: "ami-1",
          instanceType: "m7i.large",
          metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 2 },
        },
      ],
      rejects: [
        {
          imageId: "ami-1",
          instanceType: "m7i.large",
          metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 100 },
        },
      ],
    },
    "aws.ec2.instance.hop-limit": {
      type: EC2_INSTANCE,
      require: { "metadataOptions.httpPutResponseHopLimit": { min: 1, max: 64 } },
      must: "The answer of the metadata service passes 1 to 64 hops.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceMetadataOptionsRequest.html",
      accepts: [
        {
          ami: "ami-1",
          instanceType: "m7i.large",
          metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 2 },
        },
      ],
      rejects: [
        {
          ami: "ami-1",
          instanceType: "m7i.large",
          metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 100 },
        },
      ],
    },
    "aws.ec2.instance.partition": {
      type: EC2_INSTANCE,
      when: { placementPartitionNumber: { above: 0 }, launchTemplate: { present: false } },
      require: { atLeastOne: ["placementGroup", "placementGroupId"] },
      must: "A partition is one of a group: set `placementGroup`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Placement.html",
      accepts: [
        { ami: "ami-1", instanceType: "m7i.large", placementPartitionNumber: 2, placementGroup: "x" },
        { placementPartitionNumber: 2, launchTemplate: { name: "orders" } },
      ],
      rejects: [{ ami: "ami-1", instanceType: "m7i.large", placementPartitionNumber: 2 }],
    },
    "aws.ec2.vpc-peering-connection.accepts-itself": {
      type: EC2_VPC_PEERING_CONNECTION,
      when: { peerRegion: { present: true } },
      require: { autoAccept: false },
      must: "Peering with another region is accepted there: leave out `autoAccept`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcPeeringConnection.html",
      accepts: [{ vpcId: "vpc-1", peerVpcId: "vpc-2", autoAccept: true }],
      rejects: [{ vpcId: "vpc-1", peerVpcId: "vpc-2", peerRegion: "eu-west-1", autoAccept: true }],
    },
    "aws.ec2.vpc-dhcp-options.server-count": {
      type: VPC_DHCP_OPTIONS,
      require: {
        domainNameServers: { maxItems: 4 },
        netbiosNameServers: { maxItems: 4 },
        netbiosNodeType: [1, 2, 4, 8],
      },
      must: "Options name at most four servers, and the type of a node is 1, 2, 4 or 8.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateDhcpOptions.html",
      accepts: [{ domainNameServers: ["10.0.0.2"], netbiosNodeType: "2" }],
      rejects: [{ domainNameServers: ["10.0.0.2", "10.0.0.3", "10.0.0.4", "10.0.0.5", "10.0.0.6"] }],
    },
    "aws.ec2.key-pair.public-key": {
      type: KEY_PAIR,
      require: { publicKey: { not: { matches: /^(?!ssh-|ecdsa-|-----BEGIN|[A-Za-z0-9+/]{60})[^]*[ @]/ } } },
      must: "A public key begins with its algorithm, such as ssh-ed25519.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ImportKeyPair.html",
      accepts: [{ publicKey: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA ops@example" }],
      rejects: [{ publicKey: "ops@example.com" }],
    },
    "aws.ec2.instance.tenancy": {
      type: EC2_INSTANCE,
      require: { tenancy: ["default", "dedicated", "host"] },
      must: '`tenancy` must be "default", "dedicated" or "host".',
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Placement.html",
      accepts: [{ ami: "ami-0abcdef1234567890", instanceType: "m5.large", tenancy: "default" }],
      rejects: [{ ami: "ami-0abcdef1234567890", instanceType: "m5.large", tenancy: "shared" }],
    },
    "aws.ec2.instance.shutdown-behavior": {
      type: EC2_INSTANCE,
      require: { instanceInitiatedShutdownBehavior: ["stop", "terminate"] },
      must: '`instanceInitiatedShutdownBehavior` must be "stop" or "terminate".',
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html",
      accepts: [{ ami: "ami-0abcdef1234567890", instanceType: "m5.large", instanceInitiatedShutdownBehavior: "stop" }],
      rejects: [
        { ami: "ami-0abcdef1234567890", instanceType: "m5.large", instanceInitiatedShutdownBehavior: "hibernate" },
      ],
    },
    "aws.ec2.instance.cpu-credits": {
      type: EC2_INSTANCE,
      require: { "creditSpecification.cpuCredits": ["standard", "unlimited"] },
      must: '`cpuCredits` must be "standard" or "unlimited".',
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreditSpecificationRequest.html",
      accepts: [
        { ami: "ami-0abcdef1234567890", instanceType: "t3.micro", creditSpecification: { cpuCredits: "standard" } },
      ],
      rejects: [
        { ami: "ami-0abcdef1234567890", instanceType: "t3.micro", creditSpecification: { cpuCredits: "none" } },
      ],
    },
    "aws.ec2.instance.template-id-or-name": {
      type: EC2_INSTANCE,
      when: { launchTemplate: { present: true } },
      require: { exactlyOne: ["launchTemplate.id", "launchTemplate.name"] },
      must: "A launch template is named by either its id or its name.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateSpecification.html",
      accepts: [{ launchTemplate: { id: "lt-1", version: "1" } }, { launchTemplate: { name: "orders" } }],
      rejects: [{ launchTemplate: { id: "lt-1", name: "orders" } }, { launchTemplate: { version: "1" } }],
    },
    "aws.ec2.instance.user-data-size": {
      type: EC2_INSTANCE,
      // What is in base64 already is longer, and is sent as it is.
      when: { userData: { startsWith: "#" } },
      require: { userData: { maxLength: 16384 } },
      must: "User data must have at most 16 KB.",
      awsError: "User data is limited to 16384 bytes",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html",
      accepts: [{ ami: "ami-0abcdef1234567890", instanceType: "m5.large", userData: "#!/bin/sh" }],
      rejects: [
        {
          ami: "ami-0abcdef1234567890",
          instanceType: "m5.large",
          userData: "#".repeat(16385),
        },
      ],
    },
    "aws.ec2.instance.groups-in-subnet": {
      type: EC2_INSTANCE,
      when: { subnetId: { present: true } },
      require: { securityGroups: { every: { startsWith: "sg-" } } },
      must: "In a subnet, groups are named by id: use `vpcSecurityGroupIds`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html",
      accepts: [
        { ami: "ami-0abcdef1234567890", instanceType: "m5.large", subnetId: "subnet-1", vpcSecurityGroupIds: ["sg-1"] },
        { ami: "ami-0abcdef1234567890", instanceType: "m5.large", securityGroups: ["default"] },
      ],
      rejects: [
        { ami: "ami-0abcdef1234567890", instanceType: "m5.large", subnetId: "subnet-1", securityGroups: ["web"] },
      ],
    },
    "aws.ec2.instance.host-tenancy": {
      type: EC2_INSTANCE,
      when: { hostId: { present: true } },
      require: { tenancy: "host" },
      must: 'An instance on a dedicated host has `tenancy: "host"`.',
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Placement.html",
      accepts: [
        { ami: "ami-0abcdef1234567890", instanceType: "m5.large", hostId: "h-1", tenancy: "host" },
        { ami: "ami-0abcdef1234567890", instanceType: "m5.large", hostId: "h-1" },
      ],
      rejects: [{ ami: "ami-0abcdef1234567890", instanceType: "m5.large", hostId: "h-1", tenancy: "dedicated" }],
    },
    "aws.ec2.instance.ipv-6-addresses": {
      type: EC2_INSTANCE,
      require: { atMostOne: ["ipv6AddressCount", "ipv6Addresses"] },
      must: "IPv6 addresses are either counted or listed.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html",
      accepts: [{ ami: "ami-0abcdef1234567890", instanceType: "m5.large", ipv6AddressCount: 1 }],
      rejects: [
        { ami: "ami-0abcdef1234567890", instanceType: "m5.large", ipv6AddressCount: 1, ipv6Addresses: ["2001:db8::1"] },
      ],
    },
    "aws.ec2.instance.devices-differ": {
      type: EC2_INSTANCE,
      require: { ebsBlockDevices: { uniqueBy: "deviceName" } },
      must: "Each volume has a device name of its own.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_BlockDeviceMapping.html",
      accepts: [
        {
          ami: "ami-0abcdef1234567890",
          instanceType: "m5.large",
          ebsBlockDevices: [
            { deviceName: "/dev/sdf", volumeSize: 10 },
            { deviceName: "/dev/sdg", volumeSize: 10 },
          ],
        },
      ],
      rejects: [
        {
          ami: "ami-0abcdef1234567890",
          instanceType: "m5.large",
          ebsBlockDevices: [
            { deviceName: "/dev/sdf", volumeSize: 10 },
            { deviceName: "/dev/sdf", volumeSize: 20 },
          ],
        },
      ],
    },
    "aws.ec2.instance.tags-in-metadata": {
      type: EC2_INSTANCE,
      when: { "metadataOptions.instanceMetadataTags": "enabled" },
      require: { tags: { everyKey: { matches: /^(?!\.{1,2}$|_index$)[0-9a-zA-Z\-_+=,.@:]{1,255}$/ } } },
      must: "Keys of tags that the metadata shows have no spaces and no slashes.",
      awsError:
        "Tag keys must match pattern ('[0-9a-zA-Z\\-_+=,.@:]{1,255}'), and must not be a reserved name ('.', '..', '_index')",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/work-with-tags-in-IMDS.html",
      accepts: [
        {
          ami: "ami-0abcdef1234567890",
          instanceType: "m5.large",
          metadataOptions: { httpTokens: "required", instanceMetadataTags: "enabled" },
          tags: { Name: "orders" },
        },
        { ami: "ami-0abcdef1234567890", instanceType: "m5.large", tags: { "cost center": "7" } },
      ],
      rejects: [
        {
          ami: "ami-0abcdef1234567890",
          instanceType: "m5.large",
          metadataOptions: { httpTokens: "required", instanceMetadataTags: "enabled" },
          tags: { "cost center": "7" },
        },
      ],
    },
    "aws.ec2.instance.metadata-tags": {
      type: EC2_INSTANCE,
      require: { "metadataOptions.instanceMetadataTags": ["enabled", "disabled"] },
      must: '`instanceMetadataTags` must be "enabled" or "disabled".',
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceMetadataOptionsRequest.html",
      accepts: [instance({ metadataOptions: { instanceMetadataTags: "enabled" } })],
      rejects: [instance({ metadataOptions: { instanceMetadataTags: "required" } })],
    },
    "aws.ec2.instance.recovery": {
      type: EC2_INSTANCE,
      require: { "maintenanceOptions.autoRecovery": ["default", "disabled"] },
      must: '`autoRecovery` must be "default" or "disabled".',
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceMaintenanceOptionsRequest.html",
      accepts: [instance({ maintenanceOptions: { autoRecovery: "default" } })],
      rejects: [instance({ maintenanceOptions: { autoRecovery: "enabled" } })],
    },
    "aws.ec2.instance.reservation-preference": {
      type: EC2_INSTANCE,
      require: {
        "capacityReservationSpecification.capacityReservationPreference": [
          "open",
          "none",
          "capacity-reservations-only",
        ],
      },
      must: '`capacityReservationPreference` must be "open", "none" or "capacity-reservations-only".',
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CapacityReservationSpecification.html",
      accepts: [instance({ capacityReservationSpecification: { capacityReservationPreference: "open" } })],
      rejects: [instance({ capacityReservationSpecification: { capacityReservationPreference: "targeted" } })],
    },
    "aws.ec2.launch-template.metadata-tags": {
      type: EC2_LAUNCH_TEMPLATE,
      require: { "metadataOptions.instanceMetadataTags": ["enabled", "disabled"] },
      must: '`instanceMetadataTags` must be "enabled" or "disabled".',
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceMetadataOptionsRequest.html",
      accepts: [{ metadataOptions: { instanceMetadataTags: "enabled" } }],
      rejects: [{ metadataOptions: { instanceMetadataTags: "required" } }],
    },
    "aws.ec2.launch-template.recovery": {
      type: EC2_LAUNCH_TEMPLATE,
      require: { "maintenanceOptions.autoRecovery": ["default", "disabled"] },
      must: '`autoRecovery` must be "default" or "disabled".',
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceMaintenanceOptionsRequest.html",
      accepts: [{ maintenanceOptions: { autoRecovery: "default" } }],
      rejects: [{ maintenanceOptions: { autoRecovery: "enabled" } }],
    },
    "aws.ec2.launch-template.reservation-preference": {
      type: EC2_LAUNCH_TEMPLATE,
      require: {
        "capacityReservationSpecification.capacityReservationPreference": [
          "open",
          "none",
          "capacity-reservations-only",
        ],
      },
      must: '`capacityReservationPreference` must be "open", "none" or "capacity-reservations-only".',
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CapacityReservationSpecification.html",
      accepts: [{ capacityReservationSpecification: { capacityReservationPreference: "open" } }],
      rejects: [{ capacityReservationSpecification: { capacityReservationPreference: "targeted" } }],
    },
    "aws.ec2.launch-template.tenancy": {
      type: EC2_LAUNCH_TEMPLATE,
      require: { "placement.tenancy": ["default", "dedicated", "host"] },
      must: '`tenancy` must be "default", "dedicated" or "host".',
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplatePlacementRequest.html",
      accepts: [{ placement: { tenancy: "default" } }],
      rejects: [{ placement: { tenancy: "shared" } }],
    },
    "aws.ec2.launch-template.shutdown-behavior": {
      type: EC2_LAUNCH_TEMPLATE,
      require: { instanceInitiatedShutdownBehavior: ["stop", "terminate"] },
      must: '`instanceInitiatedShutdownBehavior` must be "stop" or "terminate".',
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RequestLaunchTemplateData.html",
      accepts: [{ instanceInitiatedShutdownBehavior: "stop" }],
      rejects: [{ instanceInitiatedShutdownBehavior: "hibernate" }],
    },
    "aws.ec2.launch-template.tokens": {
      type: EC2_LAUNCH_TEMPLATE,
      require: { "metadataOptions.httpTokens": ["optional", "required"] },
      must: '`httpTokens` must be "optional" or "required".',
      source:
        "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateInstanceMetadataOptionsRequest.html",
      accepts: [{ metadataOptions: { httpTokens: "optional" } }],
      rejects: [{ metadataOptions: { httpTokens: "enabled" } }],
    },
    "aws.ec2.launch-template.metadata-endpoint": {
      type: EC2_LAUNCH_TEMPLATE,
      require: { "metadataOptions.httpEndpoint": ["enabled", "disabled"] },
      must: '`httpEndpoint` must be "enabled" or "disabled".',
      source:
        "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateInstanceMetadataOptionsRequest.html",
      accepts: [{ metadataOptions: { httpEndpoint: "enabled" } }],
      rejects: [{ metadataOptions: { httpEndpoint: "required" } }],
    },
    "aws.ec2.launch-template.description": {
      type: EC2_LAUNCH_TEMPLATE,
      require: { description: { maxLength: 255 } },
      must: "The description of a version has at most 255 characters.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateLaunchTemplate.html",
      accepts: [{ description: "orders" }],
      rejects: [
        {
          description: "a".repeat(256),
        },
      ],
    },
    "aws.ec2.launch-template.profile": {
      type: EC2_LAUNCH_TEMPLATE,
      require: { atMostOne: ["iamInstanceProfile.arn", "iamInstanceProfile.name"] },
      must: "An instance profile is named by either its ARN or its name.",
      source:
        "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateIamInstanceProfileSpecificationRequest.html",
      accepts: [{ iamInstanceProfile: { name: "orders" } }],
      rejects: [{ iamInstanceProfile: { name: "orders", arn: "arn:aws:iam::111122223333:instance-profile/orders" } }],
    },
    "aws.ec2.launch-template.profile-arn": {
      type: EC2_LAUNCH_TEMPLATE,
      require: { "iamInstanceProfile.arn": { not: { matches: /:role\// } } },
      must: "`iamInstanceProfile.arn` is the ARN of an instance profile, not that of a role.",
      source:
        "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateIamInstanceProfileSpecificationRequest.html",
      accepts: [{ iamInstanceProfile: { arn: "arn:aws:iam::111122223333:instance-profile/orders" } }],
      rejects: [{ iamInstanceProfile: { arn: "arn:aws:iam::111122223333:role/orders" } }],
    },
    "aws.ec2.launch-template.profile-name": {
      type: EC2_LAUNCH_TEMPLATE,
      require: { "iamInstanceProfile.name": { not: { startsWith: "arn:" } } },
      must: "`iamInstanceProfile.name` is a name: an ARN belongs into `iamInstanceProfile.arn`.",
      source:
        "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateIamInstanceProfileSpecificationRequest.html",
      accepts: [{ iamInstanceProfile: { name: "orders" } }],
      rejects: [{ iamInstanceProfile: { name: "arn:aws:iam::111122223333:instance-profile/orders" } }],
    },
    "aws.ec2.launch-template.tag-resource": {
      type: EC2_LAUNCH_TEMPLATE,
      each: "tagSpecifications",
      require: {
        resourceType: [
          "capacity-reservation",
          "client-vpn-endpoint",
          "elastic-gpu",
          "elastic-inference",
          "instance",
          "network-interface",
          "spot-instances-request",
          "volume",
          "spot-fleet-request",
          "fleet",
          "snapshot",
          "image",
        ],
      },
      must: "Tags are for what a launch creates: instance, volume, network-interface or spot-instances-request.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateTagSpecificationRequest.html",
      accepts: [{ tagSpecifications: [{ tags: { a: "b" }, resourceType: "volume" }] }],
      rejects: [
        { tagSpecifications: [{ tags: { a: "b" }, resourceType: "volumes" }] },
        { tagSpecifications: [{ tags: { a: "b" }, resourceType: "ebs" }] },
      ],
    },
    "aws.ec2.launch-template.tag-resources-differ": {
      type: EC2_LAUNCH_TEMPLATE,
      require: { tagSpecifications: { uniqueBy: "resourceType" } },
      must: "Each kind of resource has one entry of tags.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateTagSpecificationRequest.html",
      accepts: [
        {
          tagSpecifications: [
            { resourceType: "instance", tags: { a: "b" } },
            { resourceType: "volume", tags: { a: "b" } },
          ],
        },
      ],
      rejects: [
        {
          tagSpecifications: [
            { resourceType: "instance", tags: { a: "b" } },
            { resourceType: "instance", tags: { c: "d" } },
          ],
        },
      ],
    },
    "aws.ec2.launch-template.devices-differ": {
      type: EC2_LAUNCH_TEMPLATE,
      require: { blockDeviceMappings: { uniqueBy: "deviceName" } },
      must: "Each volume has a device name of its own.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateBlockDeviceMappingRequest.html",
      accepts: [
        {
          blockDeviceMappings: [
            { deviceName: "/dev/xvda", ebs: { volumeSize: 10 } },
            { deviceName: "/dev/sdg", ebs: { volumeSize: 10 } },
          ],
        },
      ],
      rejects: [
        {
          blockDeviceMappings: [
            { deviceName: "/dev/xvda", ebs: { volumeSize: 10 } },
            { deviceName: "/dev/xvda", ebs: { volumeSize: 20 } },
          ],
        },
      ],
    },
    "aws.ec2.launch-template.interface-type": {
      type: EC2_LAUNCH_TEMPLATE,
      each: "networkInterfaces",
      require: { interfaceType: ["interface", "efa", "efa-only"] },
      must: '`interfaceType` must be "interface", "efa" or "efa-only".',
      source:
        "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateInstanceNetworkInterfaceSpecificationRequest.html",
      accepts: [{ networkInterfaces: [{ interfaceType: "interface" }] }],
      rejects: [{ networkInterfaces: [{ interfaceType: "ena" }] }],
    },
    "aws.ec2.launch-template.market": {
      type: EC2_LAUNCH_TEMPLATE,
      require: {
        "instanceMarketOptions.marketType": [
          "spot",
          "capacity-block",
          "interruptible-capacity-reservation",
          "on-demand",
        ],
      },
      must: '`marketType` must be "spot", "capacity-block", "interruptible-capacity-reservation" or "on-demand".',
      source:
        "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateInstanceMarketOptionsRequest.html",
      accepts: [
        { instanceMarketOptions: { marketType: "spot" } },
        { instanceMarketOptions: { marketType: "on-demand" } },
      ],
      rejects: [{ instanceMarketOptions: { marketType: "Spot" } }],
    },
    "aws.ec2.launch-template.public-address-index": {
      type: EC2_LAUNCH_TEMPLATE,
      when: { networkInterfaces: { minItems: 2 } },
      require: { networkInterfaces: { none: { associatePublicIpAddress: [true] } } },
      must: "A public address is given to an instance with one network interface only.",
      source:
        "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateInstanceNetworkInterfaceSpecificationRequest.html",
      accepts: [
        { networkInterfaces: [{ deviceIndex: 0, associatePublicIpAddress: "true" }] },
        { networkInterfaces: [{ deviceIndex: 0 }, { deviceIndex: 1 }] },
      ],
      rejects: [{ networkInterfaces: [{ deviceIndex: 0, associatePublicIpAddress: "true" }, { deviceIndex: 1 }] }],
    },
    "aws.ec2.launch-template.tags-in-metadata": {
      type: EC2_LAUNCH_TEMPLATE,
      when: { "metadataOptions.instanceMetadataTags": "enabled" },
      each: "tagSpecifications",
      where: { resourceType: "instance" },
      require: { tags: { everyKey: { matches: /^(?!\.{1,2}$|_index$)[0-9a-zA-Z\-_+=,.@:]{1,255}$/ } } },
      must: "Keys of tags that the metadata shows have no spaces and no slashes.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/work-with-tags-in-IMDS.html",
      level: "advisory",
      accepts: [
        {
          metadataOptions: { instanceMetadataTags: "enabled" },
          tagSpecifications: [{ resourceType: "instance", tags: { Name: "orders" } }],
        },
      ],
      rejects: [
        {
          metadataOptions: { instanceMetadataTags: "enabled" },
          tagSpecifications: [{ resourceType: "instance", tags: { "acme/team": "orders" } }],
        },
      ],
    },
    ...rulesOf("ingress"),
    ...rulesOf("egress"),
    ...disksOf("instance", EC2_INSTANCE, instance({})),
    ...disksOf("launch-configuration", EC2_LAUNCH_CONFIGURATION, { imageId: "ami-1", instanceType: "m7i.large" }),
    ...disksOf("spot-instance-request", EC2_SPOT_INSTANCE_REQUEST, instance({})),
    ...entriesOf("ingress"),
    ...entriesOf("egress"),
    ...targetsOf("route", { type: EC2_ROUTE }),
    ...targetsOf("route-table", { type: EC2_ROUTE_TABLE, each: "routes" }),
    "aws.ec2.security-group-rule.protocol": {
      type: EC2_SECURITY_GROUP_RULE,
      require: { protocol: PROTOCOL.test },
      must: PROTOCOL.must,
      source: PROTOCOL.source,
      accepts: [{ type: "ingress", fromPort: 80, toPort: 80, cidrBlocks: ["10.0.0.0/16"], protocol: "tcp" }],
      rejects: [{ type: "ingress", fromPort: 80, toPort: 80, cidrBlocks: ["10.0.0.0/16"], protocol: "http" }],
    },
    "aws.ec2.security-group-rule.direction": {
      type: EC2_SECURITY_GROUP_RULE,
      require: { type: ["ingress", "egress"] },
      must: '`type` must be "ingress" or "egress".',
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html",
      accepts: [{ protocol: "tcp", fromPort: 80, toPort: 80, cidrBlocks: ["10.0.0.0/16"], type: "ingress" }],
      rejects: [{ protocol: "tcp", fromPort: 80, toPort: 80, cidrBlocks: ["10.0.0.0/16"], type: "inbound" }],
    },
    "aws.ec2.security-group-rule.description": {
      type: EC2_SECURITY_GROUP_RULE,
      require: { description: DESCRIPTION.test },
      must: DESCRIPTION.must,
      source: DESCRIPTION.source,
      accepts: [
        { type: "ingress", protocol: "tcp", fromPort: 80, toPort: 80, cidrBlocks: ["10.0.0.0/16"], description: "web" },
      ],
      rejects: [
        {
          type: "ingress",
          protocol: "tcp",
          fromPort: 80,
          toPort: 80,
          cidrBlocks: ["10.0.0.0/16"],
          description: "customer's web",
        },
      ],
    },
    "aws.ec2.vpc.tenancy": {
      type: EC2_VPC,
      require: { instanceTenancy: ["default", "dedicated"] },
      must: '`instanceTenancy` must be "default" or "dedicated".',
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpc.html",
      accepts: [{ cidrBlock: "10.0.0.0/16", instanceTenancy: "default" }],
      rejects: [{ cidrBlock: "10.0.0.0/16", instanceTenancy: "host" }],
    },
    "aws.ec2.vpc.a-block": {
      type: EC2_VPC,
      require: { atLeastOne: ["cidrBlock", "ipv4IpamPoolId"] },
      must: "A VPC has a block: set `cidrBlock` or `ipv4IpamPoolId`.",
      awsError: "Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpc.html",
      accepts: [{ cidrBlock: "10.0.0.0/16" }, { ipv4IpamPoolId: "ipam-pool-1", ipv4NetmaskLength: 16 }],
      rejects: [{ enableDnsSupport: true }],
    },
    "aws.ec2.vpc.names-need-support": {
      type: EC2_VPC,
      when: { enableDnsHostnames: true },
      require: { enableDnsSupport: true },
      must: "DNS names require `enableDnsSupport: true`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcAttribute.html",
      accepts: [
        { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true, enableDnsSupport: true },
        { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true },
      ],
      rejects: [{ cidrBlock: "10.0.0.0/16", enableDnsHostnames: true, enableDnsSupport: false }],
    },
    "aws.ec2.vpc.ipam-length": {
      type: EC2_VPC,
      require: { ipv4NetmaskLength: { min: 16, max: 28 } },
      must: "`ipv4NetmaskLength` must be from 16 to 28.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpc.html",
      accepts: [{ ipv4IpamPoolId: "ipam-pool-1", ipv4NetmaskLength: 28 }],
      rejects: [
        { ipv4IpamPoolId: "ipam-pool-1", ipv4NetmaskLength: 29 },
        { ipv4IpamPoolId: "ipam-pool-1", ipv4NetmaskLength: 15 },
      ],
    },
    "aws.ec2.subnet.ipv-6-addresses": {
      type: EC2_SUBNET,
      when: { assignIpv6AddressOnCreation: true, ipv6Native: false },
      defaults: { ipv6Native: false },
      require: { atLeastOne: ["ipv6CidrBlock", "ipv6IpamPoolId", "ipv6NetmaskLength"] },
      must: "A subnet that gives IPv6 addresses has a block of them: set `ipv6CidrBlock`.",
      awsError:
        "Cannot set assign-ipv6-address-on-creation to true unless the subnet (…) has an IPv6 CIDR block associated with it",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifySubnetAttribute.html",
      accepts: [
        { cidrBlock: "10.0.0.0/24", ipv6CidrBlock: "2001:db8:1234:1a00::/64", assignIpv6AddressOnCreation: true },
        { ipv6Native: true, assignIpv6AddressOnCreation: true },
      ],
      rejects: [{ cidrBlock: "10.0.0.0/24", assignIpv6AddressOnCreation: true }],
    },
    "aws.ec2.subnet.name-type": {
      type: EC2_SUBNET,
      require: { privateDnsHostnameTypeOnLaunch: ["ip-name", "resource-name"] },
      must: '`privateDnsHostnameTypeOnLaunch` must be "ip-name" or "resource-name".',
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifySubnetAttribute.html",
      accepts: [{ cidrBlock: "10.0.0.0/24", privateDnsHostnameTypeOnLaunch: "ip-name" }],
      rejects: [{ cidrBlock: "10.0.0.0/24", privateDnsHostnameTypeOnLaunch: "ip" }],
    },
    "aws.ec2.subnet.ipv-6-only-address": {
      type: EC2_SUBNET,
      when: { ipv6Native: true },
      require: { mapPublicIpOnLaunch: false },
      must: "A subnet of IPv6 alone gives no public IPv4 addresses: leave out `mapPublicIpOnLaunch`.",
      source: "https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html",
      level: "advisory",
      accepts: [{ ipv6Native: true, ipv6CidrBlock: "2001:db8:1234:1a00::/64", assignIpv6AddressOnCreation: true }],
      rejects: [
        {
          ipv6Native: true,
          ipv6CidrBlock: "2001:db8:1234:1a00::/64",
          assignIpv6AddressOnCreation: true,
          mapPublicIpOnLaunch: true,
        },
      ],
    },
    "aws.ec2.route-table.one-destination": {
      type: EC2_ROUTE_TABLE,
      each: "routes",
      require: { exactlyOne: ["cidrBlock", "ipv6CidrBlock", "destinationPrefixListId"] },
      must: "A route has one destination: `cidrBlock`, `ipv6CidrBlock` or `destinationPrefixListId`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html",
      accepts: [{ vpcId: "vpc-1", routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "igw-1" }] }],
      rejects: [
        { vpcId: "vpc-1", routes: [{ cidrBlock: "0.0.0.0/0", ipv6CidrBlock: "::/0", gatewayId: "igw-1" }] },
        { vpcId: "vpc-1", routes: [{ gatewayId: "igw-1" }] },
      ],
    },
    "aws.ec2.route-table.one-target": {
      type: EC2_ROUTE_TABLE,
      each: "routes",
      require: {
        exactlyOne: [
          "carrierGatewayId",
          "coreNetworkArn",
          "egressOnlyGatewayId",
          "gatewayId",
          "localGatewayId",
          "natGatewayId",
          "networkInterfaceId",
          "odbNetworkArn",
          "transitGatewayId",
          "vpcEndpointId",
          "vpcPeeringConnectionId",
        ],
      },
      must: "A route has one target, such as `gatewayId` or `natGatewayId`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html",
      accepts: [{ vpcId: "vpc-1", routes: [{ cidrBlock: "0.0.0.0/0", natGatewayId: "nat-1" }] }],
      rejects: [
        { vpcId: "vpc-1", routes: [{ cidrBlock: "0.0.0.0/0", natGatewayId: "nat-1", gatewayId: "igw-1" }] },
        { vpcId: "vpc-1", routes: [{ cidrBlock: "0.0.0.0/0" }] },
      ],
    },
    "aws.ec2.route-table.destinations-differ": {
      type: EC2_ROUTE_TABLE,
      require: { routes: { uniqueBy: "cidrBlock" } },
      must: "Each destination has one route in a table.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html",
      accepts: [
        {
          vpcId: "vpc-1",
          routes: [
            { cidrBlock: "0.0.0.0/0", gatewayId: "igw-1" },
            { cidrBlock: "10.1.0.0/16", transitGatewayId: "tgw-1" },
          ],
        },
      ],
      rejects: [
        {
          vpcId: "vpc-1",
          routes: [
            { cidrBlock: "0.0.0.0/0", gatewayId: "igw-1" },
            { cidrBlock: "0.0.0.0/0", natGatewayId: "nat-1" },
          ],
        },
      ],
    },
    "aws.ec2.route-table.egress-only-gateway": {
      type: EC2_ROUTE_TABLE,
      each: "routes",
      where: { egressOnlyGatewayId: { present: true } },
      require: { cidrBlock: { present: false } },
      must: "An egress-only gateway is for IPv6: set `ipv6CidrBlock`.",
      source: "https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html",
      accepts: [{ vpcId: "vpc-1", routes: [{ ipv6CidrBlock: "::/0", egressOnlyGatewayId: "eigw-1" }] }],
      rejects: [{ vpcId: "vpc-1", routes: [{ cidrBlock: "0.0.0.0/0", egressOnlyGatewayId: "eigw-1" }] }],
    },
    "aws.ec2.route.egress-only-gateway": {
      type: EC2_ROUTE,
      when: { egressOnlyGatewayId: { present: true } },
      require: { destinationCidrBlock: { present: false } },
      must: "An egress-only gateway is for IPv6: set `destinationIpv6CidrBlock`.",
      source: "https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html",
      accepts: [{ routeTableId: "rtb-1", destinationIpv6CidrBlock: "::/0", egressOnlyGatewayId: "eigw-1" }],
      rejects: [{ routeTableId: "rtb-1", destinationCidrBlock: "0.0.0.0/0", egressOnlyGatewayId: "eigw-1" }],
    },
    "aws.ec2.eip.domain": {
      type: EC2_EIP,
      require: { domain: ["vpc", "standard"] },
      must: '`domain` must be "vpc" or "standard".',
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AllocateAddress.html",
      accepts: [{ domain: "vpc" }],
      rejects: [{ domain: "VPC" }],
    },
    "aws.ec2.vpc-endpoint.address-type": {
      type: EC2_VPC_ENDPOINT,
      require: { ipAddressType: ["ipv4", "dualstack", "ipv6"] },
      must: '`ipAddressType` must be "ipv4", "dualstack" or "ipv6".',
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html",
      accepts: [
        {
          vpcId: "vpc-1",
          serviceName: "com.amazonaws.us-east-1.sqs",
          vpcEndpointType: "Interface",
          ipAddressType: "ipv4",
        },
      ],
      rejects: [
        {
          vpcId: "vpc-1",
          serviceName: "com.amazonaws.us-east-1.sqs",
          vpcEndpointType: "Interface",
          ipAddressType: "IPV4",
        },
      ],
    },
    "aws.ec2.flow-log.destination-s3": {
      type: EC2_FLOW_LOG,
      when: { logDestinationType: "s3" },
      require: { logDestination: { not: { matches: /^arn:[^:]+:(?:logs|firehose|kinesis|sns|sqs):/ } } },
      must: "A destination of the type s3 has an ARN of that service.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html",
      accepts: [{ vpcId: "vpc-1", trafficType: "ALL", logDestinationType: "s3", logDestination: "arn:aws:s3:::logs" }],
      rejects: [
        {
          vpcId: "vpc-1",
          trafficType: "ALL",
          logDestinationType: "s3",
          logDestination: "arn:aws:logs:us-east-1:111122223333:log-group:flow",
        },
      ],
    },
    "aws.ec2.flow-log.destination-kinesis": {
      type: EC2_FLOW_LOG,
      when: { logDestinationType: "kinesis-data-firehose" },
      require: { logDestination: { not: { matches: /^arn:[^:]+:(?:logs|s3|kinesis|sns|sqs):/ } } },
      must: "A destination of the type kinesis-data-firehose has an ARN of that service.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html",
      accepts: [
        {
          vpcId: "vpc-1",
          trafficType: "ALL",
          logDestinationType: "kinesis-data-firehose",
          logDestination: "arn:aws:firehose:us-east-1:111122223333:deliverystream/flow",
        },
      ],
      rejects: [
        {
          vpcId: "vpc-1",
          trafficType: "ALL",
          logDestinationType: "kinesis-data-firehose",
          logDestination: "arn:aws:s3:::logs",
        },
      ],
    },
    "aws.ec2.flow-log.destination-cloud": {
      type: EC2_FLOW_LOG,
      when: { logDestinationType: "cloud-watch-logs" },
      require: { logDestination: { not: { matches: /^arn:[^:]+:(?:s3|firehose|kinesis|sns|sqs):/ } } },
      defaults: { logDestinationType: "cloud-watch-logs" },
      must: "A destination of the type cloud-watch-logs has an ARN of that service.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html",
      accepts: [
        {
          vpcId: "vpc-1",
          trafficType: "ALL",
          logDestinationType: "cloud-watch-logs",
          iamRoleArn: "arn:aws:iam::111122223333:role/flow",
          logDestination: "arn:aws:logs:us-east-1:111122223333:log-group:flow",
        },
      ],
      rejects: [
        {
          vpcId: "vpc-1",
          trafficType: "ALL",
          logDestinationType: "cloud-watch-logs",
          iamRoleArn: "arn:aws:iam::111122223333:role/flow",
          logDestination: "arn:aws:s3:::logs",
        },
      ],
    },
    "aws.ec2.network-acl-rule.action": {
      type: EC2_NETWORK_ACL_RULE,
      require: { ruleAction: ["allow", "deny"] },
      must: '`ruleAction` must be "allow" or "deny".',
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html",
      accepts: [
        { protocol: "tcp", fromPort: 80, toPort: 80, cidrBlock: "10.0.0.0/16", ruleNumber: 100, ruleAction: "allow" },
      ],
      rejects: [
        { protocol: "tcp", fromPort: 80, toPort: 80, cidrBlock: "10.0.0.0/16", ruleNumber: 100, ruleAction: "permit" },
      ],
    },
    "aws.ec2.customer-gateway.type": {
      type: CUSTOMER_GATEWAY,
      require: { type: ["ipsec.1"] },
      must: '`type` must be "ipsec.1".',
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateCustomerGateway.html",
      accepts: [{ type: "ipsec.1" }],
      rejects: [{ type: "ipsec" }],
    },
    "aws.ec2.vpn-connection.type": {
      type: VPN_CONNECTION,
      require: { type: ["ipsec.1"] },
      must: '`type` must be "ipsec.1".',
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpnConnection.html",
      accepts: [{ customerGatewayId: "cgw-1", vpnGatewayId: "vgw-1", type: "ipsec.1" }],
      rejects: [{ customerGatewayId: "cgw-1", vpnGatewayId: "vgw-1", type: "ipsec.2" }],
    },
    "aws.ec2.vpn-connection.tunnel-1-ike": {
      type: VPN_CONNECTION,
      require: { tunnel1IkeVersions: { every: ["ikev1", "ikev2"] } },
      must: "A version of IKE is `ikev1` or `ikev2`.",
      source: "https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html",
      accepts: [{ customerGatewayId: "cgw-1", vpnGatewayId: "vgw-1", type: "ipsec.1", tunnel1IkeVersions: ["ikev2"] }],
      rejects: [{ customerGatewayId: "cgw-1", vpnGatewayId: "vgw-1", type: "ipsec.1", tunnel1IkeVersions: ["IKEv2"] }],
    },
    "aws.ec2.vpn-connection.tunnel-1-startup": {
      type: VPN_CONNECTION,
      require: { tunnel1StartupAction: ["add", "start"] },
      must: '`tunnel1StartupAction` must be "add" or "start".',
      source: "https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html",
      accepts: [{ customerGatewayId: "cgw-1", vpnGatewayId: "vgw-1", type: "ipsec.1", tunnel1StartupAction: "add" }],
      rejects: [
        { customerGatewayId: "cgw-1", vpnGatewayId: "vgw-1", type: "ipsec.1", tunnel1StartupAction: "restart" },
      ],
    },
    "aws.ec2.vpn-connection.tunnel-1-timeout-action": {
      type: VPN_CONNECTION,
      require: { tunnel1DpdTimeoutAction: ["clear", "none", "restart"] },
      must: '`tunnel1DpdTimeoutAction` must be "clear", "none" or "restart".',
      source: "https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html",
      accepts: [
        { customerGatewayId: "cgw-1", vpnGatewayId: "vgw-1", type: "ipsec.1", tunnel1DpdTimeoutAction: "clear" },
      ],
      rejects: [
        { customerGatewayId: "cgw-1", vpnGatewayId: "vgw-1", type: "ipsec.1", tunnel1DpdTimeoutAction: "start" },
      ],
    },
    "aws.ec2.vpn-connection.tunnel-2-ike": {
      type: VPN_CONNECTION,
      require: { tunnel2IkeVersions: { every: ["ikev1", "ikev2"] } },
      must: "A version of IKE is `ikev1` or `ikev2`.",
      source: "https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html",
      accepts: [{ customerGatewayId: "cgw-1", vpnGatewayId: "vgw-1", type: "ipsec.1", tunnel2IkeVersions: ["ikev2"] }],
      rejects: [{ customerGatewayId: "cgw-1", vpnGatewayId: "vgw-1", type: "ipsec.1", tunnel2IkeVersions: ["IKEv2"] }],
    },
    "aws.ec2.vpn-connection.tunnel-2-startup": {
      type: VPN_CONNECTION,
      require: { tunnel2StartupAction: ["add", "start"] },
      must: '`tunnel2StartupAction` must be "add" or "start".',
      source: "https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html",
      accepts: [{ customerGatewayId: "cgw-1", vpnGatewayId: "vgw-1", type: "ipsec.1", tunnel2StartupAction: "add" }],
      rejects: [
        { customerGatewayId: "cgw-1", vpnGatewayId: "vgw-1", type: "ipsec.1", tunnel2StartupAction: "restart" },
      ],
    },
    "aws.ec2.vpn-connection.tunnel-2-timeout-action": {
      type: VPN_CONNECTION,
      require: { tunnel2DpdTimeoutAction: ["clear", "none", "restart"] },
      must: '`tunnel2DpdTimeoutAction` must be "clear", "none" or "restart".',
      source: "https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html",
      accepts: [
        { customerGatewayId: "cgw-1", vpnGatewayId: "vgw-1", type: "ipsec.1", tunnel2DpdTimeoutAction: "clear" },
      ],
      rejects: [
        { customerGatewayId: "cgw-1", vpnGatewayId: "vgw-1", type: "ipsec.1", tunnel2DpdTimeoutAction: "start" },
      ],
    },
    "aws.ec2.volume-attachment.zone-of-subnet": {
      type: "aws:ec2/volumeAttachment:VolumeAttachment",
      refers: { volumeId: EBS_VOLUME, instanceId: EC2_INSTANCE, "instanceId->subnetId": EC2_SUBNET },
      require: { "volumeId->availabilityZone": { sameAs: "instanceId->subnetId->availabilityZone" } },
      must: "An instance has volumes of its own availability zone only.",
      awsError: "The volume '…' is not in the same availability zone as instance '…'",
      source: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-attaching-volume.html",
      accepts: [
        attachment("us-east-1a", { subnetId: { availabilityZone: "us-east-1a" } }),
        attachment("us-east-1a", { subnetId: {} }),
      ],
      rejects: [attachment("us-east-1b", { subnetId: { availabilityZone: "us-east-1a" } })],
    },
    "aws.ec2.volume-attachment.zone-of-instance": {
      type: "aws:ec2/volumeAttachment:VolumeAttachment",
      refers: { volumeId: EBS_VOLUME, instanceId: EC2_INSTANCE },
      require: { "volumeId->availabilityZone": { sameAs: "instanceId->availabilityZone" } },
      must: "An instance has volumes of its own availability zone only.",
      awsError: "The volume '…' is not in the same availability zone as instance '…'",
      source: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-attaching-volume.html",
      accepts: [attachment("us-east-1a", { availabilityZone: "us-east-1a" })],
      rejects: [attachment("us-east-1b", { availabilityZone: "us-east-1a" })],
    },
    "aws.ec2.instance.zone-of-subnet": {
      type: "aws:ec2/instance:Instance",
      refers: { subnetId: EC2_SUBNET },
      require: { availabilityZone: { sameAs: "subnetId->availabilityZone" } },
      must: "The `availabilityZone` of an instance is that of its subnet.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html",
      accepts: [
        instance({ availabilityZone: "us-east-1a", subnetId: { availabilityZone: "us-east-1a" } }),
        instance({ subnetId: { availabilityZone: "us-east-1a" } }),
      ],
      rejects: [instance({ availabilityZone: "us-east-1b", subnetId: { availabilityZone: "us-east-1a" } })],
    },
    "aws.ec2.network-interface-attachment.zone": {
      type: "aws:ec2/networkInterfaceAttachment:NetworkInterfaceAttachment",
      refers: {
        instanceId: EC2_INSTANCE,
        "instanceId->subnetId": EC2_SUBNET,
        networkInterfaceId: EC2_NETWORK_INTERFACE,
        "networkInterfaceId->subnetId": EC2_SUBNET,
      },
      require: {
        "networkInterfaceId->subnetId->availabilityZone": { sameAs: "instanceId->subnetId->availabilityZone" },
      },
      must: "An instance has network interfaces of its own availability zone only.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html",
      accepts: [interfaces("us-east-1a", "us-east-1a")],
      rejects: [interfaces("us-east-1a", "us-east-1b")],
    },
    "aws.ec2.instance.private-address": {
      type: EC2_INSTANCE,
      refers: { subnetId: EC2_SUBNET },
      require: { privateIp: { hostOf: "subnetId->cidrBlock" } },
      must: "An address is one of its subnet, and not one of the first four or the last, which AWS keeps.",
      source: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
      accepts: [
        instance({ privateIp: "10.0.1.4", subnetId: { cidrBlock: "10.0.1.0/24" } }),
        instance({ subnetId: { cidrBlock: "10.0.1.0/24" } }),
      ],
      rejects: [
        instance({ privateIp: "10.0.2.10", subnetId: { cidrBlock: "10.0.1.0/24" } }),
        instance({ privateIp: "10.0.1.3", subnetId: { cidrBlock: "10.0.1.0/24" } }),
        instance({ privateIp: "10.0.1.255", subnetId: { cidrBlock: "10.0.1.0/24" } }),
      ],
    },
    "aws.ec2.network-interface.private-addresses": {
      type: EC2_NETWORK_INTERFACE,
      refers: { subnetId: EC2_SUBNET },
      require: { privateIps: { every: { hostOf: "subnetId->cidrBlock" } } },
      must: "An address is one of its subnet, and not one of the first four or the last, which AWS keeps.",
      source: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
      accepts: [{ privateIps: ["10.0.1.4", "10.0.1.254"], subnetId: { cidrBlock: "10.0.1.0/24" } }],
      rejects: [{ privateIps: ["10.0.1.4", "10.0.2.4"], subnetId: { cidrBlock: "10.0.1.0/24" } }],
    },
    "aws.ec2.instance.subnet-without-ipv-6": {
      type: EC2_INSTANCE,
      refers: { subnetId: EC2_SUBNET },
      when: [{ ipv6AddressCount: { min: 1 } }, { ipv6Addresses: { present: true } }],
      require: [{ "subnetId->ipv6CidrBlock": { present: true } }, { "subnetId->ipv6IpamPoolId": { present: true } }],
      must: "IPv6 addresses require a subnet with an `ipv6CidrBlock`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html",
      accepts: [
        instance({ ipv6AddressCount: 1, subnetId: { ipv6CidrBlock: "2001:db8::/64" } }),
        instance({ subnetId: {} }),
      ],
      rejects: [instance({ ipv6AddressCount: 1, subnetId: { cidrBlock: "10.0.1.0/24" } })],
    },
    "aws.ec2.vpc-ipv-4-cidr-block-association.overlap": {
      type: "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation",
      refers: { vpcId: EC2_VPC },
      require: { cidrBlock: { not: { overlaps: "vpcId->cidrBlock" } } },
      must: "A further block of a VPC does not overlap the first one.",
      source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
      accepts: [{ cidrBlock: "10.1.0.0/16", vpcId: { cidrBlock: "10.0.0.0/16" } }],
      rejects: [{ cidrBlock: "10.0.128.0/20", vpcId: { cidrBlock: "10.0.0.0/16" } }],
    },
    "aws.ec2.vpc-peering-connection.overlap": {
      type: EC2_VPC_PEERING_CONNECTION,
      refers: { vpcId: EC2_VPC, peerVpcId: EC2_VPC },
      require: { "vpcId->cidrBlock": { not: { overlaps: "peerVpcId->cidrBlock" } } },
      must: "The VPCs of a peering connection have blocks that do not overlap.",
      source: "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html",
      accepts: [{ vpcId: { cidrBlock: "10.0.0.0/16" }, peerVpcId: { cidrBlock: "10.1.0.0/16" } }],
      rejects: [{ vpcId: { cidrBlock: "10.0.0.0/16" }, peerVpcId: { cidrBlock: "10.0.128.0/17" } }],
    },
    "aws.ec2.vpc-endpoint-service.network-balancer": {
      type: EC2_VPC_ENDPOINT_SERVICE,
      refers: { networkLoadBalancerArns: LB_LOAD_BALANCER },
      defaults: { "networkLoadBalancerArns->loadBalancerType": "application" },
      require: { "networkLoadBalancerArns->loadBalancerType": "network" },
      must: "An endpoint service has network load balancers.",
      source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html",
      accepts: [{ networkLoadBalancerArns: [{ loadBalancerType: "network" }] }],
      rejects: [{ networkLoadBalancerArns: [{ loadBalancerType: "network" }, {}] }],
    },
    "aws.ec2.route.gateway-vpc": {
      type: EC2_ROUTE,
      refers: {
        routeTableId: EC2_ROUTE_TABLE,
        "routeTableId->vpcId": EC2_VPC,
        gatewayId: INTERNET_GATEWAY,
        "gatewayId->vpcId": EC2_VPC,
      },
      require: { "gatewayId->vpcId": { sameResourceAs: "routeTableId->vpcId" } },
      must: "A route leads to an internet gateway of the VPC of its route table.",
      awsError: "route table … and network gateway … belong to different networks",
      source: "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html",
      accepts: [
        {
          routeTableId: { vpcId: named("left") },
          gatewayId: { vpcId: named("left") },
          destinationCidrBlock: "0.0.0.0/0",
        },
      ],
      rejects: [
        {
          routeTableId: { vpcId: named("left") },
          gatewayId: { vpcId: named("right") },
          destinationCidrBlock: "0.0.0.0/0",
        },
      ],
    },
    "aws.ec2.route-table-association.vpc": {
      type: EC2_ROUTE_TABLE_ASSOCIATION,
      refers: {
        routeTableId: EC2_ROUTE_TABLE,
        "routeTableId->vpcId": EC2_VPC,
        subnetId: EC2_SUBNET,
        "subnetId->vpcId": EC2_VPC,
      },
      require: { "subnetId->vpcId": { sameResourceAs: "routeTableId->vpcId" } },
      must: "A subnet has a route table of its own VPC.",
      awsError: "route table … and subnet … belong to different networks",
      source: "https://docs.aws.amazon.com/vpc/latest/userguide/WorkWithRouteTables.html",
      accepts: [{ routeTableId: { vpcId: named("left") }, subnetId: { vpcId: named("left") } }],
      rejects: [{ routeTableId: { vpcId: named("left") }, subnetId: { vpcId: named("right") } }],
    },
    "aws.ec2.vpc-endpoint.route-tables-vpc": {
      type: EC2_VPC_ENDPOINT,
      refers: { vpcId: EC2_VPC, routeTableIds: EC2_ROUTE_TABLE, "routeTableIds->vpcId": EC2_VPC },
      require: { "routeTableIds->vpcId": { sameResourceAs: "vpcId" } },
      must: "The route tables of an endpoint are of its VPC.",
      source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
      accepts: [{ ...S3, vpcId: named("left"), routeTableIds: [{ vpcId: named("left") }] }],
      rejects: [{ ...S3, vpcId: named("left"), routeTableIds: [{ vpcId: named("left") }, { vpcId: named("right") }] }],
    },
    "aws.ec2.vpc-endpoint.subnets-vpc": {
      type: EC2_VPC_ENDPOINT,
      refers: { vpcId: EC2_VPC, subnetIds: EC2_SUBNET, "subnetIds->vpcId": EC2_VPC },
      require: { "subnetIds->vpcId": { sameResourceAs: "vpcId" } },
      must: "The subnets of an endpoint are of its VPC.",
      source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
      accepts: [{ ...SQS, vpcId: named("left"), subnetIds: [{ vpcId: named("left") }] }],
      rejects: [
        {
          ...SQS,
          vpcId: named("left"),
          subnetIds: [{ vpcId: named("left") }, { vpcId: named("right") }],
        },
      ],
    },
    "aws.ec2.network-acl.subnets-vpc": {
      type: EC2_NETWORK_ACL,
      refers: { vpcId: EC2_VPC, subnetIds: EC2_SUBNET, "subnetIds->vpcId": EC2_VPC },
      require: { "subnetIds->vpcId": { sameResourceAs: "vpcId" } },
      must: "A network ACL is for subnets of its VPC.",
      source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html",
      accepts: [{ vpcId: named("left"), subnetIds: [{ vpcId: named("left") }] }],
      rejects: [{ vpcId: named("left"), subnetIds: [{ vpcId: named("left") }, { vpcId: named("right") }] }],
    },
    "aws.ec2.security-group-rule.first-address": {
      type: EC2_SECURITY_GROUP_RULE,
      require: { cidrBlocks: { every: FIRST_ADDRESS.test }, ipv6CidrBlocks: { every: FIRST_ADDRESS.test } },
      must: FIRST_ADDRESS.must,
      source: PERMISSION,
      accepts: [{ ...RULE, cidrBlocks: ["203.0.113.10/32"], ipv6CidrBlocks: ["::/0"] }],
      rejects: [
        { ...RULE, cidrBlocks: ["203.0.113.10/24"] },
        { ...RULE, ipv6CidrBlocks: ["2001:db8::1/32"] },
      ],
    },
    "aws.ec2.security-group-rule.ports": {
      type: EC2_SECURITY_GROUP_RULE,
      when: { protocol: PORTS.protocols },
      require: { fromPort: PORTS.from, toPort: PORTS.to },
      must: PORTS.must,
      awsError: PORTS.awsError,
      source: PERMISSION,
      accepts: [{ ...RULE, cidrBlocks: ["10.0.0.0/16"], fromPort: 0, toPort: 65535 }],
      rejects: [
        { ...RULE, cidrBlocks: ["10.0.0.0/16"], fromPort: -1, toPort: -1 },
        { ...RULE, cidrBlocks: ["10.0.0.0/16"], fromPort: 0, toPort: 65536 },
      ],
    },
    "aws.ec2.security-group-rule.icmp": {
      type: EC2_SECURITY_GROUP_RULE,
      when: { protocol: ICMP.protocols, fromPort: -1 },
      require: { toPort: -1 },
      must: ICMP.must,
      source: PERMISSION,
      accepts: [{ ...RULE, cidrBlocks: ["10.0.0.0/16"], protocol: "icmp", fromPort: -1, toPort: -1 }],
      rejects: [{ ...RULE, cidrBlocks: ["10.0.0.0/16"], protocol: "icmp", fromPort: -1, toPort: 0 }],
    },
    "aws.ec2.security-group-rule.group-or-blocks": {
      type: EC2_SECURITY_GROUP_RULE,
      when: { sourceSecurityGroupId: { present: true } },
      require: { cidrBlocks: { present: false }, ipv6CidrBlocks: { present: false } },
      must: "A rule is for a group or for blocks of addresses: write two rules.",
      source: PERMISSION,
      accepts: [
        { ...RULE, sourceSecurityGroupId: "sg-1" },
        { ...RULE, cidrBlocks: ["10.0.0.0/16"], ipv6CidrBlocks: ["2001:db8::/32"] },
      ],
      rejects: [
        { ...RULE, sourceSecurityGroupId: "sg-1", cidrBlocks: ["10.0.0.0/16"] },
        { ...RULE, sourceSecurityGroupId: "sg-1", ipv6CidrBlocks: ["2001:db8::/32"] },
      ],
    },
    "aws.ec2.security-group-rule.self-or-others": {
      type: EC2_SECURITY_GROUP_RULE,
      when: { self: true },
      require: {
        cidrBlocks: { present: false },
        ipv6CidrBlocks: { present: false },
        sourceSecurityGroupId: { present: false },
      },
      must: "A rule is for its own group or for others: leave out `self`, or write two rules.",
      source: PERMISSION,
      accepts: [
        { ...RULE, self: true },
        { ...RULE, self: true, prefixListIds: ["pl-1"] },
      ],
      rejects: [
        { ...RULE, self: true, cidrBlocks: ["10.0.0.0/16"] },
        { ...RULE, self: true, ipv6CidrBlocks: ["2001:db8::/32"] },
        { ...RULE, self: true, sourceSecurityGroupId: "sg-1" },
      ],
    },
    "aws.ec2.vpc.first-address": {
      type: EC2_VPC,
      require: { cidrBlock: FIRST_ADDRESS.test },
      must: FIRST_ADDRESS.must,
      source: CREATE_VPC,
      accepts: [{ cidrBlock: "10.0.0.0/16" }],
      rejects: [{ cidrBlock: "10.0.1.0/16" }],
    },
    "aws.ec2.vpc.block-or-length": {
      type: EC2_VPC,
      require: { atMostOne: ["cidrBlock", "ipv4NetmaskLength"] },
      must: "A VPC has a block of its own or one of a pool: leave out `cidrBlock` or `ipv4NetmaskLength`.",
      source: CREATE_VPC,
      accepts: [{ ipv4IpamPoolId: "ipam-pool-1", ipv4NetmaskLength: 20 }],
      rejects: [{ ipv4IpamPoolId: "ipam-pool-1", cidrBlock: "10.0.0.0/20", ipv4NetmaskLength: 20 }],
    },
    "aws.ec2.vpc.ipv-6-pool": {
      type: EC2_VPC,
      when: [
        { ipv6CidrBlock: { present: true }, assignGeneratedIpv6CidrBlock: false },
        { ipv6NetmaskLength: { above: 0 }, assignGeneratedIpv6CidrBlock: false },
      ],
      defaults: { assignGeneratedIpv6CidrBlock: false },
      require: { ipv6IpamPoolId: { present: true } },
      must: "An IPv6 block of your own is one of a pool: set `ipv6IpamPoolId`, or `assignGeneratedIpv6CidrBlock: true` instead.",
      source: CREATE_VPC,
      accepts: [{ cidrBlock: "10.0.0.0/16", ipv6IpamPoolId: "ipam-pool-1", ipv6NetmaskLength: 56 }],
      rejects: [
        { cidrBlock: "10.0.0.0/16", ipv6CidrBlock: "2001:db8::/56" },
        { cidrBlock: "10.0.0.0/16", ipv6NetmaskLength: 56 },
      ],
    },
    "aws.ec2.subnet.first-address": {
      type: EC2_SUBNET,
      require: { cidrBlock: FIRST_ADDRESS.test, ipv6CidrBlock: FIRST_ADDRESS.test },
      must: FIRST_ADDRESS.must,
      source: CREATE_SUBNET,
      accepts: [{ cidrBlock: "10.0.1.0/24", ipv6CidrBlock: "2001:db8:1234:1a00::/64" }],
      rejects: [{ cidrBlock: "10.0.1.1/24" }, { cidrBlock: "10.0.1.0/24", ipv6CidrBlock: "2001:db8:1234:1a00::1/64" }],
    },
    "aws.ec2.subnet.a-block": {
      type: EC2_SUBNET,
      when: { ipv6Native: false },
      defaults: { ipv6Native: false },
      require: { atLeastOne: ["cidrBlock", "ipv4IpamPoolId"] },
      must: "A subnet has a block of IPv4 addresses, unless it is for IPv6 alone: set `cidrBlock`.",
      source: CREATE_SUBNET,
      accepts: [
        { vpcId: "vpc-1", ipv4IpamPoolId: "ipam-pool-1", ipv4NetmaskLength: 24 },
        { vpcId: "vpc-1", ipv6Native: true, ipv6CidrBlock: "2001:db8:1234:1a00::/64" },
      ],
      rejects: [{ vpcId: "vpc-1", availabilityZone: "us-east-1a" }],
    },
    "aws.ec2.subnet.ipv-6-only-names": {
      type: EC2_SUBNET,
      when: { ipv6Native: true },
      require: { privateDnsHostnameTypeOnLaunch: "resource-name" },
      must: 'In a subnet of IPv6 alone, names come from ids: set `privateDnsHostnameTypeOnLaunch: "resource-name"`.',
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifySubnetAttribute.html",
      accepts: [{ vpcId: "vpc-1", ipv6Native: true, ipv6CidrBlock: "2001:db8:1234:1a00::/64" }],
      rejects: [
        {
          vpcId: "vpc-1",
          ipv6Native: true,
          ipv6CidrBlock: "2001:db8:1234:1a00::/64",
          privateDnsHostnameTypeOnLaunch: "ip-name",
        },
      ],
    },
    "aws.ec2.route-table.ipv-6-destinations-differ": {
      type: EC2_ROUTE_TABLE,
      require: { routes: { uniqueBy: "ipv6CidrBlock" } },
      must: "Each destination has one route in a table.",
      source: CREATE_ROUTE,
      accepts: [{ vpcId: "vpc-1", routes: [{ ipv6CidrBlock: "::/0", egressOnlyGatewayId: "eigw-1" }] }],
      rejects: [
        {
          vpcId: "vpc-1",
          routes: [
            { ipv6CidrBlock: "::/0", egressOnlyGatewayId: "eigw-1" },
            { ipv6CidrBlock: "::/0", gatewayId: "igw-1" },
          ],
        },
      ],
    },
    "aws.ec2.route-table.gateway-vpc": {
      type: EC2_ROUTE_TABLE,
      each: "routes",
      refers: { "/vpcId": EC2_VPC, gatewayId: INTERNET_GATEWAY, "gatewayId->vpcId": EC2_VPC },
      require: { "gatewayId->vpcId": { sameResourceAs: "/vpcId" } },
      must: "A route leads to an internet gateway of the VPC of its route table.",
      awsError: "route table … and network gateway … belong to different networks",
      source: "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html",
      accepts: [{ vpcId: named("left"), routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: { vpcId: named("left") } }] }],
      rejects: [{ vpcId: named("left"), routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: { vpcId: named("right") } }] }],
    },
    "aws.ec2.route.endpoint-destination": {
      type: EC2_ROUTE,
      when: { vpcEndpointId: { present: true } },
      require: { destinationPrefixListId: { present: false } },
      must: "A route to an endpoint has a block as its destination: set `destinationCidrBlock`.",
      awsError: "Cannot create or replace a prefix list route targeting a VPC Endpoint",
      source: CREATE_ROUTE,
      accepts: [{ vpcEndpointId: "vpce-1", destinationCidrBlock: "0.0.0.0/0" }],
      rejects: [{ vpcEndpointId: "vpce-1", destinationPrefixListId: "pl-1" }],
    },
    "aws.ec2.route-table-association.one-end": {
      type: EC2_ROUTE_TABLE_ASSOCIATION,
      require: { exactlyOne: ["subnetId", "gatewayId"] },
      must: "A route table is for a subnet or for a gateway: set one of `subnetId` and `gatewayId`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateRouteTable.html",
      accepts: [
        { routeTableId: "rtb-1", subnetId: "subnet-1" },
        { routeTableId: "rtb-1", gatewayId: "igw-1" },
      ],
      rejects: [{ routeTableId: "rtb-1" }, { routeTableId: "rtb-1", subnetId: "subnet-1", gatewayId: "igw-1" }],
    },
    "aws.ec2.eip.one-target": {
      type: EC2_EIP,
      require: { atMostOne: ["instance", "networkInterface"] },
      must: "An address is associated with an instance or an interface: leave out one of the two.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateAddress.html",
      accepts: [
        { domain: "vpc", instance: "i-1" },
        { domain: "vpc", networkInterface: "eni-1" },
      ],
      rejects: [{ domain: "vpc", instance: "i-1", networkInterface: "eni-1" }],
    },
    "aws.ec2.key-pair.algorithm": {
      type: KEY_PAIR,
      require: { publicKey: { not: { matches: /^(?:ecdsa-|ssh-dss|sk-)/ } } },
      must: "AWS takes keys of RSA and ED25519: begin the key with ssh-ed25519 or ssh-rsa.",
      awsError: "Key is not in valid OpenSSH public key format",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ImportKeyPair.html",
      accepts: [{ publicKey: "ssh-rsa AAAAB3NzaC1yc2EAAAADAQAB ops@example" }],
      rejects: [{ publicKey: "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTY ops@example" }],
    },
    "aws.ec2.vpc-endpoint.one-service": {
      type: EC2_VPC_ENDPOINT,
      require: { exactlyOne: ["serviceName", "serviceNetworkArn", "resourceConfigurationArn"] },
      must: "An endpoint leads to one service: set `serviceName`.",
      source: CREATE_ENDPOINT,
      accepts: [
        SQS,
        {
          vpcEndpointType: "ServiceNetwork",
          serviceNetworkArn: "arn:aws:vpc-lattice:us-east-1:111122223333:servicenetwork/sn-1",
        },
        {
          vpcEndpointType: "Resource",
          resourceConfigurationArn: "arn:aws:vpc-lattice:us-east-1:111122223333:resourceconfiguration/rcfg-1",
        },
      ],
      rejects: [{ vpcId: "vpc-1", vpcEndpointType: "Interface", subnetIds: ["subnet-1"] }],
    },
    "aws.ec2.vpc-endpoint.gateway-load-balancer": {
      type: EC2_VPC_ENDPOINT,
      when: { vpcEndpointType: "GatewayLoadBalancer" },
      require: { subnetIds: { maxItems: 1 }, securityGroupIds: { present: false } },
      must: "An endpoint for a Gateway Load Balancer has one subnet and no security groups.",
      source: CREATE_ENDPOINT,
      accepts: [{ serviceName: INSPECTION, vpcEndpointType: "GatewayLoadBalancer", subnetIds: ["subnet-1"] }],
      rejects: [
        { serviceName: INSPECTION, vpcEndpointType: "GatewayLoadBalancer", subnetIds: ["subnet-1", "subnet-2"] },
        {
          serviceName: INSPECTION,
          vpcEndpointType: "GatewayLoadBalancer",
          subnetIds: ["subnet-1"],
          securityGroupIds: ["sg-1"],
        },
      ],
    },
    "aws.ec2.nat-gateway.zonal-subnet": {
      type: EC2_NAT_GATEWAY,
      when: { availabilityMode: "zonal" },
      defaults: { availabilityMode: "zonal" },
      require: { subnetId: { present: true } },
      must: "A NAT gateway is in a subnet, unless it is regional: set `subnetId`.",
      source: CREATE_NAT,
      accepts: [
        { subnetId: "subnet-1", allocationId: "eipalloc-1" },
        { vpcId: "vpc-1", availabilityMode: "regional" },
      ],
      rejects: [{ allocationId: "eipalloc-1" }],
    },
    "aws.ec2.nat-gateway.regional": {
      type: EC2_NAT_GATEWAY,
      when: { availabilityMode: "regional" },
      defaults: { connectivityType: "public" },
      require: {
        vpcId: { present: true },
        subnetId: { present: false },
        allocationId: { present: false },
        connectivityType: "public",
      },
      must: "A regional NAT gateway is public and has `vpcId` instead of `subnetId` and `allocationId`.",
      source: CREATE_NAT,
      accepts: [{ vpcId: "vpc-1", availabilityMode: "regional" }],
      rejects: [
        { availabilityMode: "regional" },
        { vpcId: "vpc-1", subnetId: "subnet-1", availabilityMode: "regional" },
        { vpcId: "vpc-1", allocationId: "eipalloc-1", availabilityMode: "regional" },
        { vpcId: "vpc-1", connectivityType: "private", availabilityMode: "regional" },
      ],
    },
    "aws.ec2.nat-gateway.secondary-count": {
      type: EC2_NAT_GATEWAY,
      when: { secondaryPrivateIpAddressCount: { above: 0 } },
      defaults: { connectivityType: "public" },
      require: {
        connectivityType: "private",
        secondaryPrivateIpAddressCount: { max: 31 },
        secondaryPrivateIpAddresses: { present: false },
      },
      must: "Only a private NAT gateway counts its further addresses, at most 31, and then does not list them.",
      source: CREATE_NAT,
      accepts: [{ subnetId: "subnet-1", connectivityType: "private", secondaryPrivateIpAddressCount: 7 }],
      rejects: [
        { subnetId: "subnet-1", allocationId: "eipalloc-1", secondaryPrivateIpAddressCount: 7 },
        { subnetId: "subnet-1", connectivityType: "private", secondaryPrivateIpAddressCount: 32 },
        {
          subnetId: "subnet-1",
          connectivityType: "private",
          secondaryPrivateIpAddressCount: 1,
          secondaryPrivateIpAddresses: ["10.0.1.10"],
        },
      ],
    },
    "aws.ec2.nat-gateway.private-address": {
      type: EC2_NAT_GATEWAY,
      refers: { subnetId: EC2_SUBNET },
      require: { privateIp: { hostOf: "subnetId->cidrBlock" } },
      must: "An address is one of its subnet, and not one of the first four or the last, which AWS keeps.",
      source: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
      accepts: [{ allocationId: "eipalloc-1", privateIp: "10.0.1.4", subnetId: { cidrBlock: "10.0.1.0/24" } }],
      rejects: [{ allocationId: "eipalloc-1", privateIp: "10.0.2.4", subnetId: { cidrBlock: "10.0.1.0/24" } }],
    },
    "aws.ec2.instance.an-image": {
      type: EC2_INSTANCE,
      require: { atLeastOne: ["ami", "launchTemplate"] },
      must: "An instance starts from an image: set `ami`, or a `launchTemplate` that has one.",
      source: INSTANCES,
      accepts: [instance({}), { launchTemplate: { name: "orders" } }],
      rejects: [{ instanceType: "m7i.large" }],
    },
    "aws.ec2.instance.a-type": {
      type: EC2_INSTANCE,
      require: { atLeastOne: ["instanceType", "launchTemplate"] },
      must: "An instance has a type: set `instanceType`, or a `launchTemplate` that has one.",
      source: INSTANCES,
      accepts: [instance({}), { launchTemplate: { name: "orders" } }],
      rejects: [{ ami: "ami-1" }],
    },
    "aws.ec2.instance.template-image": {
      type: EC2_INSTANCE,
      refers: { "launchTemplate.id": EC2_LAUNCH_TEMPLATE },
      require: [{ ami: { present: true } }, { "launchTemplate.id->imageId": { present: true } }],
      must: "An instance starts from an image: set `ami`, or `imageId` of its launch template.",
      awsError: "The request must contain the parameter ImageId",
      source: INSTANCES,
      accepts: [
        { launchTemplate: { id: { imageId: "ami-1", instanceType: "m7i.large" } } },
        instance({ launchTemplate: { id: {} } }),
      ],
      rejects: [{ launchTemplate: { id: { instanceType: "m7i.large" } } }],
    },
    "aws.ec2.instance.root-key": {
      type: EC2_INSTANCE,
      when: { "rootBlockDevice.kmsKeyId": { present: true } },
      defaults: { "rootBlockDevice.encrypted": false },
      require: { "rootBlockDevice.encrypted": true },
      must: "A volume with a key must be encrypted: set `rootBlockDevice.encrypted: true`.",
      awsError: "The parameter KmsKeyId requires the parameter Encrypted to be set",
      source: EBS_BLOCK,
      accepts: [instance({ rootBlockDevice: { encrypted: true, kmsKeyId: KEY } })],
      rejects: [
        instance({ rootBlockDevice: { kmsKeyId: KEY } }),
        instance({ rootBlockDevice: { encrypted: false, kmsKeyId: KEY } }),
      ],
    },
    "aws.ec2.instance.disk-key": {
      type: EC2_INSTANCE,
      each: "ebsBlockDevices",
      where: { kmsKeyId: { present: true } },
      defaults: { encrypted: false },
      require: { encrypted: true },
      must: "A volume with a key must be encrypted: set `encrypted: true`.",
      awsError: "The parameter KmsKeyId requires the parameter Encrypted to be set",
      source: EBS_BLOCK,
      accepts: [instance({ ebsBlockDevices: [{ deviceName: "/dev/sdf", encrypted: true, kmsKeyId: KEY }] })],
      rejects: [instance({ ebsBlockDevices: [{ deviceName: "/dev/sdf", kmsKeyId: KEY }] })],
    },
    "aws.ec2.instance.cpu-options": {
      type: EC2_INSTANCE,
      require: { allOrNone: ["cpuOptions.coreCount", "cpuOptions.threadsPerCore"] },
      must: "CPU options name both `coreCount` and `threadsPerCore`.",
      awsError: "When specifying CpuOptions you must specify both CoreCount and ThreadsPerCore",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CpuOptionsRequest.html",
      accepts: [
        instance({ cpuOptions: { coreCount: 1, threadsPerCore: 1 } }),
        instance({ cpuOptions: { amdSevSnp: "enabled" } }),
      ],
      rejects: [instance({ cpuOptions: { threadsPerCore: 1 } })],
    },
    "aws.ec2.instance.interface-deletion": {
      type: EC2_INSTANCE,
      each: "networkInterfaces",
      where: { networkInterfaceId: { present: true } },
      require: { deleteOnTermination: false },
      must: "An interface that exists already is not deleted with the instance: leave out `deleteOnTermination`.",
      awsError: "A network interface may not specify a network interface ID and delete on termination as true",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceNetworkInterfaceSpecification.html",
      accepts: [instance({ networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: "eni-1" }] })],
      rejects: [
        instance({ networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: "eni-1", deleteOnTermination: true }] }),
      ],
    },
    "aws.ec2.instance.reservation-target": {
      type: EC2_INSTANCE,
      when: { "capacityReservationSpecification.capacityReservationPreference": ["open", "none"] },
      require: { "capacityReservationSpecification.capacityReservationTarget": { present: false } },
      must: "With a target there is no preference: leave out `capacityReservationPreference`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CapacityReservationSpecification.html",
      accepts: [
        instance({
          capacityReservationSpecification: { capacityReservationTarget: { capacityReservationId: "cr-1" } },
        }),
      ],
      rejects: [
        instance({
          capacityReservationSpecification: {
            capacityReservationPreference: "open",
            capacityReservationTarget: { capacityReservationId: "cr-1" },
          },
        }),
      ],
    },
    "aws.ec2.instance.one-placement-group": {
      type: EC2_INSTANCE,
      require: { atMostOne: ["placementGroup", "placementGroupId"] },
      must: "A placement group is named by its name or its id: leave out one of the two.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Placement.html",
      accepts: [instance({ placementGroup: "orders" })],
      rejects: [instance({ placementGroup: "orders", placementGroupId: "pg-1" })],
    },
    "aws.ec2.instance.resource-group-tenancy": {
      type: EC2_INSTANCE,
      when: { hostResourceGroupArn: { present: true } },
      require: { tenancy: "host" },
      must: 'An instance in a host resource group has `tenancy: "host"`.',
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Placement.html",
      accepts: [instance({ hostResourceGroupArn: HOSTS }), instance({ hostResourceGroupArn: HOSTS, tenancy: "host" })],
      rejects: [instance({ hostResourceGroupArn: HOSTS, tenancy: "dedicated" })],
    },
    "aws.ec2.launch-configuration.tenancy": {
      type: EC2_LAUNCH_CONFIGURATION,
      require: { placementTenancy: ["default", "dedicated"] },
      must: '`placementTenancy` must be "default" or "dedicated".',
      source: CREATE_CONFIGURATION,
      accepts: [{ imageId: "ami-1", instanceType: "m7i.large", placementTenancy: "dedicated" }],
      rejects: [{ imageId: "ami-1", instanceType: "m7i.large", placementTenancy: "host" }],
    },
    "aws.ec2.launch-configuration.metadata": {
      type: EC2_LAUNCH_CONFIGURATION,
      require: {
        "metadataOptions.httpTokens": ["optional", "required"],
        "metadataOptions.httpEndpoint": ["enabled", "disabled"],
        "metadataOptions.httpPutResponseHopLimit": { min: 1, max: 64 },
      },
      must: 'The metadata has `httpTokens: "required"` or "optional", an endpoint that is enabled or disabled, and 1 to 64 hops.',
      source: "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstanceMetadataOptions.html",
      accepts: [{ imageId: "ami-1", instanceType: "m7i.large", metadataOptions: { httpTokens: "required" } }],
      rejects: [
        { imageId: "ami-1", instanceType: "m7i.large", metadataOptions: { httpTokens: "enabled" } },
        { imageId: "ami-1", instanceType: "m7i.large", metadataOptions: { httpEndpoint: "required" } },
        { imageId: "ami-1", instanceType: "m7i.large", metadataOptions: { httpPutResponseHopLimit: 100 } },
      ],
    },
    "aws.ec2.launch-configuration.provisioned-iops": {
      type: EC2_LAUNCH_CONFIGURATION,
      when: { "rootBlockDevice.volumeType": "io1" },
      require: { "rootBlockDevice.iops": { present: true } },
      must: "A volume of type io1 requires `rootBlockDevice.iops`.",
      source: "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_Ebs.html",
      accepts: [{ imageId: "ami-1", instanceType: "m7i.large", rootBlockDevice: { volumeType: "io1", iops: 1000 } }],
      rejects: [{ imageId: "ami-1", instanceType: "m7i.large", rootBlockDevice: { volumeType: "io1" } }],
    },
    "aws.ec2.launch-template.groups-once": {
      type: EC2_LAUNCH_TEMPLATE,
      require: { atMostOne: ["vpcSecurityGroupIds", "securityGroupNames"] },
      must: "Groups are named by id or by name: leave out `securityGroupNames`.",
      source: TEMPLATE_DATA,
      accepts: [{ vpcSecurityGroupIds: ["sg-1"] }, { securityGroupNames: ["web"] }],
      rejects: [{ vpcSecurityGroupIds: ["sg-1"], securityGroupNames: ["web"] }],
    },
    "aws.ec2.launch-template.default-version": {
      type: EC2_LAUNCH_TEMPLATE,
      when: { updateDefaultVersion: true },
      require: { defaultVersion: { present: false } },
      must: "Either the latest version is the default or one that you name: leave out `defaultVersion`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyLaunchTemplate.html",
      accepts: [{ updateDefaultVersion: true }, { defaultVersion: 1 }],
      rejects: [{ updateDefaultVersion: true, defaultVersion: 1 }],
    },
    "aws.ec2.launch-template.cpu-options": {
      type: EC2_LAUNCH_TEMPLATE,
      require: { allOrNone: ["cpuOptions.coreCount", "cpuOptions.threadsPerCore"] },
      must: "CPU options name both `coreCount` and `threadsPerCore`.",
      awsError: "When specifying CpuOptions you must specify both CoreCount and ThreadsPerCore",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateCpuOptionsRequest.html",
      accepts: [{ cpuOptions: { coreCount: 1, threadsPerCore: 1 } }, { cpuOptions: { amdSevSnp: "enabled" } }],
      rejects: [{ cpuOptions: { threadsPerCore: 1 } }],
    },
    "aws.ec2.launch-template.reservation-target": {
      type: EC2_LAUNCH_TEMPLATE,
      when: { "capacityReservationSpecification.capacityReservationPreference": ["open", "none"] },
      require: { "capacityReservationSpecification.capacityReservationTarget": { present: false } },
      must: "With a target there is no preference: leave out `capacityReservationPreference`.",
      source:
        "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateCapacityReservationSpecificationRequest.html",
      accepts: [{ capacityReservationSpecification: { capacityReservationTarget: { capacityReservationId: "cr-1" } } }],
      rejects: [
        {
          capacityReservationSpecification: {
            capacityReservationPreference: "open",
            capacityReservationTarget: { capacityReservationId: "cr-1" },
          },
        },
      ],
    },
    "aws.ec2.launch-template.interface-deletion": {
      type: EC2_LAUNCH_TEMPLATE,
      each: "networkInterfaces",
      where: { networkInterfaceId: { present: true } },
      require: { deleteOnTermination: false },
      must: "An interface that exists already is not deleted with the instance: leave out `deleteOnTermination`.",
      awsError: "A network interface may not specify a network interface ID and delete on termination as true",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceNetworkInterfaceSpecification.html",
      accepts: [
        { networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: "eni-1" }] },
        { networkInterfaces: [{ deviceIndex: 0, deleteOnTermination: "true" }] },
      ],
      rejects: [{ networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: "eni-1", deleteOnTermination: "true" }] }],
    },
    "aws.ec2.launch-template.disk-minimum": {
      type: EC2_LAUNCH_TEMPLATE,
      each: "blockDeviceMappings",
      where: { "ebs.volumeType": "gp3" },
      require: { "ebs.iops": LEAST_IOPS, "ebs.throughput": LEAST_THROUGHPUT },
      must: "A volume of type gp3 must have at least 3000 IOPS and 125 MiB/s.",
      source: EBS_BLOCK,
      accepts: [disk({ volumeType: "gp3", volumeSize: 100, iops: 3000, throughput: 125 })],
      rejects: [
        disk({ volumeType: "gp3", volumeSize: 100, iops: 1000 }),
        disk({ volumeType: "gp3", volumeSize: 100, throughput: 100 }),
      ],
    },
    "aws.ec2.launch-template.disk-size": {
      type: EC2_LAUNCH_TEMPLATE,
      each: "blockDeviceMappings",
      where: { "ebs.volumeType": ["st1", "sc1"] },
      require: { "ebs.volumeSize": { min: 125 } },
      must: "A volume of type st1 or sc1 must have at least 125 GiB.",
      source: EBS_BLOCK,
      accepts: [disk({ volumeType: "st1", volumeSize: 125 })],
      rejects: [disk({ volumeType: "st1", volumeSize: 100 })],
    },
    "aws.ec2.network-acl-rule.protocol": {
      type: EC2_NETWORK_ACL_RULE,
      require: { protocol: PROTOCOL.test },
      must: PROTOCOL.must,
      source: ACL_ENTRY,
      accepts: [
        { networkAclId: "acl-1", ruleNumber: 100, ruleAction: "allow", protocol: "udp", cidrBlock: "10.0.0.0/8" },
      ],
      rejects: [
        { networkAclId: "acl-1", ruleNumber: 100, ruleAction: "allow", protocol: "https", cidrBlock: "10.0.0.0/8" },
      ],
    },
    "aws.ec2.flow-log.traffic": {
      type: EC2_FLOW_LOG,
      when: [
        { vpcId: { present: true } },
        { subnetId: { present: true } },
        { eniId: { present: true } },
        { regionalNatGatewayId: { present: true } },
      ],
      require: { trafficType: { present: true } },
      must: 'Flow logs name the traffic that they record: set `trafficType: "ALL"`.',
      source: FLOW_LOGS,
      accepts: [
        { vpcId: "vpc-1", trafficType: "ALL", iamRoleArn: "x" },
        { transitGatewayId: "tgw-1", maxAggregationInterval: 60, iamRoleArn: "x" },
      ],
      rejects: [
        { vpcId: "vpc-1", iamRoleArn: "x" },
        { subnetId: "subnet-1", iamRoleArn: "x" },
        { eniId: "eni-1", iamRoleArn: "x" },
        { regionalNatGatewayId: "nat-1", iamRoleArn: "x" },
      ],
    },
    "aws.ec2.spot-instance-request.interruption": {
      type: EC2_SPOT_INSTANCE_REQUEST,
      when: { spotType: "one-time" },
      require: { instanceInterruptionBehavior: "terminate" },
      must: 'Only instances of a persistent request stop or hibernate: set `instanceInterruptionBehavior: "terminate"`.',
      awsError: "The request with type 'one-time' is not supported when instanceInterruptionBehavior is set to 'stop'",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RequestSpotInstances.html",
      accepts: [
        instance({ spotType: "one-time" }),
        instance({ spotType: "persistent", instanceInterruptionBehavior: "stop" }),
        instance({ instanceInterruptionBehavior: "hibernate" }),
      ],
      rejects: [instance({ spotType: "one-time", instanceInterruptionBehavior: "stop" })],
    },
    "aws.ec2.spot-instance-request.profile-name": {
      type: EC2_SPOT_INSTANCE_REQUEST,
      require: { iamInstanceProfile: { not: { startsWith: "arn:" } } },
      must: "It must be the name of an instance profile: use the `name` of an aws.iam.InstanceProfile.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IamInstanceProfileSpecification.html",
      accepts: [instance({ iamInstanceProfile: "orders" })],
      rejects: [instance({ iamInstanceProfile: "arn:aws:iam::111122223333:instance-profile/orders" })],
    },
  },
} satisfies ServiceConstraints;
