import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { APPLICATION_PORT, DATABASE_PORT, ServiceRole } from "./shared";
import type { Foundation } from "./foundation";

const ZONE_LETTERS = ["a", "b", "c"];
const TIERS = ["public", "private", "database"] as const;
type Tier = (typeof TIERS)[number];

export interface NetworkArgs {
  environmentSuffix: string;
  region: string;
  foundation: Foundation;
}

/** A VPC of three tiers in three zones. One NAT gateway is enough for an environment that lives for a day. */
export class Network extends pulumi.ComponentResource {
  readonly vpc: aws.ec2.Vpc;
  readonly subnetIds: Record<Tier, pulumi.Output<string>[]> = { public: [], private: [], database: [] };
  readonly loadBalancerGroup: aws.ec2.SecurityGroup;
  readonly serviceGroup: aws.ec2.SecurityGroup;
  readonly databaseGroup: aws.ec2.SecurityGroup;
  readonly endpoints: aws.ec2.VpcEndpoint[];

  constructor(
    name: string,
    private readonly args: NetworkArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("payments:index:Network", name, {}, opts);
    const parent = { parent: this };
    const { region } = args;

    this.vpc = new aws.ec2.Vpc(
      this.named("vpc"),
      { cidrBlock: "10.80.0.0/16", enableDnsSupport: true, enableDnsHostnames: true },
      parent,
    );
    new aws.ec2.DefaultSecurityGroup(this.named("default-group"), { vpcId: this.vpc.id }, parent);

    const internetGateway = new aws.ec2.InternetGateway(this.named("internet-gateway"), { vpcId: this.vpc.id }, parent);
    const routes = Object.fromEntries(
      TIERS.map((tier) => [tier, new aws.ec2.RouteTable(this.named(`${tier}-routes`), { vpcId: this.vpc.id }, parent)]),
    ) as Record<Tier, aws.ec2.RouteTable>;
    const toInternet = new aws.ec2.Route(
      this.named("public-to-internet"),
      { routeTableId: routes.public.id, destinationCidrBlock: "0.0.0.0/0", gatewayId: internetGateway.id },
      parent,
    );

    TIERS.forEach((tier, tierIndex) => {
      ZONE_LETTERS.forEach((letter, zoneIndex) => {
        const block = tierIndex * ZONE_LETTERS.length + zoneIndex;
        const subnet = new aws.ec2.Subnet(
          this.named(`${tier}-${letter}`),
          {
            vpcId: this.vpc.id,
            availabilityZone: `${region}${letter}`,
            cidrBlock: `10.80.${block * 16}.0/20`,
            mapPublicIpOnLaunch: false,
          },
          parent,
        );
        new aws.ec2.RouteTableAssociation(
          this.named(`${tier}-${letter}`),
          { subnetId: subnet.id, routeTableId: routes[tier].id },
          parent,
        );
        this.subnetIds[tier].push(subnet.id);
      });
    });

    const address = new aws.ec2.Eip(
      this.named("nat-address"),
      { domain: "vpc" },
      { parent: this, dependsOn: internetGateway },
    );
    const nat = new aws.ec2.NatGateway(
      this.named("nat"),
      { subnetId: this.subnetIds.public[0], allocationId: address.allocationId },
      { parent: this, dependsOn: [internetGateway, toInternet] },
    );
    new aws.ec2.Route(
      this.named("private-to-nat"),
      { routeTableId: routes.private.id, destinationCidrBlock: "0.0.0.0/0", natGatewayId: nat.id },
      parent,
    );

    this.loadBalancerGroup = this.group("load-balancer", "Load balancer of the payment platform");
    this.serviceGroup = this.group("service", "Tasks of both sides");
    this.databaseGroup = this.group("database", "Database of payments");
    const endpointGroup = this.group("endpoint", "Endpoints of AWS services");

    for (const [part, port] of Object.entries({ https: 443, http: 80 })) {
      new aws.vpc.SecurityGroupIngressRule(
        this.named(`load-balancer-${part}`),
        {
          securityGroupId: this.loadBalancerGroup.id,
          cidrIpv4: "0.0.0.0/0",
          ipProtocol: "tcp",
          fromPort: port,
          toPort: port,
          description: part === "https" ? "Payments" : "Redirected to HTTPS",
        },
        parent,
      );
    }
    this.connect("requests", this.loadBalancerGroup, this.serviceGroup, APPLICATION_PORT);
    this.connect("queries", this.serviceGroup, this.databaseGroup, DATABASE_PORT);
    this.connect("aws-calls", this.serviceGroup, endpointGroup, 443);
    new aws.vpc.SecurityGroupEgressRule(
      this.named("service-to-https"),
      {
        securityGroupId: this.serviceGroup.id,
        cidrIpv4: "0.0.0.0/0",
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        description: "Card networks, and image layers from S3",
      },
      parent,
    );

    new aws.ec2.VpcEndpoint(
      this.named("s3-endpoint"),
      {
        vpcId: this.vpc.id,
        vpcEndpointType: "Gateway",
        serviceName: `com.amazonaws.${region}.s3`,
        routeTableIds: [routes.private.id],
      },
      parent,
    );
    this.endpoints = ["ecr.api", "ecr.dkr", "kms", "logs", "secretsmanager"].map(
      (service) =>
        new aws.ec2.VpcEndpoint(
          this.named(`${service.replace(".", "-")}-endpoint`),
          {
            vpcId: this.vpc.id,
            vpcEndpointType: "Interface",
            serviceName: `com.amazonaws.${region}.${service}`,
            subnetIds: this.subnetIds.private,
            securityGroupIds: [endpointGroup.id],
            privateDnsEnabled: true,
          },
          parent,
        ),
    );

    const log = args.foundation.logGroup("flow", `/payments/${args.environmentSuffix}/flow`);
    const role = new ServiceRole(
      this.named("flow-log-role"),
      "vpc-flow-logs.amazonaws.com",
      [
        {
          actions: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
          on: [pulumi.interpolate`${log.arn}:*`],
        },
        { actions: ["logs:DescribeLogGroups"], on: "*" },
      ],
      parent,
    );
    new aws.ec2.FlowLog(
      this.named("flow-log"),
      {
        vpcId: this.vpc.id,
        trafficType: "ALL",
        logDestinationType: "cloud-watch-logs",
        logDestination: log.arn,
        iamRoleArn: role.arn,
      },
      { parent: this, dependsOn: role.policy },
    );
    this.registerOutputs({ vpcId: this.vpc.id });
  }

  private named(part: string): string {
    return `payments-${part}-${this.args.environmentSuffix}`;
  }

  private group(part: string, description: string): aws.ec2.SecurityGroup {
    return new aws.ec2.SecurityGroup(
      this.named(`${part}-group`),
      { vpcId: this.vpc.id, description },
      { parent: this },
    );
  }

  private connect(part: string, from: aws.ec2.SecurityGroup, to: aws.ec2.SecurityGroup, port: number): void {
    const ports = { ipProtocol: "tcp", fromPort: port, toPort: port, description: `Connections for ${part}` };
    new aws.vpc.SecurityGroupEgressRule(
      this.named(`${part}-out`),
      { securityGroupId: from.id, referencedSecurityGroupId: to.id, ...ports },
      { parent: this },
    );
    new aws.vpc.SecurityGroupIngressRule(
      this.named(`${part}-in`),
      { securityGroupId: to.id, referencedSecurityGroupId: from.id, ...ports },
      { parent: this },
    );
  }
}
