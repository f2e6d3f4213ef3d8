import { reachabilityOf } from "../../../src/aws/network/reachability";
import { Stack } from "../../../src/graph/stack";
import { UNKNOWN } from "../../../src/graph/value";
import { build, resource, unknown, type BuiltResource, type Input, type Shape } from "../../../src/testing/stack";

const POSTGRES = 5432;
const vpc = resource("aws:ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" });
const gateway = resource("aws:ec2/internetGateway:InternetGateway", "gateway", { vpcId: vpc.id });
const table = resource("aws:ec2/routeTable:RouteTable", "public", {
  vpcId: vpc.id,
  routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: gateway.id }],
});
const publicSubnet = resource("aws:ec2/subnet:Subnet", "public", {
  vpcId: vpc.id,
  cidrBlock: "10.0.0.0/24",
  mapPublicIpOnLaunch: true,
});
const association = resource("aws:ec2/routeTableAssociation:RouteTableAssociation", "public", {
  subnetId: publicSubnet.id,
  routeTableId: table.id,
});
const privateSubnet = resource("aws:ec2/subnet:Subnet", "private", { vpcId: vpc.id, cidrBlock: "10.0.1.0/24" });
const network = [vpc, gateway, table, publicSubnet, association, privateSubnet];

const rule = (fromPort: number, toPort: number, ...cidrBlocks: Input[]): Record<string, Input> => ({
  protocol: "tcp",
  fromPort,
  toPort,
  cidrBlocks,
});
const group = (...ingress: Input[]): BuiltResource =>
  resource("aws:ec2/securityGroup:SecurityGroup", "group", { vpcId: vpc.id, ingress });
const open = group(rule(0, 65535, "0.0.0.0/0"));
const closed = group(rule(POSTGRES, POSTGRES, "10.0.0.0/16"));
const subnetGroup = (...subnets: BuiltResource[]): BuiltResource =>
  resource("aws:rds/subnetGroup:SubnetGroup", "subnets", { subnetIds: subnets.map(({ id }) => id) });

const TARGET = "target";
const database = (inputs: Record<string, Input>, inGroup: BuiltResource = open): BuiltResource =>
  resource("aws:rds/instance:Instance", TARGET, { engine: "postgres", vpcSecurityGroupIds: [inGroup.id], ...inputs });
const instance = (inputs: Record<string, Input>, inGroup: BuiltResource = open): BuiltResource =>
  resource("aws:ec2/instance:Instance", TARGET, { vpcSecurityGroupIds: [inGroup.id], ...inputs });

