import type { BuiltResource, Input } from "../../src/testing/stack";
import { a } from "../attack/kit";
import { ACCOUNT, cdk, docs, GROUP, provider, single, SUBNETS, VPC, withOptions, type Rejection } from "./kit";

const BALANCER = `arn:aws:elasticloadbalancing:us-east-1:${ACCOUNT}:loadbalancer/app/orders/50dc6c495c0c9188`;
const TARGETS = `arn:aws:elasticloadbalancing:us-east-1:${ACCOUNT}:targetgroup/orders/73e2d6bc24d8a067`;
const CERTIFICATE = `arn:aws:acm:us-east-1:${ACCOUNT}:certificate/6b1f2c3d-4e5a-4b6c-8d7e-9f0a1b2c3d4e`;
const LISTENERS = docs("elasticloadbalancing/latest/application/load-balancer-listeners.html");
const NETWORK_LISTENERS = docs("elasticloadbalancing/latest/network/load-balancer-listeners.html");

/** A balancer with a target group and a listener that forwards to it. */
function balanced(kind: string, targets: Record<string, Input>, listener: Record<string, Input>): BuiltResource[] {
  const balancer = a("lb/loadBalancer:LoadBalancer", "orders", {
    loadBalancerType: kind,
    internal: true,
    subnets: SUBNETS.slice(0, 2),
    ...(kind === "application" && { securityGroups: [GROUP] }),
  });
  const group = a("lb/targetGroup:TargetGroup", "orders", { targetType: "ip", vpcId: VPC, port: 8080, ...targets });
  return [
    balancer,
    group,
    a("lb/listener:Listener", "orders", {
      loadBalancerArn: balancer["arn"],
      port: 443,
      defaultActions: [{ type: "forward", targetGroupArn: group["arn"] }],
      ...listener,
    }),
  ];
}
const HTTPS = { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06", certificateArn: CERTIFICATE };

const listenerOn = (name: string, port: number): BuiltResource =>
  a("lb/listener:Listener", name, {
    loadBalancerArn: BALANCER,
    port,
    ...HTTPS,
    defaultActions: [{ type: "forward", targetGroupArn: TARGETS }],
  });
const ruleWith = (name: string, priority: number, host: string): BuiltResource =>
  a("lb/listenerRule:ListenerRule", name, {
    listenerArn: `${BALANCER.replace("loadbalancer", "listener")}/f2f7dc8efc522ab2`,
    priority,
    conditions: [{ hostHeader: { values: [host] } }],
    actions: [{ type: "forward", targetGroupArn: TARGETS }],
  });

/** Row 4: load balancers. */
export const balancers: readonly Rejection[] = [
  {
    name: "a TCP target group behind an application load balancer",
    by: "load-balancer-protocols",
    source: LISTENERS,
    rejected: balanced("application", { protocol: "TCP" }, HTTPS),
    accepted: balanced("application", { protocol: "HTTP" }, HTTPS),
  },
  {
    name: "an HTTP target group behind a network load balancer",
    by: "load-balancer-protocols",
    source: NETWORK_LISTENERS,
    rejected: balanced("network", { protocol: "HTTP" }, { protocol: "TCP" }),
    accepted: balanced("network", { protocol: "TCP" }, { protocol: "TCP" }),
  },
  {
    name: "a TCP listener of an application load balancer",
    by: "load-balancer-protocols",
    source: LISTENERS,
    rejected: balanced("application", { protocol: "HTTP" }, { protocol: "TCP" }),
    accepted: balanced("application", { protocol: "HTTP" }, HTTPS),
  },
  {
    name: "an HTTPS listener of a network load balancer",
    by: "load-balancer-protocols",
    source: NETWORK_LISTENERS,
    rejected: balanced("network", { protocol: "TCP" }, HTTPS),
    accepted: balanced("network", { protocol: "TCP" }, { ...HTTPS, protocol: "TLS" }),
  },
  {
    name: "a UDP listener that forwards to TCP targets",
    by: "load-balancer-protocols",
    source: docs("elasticloadbalancing/latest/network/load-balancer-target-groups.html"),
    rejected: balanced("network", { protocol: "TCP" }, { protocol: "UDP" }),
    accepted: balanced("network", { protocol: "TCP_UDP" }, { protocol: "TCP_UDP" }),
  },
  {
    name: "two listeners on one port",
    by: "duplicate-resources",
    source: docs("elasticloadbalancing/latest/APIReference/API_CreateListener.html"),
    rejected: [listenerOn("orders", 443), listenerOn("invoices", 443)],
    accepted: [listenerOn("orders", 443), listenerOn("invoices", 8443)],
  },
  {
    name: "two rules with one priority",
    by: "duplicate-resources",
    source: docs("elasticloadbalancing/latest/APIReference/API_CreateRule.html"),
    rejected: [ruleWith("orders", 10, "orders.shop.io"), ruleWith("invoices", 10, "invoices.shop.io")],
    accepted: [ruleWith("orders", 10, "orders.shop.io"), ruleWith("invoices", 20, "invoices.shop.io")],
  },
  single(
    "lb/listener:Listener",
    {
      name: "a security policy on a plain listener",
      by: "aws.lb.listener.policy-protocol",
      source: docs("elasticloadbalancing/latest/APIReference/API_CreateListener.html"),
    },
    {
      loadBalancerArn: BALANCER,
      port: 80,
      defaultActions: [{ type: "redirect", redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" } }],
    },
    [{ protocol: "HTTP", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" }, { protocol: "HTTP" }],
  ),
  single(
    "lb/targetGroup:TargetGroup",
    {
      name: "a target group of a balancer with HTTP and the protocol GENEVE",
      by: "aws.lb.target-group.geneve-port",
      source: docs("elasticloadbalancing/latest/gateway/target-groups.html"),
    },
    { targetType: "instance", vpcId: VPC },
    [
      { protocol: "GENEVE", port: 8080 },
      { protocol: "GENEVE", port: 6081 },
    ],
  ),
  single(
    "lb/listenerRule:ListenerRule",
    {
      name: "a rule with six values",
      by: "aws.lb.listener-rule.path-values",
      source: docs("elasticloadbalancing/latest/application/load-balancer-limits.html"),
    },
    {
      listenerArn: `${BALANCER.replace("loadbalancer", "listener")}/f2f7dc8efc522ab2`,
      priority: 30,
      actions: [{ type: "forward", targetGroupArn: TARGETS }],
    },
    [
      { conditions: [{ pathPattern: { values: ["/a/*", "/b/*", "/c/*", "/d/*", "/e/*", "/f/*"] } }] },
      {
        conditions: [
          { pathPattern: { values: ["/a/*", "/b/*", "/c/*"] } },
          { hostHeader: { values: ["orders.shop.io"] } },
        ],
      },
    ],
  ),
  single(
    "lb/listener:Listener",
    {
      name: "an HTTPS listener without a certificate",
      by: "aws.lb.listener.https-certificate",
      source: docs("elasticloadbalancing/latest/APIReference/API_CreateListener.html"),
    },
    {
      loadBalancerArn: BALANCER,
      port: 443,
      protocol: "HTTPS",
      sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
      defaultActions: [{ type: "forward", targetGroupArn: TARGETS }],
    },
    [{}, { certificateArn: CERTIFICATE }],
  ),
  single(
    "lb/targetGroup:TargetGroup",
    {
      name: "a health check that takes longer than its interval",
      by: "aws.lb.target-group.health-check-timeout",
      source: docs("elasticloadbalancing/latest/application/target-group-health-checks.html"),
    },
    { targetType: "ip", vpcId: VPC, port: 8080, protocol: "HTTP" },
    [
      { healthCheck: { path: "/health", interval: 10, timeout: 15 } },
      { healthCheck: { path: "/health", interval: 15, timeout: 10 } },
    ],
  ),
];

const ZONE = "Z0842317K9M4T6QX2LVB";
const record = (name: string, inputs: Record<string, Input>): BuiltResource =>
  a("route53/record:Record", name, { zoneId: ZONE, ttl: 300, ...inputs });
const zone = (): BuiltResource => a("route53/zone:Zone", "shop", { name: "shop.io" });
const inZone = (inputs: Record<string, Input>): BuiltResource[] => {
  const own = zone();
  return [own, a("route53/record:Record", "orders", { zoneId: own["zoneId"], ttl: 300, ...inputs })];
};
const RECORDS = docs("Route53/latest/DeveloperGuide/ResourceRecordTypes.html");

/** Row 7: DNS. */
export const names: readonly Rejection[] = [
  {
    name: "a CNAME at the apex",
    by: "dns-record-conflicts",
    source: RECORDS,
    rejected: inZone({ name: "shop.io", type: "CNAME", records: ["orders.shop.net"] }),
    accepted: inZone({ name: "www.shop.io", type: "CNAME", records: ["orders.shop.net"] }),
  },
  {
    name: "a CNAME beside another record of its name",
    by: "dns-record-conflicts",
    source: RECORDS,
    rejected: [
      record("cname", { name: "orders.shop.io", type: "CNAME", records: ["orders.shop.net"] }),
      record("text", { name: "orders.shop.io", type: "TXT", records: ["v=spf1 -all"] }),
    ],
    accepted: [
      record("cname", { name: "orders.shop.io", type: "CNAME", records: ["orders.shop.net"] }),
      record("text", { name: "_orders.shop.io", type: "TXT", records: ["v=spf1 -all"] }),
    ],
  },
  {
    name: "one record twice",
    by: "duplicate-resources",
    source: docs("Route53/latest/APIReference/API_ChangeResourceRecordSets.html"),
    rejected: [
      record("first", { name: "orders.shop.io", type: "A", records: ["203.0.113.10"] }),
      record("second", { name: "ORDERS.shop.io.", type: "A", records: ["203.0.113.11"] }),
    ],
    accepted: [
      record("first", { name: "orders.shop.io", type: "A", records: ["203.0.113.10"] }),
      record("second", { name: "orders.shop.io", type: "AAAA", records: ["2001:db8::10"] }),
    ],
  },
  single(
    "route53/record:Record",
    { name: "a TXT string of more than 255 characters", by: "aws.route53.record.text-length", source: RECORDS },
    { zoneId: ZONE, name: "shop.io", type: "TXT", ttl: 300 },
    [{ records: ["k".repeat(300)] }, { records: [`${"k".repeat(250)}""${"k".repeat(50)}`] }],
  ),
  single(
    "route53/record:Record",
    { name: "an MX record without a priority", by: "aws.route53.record.mail-exchange", source: RECORDS },
    { zoneId: ZONE, name: "shop.io", type: "MX", ttl: 300 },
    [{ records: ["mail.shop.io"] }, { records: ["10 mail.shop.io"] }],
  ),
  single(
    "route53/healthCheck:HealthCheck",
    {
      name: "a health check every 15 seconds",
      by: "aws.route53.health-check.interval",
      source: docs("Route53/latest/APIReference/API_HealthCheckConfig.html"),
    },
    { type: "HTTPS", fqdn: "orders.shop.io", port: 443, resourcePath: "/health", failureThreshold: 3 },
    [{ requestInterval: 15 }, { requestInterval: 30 }],
  ),
  single(
    "route53/healthCheck:HealthCheck",
    {
      name: "a string match without a string",
      by: "aws.route53.health-check.search-string",
      source: docs("Route53/latest/APIReference/API_HealthCheckConfig.html"),
    },
    {
      type: "HTTPS_STR_MATCH",
      fqdn: "orders.shop.io",
      port: 443,
      resourcePath: "/health",
      failureThreshold: 3,
      requestInterval: 30,
    },
    [{}, { searchString: "healthy" }],
  ),
  single(
    "route53/healthCheck:HealthCheck",
    {
      name: "a calculated check without children",
      by: "aws.route53.health-check.children",
      source: docs("Route53/latest/APIReference/API_HealthCheckConfig.html"),
    },
    { type: "CALCULATED" },
    [
      { childHealthThreshold: 1 },
      { childHealthThreshold: 1, childHealthchecks: ["5d8e9b2a-1c3f-4a6b-8e7d-0f9a2b4c6d8e"] },
    ],
  ),
  single(
    "route53/record:Record",
    {
      name: "an alias with a time to live",
      by: "aws.route53.record.alias-without-ttl",
      source: docs("Route53/latest/DeveloperGuide/resource-record-sets-values-alias-common.html"),
    },
    {
      zoneId: ZONE,
      name: "shop.io",
      type: "A",
      aliases: [{ name: "orders-1.us-east-1.elb.amazonaws.com", zoneId: "Z35SXDOTRQ7X7K", evaluateTargetHealth: true }],
    },
    [{ ttl: 60 }, {}],
  ),
];

const vpc = (inputs: Record<string, Input> = {}): BuiltResource =>
  a("ec2/vpc:Vpc", "main", { cidrBlock: "10.20.0.0/16", enableDnsHostnames: true, enableDnsSupport: true, ...inputs });
const ENDPOINTS = docs("vpc/latest/privatelink/create-interface-endpoint.html");
const ingress = (inputs: Record<string, Input>): Record<string, Input> => ({
  vpcId: VPC,
  description: "Orders",
  ingress: [{ cidrBlocks: ["10.20.0.0/16"], ...inputs }],
});

/** Row 13: networks. */
export const networks: readonly Rejection[] = [
  single(
    "ec2/vpc:Vpc",
    { name: "a network that is too large", by: "aws.ec2.vpc.block-size", source: cdk(7296) },
    { enableDnsHostnames: true },
    [{ cidrBlock: "10.0.0.0/8" }, { cidrBlock: "10.0.0.0/16" }],
  ),
  single(
    "ec2/subnet:Subnet",
    {
      name: "a subnet that is too small",
      by: "aws.ec2.subnet.block-size",
      source: "https://github.com/aws-cloudformation/cfn-lint/issues/3163",
    },
    { vpcId: VPC, availabilityZone: "us-east-1a" },
    [{ cidrBlock: "10.20.0.0/31" }, { cidrBlock: "10.20.0.0/28" }],
  ),
  {
    name: "two subnets that overlap",
    by: "subnet-cidr-layout",
    source: "https://github.com/hashicorp/terraform/issues/33470",
    rejected: subnets("10.20.0.0/22", "10.20.2.0/24"),
    accepted: subnets("10.20.0.0/23", "10.20.2.0/24"),
  },
  single(
    "ec2/vpcEndpoint:VpcEndpoint",
    {
      name: "a gateway endpoint with subnets",
      by: "aws.ec2.vpc-endpoint.gateway-subnets",
      source: "https://github.com/nanlabs/terraform-aws-starter/issues/18",
    },
    { vpcId: VPC, serviceName: "com.amazonaws.us-east-1.s3", vpcEndpointType: "Gateway" },
    [{ subnetIds: [SUBNETS[0]] }, { routeTableIds: ["rtb-0c4e7a1b9d2f6385e"] }],
  ),
  single(
    "ec2/vpcEndpoint:VpcEndpoint",
    { name: "an interface endpoint with route tables", by: "aws.ec2.vpc-endpoint.interface-routes", source: ENDPOINTS },
    {
      vpcId: VPC,
      serviceName: "com.amazonaws.us-east-1.secretsmanager",
      vpcEndpointType: "Interface",
      subnetIds: [SUBNETS[0]],
      securityGroupIds: [GROUP],
    },
    [{ routeTableIds: ["rtb-0c4e7a1b9d2f6385e"] }, { privateDnsEnabled: true }],
  ),
  single(
    "ec2/vpcEndpoint:VpcEndpoint",
    {
      name: "an interface endpoint of DynamoDB's gateway service without a type",
      by: "aws.ec2.vpc-endpoint.gateway-service",
      source: docs("vpc/latest/privatelink/aws-services-privatelink-support.html"),
    },
    {
      vpcId: VPC,
      serviceName: "com.amazonaws.us-east-1.secretsmanager",
      subnetIds: [SUBNETS[0]],
      securityGroupIds: [GROUP],
    },
    [{}, { vpcEndpointType: "Interface" }],
  ),
  {
    name: "private names in a network without DNS",
    by: "vpc-membership",
    source: ENDPOINTS,
    rejected: withEndpoint({ enableDnsHostnames: false }),
    accepted: withEndpoint({}),
  },
  {
    name: "private names for S3 without its gateway endpoint",
    by: "vpc-membership",
    source: "https://github.com/marcincuber/eks/issues/15",
    rejected: withStorage(false),
    accepted: withStorage(true),
  },
  {
    name: "two internet gateways of one network",
    by: "duplicate-resources",
    source: docs("vpc/latest/userguide/VPC_Internet_Gateway.html"),
    rejected: [
      a("ec2/internetGateway:InternetGateway", "main", { vpcId: VPC }),
      a("ec2/internetGateway:InternetGateway", "second", { vpcId: VPC }),
    ],
    accepted: [
      a("ec2/internetGateway:InternetGateway", "main", { vpcId: VPC }),
      a("ec2/internetGateway:InternetGateway", "second", { vpcId: "vpc-05b1c8e2f7a3d9460" }),
    ],
  },
  {
    name: "two routes of one table to one block",
    by: "duplicate-resources",
    source: docs("AWSEC2/latest/APIReference/API_CreateRoute.html"),
    rejected: [route("first", "0.0.0.0/0"), route("second", "0.0.0.0/0")],
    accepted: [route("first", "0.0.0.0/0"), route("second", "10.40.0.0/16")],
  },
  {
    name: "a subnet with two route tables",
    by: "duplicate-resources",
    source: docs("AWSEC2/latest/APIReference/API_AssociateRouteTable.html"),
    rejected: [association("first", SUBNETS[0]), association("second", SUBNETS[0])],
    accepted: [association("first", SUBNETS[0]), association("second", SUBNETS[1])],
  },
  {
    name: "one rule of a security group twice",
    by: "duplicate-resources",
    source: "https://github.com/terraform-aws-modules/terraform-aws-security-group/issues/351",
    rejected: [rule("first", { cidrIpv4: "10.20.0.0/16" }), rule("second", { cidrIpv4: "10.20.0.0/16" })],
    accepted: [rule("first", { cidrIpv4: "10.20.0.0/16" }), rule("second", { cidrIpv4: "10.30.0.0/16" })],
  },
  single(
    "ec2/securityGroup:SecurityGroup",
    {
      name: "a range of ports the wrong way round",
      by: "aws.ec2.security-group.ingress-port-range",
      source: docs("AWSEC2/latest/APIReference/API_IpPermission.html"),
    },
    {},
    [ingress({ protocol: "tcp", fromPort: 443, toPort: 80 }), ingress({ protocol: "tcp", fromPort: 80, toPort: 443 })],
  ),
  single(
    "ec2/securityGroup:SecurityGroup",
    {
      name: "all protocols with ports",
      by: "aws.ec2.security-group.ingress-all-protocols",
      source: docs("AWSEC2/latest/APIReference/API_IpPermission.html"),
    },
    {},
    [ingress({ protocol: "-1", fromPort: 443, toPort: 443 }), ingress({ protocol: "-1", fromPort: 0, toPort: 0 })],
  ),
  single(
    "vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    {
      name: "a rule with two sources",
      by: "aws.vpc.security-group-ingress-rule.one-source",
      source: docs("AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html"),
    },
    { securityGroupId: GROUP, ipProtocol: "tcp", fromPort: 5432, toPort: 5432 },
    [
      { cidrIpv4: "10.20.0.0/16", referencedSecurityGroupId: "sg-0f2d8b6a4c1e7395d" },
      { referencedSecurityGroupId: "sg-0f2d8b6a4c1e7395d" },
    ],
  ),
  single(
    "ec2/launchTemplate:LaunchTemplate",
    {
      name: "a template with interfaces and groups of the instance",
      by: "aws.ec2.launch-template.groups-and-interfaces",
      source: provider(4570),
    },
    { imageId: "ami-0b5d8f3a7c1e96240", instanceType: "t3.small", metadataOptions: { httpTokens: "required" } },
    [
      { vpcSecurityGroupIds: [GROUP], networkInterfaces: [{ associatePublicIpAddress: "false" }] },
      { networkInterfaces: [{ associatePublicIpAddress: "false", securityGroups: [GROUP] }] },
    ],
  ),
  single(
    "ec2/instance:Instance",
    {
      name: "an instance with an interface and a subnet",
      by: "aws.ec2.instance.interface-or-subnet",
      source: "https://github.com/aws/aws-sdk-php/issues/231",
    },
    { ami: "ami-0b5d8f3a7c1e96240", instanceType: "t3.small", metadataOptions: { httpTokens: "required" } },
    [
      { subnetId: SUBNETS[0], networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: "eni-0c7a5e1b9d3f82460" }] },
      { networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: "eni-0c7a5e1b9d3f82460" }] },
    ],
  ),
  {
    name: "an instance with a group of another network",
    by: "vpc-membership",
    source: docs("AWSEC2/latest/UserGuide/changing-security-group.html"),
    rejected: instance("vpc-05b1c8e2f7a3d9460"),
    accepted: instance(VPC),
  },
  single(
    "ec2/flowLog:FlowLog",
    {
      name: "flow logs to CloudWatch without a role",
      by: "aws.ec2.flow-log.role",
      source: docs("AWSEC2/latest/APIReference/API_CreateFlowLogs.html"),
    },
    { vpcId: VPC, trafficType: "ALL", logDestination: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/vpc/orders` },
    [
      { logDestinationType: "cloud-watch-logs" },
      { logDestinationType: "cloud-watch-logs", iamRoleArn: `arn:aws:iam::${ACCOUNT}:role/flow-logs` },
    ],
  ),
  single(
    "ec2/route:Route",
    {
      name: "a route with two targets",
      by: "aws.ec2.route.one-target",
      source: docs("AWSEC2/latest/APIReference/API_CreateRoute.html"),
    },
    { routeTableId: "rtb-0c4e7a1b9d2f6385e", destinationCidrBlock: "10.40.0.0/16" },
    [
      { natGatewayId: "nat-0b9d3f7a1c5e82460", transitGatewayId: "tgw-0a5c9e3b7d1f46820" },
      { transitGatewayId: "tgw-0a5c9e3b7d1f46820" },
    ],
  ),
  single(
    "ec2/natGateway:NatGateway",
    {
      name: "a private NAT gateway with an address",
      by: "aws.ec2.nat-gateway.private-without-address",
      source: docs("AWSEC2/latest/APIReference/API_CreateNatGateway.html"),
    },
    { subnetId: SUBNETS[0], connectivityType: "private" },
    [{ allocationId: "eipalloc-0f7a3c9e5b1d28460" }, {}],
  ),
  single(
    "ec2/vpcPeeringConnection:VpcPeeringConnection",
    {
      name: "a network that peers with itself",
      by: "aws.ec2.vpc-peering-connection.other-vpc",
      source: docs("vpc/latest/peering/vpc-peering-basics.html"),
    },
    { vpcId: VPC },
    [{ peerVpcId: VPC }, { peerVpcId: "vpc-05b1c8e2f7a3d9460" }],
  ),
  single(
    "ec2/networkAclRule:NetworkAclRule",
    {
      name: "a rule of a network ACL with a number that is too high",
      by: "aws.ec2.network-acl-rule.number",
      source: docs("AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html"),
    },
    {
      networkAclId: "acl-0d6b2f8a4c1e97350",
      egress: false,
      protocol: "tcp",
      ruleAction: "allow",
      cidrBlock: "10.20.0.0/16",
      fromPort: 443,
      toPort: 443,
    },
    [{ ruleNumber: 40000 }, { ruleNumber: 400 }],
  ),
];

function subnets(first: string, second: string): BuiltResource[] {
  const own = vpc();
  return [
    own,
    a("ec2/subnet:Subnet", "first", { vpcId: own["id"], cidrBlock: first, availabilityZone: "us-east-1a" }),
    a("ec2/subnet:Subnet", "second", { vpcId: own["id"], cidrBlock: second, availabilityZone: "us-east-1b" }),
  ];
}

function withEndpoint(dns: Record<string, Input>): BuiltResource[] {
  const own = vpc(dns);
  return [
    own,
    a("ec2/vpcEndpoint:VpcEndpoint", "secrets", {
      vpcId: own["id"],
      serviceName: "com.amazonaws.us-east-1.secretsmanager",
      vpcEndpointType: "Interface",
      subnetIds: [SUBNETS[0]],
      securityGroupIds: [GROUP],
      privateDnsEnabled: true,
    }),
  ];
}

function withStorage(hasGateway: boolean): BuiltResource[] {
  const own = vpc();
  const gateway = a("ec2/vpcEndpoint:VpcEndpoint", "gateway", {
    vpcId: own["id"],
    serviceName: "com.amazonaws.us-east-1.s3",
    vpcEndpointType: "Gateway",
  });
  return [
    own,
    ...(hasGateway ? [gateway] : []),
    withOptions(
      "ec2/vpcEndpoint:VpcEndpoint",
      "storage",
      {
        vpcId: own["id"],
        serviceName: "com.amazonaws.us-east-1.s3",
        vpcEndpointType: "Interface",
        subnetIds: [SUBNETS[0]],
        securityGroupIds: [GROUP],
        privateDnsEnabled: true,
      },
      hasGateway ? { dependsOn: [gateway] } : {},
    ),
  ];
}

function route(name: string, block: string): BuiltResource {
  return a("ec2/route:Route", name, {
    routeTableId: "rtb-0c4e7a1b9d2f6385e",
    destinationCidrBlock: block,
    natGatewayId: "nat-0b9d3f7a1c5e82460",
  });
}

function association(name: string, subnet: string): BuiltResource {
  return a("ec2/routeTableAssociation:RouteTableAssociation", name, {
    subnetId: subnet,
    routeTableId: `rtb-0c4e7a1b9d2f638${name === "first" ? "5e" : "6f"}`,
  });
}

function rule(name: string, inputs: Record<string, Input>): BuiltResource {
  return a("vpc/securityGroupIngressRule:SecurityGroupIngressRule", name, {
    securityGroupId: GROUP,
    ipProtocol: "tcp",
    fromPort: 5432,
    toPort: 5432,
    ...inputs,
  });
}

function instance(groupVpc: string): BuiltResource[] {
  const subnet = a("ec2/subnet:Subnet", "orders", {
    vpcId: VPC,
    cidrBlock: "10.20.1.0/24",
    availabilityZone: "us-east-1a",
  });
  const group = a("ec2/securityGroup:SecurityGroup", "orders", { vpcId: groupVpc, description: "Orders" });
  return [
    subnet,
    group,
    a("ec2/instance:Instance", "orders", {
      ami: "ami-0b5d8f3a7c1e96240",
      instanceType: "t3.small",
      subnetId: subnet["id"],
      vpcSecurityGroupIds: [group["id"]],
      metadataOptions: { httpTokens: "required" },
    }),
  ];
}
