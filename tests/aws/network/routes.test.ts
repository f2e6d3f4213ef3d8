import { mainRouteTable, routeTable, routeTablesAt, type Route } from "../../../src/aws/network/routes";
import { Stack } from "../../../src/graph/stack";
import { UNKNOWN } from "../../../src/graph/value";
import { internet, nat, route, ROUTE_TABLE, subnet, table, vpc, VPC } from "../../kit/network";
import { build, resource, unknown, type BuiltResource, type Input, type Shape } from "../../../src/testing/stack";

const vpn = resource("aws:ec2/vpnGateway:VpnGateway", "vpn", { vpcId: vpc.id });
const edge = subnet("public", "us-east-1a");
const gateway = nat("nat", edge);
const base = [vpc, internet, vpn, edge, gateway];

describe.each(["preview", "up"] as const)("routes, %s", (shape: Shape) => {
  const read = (resources: BuiltResource[], name = "table"): { routes: Route[]; complete: boolean } => {
    const stack = Stack.from(build([...base, ...resources], shape));
    const found = stack.resources.find((one) => one.name === name);
    return found ? routeTable(stack, found) : { routes: [], complete: false };
  };
  const targets = (...routes: Input[]): unknown[] =>
    read([table("table", routes)]).routes.map(({ target, isDefault }) => [target, isDefault]);

  it("show what an inline route leads to", () => {
    expect(targets({ cidrBlock: "0.0.0.0/0", gatewayId: internet.id })).toEqual([["internet-gateway", true]]);
    expect(targets({ ipv6CidrBlock: "::/0", gatewayId: internet.id })).toEqual([["internet-gateway", true]]);
    expect(targets({ cidrBlock: "0.0.0.0/0", natGatewayId: gateway.id })).toEqual([["nat-gateway", true]]);
    expect(targets({ cidrBlock: "10.9.0.0/16", gatewayId: vpn.id })).toEqual([["vpn-gateway", false]]);
    expect(targets({ cidrBlock: "10.0.0.0/16", gatewayId: "local" })).toEqual([["local", false]]);
    expect(targets({ cidrBlock: unknown, transitGatewayId: "tgw-0123" })).toEqual([
      ["transit-gateway", shape === "preview" ? UNKNOWN : false],
    ]);
    expect(targets({ destinationPrefixListId: "pl-0123", vpcEndpointId: "vpce-0123" })).toEqual([
      ["vpc-endpoint", false],
    ]);
  });

  it("show the gateway by the prefix of a literal id", () => {
    const to = (gatewayId: string): unknown => targets({ cidrBlock: "0.0.0.0/0", gatewayId })[0];
    expect(to("igw-0123")).toEqual(["internet-gateway", true]);
    expect(to("vgw-0123")).toEqual(["vpn-gateway", true]);
    expect(to("constructor-1")).toEqual([UNKNOWN, true]);
    expect(targets({ cidrBlock: "0.0.0.0/0", gatewayId: "", natGatewayId: "nat-0123" })).toEqual([
      ["nat-gateway", true],
    ]);
    expect(targets({ cidrBlock: "0.0.0.0/0" })).toEqual([[UNKNOWN, true]]);
    expect(targets({ cidrBlock: "0.0.0.0/0", gatewayId: unknown })).toEqual([[UNKNOWN, true]]);
    expect(targets("nonsense")).toEqual([[UNKNOWN, false]]);
    expect(targets({ cidrBlock: "0.0.0.0/8", gatewayId: "igw-0123" })).toEqual([["internet-gateway", false]]);
    expect(targets({ cidrBlock: "128.0.0.0/0", gatewayId: "igw-0123" })).toEqual([["internet-gateway", true]]);
    expect(targets({ cidrBlock: "0.0.0.0/0", natGatewayId: "", transitGatewayId: "tgw-0123" })).toEqual([
      ["transit-gateway", true],
    ]);
  });

  it("take the default route of several for that to the internet", () => {
    expect(
      targets(
        { cidrBlock: "0.0.0.0/0", gatewayId: internet.id },
        { cidrBlock: "10.9.0.0/16", gatewayId: vpn.id },
        { cidrBlock: "10.8.0.0/16", natGatewayId: gateway.id },
      ),
    ).toEqual([
      ["internet-gateway", true],
      [UNKNOWN, false],
      ["nat-gateway", false],
    ]);
  });

  it("come inline and as resources", () => {
    const routes = table("table", [{ cidrBlock: "10.9.0.0/16", gatewayId: vpn.id }]);
    const { routes: found, complete } = read([routes, route("out", routes, { gatewayId: internet.id })]);
    expect(found.map(({ target, at, targetAt }) => [target, at.path, targetAt.path])).toEqual([
      ["vpn-gateway", "routes[0]", "routes[0].gatewayId"],
      ["internet-gateway", "", "gatewayId"],
    ]);
    expect(complete).toBe(true);
  });

  it("may be more than are known", () => {
    const isComplete = (...resources: BuiltResource[]): boolean => read(resources).complete;
    expect(isComplete(table("table"))).toBe(true);
    expect(isComplete(table("table", [unknown]))).toBe(shape === "up");
    expect(isComplete(table("table", unknown))).toBe(shape === "up");
    expect(isComplete(resource(ROUTE_TABLE, "table", {}, { external: true }))).toBe(false);
    expect(isComplete(table("table"), resource("aws:ec2/route:Route", "any", { routeTableId: unknown }))).toBe(
      shape === "up",
    );
    expect(isComplete(table("table"), resource("aws:ec2/route:Route", "any", { routeTableId: "rtb-1" }))).toBe(true);
    expect(isComplete(table("table"), resource("aws:ec2/route:Route", "any", {}, { external: true }))).toBe(false);
    expect(read([resource("aws:ec2/defaultVpc:DefaultVpc", "default", {})], "default").complete).toBe(false);
    expect(read([], "public")).toEqual({ resource: expect.anything() as unknown, routes: [], complete: false });
  });

  it("of the main route table belong to its resource", () => {
    const main = (...resources: BuiltResource[]): string | undefined => {
      const stack = Stack.from(build([...base, ...resources], shape));
      const [found] = stack.ofType(VPC);
      return found && mainRouteTable(stack, found).name;
    };
    const adopted = resource("aws:ec2/defaultRouteTable:DefaultRouteTable", "adopted", {
      defaultRouteTableId: vpc.defaultRouteTableId,
    });
    const chosen = table("chosen");
    const choice = resource("aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation", "choice", {
      vpcId: vpc.id,
      routeTableId: chosen.id,
    });
    expect(main()).toBe("main");
    expect(main(adopted)).toBe("adopted");
    expect(main(adopted, chosen, choice)).toBe("chosen");

    const onMain = resource("aws:ec2/route:Route", "out", {
      routeTableId: vpc.mainRouteTableId,
      destinationCidrBlock: "0.0.0.0/0",
      gatewayId: internet.id,
    });
    expect(read([onMain], "main").routes.map(({ target }) => target)).toEqual(["internet-gateway"]);
    expect(read([onMain, adopted], "adopted").routes.map(({ target }) => target)).toEqual(["internet-gateway"]);
  });

  it("are found by the property that names their tables", () => {
    const named = (routeTableIds: Input, ...resources: BuiltResource[]): unknown => {
      const endpoint = resource("aws:ec2/vpcEndpoint:VpcEndpoint", "endpoint", { routeTableIds });
      const stack = Stack.from(build([...base, ...resources, endpoint], shape));
      const [found] = stack.ofType("aws:ec2/vpcEndpoint:VpcEndpoint");
      const refs = found && routeTablesAt(stack, found.at("routeTableIds"));
      return [refs?.resources.map(({ name }) => name), refs?.complete];
    };
    const one = table("one");
    expect(named([one.id], one)).toEqual([["one"], true]);
    expect(named([one.id, vpc.mainRouteTableId], one)).toEqual([["one", "main"], true]);
    const chosen = table("chosen");
    const choice = resource("aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation", "choice", {
      vpcId: vpc.id,
      routeTableId: chosen.id,
    });
    expect(named([chosen.id, vpc.mainRouteTableId], chosen, choice)).toEqual([["chosen"], true]);
    expect(named([vpc.defaultRouteTableId])).toEqual([["main"], true]);
    expect(named([one.id, "rtb-0123"], one)).toEqual([["one"], false]);
    expect(named([vpc.mainRouteTableId, "rtb-0123"])).toEqual([["main"], false]);
    expect(named(undefined)).toEqual([[], true]);
  });
});