describe.each(["preview", "up"] as const)("reachable from the internet, %s", (shape: Shape) => {
  function reachability(port: number | undefined, ...resources: BuiltResource[]): ReturnType<typeof reachabilityOf> {
    const stack = Stack.from(build([...network, ...resources], shape));
    const target = stack.resources.find(({ name }) => name === TARGET);
    if (!target) {
      throw new Error("the case has no target");
    }
    return reachabilityOf(stack, target, port);
  }

  const inPublic = subnetGroup(publicSubnet);
  const inPrivate = subnetGroup(privateSubnet);

  it("is a database with an address, a route and an open group", () => {
    const found = reachability(
      POSTGRES,
      open,
      inPublic,
      database({ publiclyAccessible: true, dbSubnetGroupName: inPublic.name }),
    );
    expect(found).toMatchObject({ reachable: true, hasAddress: true, hasRoute: true, isAdmitted: true });
    expect(found.rules.map(({ at }) => at.path)).toEqual(["ingress[0]"]);
  });

  it("is not a database that lacks one of them", () => {
    const isPublic = { publiclyAccessible: true };
    expect(reachability(POSTGRES, open, inPublic, database({ dbSubnetGroupName: inPublic.name }))).toMatchObject({
      reachable: false,
      hasAddress: false,
      hasRoute: true,
      isAdmitted: true,
    });
    expect(
      reachability(POSTGRES, open, inPrivate, database({ ...isPublic, dbSubnetGroupName: inPrivate.name })),
    ).toMatchObject({ reachable: false, hasAddress: true, hasRoute: false });
    expect(
      reachability(POSTGRES, closed, inPublic, database({ ...isPublic, dbSubnetGroupName: inPublic.name }, closed)),
    ).toMatchObject({ reachable: false, isAdmitted: false, rules: [] });
  });

  it("is not known of a database in subnets of another stack", () => {
    const found = reachability(
      POSTGRES,
      open,
      database({ publiclyAccessible: true, dbSubnetGroupName: "network-1a2b3c4" }),
    );
    expect(found).toMatchObject({ reachable: UNKNOWN, hasAddress: true, hasRoute: UNKNOWN });
  });

  it("is a public database without a subnet group, which AWS puts into the default VPC", () => {
    expect(reachability(POSTGRES, open, database({ publiclyAccessible: true })).reachable).toBe(true);
  });

  it("is not a cache, a DocumentDB cluster, a function or an endpoint", () => {
    const groups = { securityGroupIds: [open.id] };
    for (const target of [
      resource("aws:elasticache/cluster:Cluster", TARGET, groups),
      resource("aws:memorydb/cluster:Cluster", TARGET, groups),
      resource("aws:dax/cluster:Cluster", TARGET, groups),
      resource("aws:docdb/cluster:Cluster", TARGET, { vpcSecurityGroupIds: [open.id] }),
      resource("aws:ec2/vpcEndpoint:VpcEndpoint", TARGET, { ...groups, subnetIds: [publicSubnet.id] }),
      resource("aws:lambda/function:Function", TARGET, { vpcConfig: { ...groups, subnetIds: [publicSubnet.id] } }),
    ]) {
      expect(reachability(undefined, open, target)).toMatchObject({ reachable: false, hasAddress: false });
    }
  });

  it("is an instance in a subnet that assigns public addresses", () => {
    expect(reachability(22, open, instance({ subnetId: publicSubnet.id })).reachable).toBe(true);
    expect(reachability(22, open, instance({ subnetId: privateSubnet.id })).reachable).toBe(false);
    expect(
      reachability(22, open, instance({ subnetId: publicSubnet.id, associatePublicIpAddress: false })).reachable,
    ).toBe(false);
    expect(reachability(22, open, instance({ subnetId: "subnet-0123" })).reachable).toBe(UNKNOWN);
    expect(reachability(22, open, instance({})).reachable).toBe(true);
    if (shape === "preview") {
      expect(
        reachability(22, open, instance({ subnetId: publicSubnet.id, associatePublicIpAddress: unknown })),
      ).toMatchObject({
        reachable: UNKNOWN,
      });
    }
  });

  it("is an instance with an Elastic IP address", () => {
    const quiet = { subnetId: publicSubnet.id, associatePublicIpAddress: false };
    const server = instance(quiet);
    expect(
      reachability(22, open, server, resource("aws:ec2/eip:Eip", "address", { instance: server.id })).reachable,
    ).toBe(true);
    const address = resource("aws:ec2/eip:Eip", "address", {});
    const given = resource("aws:ec2/eipAssociation:EipAssociation", "given", {
      instanceId: server.id,
      allocationId: address.id,
    });
    expect(reachability(22, open, server, address, given).reachable).toBe(true);
  });

  it("is an instance of a launch template in the subnets of its group", () => {
    const template = resource("aws:ec2/launchTemplate:LaunchTemplate", TARGET, { vpcSecurityGroupIds: [open.id] });
    const autoscaling = (subnet: BuiltResource): BuiltResource =>
      resource("aws:autoscaling/group:Group", "instances", {
        launchTemplate: { id: template.id },
        vpcZoneIdentifiers: [subnet.id],
      });
    expect(reachability(22, open, template, autoscaling(publicSubnet)).reachable).toBe(true);
    expect(reachability(22, open, template, autoscaling(privateSubnet)).reachable).toBe(false);
    expect(reachability(22, open, template).reachable).toBe(UNKNOWN);
  });

  it("is a service that assigns public addresses, and names the load balancer in front of it", () => {
    const balancer = resource("aws:lb/loadBalancer:LoadBalancer", "web", {
      securityGroups: [open.id],
      subnets: [publicSubnet.id],
    });
    const targets = resource("aws:lb/targetGroup:TargetGroup", "web", {});
    const listener = resource("aws:lb/listener:Listener", "web", {
      loadBalancerArn: balancer.arn,
      defaultActions: [{ type: "forward", targetGroupArn: targets.arn }],
    });
    const service = (assignPublicIp: boolean): BuiltResource =>
      resource("aws:ecs/service:Service", TARGET, {
        networkConfiguration: { assignPublicIp, subnets: [publicSubnet.id], securityGroups: [open.id] },
        loadBalancers: [{ targetGroupArn: targets.arn, containerName: "web", containerPort: 80 }],
      });
    const found = reachability(80, open, balancer, targets, listener, service(false));
    expect(found.reachable).toBe(false);
    expect(found.loadBalancers.map(({ name }) => name)).toEqual(["web"]);
    expect(reachability(80, open, service(true))).toMatchObject({ reachable: true, loadBalancers: [] });
  });

  it("is a load balancer that is not internal", () => {
    const balancer = (more: Record<string, Input>): BuiltResource =>
      resource("aws:lb/loadBalancer:LoadBalancer", TARGET, {
        subnets: [publicSubnet.id],
        securityGroups: [open.id],
        ...more,
      });
    expect(reachability(80, open, balancer({})).reachable).toBe(true);
    expect(reachability(80, open, balancer({ internal: true })).reachable).toBe(false);
    expect(reachability(80, balancer({ loadBalancerType: "network", securityGroups: undefined })).reachable).toBe(true);
    expect(reachability(80, balancer({ securityGroups: undefined })).reachable).toBe(UNKNOWN);
  });

  it("counts several blocks, rules and prefix lists as the internet together", () => {
    const list = resource("aws:ec2/managedPrefixList:ManagedPrefixList", "all", {
      entries: [{ cidr: "0.0.0.0/1" }, { cidr: "128.0.0.0/2" }],
    });
    const entry = resource("aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry", "rest", {
      prefixListId: list.id,
      cidr: "192.0.0.0/2",
    });
    const listed = group({ protocol: "tcp", fromPort: 22, toPort: 22, prefixListIds: [list.id] });
    const server = instance({ subnetId: publicSubnet.id }, listed);
    expect(reachability(22, list, entry, listed, server).reachable).toBe(true);
    expect(reachability(22, list, listed, server).reachable).toBe(false);
    const halves = group(rule(0, 1000, "0.0.0.0/1"), rule(20, 30, "128.0.0.0/1"));
    const other = instance({ subnetId: publicSubnet.id }, halves);
    expect(reachability(22, halves, other).reachable).toBe(true);
    expect(reachability(80, halves, other).reachable).toBe(false);
    const sixth = group({ protocol: "tcp", fromPort: 22, toPort: 22, ipv6CidrBlocks: ["::/1", "8000::/1"] });
    expect(reachability(22, sixth, instance({ subnetId: publicSubnet.id }, sixth)).isAdmitted).toBe(true);
  });
});
