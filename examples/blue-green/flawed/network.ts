import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { APPLICATION_PORT, DATABASE_PORT, permissions, trust, ZONES } from "./settings";

// B1, B34: nothing in this program has tags, neither its own nor the provider's defaults.
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

export const publicSubnets = ZONES.map((availabilityZone, index) => {
  const subnet = new aws.ec2.Subnet(`public-${index + 1}`, {
    vpcId: vpc.id,
    cidrBlock: `10.40.${index * 16}.0/20`,
    availabilityZone,
  });
  new aws.ec2.RouteTableAssociation(`public-${index + 1}`, { subnetId: subnet.id, routeTableId: publicRoutes.id });
  return subnet;
});

// B9, B10: no Elastic IP, and so no allocationId; AWS refuses a public NAT gateway without one.
// B11: one NAT gateway for all zones. Where it is looked up by a zone's index, the second zone is out of range.
const natGateway = new aws.ec2.NatGateway(
  "nat",
  { subnetId: publicSubnets[0].id },
  { dependsOn: [internetGateway, publicDefaultRoute] },
);

export const privateSubnets = ZONES.map((availabilityZone, index) => {
  const subnet = new aws.ec2.Subnet(`private-${index + 1}`, {
    vpcId: vpc.id,
    cidrBlock: `10.40.${(ZONES.length + index) * 16}.0/20`,
    availabilityZone,
  });
  const routes = new aws.ec2.RouteTable(`private-routes-${index + 1}`, { vpcId: vpc.id });
  new aws.ec2.Route(`private-default-route-${index + 1}`, {
    routeTableId: routes.id,
    destinationCidrBlock: "0.0.0.0/0",
    natGatewayId: natGateway.id,
  });
  new aws.ec2.RouteTableAssociation(`private-${index + 1}`, { subnetId: subnet.id, routeTableId: routes.id });
  return subnet;
});

// B3: no endpoints for S3 and DynamoDB, so sessions and image layers travel through the NAT gateway.

export const loadBalancerGroup = new aws.ec2.SecurityGroup("load-balancer-group", {
  vpcId: vpc.id,
  description: "Load balancer of the payment platform",
  ingress: [
    { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"], description: "Customers over HTTPS" },
    { protocol: "tcp", fromPort: 80, toPort: 80, cidrBlocks: ["0.0.0.0/0"], description: "Customers to be redirected" },
  ],
  egress: [
    {
      protocol: "tcp",
      fromPort: APPLICATION_PORT,
      toPort: APPLICATION_PORT,
      cidrBlocks: [vpc.cidrBlock],
      description: "Requests to the services",
    },
  ],
});

export const serviceGroup = new aws.ec2.SecurityGroup("service-group", {
  vpcId: vpc.id,
  description: "Tasks of both sides",
  ingress: [
    {
      protocol: "tcp",
      fromPort: APPLICATION_PORT,
      toPort: APPLICATION_PORT,
      securityGroups: [loadBalancerGroup.id],
      description: "Requests from the load balancer",
    },
  ],
  egress: [
    { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"], description: "Databases, AWS, card networks" },
  ],
});

export const databaseGroup = new aws.ec2.SecurityGroup("database-group", {
  vpcId: vpc.id,
  description: "Databases of both sides",
  ingress: [
    {
      protocol: "tcp",
      fromPort: DATABASE_PORT,
      toPort: DATABASE_PORT,
      cidrBlocks: ["0.0.0.0/0"], // B14: the whole internet may connect to the databases.
      description: "MySQL clients",
    },
  ],
});

const flowLogGroup = new aws.cloudwatch.LogGroup("flow-log-group", { retentionInDays: 365 });
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
