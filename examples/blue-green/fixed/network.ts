import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { logGroup } from "./foundation";
import {
  APPLICATION_PORT,
  COLORS,
  type Color,
  DATABASE_PORT,
  permissions,
  physicalName,
  region,
  trust,
  zones,
} from "./settings";

export const vpc = new aws.ec2.Vpc("vpc", {
  cidrBlock: "10.40.0.0/16",
  enableDnsSupport: true,
  enableDnsHostnames: true,
});

const internetGateway = new aws.ec2.InternetGateway("internet-gateway", { vpcId: vpc.id });

const publicRoutes = new aws.ec2.RouteTable("public-routes", { vpcId: vpc.id });
const publicDefaultRoute = new aws.ec2.Route("public-default-route", {
  routeTableId: publicRoutes.id,
  destinationCidrBlock: "0.0.0.0/0",
  gatewayId: internetGateway.id,
});

/** Databases talk to nobody outside the VPC: their table has no default route. */
const databaseRoutes = new aws.ec2.RouteTable("database-routes", { vpcId: vpc.id });

/** Three tiers of three adjacent /20 blocks; 10.40.144.0 and above is free for more. */
function subnet(tier: "public" | "private" | "database", zoneIndex: number): aws.ec2.Subnet {
  const block = ["public", "private", "database"].indexOf(tier) * zones.length + zoneIndex;
  return new aws.ec2.Subnet(`${tier}-${zones[zoneIndex].letter}`, {
    vpcId: vpc.id,
    cidrBlock: `10.40.${block * 16}.0/20`,
    availabilityZone: zones[zoneIndex].name,
    mapPublicIpOnLaunch: false,
  });
}

export const publicSubnets: aws.ec2.Subnet[] = [];
export const privateSubnets: aws.ec2.Subnet[] = [];
export const databaseSubnets: aws.ec2.Subnet[] = [];
const privateRouteTables: aws.ec2.RouteTable[] = [];

zones.forEach(({ letter }, zoneIndex) => {
  const publicSubnet = subnet("public", zoneIndex);
  new aws.ec2.RouteTableAssociation(`public-${letter}`, { subnetId: publicSubnet.id, routeTableId: publicRoutes.id });

  // A zone keeps its way out when another zone fails, so each has its own NAT gateway.
  const address = new aws.ec2.Eip(`nat-${letter}`, { domain: "vpc" }, { dependsOn: internetGateway });
  const natGateway = new aws.ec2.NatGateway(
    `nat-${letter}`,
    { subnetId: publicSubnet.id, allocationId: address.allocationId },
    { dependsOn: [internetGateway, publicDefaultRoute] },
  );

  const privateSubnet = subnet("private", zoneIndex);
  const privateRoutes = new aws.ec2.RouteTable(`private-routes-${letter}`, { vpcId: vpc.id });
  new aws.ec2.Route(`private-default-route-${letter}`, {
    routeTableId: privateRoutes.id,
    destinationCidrBlock: "0.0.0.0/0",
    natGatewayId: natGateway.id,
  });
  new aws.ec2.RouteTableAssociation(`private-${letter}`, {
    subnetId: privateSubnet.id,
    routeTableId: privateRoutes.id,
  });

  const databaseSubnet = subnet("database", zoneIndex);
  new aws.ec2.RouteTableAssociation(`database-${letter}`, {
    subnetId: databaseSubnet.id,
    routeTableId: databaseRoutes.id,
  });

  publicSubnets.push(publicSubnet);
  privateSubnets.push(privateSubnet);
  privateRouteTables.push(privateRoutes);
  databaseSubnets.push(databaseSubnet);
});

/** The default group admits nobody, so that what is launched without a group is cut off. */
export const defaultSecurityGroup = new aws.ec2.DefaultSecurityGroup("default-group", { vpcId: vpc.id });

function securityGroup(logicalName: string, description: string): aws.ec2.SecurityGroup {
  return new aws.ec2.SecurityGroup(logicalName, { vpcId: vpc.id, description });
}

interface Peer {
  port: number;
  description: string;
}

function admit(logicalName: string, group: aws.ec2.SecurityGroup, from: aws.ec2.SecurityGroup, peer: Peer): void {
  new aws.vpc.SecurityGroupIngressRule(logicalName, {
    securityGroupId: group.id,
    referencedSecurityGroupId: from.id,
    ipProtocol: "tcp",
    fromPort: peer.port,
    toPort: peer.port,
    description: peer.description,
  });
}

