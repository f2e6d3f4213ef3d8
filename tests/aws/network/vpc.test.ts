import {
  isPrivateNat,
  isRegionalNat,
  natGatewaysOf,
  subnetOfNat,
  vpcOfNat,
} from "../../../src/aws/network/nat-gateways";
import { Stack } from "../../../src/graph/stack";
import { UNKNOWN } from "../../../src/graph/value";
import {
  isAssociated,
  isSameZone,
  isZoneId,
  managedVpcs,
  routeTablesOf,
  subnetsOf,
  sharingZone,
  tierOf,
  vpcOf,
  zoneOf,
  zonesOf,
} from "../../../src/aws/network/vpc";
import {
  associate,
  internet,
  NAT,
  nat,
  privateSubnet,
  publicSubnet,
  route,
  subnet,
  SUBNET,
  table,
  vpc,
  VPC,
} from "../../kit/network";
import { build, resource, unknown, type BuiltResource, type Shape } from "../../../src/testing/stack";
import type { Resource } from "../../../src/graph/resource";

const DEFAULT_SUBNET = "aws:ec2/defaultSubnet:DefaultSubnet";
const ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";

const names = (resources: readonly Resource[]): string[] => resources.map(({ name }) => name);

describe.each(["preview", "up"] as const)("a VPC, %s", (shape: Shape) => {
  const stackOf = (...resources: BuiltResource[]): Stack => Stack.from(build([vpc, internet, ...resources], shape));
  const find = (stack: Stack, name: string): Resource => {
    const found = stack.resources.find((one) => one.name === name);
    if (!found) {
      throw new Error(`there is no ${name}`);
    }
    return found;
  };
  const tier = (...resources: BuiltResource[]): unknown => {
    const stack = stackOf(...resources);
    return tierOf(stack, find(stack, "target"));
  };

  it("knows which subnets are associated with a route table", () => {
    const [target, other, routes] = [subnet("target", "us-east-1a"), subnet("other", "us-east-1b"), table("routes")];
    const stack = stackOf(target, other, routes, associate(target, routes));
    expect(["target", "other"].map((name) => isAssociated(stack, find(stack, name)))).toEqual([true, false]);
    const some = resource(ASSOCIATION, "some", { subnetId: unknown, routeTableId: routes.id });
    const unsure = stackOf(target, routes, some);
    expect(isAssociated(unsure, find(unsure, "target"))).toBe(shape === "preview" ? UNKNOWN : false);
  });

  it("has subnets", () => {
    const second = resource(VPC, "second", { cidrBlock: "10.1.0.0/16" });
    const read = resource(VPC, "read", {}, { external: true });
    const stack = stackOf(subnet("a", "us-east-1a"), resource(SUBNET, "external", { vpcId: "vpc-0123" }), second, read);
    expect(names(managedVpcs(stack))).toEqual(["main", "second"]);
    expect(names(subnetsOf(stack, find(stack, "main")).resources)).toEqual(["a"]);
    expect(subnetsOf(stack, find(stack, "second"))).toEqual({ resources: [], complete: true });
    expect(vpcOf(stack, find(stack, "a"))?.name).toBe("main");
    expect(vpcOf(stack, find(stack, "external"))).toBeUndefined();
    const unclear = stackOf(resource(SUBNET, "any", { vpcId: unknown }));
    expect(subnetsOf(unclear, find(unclear, "main")).complete).toBe(shape === "up");
  });

  it("has zones", () => {
    const one = subnet("one", "us-east-1a");
    const byId = subnet("byId", undefined, { availabilityZoneId: "use1-az1" });
    const free = subnet("free", undefined);
    const empty = subnet("empty", "");
    const stack = stackOf(one, byId, free, empty);
    const zone = (name: string): unknown => zoneOf(stack, find(stack, name));
    expect([zone("one"), zone("byId"), zone("free"), zone("empty")]).toEqual([
      "us-east-1a",
      "use1-az1",
      UNKNOWN,
      UNKNOWN,
    ]);
    expect(zonesOf(stack, [find(stack, "one"), find(stack, "byId"), find(stack, "free")])).toEqual({
      zones: ["us-east-1a", "use1-az1"],
      atLeast: 1,
      atMost: 3,
    });
    expect(zonesOf(stack, [find(stack, "free")])).toEqual({ zones: [], atLeast: 1, atMost: 1 });
    expect(zonesOf(stack, [])).toEqual({ zones: [], atLeast: 0, atMost: 0 });
  });

  it("has public subnets: those with a route to the internet gateway, or that give out public addresses", () => {
    expect(tier(...publicSubnet("target", "us-east-1a"))).toBe("public");
    expect(tier(subnet("target", "us-east-1a", { mapPublicIpOnLaunch: true }))).toBe("public");
    expect(tier(resource(DEFAULT_SUBNET, "target", { availabilityZone: "us-east-1a" }))).toBe("public");
    const target = subnet("target", "us-east-1a");
    const routes = table("routes");
    expect(tier(target, routes, associate(target, routes), route("out", routes, { gatewayId: internet.id }))).toBe(
      "public",
    );
    const onMain = resource("aws:ec2/route:Route", "out", {
      routeTableId: vpc.mainRouteTableId,
      gatewayId: internet.id,
    });
    expect(tier(target, onMain)).toBe("public");
    expect(tier(target, onMain, routes, associate(target, routes))).toBe("private");
  });

  it("has private subnets", () => {
    const gate = nat("gate", subnet("public", "us-east-1a"));
    expect(tier(gate, ...privateSubnet("target", "us-east-1a", gate))).toBe("private");
    expect(tier(...privateSubnet("target", "us-east-1a"))).toBe("private");
    expect(tier(subnet("target", "us-east-1a", { mapPublicIpOnLaunch: false }))).toBe("private");
    expect(tier(resource(DEFAULT_SUBNET, "target", { mapPublicIpOnLaunch: false }))).toBe(UNKNOWN);
  });

  it("has subnets whose tier is not known", () => {
    const target = subnet("target", "us-east-1a");
    const onlyInPreview = shape === "preview" ? UNKNOWN : "private";
    expect(tier(target, resource(ASSOCIATION, "rest", { subnetId: target.id, routeTableId: "rtb-0123" }))).toBe(
      UNKNOWN,
    );
    expect(tier(target, resource(ASSOCIATION, "any", { subnetId: unknown, routeTableId: "rtb-0123" }))).toBe(
      onlyInPreview,
    );
    const routes = table("routes", [{ cidrBlock: "0.0.0.0/0", gatewayId: unknown }]);
    expect(tier(target, routes, associate(target, routes))).toBe(UNKNOWN);
    expect(tier(resource(SUBNET, "target", { vpcId: "vpc-0123" }))).toBe(UNKNOWN);
    expect(tier(resource(SUBNET, "target", { vpcId: vpc.id }, { external: true }))).toBe(UNKNOWN);
    expect(tier(subnet("target", "us-east-1a", { mapPublicIpOnLaunch: unknown }))).toBe(UNKNOWN);
  });

  it("has subnets with one of several route tables", () => {
    const [target, other] = [subnet("target", "us-east-1a"), subnet("other", "us-east-1b")];
    const [first, second] = [table("first"), table("second", [{ cidrBlock: "0.0.0.0/0", gatewayId: internet.id }])];
    // What an output that was computed from both subnets looks like.
    const either = (name: string, to: BuiltResource): BuiltResource =>
      resource(ASSOCIATION, name, { subnetId: [target.id, other.id], routeTableId: to.id });
    const parts = [target, other, first, second, either("one", first), either("two", second)];
    expect(tier(...parts)).toBe(UNKNOWN);
    const stack = stackOf(...parts);
    expect(routeTablesOf(stack, find(stack, "target")).map((one) => one.resource.name)).toEqual(["first", "second"]);
    expect(tier(...parts, associate(target, first))).toBe("private");
    expect(tier(target, other, second, either("one", second), either("two", second))).toBe("public");
  });

  it("may have a route of one of several tables", () => {
    const target = subnet("target", "us-east-1a");
    const [first, second] = [table("first"), table("second")];
    const either = resource("aws:ec2/route:Route", "out", {
      routeTableId: [first.id, second.id],
      destinationCidrBlock: "0.0.0.0/0",
      gatewayId: internet.id,
    });
    expect(tier(target, first, second, either, associate(target, first))).toBe(UNKNOWN);
  });

  it("has NAT gateways", () => {
    const target = subnet("target", "us-east-1a");
    const zonal = nat("zonal", target, { connectivityType: "private" });
    const regional = resource(NAT, "regional", { vpcId: vpc.id, availabilityMode: "regional" });
    const stack = stackOf(target, zonal, regional);
    expect(natGatewaysOf(stack, find(stack, "main"))).toEqual({
      resources: [find(stack, "regional"), find(stack, "zonal")],
      complete: true,
    });
    expect(subnetOfNat(stack, find(stack, "zonal"))?.name).toBe("target");
    expect(subnetOfNat(stack, find(stack, "regional"))).toBeUndefined();
    expect([isPrivateNat(find(stack, "zonal")), isPrivateNat(find(stack, "regional"))]).toEqual([true, false]);
    expect([isRegionalNat(find(stack, "zonal")), isRegionalNat(find(stack, "regional"))]).toEqual([false, true]);
    const external = stackOf(resource(NAT, "any", { subnetId: "subnet-0123" }));
    expect(vpcOfNat(external, find(external, "any"))).toBeUndefined();
    expect(natGatewaysOf(external, find(external, "main"))).toEqual({ resources: [], complete: false });
  });
});

