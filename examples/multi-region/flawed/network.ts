import * as aws from "@pulumi/aws";
import { DATABASE_PORT, named, primary, standby, type Region } from "./settings";

export interface Network {
  vpc: aws.ec2.Vpc;
  routeTable: aws.ec2.RouteTable;
  subnets: aws.ec2.Subnet[];
  functions: aws.ec2.SecurityGroup;
  databases: aws.ec2.SecurityGroup;
  /** What functions need before they run. */
  ready: aws.ec2.VpcEndpoint[];
}

function networkIn(region: Region): Network {
  const { cidr, provider, zones } = region;
  const options = { provider };
  const vpc = new aws.ec2.Vpc(
    named("vpc", region),
    { cidrBlock: cidr, enableDnsSupport: true, enableDnsHostnames: true },
    options,
  );
  const routeTable = new aws.ec2.RouteTable(named("private", region), { vpcId: vpc.id }, options);
  const subnets = zones.map((zone, index) => {
    const name = named(`private-${zone.slice(-1)}`, region);
    const cidrBlock = cidr.replace("0.0/16", `${String(index)}.0/24`);
    const subnet = new aws.ec2.Subnet(name, { vpcId: vpc.id, availabilityZone: zone, cidrBlock }, options);
    new aws.ec2.RouteTableAssociation(name, { subnetId: subnet.id, routeTableId: routeTable.id }, options);
    return subnet;
  });

  const group = (part: string, description: string): aws.ec2.SecurityGroup =>
    new aws.ec2.SecurityGroup(named(part, region), { vpcId: vpc.id, description }, options);
  const functions = group("functions", "Functions of the orders API");
  const databases = group("databases", "Aurora, for the functions");
  const endpoints = group("endpoints", "Endpoints of AWS services, for the functions");
  const connect = (to: aws.ec2.SecurityGroup, part: string, port: number, description: string): void => {
    const rule = { ipProtocol: "tcp", fromPort: port, toPort: port, description };
    new aws.vpc.SecurityGroupEgressRule(
      named(`to-${part}`, region),
      { ...rule, securityGroupId: functions.id, referencedSecurityGroupId: to.id },
      options,
    );
    new aws.vpc.SecurityGroupIngressRule(
      named(`${part}-from-functions`, region),
      { ...rule, securityGroupId: to.id, referencedSecurityGroupId: functions.id },
      options,
    );
  };
  connect(databases, "databases", DATABASE_PORT, "Queries of the functions");
  connect(endpoints, "endpoints", 443, "Calls of the functions to AWS");
  const gateways = ["dynamodb", "s3"].map((service) => {
    const gateway = new aws.ec2.VpcEndpoint(
      named(service, region),
      { vpcId: vpc.id, serviceName: `com.amazonaws.${region.name}.${service}`, routeTableIds: [routeTable.id] },
      options,
    );
    new aws.vpc.SecurityGroupEgressRule(
      named(`to-${service}`, region),
      {
        securityGroupId: functions.id,
        prefixListId: gateway.prefixListId,
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        description: `Calls to ${service}, through its gateway endpoint`,
      },
      options,
    );
    return gateway;
  });
  const secrets = new aws.ec2.VpcEndpoint(
    named("secretsmanager", region),
    {
      vpcId: vpc.id,
      vpcEndpointType: "Interface",
      serviceName: `com.amazonaws.${region.name}.secretsmanager`,
      subnetIds: subnets.map(({ id }) => id),
      securityGroupIds: [endpoints.id],
      privateDnsEnabled: true,
    },
    options,
  );
  return { vpc, routeTable, subnets, functions, databases, ready: [...gateways, secrets] };
}

export const networks = { primary: networkIn(primary), standby: networkIn(standby) };
