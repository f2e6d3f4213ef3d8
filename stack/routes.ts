import { anyOf, type Certainty } from "./certainty";
import { parseBlock } from "./cidr";
import type { Resource } from "./resource";
import type { Refs, Stack } from "./stack";
import { known, UNKNOWN, type Unknown } from "./value";
import type { View } from "./view";

export const VPC = "aws:ec2/vpc:Vpc";
export const DEFAULT_VPC = "aws:ec2/defaultVpc:DefaultVpc";
export const ROUTE_TABLE = "aws:ec2/routeTable:RouteTable";
export const DEFAULT_ROUTE_TABLE = "aws:ec2/defaultRouteTable:DefaultRouteTable";
export const ROUTE = "aws:ec2/route:Route";
export const INTERNET_GATEWAY = "aws:ec2/internetGateway:InternetGateway";

const MAIN_ROUTE_TABLE_ASSOCIATION = "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation";

/** What a route leads to. */
export type RouteTarget =
  | "local"
  | "internet-gateway"
  | "egress-only-internet-gateway"
  | "carrier-gateway"
  | "nat-gateway"
  | "network-interface"
  | "vpc-endpoint"
  | "transit-gateway"
  | "core-network"
  | "vpc-peering-connection"
  | "vpn-gateway"
  | "local-gateway"
  | "odb-network";

export interface Route {
  /** Its place: the route's own resource, or `routes[0]` of its table. */
  at: View;
  /** The place of what it leads to, such as `routes[0].natGatewayId`, for `stack.refs`. */
  targetAt: View;
  target: RouteTarget | Unknown;
  /** True when it leads to the whole of IPv4 or IPv6. */
  isDefault: Certainty;
  /** False when it may belong to another table. */
  certain: boolean;
}

export interface RouteTable {
  /** The table; the VPC for a main route table that no resource stands for. */
  resource: Resource;
  /** Inline routes, and those that are resources of their own. */
  routes: Route[];
  /** False when it may have further routes. */
  complete: boolean;
}

// The keys are the same inline and in a route of its own.
const TARGETS: Readonly<Record<string, RouteTarget>> = {
  egressOnlyGatewayId: "egress-only-internet-gateway",
  carrierGatewayId: "carrier-gateway",
  natGatewayId: "nat-gateway",
  networkInterfaceId: "network-interface",
  vpcEndpointId: "vpc-endpoint",
  transitGatewayId: "transit-gateway",
  coreNetworkArn: "core-network",
  vpcPeeringConnectionId: "vpc-peering-connection",
  localGatewayId: "local-gateway",
  odbNetworkArn: "odb-network",
};

// `gatewayId` takes several kinds of gateways: a reference tells by its type, a literal by its prefix.
const GATEWAY_TYPES: Readonly<Record<string, RouteTarget>> = {
  [INTERNET_GATEWAY]: "internet-gateway",
  "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment": "internet-gateway",
  "aws:ec2/vpnGateway:VpnGateway": "vpn-gateway",
  "aws:ec2/vpnGatewayAttachment:VpnGatewayAttachment": "vpn-gateway",
  "aws:ec2/vpcEndpoint:VpcEndpoint": "vpc-endpoint",
};
const GATEWAY_PREFIXES: ReadonlyMap<string, RouteTarget> = new Map([
  ["igw", "internet-gateway"],
  ["vgw", "vpn-gateway"],
  ["vpce", "vpc-endpoint"],
]);

const DESTINATIONS = ["cidrBlock", "ipv6CidrBlock", "destinationCidrBlock", "destinationIpv6CidrBlock"];

function isDefaultDestination(text: ReturnType<View["str"]>): Certainty {
  if (!known(text)) {
    return text === UNKNOWN ? UNKNOWN : false;
  }
  return parseBlock(text)?.first === 0n && text.endsWith("/0");
}

