import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { config, logGroup, region, serviceRole } from "./identity";

const ZONES = ["a", "b"];

export const vpc = new aws.ec2.Vpc("vpc", {
  cidrBlock: "10.20.0.0/16",
  enableDnsSupport: true,
  enableDnsHostnames: true,
});
new aws.ec2.DefaultSecurityGroup("default-group", { vpcId: vpc.id });

export const internetGateway = new aws.ec2.InternetGateway("internet-gateway", { vpcId: vpc.id });
const publicRoutes = new aws.ec2.RouteTable("public-routes", { vpcId: vpc.id });
export const toInternet = new aws.ec2.Route("public-to-internet", {
  routeTableId: publicRoutes.id,
  destinationCidrBlock: "0.0.0.0/0",
  gatewayId: internetGateway.id,
});

function subnet(tier: string, zone: string, block: number, routes: aws.ec2.RouteTable): aws.ec2.Subnet {
  const made = new aws.ec2.Subnet(`${tier}-${zone}`, {
    vpcId: vpc.id,
    cidrBlock: `10.20.${block * 16}.0/20`,
    availabilityZone: `${region}${zone}`,
  });
  new aws.ec2.RouteTableAssociation(`${tier}-${zone}`, { subnetId: made.id, routeTableId: routes.id });
  return made;
}

const zones = ZONES.map((zone, index) => {
  const publicSubnet = subnet("public", zone, index, publicRoutes);
  const address = new aws.ec2.Eip(`nat-${zone}`, { domain: "vpc" }, { dependsOn: internetGateway });
  const nat = new aws.ec2.NatGateway(
    `nat-${zone}`,
    { subnetId: publicSubnet.id, allocationId: address.allocationId },
    { dependsOn: [internetGateway, toInternet] },
  );
  const privateRoutes = new aws.ec2.RouteTable(`private-routes-${zone}`, { vpcId: vpc.id });
  new aws.ec2.Route(`private-to-nat-${zone}`, {
    routeTableId: privateRoutes.id,
    destinationCidrBlock: "0.0.0.0/0",
    natGatewayId: nat.id,
  });
  return { publicSubnet, privateRoutes, privateSubnet: subnet("private", zone, ZONES.length + index, privateRoutes) };
});

export const publicSubnetIds = zones.map(({ publicSubnet }) => publicSubnet.id);
export const privateSubnetIds = zones.map(({ privateSubnet }) => privateSubnet.id);

function group(part: string, description: string): aws.ec2.SecurityGroup {
  return new aws.ec2.SecurityGroup(`${part}-group`, { vpcId: vpc.id, description });
}

export const balancerGroup = group("balancer", "Load balancer of the shop");
export const taskGroup = group("task", "Tasks of the shop");
export const databaseGroup = group("database", "Databases of the shop");
export const cacheGroup = group("cache", "Sessions of the shop");
const endpointGroup = group("endpoint", "Endpoints of AWS services");

new aws.vpc.SecurityGroupIngressRule("balancer-from-customers", {
  securityGroupId: balancerGroup.id,
  cidrIpv4: "0.0.0.0/0",
  ipProtocol: "tcp",
  fromPort: 443,
  toPort: 443,
  description: "Customers over HTTPS",
});
new aws.vpc.SecurityGroupEgressRule("task-to-https", {
  securityGroupId: taskGroup.id,
  cidrIpv4: "0.0.0.0/0",
  ipProtocol: "tcp",
  fromPort: 443,
  toPort: 443,
  description: "Carriers, and AWS services",
});

/** Lets one group reach a port of another: out of its own, and into that one. */
function connect(name: string, from: aws.ec2.SecurityGroup, to: aws.ec2.SecurityGroup, port: number): void {
  const ports = { ipProtocol: "tcp", fromPort: port, toPort: port, description: name.replaceAll("-", " ") };
  new aws.vpc.SecurityGroupEgressRule(`${name}-out`, {
    securityGroupId: from.id,
    referencedSecurityGroupId: to.id,
    ...ports,
  });
  new aws.vpc.SecurityGroupIngressRule(`${name}-in`, {
    securityGroupId: to.id,
    referencedSecurityGroupId: from.id,
    ...ports,
  });
}

export const APPLICATION_PORT = 8080;
connect("balancer-to-task", balancerGroup, taskGroup, APPLICATION_PORT);
connect("task-to-orders", taskGroup, databaseGroup, 5432);
connect("task-to-catalog", taskGroup, databaseGroup, 3306);
connect("task-to-sessions", taskGroup, cacheGroup, 6379);
connect("task-to-endpoints", taskGroup, endpointGroup, 443);

for (const service of ["s3", "dynamodb"]) {
  new aws.ec2.VpcEndpoint(`${service}-endpoint`, {
    vpcId: vpc.id,
    vpcEndpointType: "Gateway",
    serviceName: `com.amazonaws.${region}.${service}`,
    routeTableIds: zones.map(({ privateRoutes }) => privateRoutes.id),
  });
}

function interfaceEndpoint(service: string): aws.ec2.VpcEndpoint {
  return new aws.ec2.VpcEndpoint(`${service.replace(".", "-")}-endpoint`, {
    vpcId: vpc.id,
    vpcEndpointType: "Interface",
    serviceName: `com.amazonaws.${region}.${service}`,
    subnetIds: privateSubnetIds,
    securityGroupIds: [endpointGroup.id],
    privateDnsEnabled: true,
  });
}
for (const service of ["ecr.api", "ecr.dkr", "logs", "secretsmanager"]) {
  interfaceEndpoint(service);
}
export const apiEndpoint = interfaceEndpoint("execute-api");

const flowLog = logGroup("flow", `/shop/${pulumi.getStack()}/flow`);
const flowRole = serviceRole("flow", "vpc-flow-logs.amazonaws.com", [
  {
    actions: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
    on: pulumi.interpolate`${flowLog.arn}:*`,
  },
]);
new aws.ec2.FlowLog(
  "flow",
  { vpcId: vpc.id, trafficType: "ALL", logDestination: flowLog.arn, iamRoleArn: flowRole.role.arn },
  { dependsOn: flowRole.policy },
);

export const domainName = config.require("domainName");
export const zone = new aws.route53.Zone("zone", { name: domainName });

/** An issued certificate for a name of the zone, in the region that CloudFront takes its own from as well. */
export function certificateFor(part: string): pulumi.Output<string> {
  const certificate = new aws.acm.Certificate(part, {
    domainName: `${part}.${domainName}`,
    validationMethod: "DNS",
    region: "us-east-1",
  });
  const proof = certificate.domainValidationOptions[0];
  const record = new aws.route53.Record(`${part}-proof`, {
    zoneId: zone.zoneId,
    name: proof.resourceRecordName,
    type: proof.resourceRecordType,
    records: [proof.resourceRecordValue],
    ttl: 300,
  });
  return new aws.acm.CertificateValidation(part, {
    certificateArn: certificate.arn,
    validationRecordFqdns: [record.fqdn],
    region: "us-east-1",
  }).certificateArn;
}

/** A name of the zone for what customers reach. */
export function nameFor(part: string, name: pulumi.Input<string>, zoneId: pulumi.Input<string>): void {
  new aws.route53.Record(part, {
    zoneId: zone.zoneId,
    name: `${part}.${domainName}`,
    type: "A",
    aliases: [{ name, zoneId, evaluateTargetHealth: false }],
  });
}
