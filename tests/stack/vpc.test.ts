import { isPrivateNat, isRegionalNat, natGatewaysOf, subnetOfNat, vpcOfNat } from "../../stack/nat-gateways";
import { Stack } from "../../stack/stack";
import { UNKNOWN } from "../../stack/value";
import {
  isAssociated,
  isSameZone,
  isZoneId,
  managedVpcs,
  routeTablesOf,
  subnetsOf,
  tierOf,
  vpcOf,
  zoneOf,
  zonesOf,
} from "../../stack/vpc";
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
} from "../kit/network";
import { build, resource, unknown, type BuiltResource, type Shape } from "../../testing/stack";
import type { Resource } from "../../stack/resource";

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
    return tierOf(stack, find(stack, "place"));
  };

  it("knows which subnets are associated with a route table", () => {
    const [place, other, routes] = [subnet("place", "us-east-1a"), subnet("other", "us-east-1b"), table("routes")];
    const stack = stackOf(place, other, routes, associate(place, routes));
    expect(["place", "other"].map((name) => isAssociated(stack, find(stack, name)))).toEqual([true, false]);
    const some = resource(ASSOCIATION, "some", { subnetId: unknown, routeTableId: routes.id });
    const unsure = stackOf(place, routes, some);
    expect(isAssociated(unsure, find(unsure, "place"))).toBe(shape === "preview" ? UNKNOWN : false);
  });

  it("has subnets", () => {
    const second = resource(VPC, "second", { cidrBlock: "10.1.0.0/16" });
    const read = resource(VPC, "read", {}, { external: true });
    const stack = stackOf(
      subnet("a", "us-east-1a"),
      resource(SUBNET, "elsewhere", { vpcId: "vpc-0123" }),
      second,
      read,
    );
    expect(names(managedVpcs(stack))).toEqual(["main", "second"]);
    expect(names(subnetsOf(stack, find(stack, "main")).resources)).toEqual(["a"]);
    expect(subnetsOf(stack, find(stack, "second"))).toEqual({ resources: [], complete: true });
    expect(vpcOf(stack, find(stack, "a"))?.name).toBe("main");
    expect(vpcOf(stack, find(stack, "elsewhere"))).toBeUndefined();
    const unplaced = stackOf(resource(SUBNET, "any", { vpcId: unknown }));
    expect(subnetsOf(unplaced, find(unplaced, "main")).complete).toBe(shape === "up");
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
    expect(tier(...publicSubnet("place", "us-east-1a"))).toBe("public");
    expect(tier(subnet("place", "us-east-1a", { mapPublicIpOnLaunch: true }))).toBe("public");
    expect(tier(resource(DEFAULT_SUBNET, "place", { availabilityZone: "us-east-1a" }))).toBe("public");
    const place = subnet("place", "us-east-1a");
    const routes = table("routes");
    expect(tier(place, routes, associate(place, routes), route("out", routes, { gatewayId: internet.id }))).toBe(
      "public",
    );
    const onMain = resource("aws:ec2/route:Route", "out", {
      routeTableId: vpc.mainRouteTableId,
      gatewayId: internet.id,
    });
    expect(tier(place, onMain)).toBe("public");
    expect(tier(place, onMain, routes, associate(place, routes))).toBe("private");
  });

  it("has private subnets", () => {
    const gate = nat("gate", subnet("public", "us-east-1a"));
    expect(tier(gate, ...privateSubnet("place", "us-east-1a", gate))).toBe("private");
    expect(tier(...privateSubnet("place", "us-east-1a"))).toBe("private");
    expect(tier(subnet("place", "us-east-1a", { mapPublicIpOnLaunch: false }))).toBe("private");
    expect(tier(resource(DEFAULT_SUBNET, "place", { mapPublicIpOnLaunch: false }))).toBe(UNKNOWN);
  });

  it("has subnets of which the tier is not known", () => {
    const place = subnet("place", "us-east-1a");
    const onlyInPreview = shape === "preview" ? UNKNOWN : "private";
    expect(tier(place, resource(ASSOCIATION, "rest", { subnetId: place.id, routeTableId: "rtb-0123" }))).toBe(UNKNOWN);
    expect(tier(place, resource(ASSOCIATION, "any", { subnetId: unknown, routeTableId: "rtb-0123" }))).toBe(
      onlyInPreview,
    );
    const routes = table("routes", [{ cidrBlock: "0.0.0.0/0", gatewayId: unknown }]);
    expect(tier(place, routes, associate(place, routes))).toBe(UNKNOWN);
    expect(tier(resource(SUBNET, "place", { vpcId: "vpc-0123" }))).toBe(UNKNOWN);
    expect(tier(resource(SUBNET, "place", { vpcId: vpc.id }, { external: true }))).toBe(UNKNOWN);
    expect(tier(subnet("place", "us-east-1a", { mapPublicIpOnLaunch: unknown }))).toBe(UNKNOWN);
  });

  it("has subnets with one of several route tables", () => {
    const [place, other] = [subnet("place", "us-east-1a"), subnet("other", "us-east-1b")];
    const [first, second] = [table("first"), table("second", [{ cidrBlock: "0.0.0.0/0", gatewayId: internet.id }])];
    // What an output that was made of both subnets looks like.
    const either = (name: string, to: BuiltResource): BuiltResource =>
      resource(ASSOCIATION, name, { subnetId: [place.id, other.id], routeTableId: to.id });
    const parts = [place, other, first, second, either("one", first), either("two", second)];
    expect(tier(...parts)).toBe(UNKNOWN);
    const stack = stackOf(...parts);
    expect(routeTablesOf(stack, find(stack, "place")).map((one) => one.resource.name)).toEqual(["first", "second"]);
    expect(tier(...parts, associate(place, first))).toBe("private");
    expect(tier(place, other, second, either("one", second), either("two", second))).toBe("public");
  });

  it("may have a route of one of several tables", () => {
    const place = subnet("place", "us-east-1a");
    const [first, second] = [table("first"), table("second")];
    const either = resource("aws:ec2/route:Route", "out", {
      routeTableId: [first.id, second.id],
      destinationCidrBlock: "0.0.0.0/0",
      gatewayId: internet.id,
    });
    expect(tier(place, first, second, either, associate(place, first))).toBe(UNKNOWN);
  });

  it("has NAT gateways", () => {
    const place = subnet("place", "us-east-1a");
    const zonal = nat("zonal", place, { connectivityType: "private" });
    const regional = resource(NAT, "regional", { vpcId: vpc.id, availabilityMode: "regional" });
    const stack = stackOf(place, zonal, regional);
    expect(natGatewaysOf(stack, find(stack, "main"))).toEqual({
      resources: [find(stack, "regional"), find(stack, "zonal")],
      complete: true,
    });
    expect(subnetOfNat(stack, find(stack, "zonal"))?.name).toBe("place");
    expect(subnetOfNat(stack, find(stack, "regional"))).toBeUndefined();
    expect([isPrivateNat(find(stack, "zonal")), isPrivateNat(find(stack, "regional"))]).toEqual([true, false]);
    expect([isRegionalNat(find(stack, "zonal")), isRegionalNat(find(stack, "regional"))]).toEqual([false, true]);
    const elsewhere = stackOf(resource(NAT, "any", { subnetId: "subnet-0123" }));
    expect(vpcOfNat(elsewhere, find(elsewhere, "any"))).toBeUndefined();
    expect(natGatewaysOf(elsewhere, find(elsewhere, "main"))).toEqual({ resources: [], complete: false });
  });
});

describe("zones", () => {
  it("are taken from the subnet that another copies", () => {
    const one = subnet("one", "us-east-1a");
    const two = subnet("two", one.availabilityZone);
    const stack = Stack.from(build([vpc, one, two], "preview"));
    expect(stack.ofType(SUBNET).map((place) => zoneOf(stack, place))).toEqual(["us-east-1a", "us-east-1a"]);
  });

  it("compare by name or by id", () => {
    expect(isSameZone("us-east-1a", "us-east-1a")).toBe(true);
    expect(isSameZone("us-east-1a", "us-east-1b")).toBe(false);
    expect(isSameZone("us-east-1a", "use1-az1")).toBe(UNKNOWN);
    expect(isSameZone(UNKNOWN, "use1-az1")).toBe(UNKNOWN);
    expect([isZoneId("usw2-lax1-az1"), isZoneId("us-west-2-lax-1a")]).toEqual([true, false]);
  });
});
