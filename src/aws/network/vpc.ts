import { anyOf, type Certainty } from "../../graph/certainty";
import { regionOfZone } from "../region";
import type { Resource } from "../../graph/resource";
import { EC2_ROUTE_TABLE_ASSOCIATION, EC2_SUBNET, EC2_VPC } from "../type-tokens";
import { DEFAULT_VPC, INTERNET_GATEWAY, mainRouteTable, routeTable, routeTablesAt, type RouteTable } from "./routes";
import { grouped, type Refs, type Stack } from "../../graph/stack";
import { known, UNKNOWN, type Unknown } from "../../graph/value";
import type { View } from "../../graph/view";

export const DEFAULT_SUBNET = "aws:ec2/defaultSubnet:DefaultSubnet";

const INTERNET_GATEWAY_ATTACHMENT = "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment";

/** Public: with a route to an internet gateway, or where machines get a public address. */
export type Tier = "public" | "private";

/** The VPC that a resource's `vpcId` names; absent where it is not in the stack or not known yet. */
export function vpcOf(stack: Stack, resource: Resource): Resource | undefined {
  const { resources } = stack.refs(resource.at("vpcId"), EC2_VPC, DEFAULT_VPC);
  return resources.length === 1 ? resources[0] : undefined;
}

/** How a VPC of the stack gets to the internet. */
export interface InternetAccess {
  /** One of these is enough: gateways that are created in the VPC, and attachments of others. */
  ways: Resource[];
  /** The gateways that are attached to it by a resource of their own. */
  attached: Resource[];
}

/** The internet gateways that the stack attaches to a VPC. */
export function internetAccessOf(stack: Stack, vpc: Resource): InternetAccess {
  const ways = stack.managed(INTERNET_GATEWAY, INTERNET_GATEWAY_ATTACHMENT).filter((one) => vpcOf(stack, one) === vpc);
  const attached = ways
    .filter(({ type }) => type === INTERNET_GATEWAY_ATTACHMENT)
    .flatMap((attachment) => stack.refs(attachment.at("internetGatewayId"), INTERNET_GATEWAY).resources);
  return { ways, attached };
}

/** Whether a VPC has an internet gateway; false only for one that this operation creates, and creates without. */
export function hasInternetGateway(stack: Stack, vpc: Resource): Certainty {
  if (internetAccessOf(stack, vpc).ways.length > 0) {
    return true;
  }
  const isCertain =
    vpc.type === EC2_VPC &&
    vpc.exists === false &&
    // A gateway whose VPC is not known may be the one, and another provider may attach one.
    stack
      .ofType(INTERNET_GATEWAY, INTERNET_GATEWAY_ATTACHMENT)
      .every((one) => stack.refs(one.at("vpcId"), EC2_VPC).complete) &&
    stack.users(vpc).every(({ type }) => type.startsWith("aws:"));
  return isCertain ? false : UNKNOWN;
}

/** The VPCs that the stack creates. */
export function managedVpcs(stack: Stack): Resource[] {
  return stack.managed(EC2_VPC);
}

function findSubnets(stack: Stack): { subnets: Map<Resource, Resource[]>; isUnclear: boolean } {
  let isUnclear = false;
  const inside = stack.managed(EC2_SUBNET);
  const subnets = grouped(inside, (subnet) => {
    const { resources } = stack.refs(subnet.at("vpcId"), EC2_VPC, DEFAULT_VPC);
    isUnclear ||= resources.length === 0 && subnet.at("vpcId").isUnknown;
    return resources;
  });
  return { subnets, isUnclear };
}

