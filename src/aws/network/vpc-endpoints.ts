import type { Resource } from "../../graph/resource";
import { EC2_SUBNET, EC2_VPC, EC2_VPC_ENDPOINT } from "../type-tokens";
import { DEFAULT_VPC, routeTablesAt } from "./routes";
import type { Refs, Stack } from "../../graph/stack";
import { known, UNKNOWN, type Unknown } from "../../graph/value";
import { DEFAULT_SUBNET } from "./vpc";

const ROUTE_TABLE_ASSOCIATION = "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation";
const SUBNET_ASSOCIATION = "aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation";

/** A VPC endpoint, with what it is attached to in all resource forms. */
export interface VpcEndpoint {
  resource: Resource;
  /** The short name of its service, such as `s3` or `ecr.api`. */
  service: string | Unknown;
  /** `Gateway`, `Interface`, … */
  type: string | Unknown;
  /** The route tables of a gateway endpoint; the VPC for a main route table without a resource of its own. */
  routeTables: Refs;
  /** True when an interface endpoint is in a subnet, or may be. */
  isInSubnet: boolean;
}

/** `com.amazonaws.eu-west-1.ecr.api`, its FIPS form and that of China are `ecr.api`; other names stay as they are. */
export function shortServiceName(serviceName: string): string {
  const [, short] = /^(?:cn\.)?com\.amazonaws\.[a-z0-9-]+\.(.+)$/.exec(serviceName) ?? [];
  return (short ?? serviceName).replace(/-fips(?=\.|$)/, "");
}

function attached(stack: Stack, endpoint: Resource, property: "routeTableId" | "subnetId"): Refs {
  const type = property === "routeTableId" ? ROUTE_TABLE_ASSOCIATION : SUBNET_ASSOCIATION;
  const found: Refs = { resources: [], complete: true };
  for (const association of stack.managed(type)) {
    const endpoints = stack.refs(association.at("vpcEndpointId"), EC2_VPC_ENDPOINT);
    if (endpoints.resources.includes(endpoint)) {
      const at = association.at(property);
      const { resources, complete } =
        property === "routeTableId" ? routeTablesAt(stack, at) : stack.refs(at, EC2_SUBNET, DEFAULT_SUBNET);
      found.resources.push(...resources);
      found.complete &&= complete;
    } else if (association.at("vpcEndpointId").isUnknown && endpoints.resources.length === 0) {
      found.complete = false;
    }
  }
  return found;
}

const isEmpty = (endpoint: Resource, property: string): boolean => {
  const items = endpoint.list(property);
  return items === undefined || (known(items) && items.length === 0);
};

function toEndpoint(stack: Stack, resource: Resource): VpcEndpoint {
  const serviceName = resource.str("serviceName") ?? "";
  const type = resource.str("vpcEndpointType");
  const own = routeTablesAt(stack, resource.at("routeTableIds"));
  const others = attached(stack, resource, "routeTableId");
  const subnets = attached(stack, resource, "subnetId");
  return {
    resource,
    service: known(serviceName) ? shortServiceName(serviceName) : UNKNOWN,
    type: type === undefined || type === "" ? "Gateway" : type,
    routeTables: {
      resources: [...new Set([...own.resources, ...others.resources])],
      complete: own.complete && others.complete,
    },
    isInSubnet:
      !isEmpty(resource, "subnetIds") ||
      !isEmpty(resource, "subnetConfigurations") ||
      subnets.resources.length > 0 ||
      !subnets.complete,
  };
}

function findEndpoints(stack: Stack): { endpoints: Map<Resource, VpcEndpoint[]>; isUnclear: boolean } {
  const endpoints = new Map<Resource, VpcEndpoint[]>();
  let isUnclear = false;
  for (const resource of stack.ofType(EC2_VPC_ENDPOINT)) {
    const vpcs = stack.refs(resource.at("vpcId"), EC2_VPC, DEFAULT_VPC).resources;
    isUnclear ||= vpcs.length === 0 && resource.at("vpcId").isUnknown;
    for (const vpc of vpcs) {
      endpoints.set(vpc, [...(endpoints.get(vpc) ?? []), toEndpoint(stack, resource)]);
    }
  }
  return { endpoints, isUnclear };
}

/** The endpoints of a VPC. Not complete while the VPC of an endpoint is not known. */
export function endpointsOf(stack: Stack, vpc: Resource): { endpoints: VpcEndpoint[]; complete: boolean } {
  const { endpoints, isUnclear } = stack.once(findEndpoints);
  return { endpoints: endpoints.get(vpc) ?? [], complete: !isUnclear };
}