describe("zones", () => {
  it("are taken from the subnet that another copies", () => {
    const one = subnet("one", "us-east-1a");
    const two = subnet("two", one.availabilityZone);
    const stack = Stack.from(build([vpc, one, two], "preview"));
    expect(stack.ofType(SUBNET).map((target) => zoneOf(stack, target))).toEqual(["us-east-1a", "us-east-1a"]);
  });

  it("that two subnets share are found where they are known", () => {
    const [one, two] = [subnet("one", "us-east-1a"), subnet("two", "us-east-1a")];
    const free = resource(SUBNET, "free", { vpcId: vpc.id });
    const stack = Stack.from(build([vpc, one, two, free], "preview"));
    const sharing = sharingZone(stack, stack.ofType(SUBNET));
    expect([sharing?.zone, sharing?.pair.map(({ name }) => name).sort()]).toEqual(["us-east-1a", ["one", "two"]]);
    const apart = stack.ofType(SUBNET).filter(({ name }) => name !== "two");
    expect(sharingZone(stack, apart)).toBeUndefined();
  });

  it("compare by name or by id", () => {
    expect(isSameZone("us-east-1a", "us-east-1a")).toBe(true);
    expect(isSameZone("us-east-1a", "us-east-1b")).toBe(false);
    expect(isSameZone("us-east-1a", "use1-az1")).toBe(UNKNOWN);
    expect(isSameZone(UNKNOWN, "use1-az1")).toBe(UNKNOWN);
    expect([isZoneId("usw2-lax1-az1"), isZoneId("us-west-2-lax-1a")]).toEqual([true, false]);
  });
});
