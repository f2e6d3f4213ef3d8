import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { logGroup } from "./foundation";
import { CACHE_PORT, DATABASE_PORT, named, region, serviceRole, ZONE_LETTERS } from "./settings";

export const vpc = new aws.ec2.Vpc(named("vpc"), {
  cidrBlock: "10.60.0.0/16",
  enableDnsSupport: true,
  enableDnsHostnames: true,
});

/** Without rules, so that nothing works by accident in the group that AWS falls back to. */
new aws.ec2.DefaultSecurityGroup(named("default-group"), { vpcId: vpc.id });

const internetGateway = new aws.ec2.InternetGateway(named("internet-gateway"), { vpcId: vpc.id });
const publicRoutes = new aws.ec2.RouteTable(named("public-routes"), { vpcId: vpc.id });
const toInternet = new aws.ec2.Route(named("public-to-internet"), {
  routeTableId: publicRoutes.id,
  destinationCidrBlock: "0.0.0.0/0",
  gatewayId: internetGateway.id,
});
/** The data tier has no way out of the VPC. */
const dataRoutes = new aws.ec2.RouteTable(named("data-routes"), { vpcId: vpc.id });

interface Zone {
  privateSubnet: aws.ec2.Subnet;
  privateRoutes: aws.ec2.RouteTable;
  dataSubnet: aws.ec2.Subnet;
}

const zones = ZONE_LETTERS.map((letter, index): Zone => {
  function subnet(tier: string, tierIndex: number, routes: aws.ec2.RouteTable): aws.ec2.Subnet {
    const block = tierIndex * ZONE_LETTERS.length + index;
    const made = new aws.ec2.Subnet(named(`${tier}-${letter}`), {
      vpcId: vpc.id,
      availabilityZone: `${region}${letter}`,
      cidrBlock: `10.60.${block * 32}.0/19`,
      mapPublicIpOnLaunch: false,
    });
    new aws.ec2.RouteTableAssociation(named(`${tier}-${letter}-routes`), {
      subnetId: made.id,
      routeTableId: routes.id,
    });
    return made;
  }

  const publicSubnet = subnet("public", 0, publicRoutes);
  const address = new aws.ec2.Eip(named(`nat-${letter}-address`), { domain: "vpc" }, { dependsOn: internetGateway });
  const nat = new aws.ec2.NatGateway(
    named(`nat-${letter}`),
    { subnetId: publicSubnet.id, allocationId: address.allocationId },
    { dependsOn: [internetGateway, toInternet] },
  );

  const privateRoutes = new aws.ec2.RouteTable(named(`private-${letter}-route-table`), { vpcId: vpc.id });
  new aws.ec2.Route(named(`private-${letter}-to-nat`), {
    routeTableId: privateRoutes.id,
    destinationCidrBlock: "0.0.0.0/0",
    natGatewayId: nat.id,
  });
  return {
    privateSubnet: subnet("private", 1, privateRoutes),
    privateRoutes,
    dataSubnet: subnet("data", 2, dataRoutes),
  };
});

export const privateSubnetIds = zones.map(({ privateSubnet }) => privateSubnet.id);
export const dataSubnetIds = zones.map(({ dataSubnet }) => dataSubnet.id);

function group(part: string, description: string): aws.ec2.SecurityGroup {
  return new aws.ec2.SecurityGroup(named(`${part}-group`), { vpcId: vpc.id, description });
}

export const processorGroup = group("processor", "Tasks that process orders");
export const databaseGroup = group("database", "Database of orders");
export const cacheGroup = group("cache", "Cache of stock levels");
const endpointGroup = group("endpoint", "Endpoints of AWS services");

/** Lets the processor reach a port of another group: out of its own, and into that one. */
function connect(part: string, to: aws.ec2.SecurityGroup, port: number, description: string): void {
  const ports = { ipProtocol: "tcp", fromPort: port, toPort: port, description };
  new aws.vpc.SecurityGroupEgressRule(named(`processor-to-${part}`), {
    securityGroupId: processorGroup.id,
    referencedSecurityGroupId: to.id,
    ...ports,
  });
  new aws.vpc.SecurityGroupIngressRule(named(`${part}-from-processor`), {
    securityGroupId: to.id,
    referencedSecurityGroupId: processorGroup.id,
    ...ports,
  });
}

connect("database", databaseGroup, DATABASE_PORT, "Orders to and from PostgreSQL");
connect("cache", cacheGroup, CACHE_PORT, "Stock levels to and from the cache");
connect("endpoint", endpointGroup, 443, "Calls of AWS services that have an interface endpoint");
// S3 and DynamoDB keep their public addresses behind gateway endpoints.
new aws.vpc.SecurityGroupEgressRule(named("processor-to-https"), {
  securityGroupId: processorGroup.id,
  cidrIpv4: "0.0.0.0/0",
  ipProtocol: "tcp",
  fromPort: 443,
  toPort: 443,
  description: "Carriers and the AWS services without an interface endpoint",
});

for (const service of ["s3", "dynamodb"]) {
  new aws.ec2.VpcEndpoint(named(`${service}-endpoint`), {
    vpcId: vpc.id,
    vpcEndpointType: "Gateway",
    serviceName: `com.amazonaws.${region}.${service}`,
    routeTableIds: zones.map(({ privateRoutes }) => privateRoutes.id),
  });
}

/** Tasks start, and read their stream, also while no NAT gateway does. */
export const interfaceEndpoints = ["ecr.api", "ecr.dkr", "kinesis-streams", "kms", "logs", "secretsmanager"].map(
  (service) =>
    new aws.ec2.VpcEndpoint(named(`${service.replace(".", "-")}-endpoint`), {
      vpcId: vpc.id,
      vpcEndpointType: "Interface",
      serviceName: `com.amazonaws.${region}.${service}`,
      subnetIds: privateSubnetIds,
      securityGroupIds: [endpointGroup.id],
      privateDnsEnabled: true,
    }),
);

const flowLogGroup = logGroup("flow", `/fastcart/${named("flow")}`);
const flowLogRole = serviceRole("flow-log", "vpc-flow-logs.amazonaws.com", [
  {
    actions: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
    on: [pulumi.interpolate`${flowLogGroup.arn}:*`],
  },
  { actions: ["logs:DescribeLogGroups"], on: "*" },
]);
new aws.ec2.FlowLog(
  named("flow-log"),
  {
    vpcId: vpc.id,
    trafficType: "ALL",
    logDestinationType: "cloud-watch-logs",
    logDestination: flowLogGroup.arn,
    iamRoleArn: flowLogRole.arn,
  },
  { dependsOn: flowLogRole.policy },
);
