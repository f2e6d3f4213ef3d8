import { anyOf, type Certainty } from "./certainty";
import { regionOfZone } from "./region";
import type { Resource } from "./resource";
import {
  DEFAULT_VPC,
  INTERNET_GATEWAY,
  mainRouteTable,
  routeTable,
  routeTablesAt,
  VPC,
  type RouteTable,
} from "./routes";
import { grouped, type Refs, type Stack } from "./stack";
import { known, UNKNOWN, type Unknown } from "./value";

export { VPC } from "./routes";
export const SUBNET = "aws:ec2/subnet:Subnet";
export const DEFAULT_SUBNET = "aws:ec2/defaultSubnet:DefaultSubnet";

const INTERNET_GATEWAY_ATTACHMENT = "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment";
const ROUTE_TABLE_ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";

/** Public: with a route to an internet gateway, or where machines get a public address. */
export type Tier = "public" | "private";

/** The VPC that a resource's `vpcId` names; absent where it lies outside the stack or is not known yet. */
export function vpcOf(stack: Stack, resource: Resource): Resource | undefined {
  const { resources } = stack.refs(resource.at("vpcId"), VPC, DEFAULT_VPC);
  return resources.length === 1 ? resources[0] : undefined;
}

/** How a VPC of the stack gets to the internet. */
export interface InternetAccess {
  /** Once one of these is there, so is the way: gateways made in the VPC, and attachments of others. */
  ways: Resource[];
  /** The gateways that are attached to it by a resource of their own. */
  attached: Resource[];
}

/** The internet gateways that the stack gives a VPC; none where it has them from elsewhere. */
export function internetAccessOf(stack: Stack, vpc: Resource): InternetAccess {
  const ways = stack
    .ofType(INTERNET_GATEWAY, INTERNET_GATEWAY_ATTACHMENT)
    .filter((one) => !one.outside && vpcOf(stack, one) === vpc);
  const attached = ways
    .filter(({ type }) => type === INTERNET_GATEWAY_ATTACHMENT)
    .flatMap((attachment) => stack.refs(attachment.at("internetGatewayId"), INTERNET_GATEWAY).resources);
  return { ways, attached };
}

/** The VPCs that the stack makes. */
export function managedVpcs(stack: Stack): Resource[] {
  return stack.ofType(VPC).filter(({ outside }) => !outside);
}

function findSubnets(stack: Stack): { subnets: Map<Resource, Resource[]>; unplaced: boolean } {
  let unplaced = false;
  const inside = stack.ofType(SUBNET).filter(({ outside }) => !outside);
  const subnets = grouped(inside, (subnet) => {
    const { resources } = stack.refs(subnet.at("vpcId"), VPC, DEFAULT_VPC);
    unplaced ||= resources.length === 0 && subnet.at("vpcId").isUnknown;
    return resources;
  });
  return { subnets, unplaced };
}

/** The subnets of a VPC that the stack makes. Not complete while a subnet does not say which VPC it is in. */
export function subnetsOf(stack: Stack, vpc: Resource): Refs {
  const { subnets, unplaced } = stack.once(findSubnets);
  return { resources: subnets.get(vpc) ?? [], complete: !unplaced };
}

/**
 * The zone of a subnet, by name or by id; its own, or that of the subnet it copies. Unknown where AWS chooses it or it is
 * not known yet.
 */
export function zoneOf(stack: Stack, subnet: Resource): string | Unknown {
  const seen = new Set<Resource>();
  let current: Resource | undefined = subnet;
  while (current && !seen.has(current)) {
    seen.add(current);
    const property: "availabilityZone" | "availabilityZoneId" = current.at("availabilityZone").isAbsent
      ? "availabilityZoneId"
      : "availabilityZone";
    const zone = current.str(property);
    if (known(zone) && zone !== "") {
      return zone;
    }
    const copied: Resource[] = stack.refs(current.at(property), SUBNET, DEFAULT_SUBNET).resources;
    current = copied.length === 1 ? copied[0] : undefined;
  }
  return UNKNOWN;
}

/** True for an id such as `use1-az1`, which cannot be compared with a name such as `us-east-1a`. */
export const isZoneId = (zone: string): boolean => /-az\d+$/.test(zone);

const REGIONAL_ZONE_ID = /^[a-z]{2,6}\d{1,2}-az\d+$/;

/** True for a zone of the region itself, by name or id; local and wavelength zones and Outposts lie beside it. */
export const isRegionalZone = (zone: string): boolean =>
  regionOfZone(zone) !== undefined || REGIONAL_ZONE_ID.test(zone);

