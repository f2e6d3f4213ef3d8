import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const REGION = aws.config.requireRegion();
const ZONES = 2; // P1: the requirements say exactly three.

export const APPLICATION_PORT = 8080;
export const DATABASE_PORT = 3306;

export class Network extends pulumi.ComponentResource {
  readonly vpc: aws.ec2.Vpc;
  readonly publicSubnets: aws.ec2.Subnet[] = [];
  readonly privateSubnets: aws.ec2.Subnet[] = [];
  readonly loadBalancerGroup: aws.ec2.SecurityGroup;
  readonly serviceGroup: aws.ec2.SecurityGroup;
  readonly databaseGroup: aws.ec2.SecurityGroup;

  // P18: nothing in here has tags.
  constructor(name: string, _args: object, opts?: pulumi.ComponentResourceOptions) {
    super("payments:index:Network", name, {}, opts);
    const parent = { parent: this };

    this.vpc = new aws.ec2.Vpc(
      "payments-vpc",
      { cidrBlock: "10.80.0.0/16", enableDnsSupport: true, enableDnsHostnames: true },
      parent,
    );
    const internetGateway = new aws.ec2.InternetGateway("payments-internet-gateway", { vpcId: this.vpc.id }, parent);
    const publicRoutes = new aws.ec2.RouteTable("payments-public-routes", { vpcId: this.vpc.id }, parent);
    const toInternet = new aws.ec2.Route(
      "payments-public-to-internet",
      { routeTableId: publicRoutes.id, destinationCidrBlock: "0.0.0.0/0", gatewayId: internetGateway.id },
      parent,
    );

    for (let zone = 0; zone < ZONES; zone++) {
      const letter = "abc"[zone];
      const availabilityZone = `${REGION}${letter}`;
      const publicSubnet = new aws.ec2.Subnet(
        `payments-public-${letter}`,
        { vpcId: this.vpc.id, availabilityZone, cidrBlock: `10.80.${zone * 16}.0/20` },
        parent,
      );
      new aws.ec2.RouteTableAssociation(
        `payments-public-${letter}`,
        { subnetId: publicSubnet.id, routeTableId: publicRoutes.id },
        parent,
      );
      const address = new aws.ec2.Eip(
        `payments-nat-address-${letter}`,
        { domain: "vpc" },
        { parent: this, dependsOn: internetGateway },
      );
      // P16: a NAT gateway in every zone; an environment for tests pays for one too many.
      const nat = new aws.ec2.NatGateway(
        `payments-nat-${letter}`,
        { subnetId: publicSubnet.id, allocationId: address.allocationId },
        { parent: this, dependsOn: [internetGateway, toInternet] },
      );

      const privateSubnet = new aws.ec2.Subnet(
        `payments-private-${letter}`,
        { vpcId: this.vpc.id, availabilityZone, cidrBlock: `10.80.${(ZONES + zone) * 16}.0/20` },
        parent,
      );
      const privateRoutes = new aws.ec2.RouteTable(`payments-private-routes-${letter}`, { vpcId: this.vpc.id }, parent);
      new aws.ec2.Route(
        `payments-private-to-nat-${letter}`,
        { routeTableId: privateRoutes.id, destinationCidrBlock: "0.0.0.0/0", natGatewayId: nat.id },
        parent,
      );
      new aws.ec2.RouteTableAssociation(
        `payments-private-${letter}`,
        { subnetId: privateSubnet.id, routeTableId: privateRoutes.id },
        parent,
      );
      this.publicSubnets.push(publicSubnet);
      this.privateSubnets.push(privateSubnet);
    }

    const open = (port: number, description: string) => ({
      protocol: "tcp",
      fromPort: port,
      toPort: port,
      cidrBlocks: ["0.0.0.0/0"],
      description,
    });
    this.loadBalancerGroup = new aws.ec2.SecurityGroup(
      "payments-load-balancer-group",
      {
        vpcId: this.vpc.id,
        description: "Load balancer of the payment platform",
        ingress: [open(80, "Payments"), open(8443, "Partners")],
        egress: [
          {
            protocol: "tcp",
            fromPort: APPLICATION_PORT,
            toPort: APPLICATION_PORT,
            cidrBlocks: [this.vpc.cidrBlock],
            description: "Requests to the tasks",
          },
        ],
      },
      parent,
    );
    this.serviceGroup = new aws.ec2.SecurityGroup(
      "payments-service-group",
      {
        vpcId: this.vpc.id,
        description: "Tasks of the payment platform",
        ingress: [
          {
            protocol: "tcp",
            fromPort: APPLICATION_PORT,
            toPort: APPLICATION_PORT,
            securityGroups: [this.loadBalancerGroup.id],
            description: "Requests from the load balancer",
          },
        ],
        egress: [
          {
            protocol: "-1",
            fromPort: 0,
            toPort: 0,
            cidrBlocks: ["0.0.0.0/0"],
            description: "Database, AWS, card networks",
          },
        ],
      },
      parent,
    );
    this.databaseGroup = new aws.ec2.SecurityGroup(
      "payments-database-group",
      {
        vpcId: this.vpc.id,
        description: "Database of payments",
        ingress: [
          {
            protocol: "tcp",
            fromPort: DATABASE_PORT,
            toPort: DATABASE_PORT,
            securityGroups: [this.serviceGroup.id],
            description: "Queries of the tasks",
          },
        ],
      },
      parent,
    );
    this.registerOutputs({ vpcId: this.vpc.id });
  }
}
