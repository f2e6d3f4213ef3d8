import * as aws from "@pulumi/aws";
import { CACHE_PORT, DATABASE_PORT, ZONES } from "./settings";

// F15: nothing in this program has tags.
export const vpc = new aws.ec2.Vpc("vpc", {
  cidrBlock: "10.60.0.0/16",
  enableDnsSupport: true,
  enableDnsHostnames: true,
});

const internetGateway = new aws.ec2.InternetGateway("internet-gateway", { vpcId: vpc.id });

const publicRoutes = new aws.ec2.RouteTable("public-routes", { vpcId: vpc.id });
new aws.ec2.Route("public-to-internet", {
  routeTableId: publicRoutes.id,
  destinationCidrBlock: "0.0.0.0/0",
  gatewayId: internetGateway.id,
});

export const publicSubnets = ZONES.map((availabilityZone, index) => {
  const subnet = new aws.ec2.Subnet(`public-${index + 1}`, {
    vpcId: vpc.id,
    availabilityZone,
    cidrBlock: `10.60.${index * 32}.0/19`,
  });
  new aws.ec2.RouteTableAssociation(`public-${index + 1}`, { subnetId: subnet.id, routeTableId: publicRoutes.id });
  return subnet;
});

// F18: nothing makes the NAT gateway, or its address, wait for the internet gateway.
const address = new aws.ec2.Eip("nat-address", { domain: "vpc" });
new aws.ec2.NatGateway("nat", { subnetId: publicSubnets[0].id, allocationId: address.allocationId });

export const privateSubnets = ZONES.map((availabilityZone, index) => {
  const subnet = new aws.ec2.Subnet(`private-${index + 1}`, {
    vpcId: vpc.id,
    availabilityZone,
    cidrBlock: `10.60.${(ZONES.length + index) * 32}.0/19`,
  });
  const routes = new aws.ec2.RouteTable(`private-routes-${index + 1}`, { vpcId: vpc.id });
  if (index === 0) {
    // F18: an id copied from the console; nothing makes the route wait for the NAT gateway.
    new aws.ec2.Route("private-to-nat", {
      routeTableId: routes.id,
      destinationCidrBlock: "0.0.0.0/0",
      natGatewayId: "nat-0c7d41e9a2b8f5360",
    });
  }
  // F7: the second private subnet has no way out, neither a NAT gateway nor endpoints.
  new aws.ec2.RouteTableAssociation(`private-${index + 1}`, { subnetId: subnet.id, routeTableId: routes.id });
  return subnet;
});

// F13: no VPC endpoints for S3, DynamoDB and ECR.

export const taskGroup = new aws.ec2.SecurityGroup("task-group", {
  vpcId: vpc.id,
  description: "Tasks that process orders",
  egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"], description: "Stores, AWS, carriers" }],
});

export const databaseGroup = new aws.ec2.SecurityGroup("database-group", {
  vpcId: vpc.id,
  description: "Database of orders",
  ingress: [
    {
      protocol: "tcp",
      fromPort: DATABASE_PORT,
      toPort: DATABASE_PORT,
      cidrBlocks: ["0.0.0.0/0"], // F10: the whole internet may connect to the database.
      description: "PostgreSQL",
    },
  ],
});

export const cacheGroup = new aws.ec2.SecurityGroup("cache-group", {
  vpcId: vpc.id,
  description: "Cache of stock levels",
  ingress: [
    {
      protocol: "tcp",
      fromPort: CACHE_PORT,
      toPort: CACHE_PORT,
      cidrBlocks: [vpc.cidrBlock], // F10: everything in the VPC instead of the tasks.
      description: "Redis",
    },
  ],
});

// F10: no ingress at all, so the tasks that use this cache cannot connect to it.
export const sessionCacheGroup = new aws.ec2.SecurityGroup("session-cache-group", {
  vpcId: vpc.id,
  description: "Cache of sessions",
});