/** Whether two zones are one. */
export function isSameZone(left: string | Unknown, right: string | Unknown): Certainty {
  if (left === UNKNOWN || right === UNKNOWN || isZoneId(left) !== isZoneId(right)) {
    return UNKNOWN;
  }
  return left === right;
}

/** How many zones subnets span at least and at most, and the known ones in order. */
export function zonesOf(
  stack: Stack,
  subnets: readonly Resource[],
): { zones: string[]; atLeast: number; atMost: number } {
  const found = subnets.map((subnet) => zoneOf(stack, subnet));
  const zones = [...new Set(found.filter(known))].sort();
  const ids = zones.filter(isZoneId).length;
  const unknowns = found.filter((zone) => zone === UNKNOWN).length;
  const least = Math.max(ids, zones.length - ids, Math.min(unknowns, 1));
  return { zones, atLeast: least, atMost: zones.length + unknowns };
}

interface Association {
  tables: Refs;
  /** False when it may be another subnet's. */
  certain: boolean;
}

function findAssociations(stack: Stack): { associations: Map<Resource, Association[]>; unplaced: boolean } {
  const associations = new Map<Resource, Association[]>();
  let unplaced = false;
  for (const association of stack.ofType(ROUTE_TABLE_ASSOCIATION).filter(({ outside }) => !outside)) {
    const { resources } = stack.refs(association.at("subnetId"), SUBNET, DEFAULT_SUBNET);
    unplaced ||= resources.length === 0 && association.at("subnetId").isUnknown;
    const tables = routeTablesAt(stack, association.at("routeTableId"));
    for (const subnet of resources) {
      const found = { tables, certain: resources.length === 1 };
      associations.set(subnet, [...(associations.get(subnet) ?? []), found]);
    }
  }
  return { associations, unplaced };
}

/**
 * The route table of a subnet: the one it is associated with, else the main route table of its VPC. Several where it is
 * one of them but not known which; none where it lies outside the stack or is not known yet.
 */
export function routeTablesOf(stack: Stack, subnet: Resource): RouteTable[] {
  const { associations, unplaced } = stack.once(findAssociations);
  const own = associations.get(subnet) ?? [];
  const certain = own.filter((association) => association.certain);
  const counted = certain.length > 0 ? certain : own;
  if (counted.length > 0) {
    const isAllFound = counted.every(({ tables }) => tables.resources.length > 0);
    const tables = new Set(counted.flatMap(({ tables }) => tables.resources));
    return isAllFound ? [...tables].map((table) => routeTable(stack, table)) : [];
  }
  const vpc = vpcOf(stack, subnet);
  return vpc && !unplaced ? [routeTable(stack, mainRouteTable(stack, vpc))] : [];
}

/** Whether a subnet has an association of its own; unknown while one may be for it. */
export function isAssociated(stack: Stack, subnet: Resource): Certainty {
  const { associations, unplaced } = stack.once(findAssociations);
  return associations.has(subnet) || (unplaced && UNKNOWN);
}

function leadsToInternet({ routes, complete }: RouteTable): Certainty {
  const answers = routes.map(({ target, certain }): Certainty =>
    target === UNKNOWN ? UNKNOWN : target === "internet-gateway" && (certain || UNKNOWN),
  );
  return anyOf(complete ? answers : [...answers, UNKNOWN]);
}

/** Whether a subnet is public or private. */
export function tierOf(stack: Stack, subnet: Resource): Tier | Unknown {
  return stack.once(tiers)(subnet);
}

function tiers(stack: Stack): (subnet: Resource) => Tier | Unknown {
  const found = new Map<Resource, Tier | Unknown>();
  return (subnet) => {
    const tier = found.get(subnet) ?? decideTier(stack, subnet);
    found.set(subnet, tier);
    return tier;
  };
}

function decideTier(stack: Stack, subnet: Resource): Tier | Unknown {
  // AWS makes default subnets with public addresses.
  const mapsPublicAddresses = subnet.bool("mapPublicIpOnLaunch") ?? subnet.type === DEFAULT_SUBNET;
  if (mapsPublicAddresses === true) {
    return "public";
  }
  const answers = new Set(routeTablesOf(stack, subnet).map(leadsToInternet));
  const [answer = UNKNOWN] = answers.size === 1 ? answers : [];
  if (answer === true) {
    return "public";
  }
  return answer === false && mapsPublicAddresses === false ? "private" : UNKNOWN;
}
