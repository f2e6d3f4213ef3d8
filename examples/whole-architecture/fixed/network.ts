import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { logGroup, named, region, serviceRole } from "./settings";

export const APPLICATION_PORT = 4000;

export const vpc = new aws.ec2.Vpc(named("vpc"), {
  cidrBlock: "10.40.0.0/16",
  enableDnsSupport: true,
  enableDnsHostnames: true,
});
new aws.ec2.DefaultSecurityGroup(named("default"), { vpcId: vpc.id });

const internetGateway = new aws.ec2.InternetGateway(named("internet"), { vpcId: vpc.id });
const publicRoutes = new aws.ec2.RouteTable(named("public"), { vpcId: vpc.id });
export const toInternet = new aws.ec2.Route(named("public-to-internet"), {
  routeTableId: publicRoutes.id,
  destinationCidrBlock: "0.0.0.0/0",
  gatewayId: internetGateway.id,
});

function subnet(part: string, zone: string, block: number, routes: aws.ec2.RouteTable): aws.ec2.Subnet {
  const name = named(`${part}-${zone}`);
  const created = new aws.ec2.Subnet(name, {
    vpcId: vpc.id,
    cidrBlock: `10.40.${block * 16}.0/20`,
    availabilityZone: `${region}${zone}`,
  });
  new aws.ec2.RouteTableAssociation(name, { subnetId: created.id, routeTableId: routes.id });
  return created;
}

const zones = ["a", "b"].map((zone, index) => {
  const publicSubnet = subnet("public", zone, index, publicRoutes);
  const address = new aws.ec2.Eip(named(`nat-${zone}`), { domain: "vpc" }, { dependsOn: internetGateway });
  const nat = new aws.ec2.NatGateway(
    named(`nat-${zone}`),
    { subnetId: publicSubnet.id, allocationId: address.allocationId },
    { dependsOn: [internetGateway, toInternet] },
  );
  const routes = new aws.ec2.RouteTable(named(`private-${zone}`), { vpcId: vpc.id });
  new aws.ec2.Route(named(`private-to-nat-${zone}`), {
    routeTableId: routes.id,
    destinationCidrBlock: "0.0.0.0/0",
    natGatewayId: nat.id,
  });
  return { publicSubnet, privateSubnet: subnet("private", zone, index + 2, routes), routes };
});

export const publicSubnetIds = zones.map(({ publicSubnet }) => publicSubnet.id);
export const privateSubnetIds = zones.map(({ privateSubnet }) => privateSubnet.id);

for (const service of ["s3", "dynamodb"]) {
  new aws.ec2.VpcEndpoint(named(service), {
    vpcId: vpc.id,
    vpcEndpointType: "Gateway",
    serviceName: `com.amazonaws.${region}.${service}`,
    routeTableIds: zones.map(({ routes }) => routes.id),
  });
}

function group(part: string, description: string): aws.ec2.SecurityGroup {
  return new aws.ec2.SecurityGroup(named(part), { vpcId: vpc.id, description });
}

export const balancerGroup = group("balancer", "Load balancer of the counter");
export const taskGroup = group("tasks", "Tasks of the counter");
export const databaseGroup = group("tariffs", "Database of tariffs");
export const cacheGroup = group("sessions", "Sessions of the counter");

new aws.vpc.SecurityGroupIngressRule(named("balancer-from-customers"), {
  securityGroupId: balancerGroup.id,
  cidrIpv4: "0.0.0.0/0",
  ipProtocol: "tcp",
  fromPort: 443,
  toPort: 443,
  description: "Customers and partners over HTTPS",
});
new aws.vpc.SecurityGroupEgressRule(named("tasks-to-https"), {
  securityGroupId: taskGroup.id,
  cidrIpv4: "0.0.0.0/0",
  ipProtocol: "tcp",
  fromPort: 443,
  toPort: 443,
  description: "AWS services, through the NAT gateways",
});

/** Lets one group reach a port of another: out of its own, and into that one. */
function connect(part: string, from: aws.ec2.SecurityGroup, to: aws.ec2.SecurityGroup, port: number): void {
  const ports = { ipProtocol: "tcp", fromPort: port, toPort: port, description: part.replaceAll("-", " ") };
  new aws.vpc.SecurityGroupEgressRule(named(`${part}-out`), {
    securityGroupId: from.id,
    referencedSecurityGroupId: to.id,
    ...ports,
  });
  new aws.vpc.SecurityGroupIngressRule(named(`${part}-in`), {
    securityGroupId: to.id,
    referencedSecurityGroupId: from.id,
    ...ports,
  });
}

const endpointGroup = group("endpoints", "Endpoints of AWS services");
for (const service of ["ecr.api", "ecr.dkr", "logs", "secretsmanager"]) {
  new aws.ec2.VpcEndpoint(named(service.replace(".", "-")), {
    vpcId: vpc.id,
    vpcEndpointType: "Interface",
    serviceName: `com.amazonaws.${region}.${service}`,
    subnetIds: privateSubnetIds,
    securityGroupIds: [endpointGroup.id],
    privateDnsEnabled: true,
  });
}

connect("balancer-to-tasks", balancerGroup, taskGroup, APPLICATION_PORT);
connect("tasks-to-tariffs", taskGroup, databaseGroup, 5432);
connect("tasks-to-sessions", taskGroup, cacheGroup, 6379);
connect("tasks-to-endpoints", taskGroup, endpointGroup, 443);

const flowLog = logGroup("flow", "vpc");
const flowRole = serviceRole("flow", "vpc-flow-logs.amazonaws.com", [
  {
    actions: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
    on: pulumi.interpolate`${flowLog.arn}:*`,
  },
]);
new aws.ec2.FlowLog(
  named("flow"),
  { vpcId: vpc.id, trafficType: "ALL", logDestination: flowLog.arn, iamRoleArn: flowRole.arn },
  { dependsOn: flowRole.policy },
);
