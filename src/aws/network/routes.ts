import { anyOf, type Certainty } from "../../graph/certainty";
import { parseBlock } from "../../graph/cidr";
import type { Resource } from "../../graph/resource";
import type { Refs, Stack } from "../../graph/stack";
import { known, UNKNOWN, type Unknown } from "../../graph/value";
import type { View } from "../../graph/view";
import { EC2_ROUTE, EC2_ROUTE_TABLE, EC2_VPC } from "../type-tokens";

export const DEFAULT_VPC = "aws:ec2/defaultVpc:DefaultVpc";
export const DEFAULT_ROUTE_TABLE = "aws:ec2/defaultRouteTable:DefaultRouteTable";
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
  /** The route's own resource, or `routes[0]` of its table. */
  at: View;
  /** The property that names its target, such as `routes[0].natGatewayId`, for `stack.refs`. */
  targetAt: View;
  target: RouteTarget | Unknown;
  /** True when it leads to the whole of IPv4 or IPv6. */
  isDefault: Certainty;
  /** False when it may belong to another table. */
  certain: boolean;
}

export interface RouteTable {
  /** The table; the VPC for a main route table without a resource of its own. */
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

// `gatewayId` takes several kinds of gateways: a reference shows which by its type, a literal by its prefix.
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

function isDefaultDestination(destination: ReturnType<View["str"]>): Certainty {
  if (!known(destination)) {
    return destination === UNKNOWN ? UNKNOWN : false;
  }
  return parseBlock(destination)?.first === 0n && destination.endsWith("/0");
}

// In a table with inline routes to several gateways a preview does not show which route leads to which: the default
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
  if (table.external) {
    return { resource: table, routes: [], complete: false };
  }
  if (table.type === EC2_VPC || table.type === DEFAULT_VPC) {
    return { resource: table, routes: [], complete: table.type === EC2_VPC };
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
  for (const resource of stack.ofType(EC2_ROUTE_TABLE, DEFAULT_ROUTE_TABLE, EC2_VPC, DEFAULT_VPC)) {
    tables.set(resource, inlineRoutes(stack, resource));
  }
  // A route that the operation skips (`--target`) has no inputs: it may lead anywhere.
  for (const route of stack.ofType(EC2_ROUTE)) {
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

/** The routes of a table, or of a VPC for a main route table without a resource of its own. */
export function routeTable(stack: Stack, resource: Resource): RouteTable {
  return stack.once(readTables).get(resource) ?? { resource, routes: [], complete: false };
}

/** The main route table of a VPC: its resource, else the VPC itself. */
export function mainRouteTable(stack: Stack, vpc: Resource): Resource {
  const [association] = stack.referrers(vpc, "vpcId", MAIN_ROUTE_TABLE_ASSOCIATION);
  const [chosen] = association ? stack.refs(association.at("routeTableId"), EC2_ROUTE_TABLE).resources : [];
  return chosen ?? stack.referrers(vpc, "defaultRouteTableId", DEFAULT_ROUTE_TABLE)[0] ?? vpc;
}

/**
 * The route tables that a property names. `vpc.mainRouteTableId` and `vpc.defaultRouteTableId` stand for the VPC's main
 * route table.
 */
export function routeTablesAt(stack: Stack, view: View): Refs {
  const { resources, complete } = stack.refs(view, EC2_ROUTE_TABLE, DEFAULT_ROUTE_TABLE, EC2_VPC, DEFAULT_VPC);
  const tables = resources.filter(({ type }) => type !== EC2_VPC && type !== DEFAULT_VPC);
  const named = view.scalars().length;
  if (tables.length === resources.length || tables.length >= named) {
    return { resources: tables, complete };
  }
  const main = resources.filter((resource) => !tables.includes(resource)).map((vpc) => mainRouteTable(stack, vpc));
  return { resources: [...new Set([...tables, ...main])], complete: complete || named <= resources.length };
}
