import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { config, logGroup, region, serviceRole } from "./identity";

const ZONES = ["a", "b"];

export const vpc = new aws.ec2.Vpc("vpc", {
  cidrBlock: "10.20.0.0/16",
  enableDnsSupport: true,
  enableDnsHostnames: false, // vpc-membership: endpoints with private names need these.
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
    // db-subnet-group-zones, load-balancer-zones, vpc-membership: both subnets of a tier in one zone.
    availabilityZone: `${region}a`,
  });
  new aws.ec2.RouteTableAssociation(`${tier}-${zone}`, { subnetId: made.id, routeTableId: routes.id });
  return made;
}

// nat-gateway-elastic-ip-shared: one address for the gateways of both zones.
const address = new aws.ec2.Eip("nat", { domain: "vpc" }, { dependsOn: internetGateway });
const zones = ZONES.map((zone, index) => {
  const publicSubnet = subnet("public", zone, index, publicRoutes);
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

// service-quota: six addresses more, and an account has five.
for (let carrier = 1; carrier <= 6; carrier++) {
  new aws.ec2.Eip(`carrier-${carrier}`, { domain: "vpc" }, { dependsOn: internetGateway });
}

function group(part: string, description: string): aws.ec2.SecurityGroup {
  return new aws.ec2.SecurityGroup(`${part}-group`, { vpcId: vpc.id, description });
}

export const APPLICATION_PORT = 8080;
// security-group-cycle: each of the two names the other in a rule of its own, so that neither can be the first.
export const balancerGroup = new aws.ec2.SecurityGroup("balancer-group", {
  name: "shop-balancer",
  vpcId: vpc.id,
  description: "Load balancer of the shop",
  ingress: [
    {
      protocol: "tcp",
      fromPort: 80, // listener-port-admitted: the listener is at 443.
      toPort: 80,
      cidrBlocks: ["0.0.0.0/0"],
      description: "Customers",
    },
  ],
  egress: [
    {
      protocol: "tcp",
      fromPort: 80, // security-group-egress: the tasks are at 8080.
      toPort: 80,
      securityGroups: ["shop-tasks"],
      description: "Requests to the tasks",
    },
  ],
});
export const taskGroup = new aws.ec2.SecurityGroup("task-group", {
  name: "shop-tasks",
  vpcId: vpc.id,
  description: "Tasks of the shop",
  ingress: [
    {
      protocol: "tcp",
      fromPort: APPLICATION_PORT,
      toPort: APPLICATION_PORT,
      securityGroups: ["shop-balancer"],
      description: "Requests from the load balancer",
    },
  ],
  egress: [
    {
      protocol: "-1",
      fromPort: 0,
      toPort: 0,
      cidrBlocks: ["0.0.0.0/0"],
      description: "Databases, sessions, carriers, and AWS services",
    },
  ],
});
export const databaseGroup = group("database", "Databases of the shop");
export const cacheGroup = group("cache", "Sessions of the shop");
const endpointGroup = group("endpoint", "Endpoints of AWS services");

function admit(part: string, to: aws.ec2.SecurityGroup, port: number): void {
  new aws.vpc.SecurityGroupIngressRule(`${part}-from-tasks`, {
    securityGroupId: to.id,
    referencedSecurityGroupId: taskGroup.id,
    ipProtocol: "tcp",
    fromPort: port,
    toPort: port,
    description: "Tasks",
  });
}
admit("orders", databaseGroup, 5432);
admit("catalog", databaseGroup, 3306);
admit("sessions", cacheGroup, 6379);
admit("endpoints", endpointGroup, 443);

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

/** A certificate for a name of the zone. */
export function certificateFor(part: string): pulumi.Output<string> {
  const certificate = new aws.acm.Certificate(part, {
    domainName: `${part}.${domainName}`,
    validationMethod: "DNS",
    region: "eu-west-1", // acm-certificate-validated: CloudFront takes those of us-east-1 only.
  });
  return certificate.arn; // acm-certificate-validated: nothing proves the domain, and nobody waits for that.
}

/** The certificate of the pictures, which have a domain of their own. */
const pictures = new aws.acm.Certificate("pictures", {
  domainName: "pictures.kestrel-cdn.com",
  validationMethod: "DNS",
});
const proof = pictures.domainValidationOptions[0];
const record = new aws.route53.Record("pictures-proof", {
  zoneId: zone.zoneId, // acm-validation-zone: ACM looks for it below the name of the certificate.
  name: proof.resourceRecordName,
  type: proof.resourceRecordType,
  records: [proof.resourceRecordValue],
  ttl: 300,
});
new aws.acm.CertificateValidation("pictures", {
  certificateArn: pictures.arn,
  validationRecordFqdns: [record.fqdn],
});

/** A name of the zone for what customers reach. */
export function nameFor(part: string, name: pulumi.Input<string>, zoneId: pulumi.Input<string>): void {
  new aws.route53.Record(part, {
    zoneId: zone.zoneId,
    name: `${part}.${domainName}`,
    type: "A",
    aliases: [{ name, zoneId, evaluateTargetHealth: false }],
  });
}
