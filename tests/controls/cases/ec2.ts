import type { ControlCase, Inputs, Other } from "./case";

const INSTANCE = "aws:ec2/instance:Instance";
const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const DEFAULT_GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const VOLUME = "aws:ebs/volume:Volume";
const SELECTION = "aws:backup/selection:Selection";

const instance = { ami: "ami-0abcdef1234567890", instanceType: "t4g.small" };
const template = { imageId: "ami-0abcdef1234567890", instanceType: "t4g.small" };
const vpc = { cidrBlock: "10.0.0.0/16" };
const subnet: Other = {
  type: SUBNET,
  name: "subnet",
  inputs: { vpcId: "vpc-1", cidrBlock: "10.0.1.0/24", mapPublicIpOnLaunch: true },
};
const open = (port: number): Inputs => ({
  ingress: [{ protocol: "tcp", fromPort: port, toPort: port, cidrBlocks: ["0.0.0.0/0"] }],
});
const closed = { ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] }] };
const aclRule = (cidrBlock: string): Inputs => ({
  ingress: [{ ruleNo: 100, action: "allow", protocol: "tcp", fromPort: 22, toPort: 22, cidrBlock }],
});
const endpoint = (service: string): Other => ({
  type: "aws:ec2/vpcEndpoint:VpcEndpoint",
  name: "endpoint",
  inputs: { vpcId: "${it.id}", serviceName: `com.amazonaws.us-east-1.${service}`, vpcEndpointType: "Interface" },
});
const endpointCase = (control: string, rule: string, service: string): ControlCase => ({
  control,
  rule,
  type: VPC,
  violating: vpc,
  compliant: vpc,
  othersOfViolating: [endpoint("logs")],
  othersOfCompliant: [endpoint(service)],
});
const tunnel = {
  cloudwatchLogOptions: { logEnabled: true, logGroupArn: "arn:aws:logs:us-east-1:464738291005:log-group:vpn" },
};
const fleet = (encrypted: boolean): Inputs => ({
  iamFleetRole: "arn:aws:iam::464738291005:role/fleet",
  targetCapacity: 2,
  launchSpecifications: [{ ...instance, ebsBlockDevices: [{ deviceName: "/dev/sdf", encrypted }] }],
});
const clientVpn = {
  clientCidrBlock: "10.1.0.0/22",
  serverCertificateArn: "arn:aws:acm:us-east-1:464738291005:certificate/1",
  authenticationOptions: [{ type: "certificate-authentication" }],
};