function allow(logicalName: string, group: aws.ec2.SecurityGroup, to: aws.ec2.SecurityGroup, peer: Peer): void {
  new aws.vpc.SecurityGroupEgressRule(logicalName, {
    securityGroupId: group.id,
    referencedSecurityGroupId: to.id,
    ipProtocol: "tcp",
    fromPort: peer.port,
    toPort: peer.port,
    description: peer.description,
  });
}

export const loadBalancerGroup = securityGroup("load-balancer-group", "Load balancer of the payment platform");
const endpointGroup = securityGroup("endpoint-group", "Interface endpoints of AWS services");

for (const [name, port] of [
  ["https", 443],
  ["http", 80],
] as const) {
  new aws.vpc.SecurityGroupIngressRule(`load-balancer-${name}`, {
    securityGroupId: loadBalancerGroup.id,
    cidrIpv4: "0.0.0.0/0",
    ipProtocol: "tcp",
    fromPort: port,
    toPort: port,
    description: name === "https" ? "Customers over HTTPS" : "Customers over HTTP, to be redirected to HTTPS",
  });
}

export interface SideGroups {
  service: aws.ec2.SecurityGroup;
  database: aws.ec2.SecurityGroup;
}

/** The groups of one side. A side's service reaches its own database only. */
function sideGroups(color: Color): SideGroups {
  const service = securityGroup(`${color}-service-group`, `Tasks of the ${color} side`);
  const database = securityGroup(`${color}-database-group`, `Database of the ${color} side`);

  const requests = { port: APPLICATION_PORT, description: `Requests to the ${color} side` };
  allow(`load-balancer-to-${color}-service`, loadBalancerGroup, service, requests);
  admit(`${color}-service-from-load-balancer`, service, loadBalancerGroup, requests);

  const queries = { port: DATABASE_PORT, description: `Queries of the ${color} side` };
  allow(`${color}-service-to-database`, service, database, queries);
  admit(`${color}-database-from-service`, database, service, queries);

  admit(`endpoints-from-${color}-service`, endpointGroup, service, {
    port: 443,
    description: `AWS API calls of the ${color} side`,
  });
  new aws.vpc.SecurityGroupEgressRule(`${color}-service-to-https`, {
    securityGroupId: service.id,
    cidrIpv4: "0.0.0.0/0",
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    description: "Card networks, and AWS services through the endpoints",
  });
  return { service, database };
}

export const groups = Object.fromEntries(COLORS.map((color) => [color, sideGroups(color)])) as Record<
  Color,
  SideGroups
>;

// What the platform says to AWS does not cross the internet. Layers of container images come from S3.
export const gatewayEndpoints = ["s3", "dynamodb"].map(
  (service) =>
    new aws.ec2.VpcEndpoint(`${service}-endpoint`, {
      vpcId: vpc.id,
      vpcEndpointType: "Gateway",
      serviceName: `com.amazonaws.${region}.${service}`,
      routeTableIds: privateRouteTables.map((table) => table.id),
    }),
);

export const interfaceEndpoints = ["ecr.api", "ecr.dkr", "logs", "secretsmanager", "kms"].map(
  (service) =>
    new aws.ec2.VpcEndpoint(`${service.replace(".", "-")}-endpoint`, {
      vpcId: vpc.id,
      vpcEndpointType: "Interface",
      serviceName: `com.amazonaws.${region}.${service}`,
      subnetIds: privateSubnets.map((privateSubnet) => privateSubnet.id),
      securityGroupIds: [endpointGroup.id],
      privateDnsEnabled: true,
    }),
);

const flowLogGroup = logGroup("flow-log-group", physicalName("flow-log"));
const flowLogRole = new aws.iam.Role("flow-log-role", { assumeRolePolicy: trust("vpc-flow-logs.amazonaws.com") });
const flowLogPolicy = new aws.iam.RolePolicy("flow-log-policy", {
  role: flowLogRole.id,
  policy: permissions([
    {
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogGroups", "logs:DescribeLogStreams"],
      Resource: pulumi.interpolate`${flowLogGroup.arn}:*`,
    },
  ]),
});

export const flowLog = new aws.ec2.FlowLog(
  "flow-log",
  {
    vpcId: vpc.id,
    trafficType: "ALL",
    logDestinationType: "cloud-watch-logs",
    logDestination: flowLogGroup.arn,
    iamRoleArn: flowLogRole.arn,
  },
  { dependsOn: flowLogPolicy },
);