// In a table with inline routes to several gateways a preview does not tell which route leads to which: the default
// route is then taken to lead to the internet gateway.
function gatewayTarget(stack: Stack, gateway: View, isDefault: Certainty): RouteTarget | Unknown {
  const { value } = gateway;
  if (value === "local") {
    return "local";
  }
  const { resources } = stack.refs(gateway, ...Object.keys(GATEWAY_TYPES));
  const targets = new Set(resources.map(({ type }) => GATEWAY_TYPES[type] ?? UNKNOWN));
  const [only] = targets;
  if (only === undefined) {
    const [prefix = ""] = typeof value === "string" ? value.split("-", 1) : [];
    return GATEWAY_PREFIXES.get(prefix) ?? UNKNOWN;
  }
  return targets.size === 1
    ? only
    : isDefault === true && targets.has("internet-gateway")
      ? "internet-gateway"
      : UNKNOWN;
}

function toRoute(stack: Stack, at: View, certain: boolean): Route {
  const entries = at.entries() ?? [];
  const given = new Map((known(entries) ? entries : []).filter(([, { value }]) => value !== undefined && value !== ""));
  const isDefault = anyOf(DESTINATIONS.map((key) => isDefaultDestination(given.get(key)?.str())));
  for (const [key, target] of Object.entries(TARGETS)) {
    const targetAt = given.get(key);
    if (targetAt) {
      return { at, targetAt, target, isDefault, certain };
    }
  }
  const gateway = given.get("gatewayId");
  return gateway
    ? { at, targetAt: gateway, target: gatewayTarget(stack, gateway, isDefault), isDefault, certain }
    : { at, targetAt: at, target: UNKNOWN, isDefault, certain };
}

function inlineRoutes(stack: Stack, table: Resource): RouteTable {
  if (table.outside) {
    return { resource: table, routes: [], complete: false };
  }
  if (table.type === VPC || table.type === DEFAULT_VPC) {
    return { resource: table, routes: [], complete: table.type === VPC };
  }
  const routes = table.list("routes") ?? [];
  const readable = known(routes) ? routes.filter((route) => !route.isUnknown) : [];
  return {
    resource: table,
    routes: readable.map((route) => toRoute(stack, route, true)),
    complete: known(routes) && readable.length === routes.length,
  };
}

function readTables(stack: Stack): Map<Resource, RouteTable> {
  const tables = new Map<Resource, RouteTable>();
  for (const resource of stack.ofType(ROUTE_TABLE, DEFAULT_ROUTE_TABLE, VPC, DEFAULT_VPC)) {
    tables.set(resource, inlineRoutes(stack, resource));
  }
  for (const route of stack.ofType(ROUTE).filter(({ outside }) => !outside)) {
    const { resources } = routeTablesAt(stack, route.at("routeTableId"));
    if (resources.length === 0 && route.at("routeTableId").isUnknown) {
      tables.forEach((table) => (table.complete = false));
    }
    for (const resource of resources) {
      tables.get(resource)?.routes.push(toRoute(stack, route, resources.length === 1));
    }
  }
  return tables;
}

/** The routes of a table, or of a VPC for the main route table that no resource stands for. */
export function routeTable(stack: Stack, resource: Resource): RouteTable {
  return stack.once(readTables).get(resource) ?? { resource, routes: [], complete: false };
}

/** The main route table of a VPC: the resource that stands for it, else the VPC itself. */
export function mainRouteTable(stack: Stack, vpc: Resource): Resource {
  const [association] = stack.referrers(vpc, "vpcId", MAIN_ROUTE_TABLE_ASSOCIATION);
  const [chosen] = association ? stack.refs(association.at("routeTableId"), ROUTE_TABLE).resources : [];
  return chosen ?? stack.referrers(vpc, "defaultRouteTableId", DEFAULT_ROUTE_TABLE)[0] ?? vpc;
}

/**
 * The route tables that a property names. `vpc.mainRouteTableId` and `vpc.defaultRouteTableId` stand for the VPC's main
 * route table.
 */
export function routeTablesAt(stack: Stack, view: View): Refs {
  const { resources, complete } = stack.refs(view, ROUTE_TABLE, DEFAULT_ROUTE_TABLE, VPC, DEFAULT_VPC);
  const tables = resources.filter(({ type }) => type !== VPC && type !== DEFAULT_VPC);
  const named = view.scalars().length;
  if (tables.length === resources.length || tables.length >= named) {
    return { resources: tables, complete };
  }
  const main = resources.filter((resource) => !tables.includes(resource)).map((vpc) => mainRouteTable(stack, vpc));
  return { resources: [...new Set([...tables, ...main])], complete: complete || named <= resources.length };
}