export default [
  {
    control: "EC2.1",
    rule: "snapshot-public",
    type: "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission",
    violating: { snapshotId: "snap-1", accountId: "all" },
    compliant: { snapshotId: "snap-1", accountId: "464738291005" },
  },
  {
    control: "EC2.2",
    rule: "vpc-default-security-group",
    type: DEFAULT_GROUP,
    violating: { vpcId: "vpc-1", ...closed },
    compliant: { vpcId: "vpc-1" },
  },
  {
    control: "EC2.2",
    rule: "vpc-default-security-group",
    type: VPC,
    violating: vpc,
    compliant: vpc,
    othersOfCompliant: [{ type: DEFAULT_GROUP, name: "default", inputs: { vpcId: "${it.id}" } }],
  },
  {
    control: "EC2.3",
    rule: "ebs-encrypted",
    type: VOLUME,
    violating: { availabilityZone: "us-east-1a", size: 20, encrypted: false },
    compliant: { availabilityZone: "us-east-1a", size: 20, encrypted: true },
  },
  {
    control: "EC2.3",
    rule: "ebs-encrypted",
    type: INSTANCE,
    violating: { ...instance, rootBlockDevice: { encrypted: false } },
    compliant: { ...instance, rootBlockDevice: { encrypted: true } },
  },
  {
    control: "EC2.9",
    rule: "ec2-instance-not-public",
    type: INSTANCE,
    violating: { ...instance, associatePublicIpAddress: true },
    compliant: { ...instance, associatePublicIpAddress: false },
  },
  {
    control: "EC2.9",
    rule: "ec2-instance-not-public",
    about: "the subnet",
    type: INSTANCE,
    violating: { ...instance, subnetId: "${subnet.id}" },
    compliant: { ...instance, subnetId: "${subnet.id}", associatePublicIpAddress: false },
    others: [subnet],
  },
  endpointCase("EC2.10", "vpc-endpoint-ec2", "ec2"),
  {
    control: "EC2.13",
    rule: "security-group-open-admin-port",
    type: GROUP,
    violating: open(22),
    compliant: closed,
  },
  {
    control: "EC2.14",
    rule: "security-group-open-admin-port",
    type: GROUP,
    violating: open(3389),
    compliant: closed,
  },
  {
    control: "EC2.15",
    rule: "subnet-auto-assign-public-ip",
    type: SUBNET,
    violating: { vpcId: "vpc-1", cidrBlock: "10.0.1.0/24", mapPublicIpOnLaunch: true },
    compliant: { vpcId: "vpc-1", cidrBlock: "10.0.1.0/24", mapPublicIpOnLaunch: false },
  },
  {
    control: "EC2.17",
    rule: "ec2-single-network-interface",
    type: INSTANCE,
    violating: {
      ...instance,
      networkInterfaces: [
        { deviceIndex: 0, networkInterfaceId: "eni-1" },
        { deviceIndex: 1, networkInterfaceId: "eni-2" },
      ],
    },
    compliant: { ...instance, networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: "eni-1" }] },
  },
  {
    control: "EC2.18",
    rule: "security-group-allowed-ports",
    type: GROUP,
    violating: open(8443),
    compliant: open(443),
  },
  {
    control: "EC2.18",
    rule: "security-group-allowed-ports",
    about: "a rule of its own",
    type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    violating: { securityGroupId: "${group.id}", ipProtocol: "udp", fromPort: 53, toPort: 53, cidrIpv4: "0.0.0.0/0" },
    compliant: { securityGroupId: "${group.id}", ipProtocol: "tcp", fromPort: 80, toPort: 80, cidrIpv6: "::/0" },
    others: [{ type: GROUP, name: "group", inputs: { vpcId: "vpc-1" } }],
  },
  {
    control: "EC2.21",
    rule: "network-acl-open-admin-port",
    type: "aws:ec2/networkAcl:NetworkAcl",
    violating: aclRule("0.0.0.0/0"),
    compliant: aclRule("203.0.113.0/29"),
  },
  {
    control: "EC2.23",
    rule: "transit-gateway-auto-accept",
    type: "aws:ec2transitgateway/transitGateway:TransitGateway",
    violating: { autoAcceptSharedAttachments: "enable" },
    compliant: { autoAcceptSharedAttachments: "disable" },
  },
  {
    control: "EC2.24",
    rule: "ec2-paravirtual",
    type: INSTANCE,
    violating: { ami: "${image.id}", instanceType: "m3.medium" },
    compliant: { ami: "${image.id}", instanceType: "m3.medium" },
    othersOfViolating: [{ type: "aws:ec2/ami:Ami", name: "image", inputs: { virtualizationType: "paravirtual" } }],
    othersOfCompliant: [{ type: "aws:ec2/ami:Ami", name: "image", inputs: { virtualizationType: "hvm" } }],
  },
  {
    control: "EC2.24",
    rule: "ec2-paravirtual",
    about: "the instance type",
    type: INSTANCE,
    violating: { ...instance, instanceType: "m1.small" },
    compliant: instance,
  },
  {
    control: "EC2.25",
    rule: "launch-template-public-ip",
    type: TEMPLATE,
    violating: { ...template, networkInterfaces: [{ associatePublicIpAddress: "true" }] },
    compliant: { ...template, networkInterfaces: [{ associatePublicIpAddress: "false" }] },
  },
  {
    control: "EC2.28",
    rule: "backup-covers-volumes",
    type: VOLUME,
    violating: { availabilityZone: "us-east-1a", size: 20 },
    compliant: { availabilityZone: "us-east-1a", size: 20 },
    othersOfCompliant: [{ type: SELECTION, name: "backup", inputs: { planId: "plan", resources: ["${it.arn}"] } }],
  },
  {
    control: "EC2.51",
    rule: "client-vpn-logging",
    type: "aws:ec2clientvpn/endpoint:Endpoint",
    violating: { ...clientVpn, connectionLogOptions: { enabled: false } },
    compliant: { ...clientVpn, connectionLogOptions: { enabled: true, cloudwatchLogGroup: "vpn" } },
  },
  endpointCase("EC2.55", "vpc-endpoint-ecr-api", "ecr.api"),
  endpointCase("EC2.56", "vpc-endpoint-ecr-registry", "ecr.dkr"),
  endpointCase("EC2.57", "vpc-endpoint-ssm", "ssm"),
  endpointCase("EC2.58", "vpc-endpoint-ssm-contacts", "ssm-contacts"),
  endpointCase("EC2.60", "vpc-endpoint-ssm-incidents", "ssm-incidents"),
  {
    control: "EC2.171",
    rule: "vpn-tunnel-logging",
    type: "aws:ec2/vpnConnection:VpnConnection",
    violating: { customerGatewayId: "cgw-1", type: "ipsec.1", tunnel1LogOptions: tunnel },
    compliant: { customerGatewayId: "cgw-1", type: "ipsec.1", tunnel1LogOptions: tunnel, tunnel2LogOptions: tunnel },
  },
  {
    control: "EC2.173",
    rule: "ebs-encrypted",
    type: "aws:ec2/spotFleetRequest:SpotFleetRequest",
    violating: fleet(false),
    compliant: fleet(true),
  },
  {
    control: "EC2.180",
    rule: "ec2-source-dest-check",
    type: "aws:ec2/networkInterface:NetworkInterface",
    violating: { subnetId: "subnet-1", sourceDestCheck: false },
    compliant: { subnetId: "subnet-1", sourceDestCheck: true },
  },
  {
    control: "EC2.181",
    rule: "ebs-encrypted",
    type: TEMPLATE,
    violating: { ...template, blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "false" } }] },
    compliant: { ...template, blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true" } }] },
  },
] satisfies ControlCase[];