/** The subnets of a VPC that the stack creates. Not complete while the VPC of a subnet is not known. */
export function subnetsOf(stack: Stack, vpc: Resource): Refs {
  const { subnets, isUnclear } = stack.once(findSubnets);
  return { resources: subnets.get(vpc) ?? [], complete: !isUnclear };
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
    const copied: readonly Resource[] = stack.refs(current.at(property), EC2_SUBNET, DEFAULT_SUBNET).resources;
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

/** Two subnets in one zone; absent where each has a zone of its own, as far as that is known. */
export function sharingZone(
  stack: Stack,
  subnets: readonly Resource[],
): { zone: string; pair: Resource[] } | undefined {
  const seen = new Map<string, Resource>();
  for (const subnet of subnets) {
    const zone = zoneOf(stack, subnet);
    const earlier = known(zone) ? seen.get(zone) : undefined;
    if (known(zone) && earlier) {
      return { zone, pair: [earlier, subnet] };
    }
    if (known(zone)) {
      seen.set(zone, subnet);
    }
  }
  return undefined;
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

/** Whether the subnets that a property names are in so many zones; unknown where AWS or another stack decides it. */
export function spanZones(stack: Stack, property: View, required: number): Certainty {
  const { resources, complete } = stack.refs(property, EC2_SUBNET, DEFAULT_SUBNET);
  const listed = property.list() ?? [];
  const { atLeast, atMost } = zonesOf(stack, resources);
  if (known(listed) && listed.length < required) {
    return false;
  }
  return atLeast >= required || (complete && !property.isUnknown && atMost < required ? false : UNKNOWN);
}

interface Association {
  tables: Refs;
  /** False when it may be another subnet's. */
  certain: boolean;
}

function findAssociations(stack: Stack): { associations: Map<Resource, Association[]>; isUnclear: boolean } {
  const associations = new Map<Resource, Association[]>();
  let isUnclear = false;
  for (const association of stack.ofType(EC2_ROUTE_TABLE_ASSOCIATION)) {
    const { resources } = stack.refs(association.at("subnetId"), EC2_SUBNET, DEFAULT_SUBNET);
    isUnclear ||= resources.length === 0 && association.at("subnetId").isUnknown;
    const tables = routeTablesAt(stack, association.at("routeTableId"));
    for (const subnet of resources) {
      const found = { tables, certain: resources.length === 1 };
      associations.set(subnet, [...(associations.get(subnet) ?? []), found]);
    }
  }
  return { associations, isUnclear };
}

/**
 * The route table of a subnet: the one it is associated with, else the main route table of its VPC. Several where it is
 * one of them but not known which; none where it is not in the stack or not known yet.
 */
export function routeTablesOf(stack: Stack, subnet: Resource): RouteTable[] {
  const { associations, isUnclear } = stack.once(findAssociations);
  const own = associations.get(subnet) ?? [];
  const certain = own.filter((association) => association.certain);
  const counted = certain.length > 0 ? certain : own;
  if (counted.length > 0) {
    const isAllFound = counted.every(({ tables }) => tables.resources.length > 0);
    const tables = new Set(counted.flatMap(({ tables }) => tables.resources));
    return isAllFound ? [...tables].map((table) => routeTable(stack, table)) : [];
  }
  const vpc = vpcOf(stack, subnet);
  return vpc && !isUnclear ? [routeTable(stack, mainRouteTable(stack, vpc))] : [];
}

/** Whether a subnet has an association of its own; unknown while one may be for it. */
export function isAssociated(stack: Stack, subnet: Resource): Certainty {
  const { associations, isUnclear } = stack.once(findAssociations);
  return associations.has(subnet) || (isUnclear && UNKNOWN);
}

function tableLeadsToInternet({ routes, complete }: RouteTable): Certainty {
  const answers = routes.map(({ target, certain }): Certainty =>
    target === UNKNOWN ? UNKNOWN : target === "internet-gateway" && (certain || UNKNOWN),
  );
  return anyOf(complete ? answers : [...answers, UNKNOWN]);
}

/** Whether a subnet has a route to an internet gateway. */
export function leadsToInternet(stack: Stack, subnet: Resource): Certainty {
  const answers = new Set(routeTablesOf(stack, subnet).map(tableLeadsToInternet));
  const [answer = UNKNOWN] = answers.size === 1 ? answers : [];
  return answer;
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
  // AWS creates default subnets with public addresses.
  const mapsPublicAddresses = subnet.bool("mapPublicIpOnLaunch") ?? subnet.type === DEFAULT_SUBNET;
  if (mapsPublicAddresses === true) {
    return "public";
  }
  const answer = leadsToInternet(stack, subnet);
  if (answer === true) {
    return "public";
  }
  return answer === false && mapsPublicAddresses === false ? "private" : UNKNOWN;
}
