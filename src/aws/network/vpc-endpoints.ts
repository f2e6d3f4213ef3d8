import type { Resource } from "../../graph/resource";
import { EC2_SUBNET, EC2_VPC, EC2_VPC_ENDPOINT } from "../type-tokens";
import { DEFAULT_VPC, routeTablesAt } from "./routes";
import { grouped, type Refs, type Stack } from "../../graph/stack";
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

/** What associations of their own attach to endpoints. */
interface Attached {
  byEndpoint: Map<Resource, Refs[]>;
  /** True where one may be for any endpoint. */
  isUnclear: boolean;
}

function findAttached(stack: Stack, type: string, targets: (association: Resource) => Refs): Attached {
  const found = stack.managed(type).map((association) => {
    const at = association.at("vpcEndpointId");
    const endpoints = stack.refs(at, EC2_VPC_ENDPOINT).resources;
    return { at, endpoints, refs: endpoints.length > 0 ? targets(association) : undefined };
  });
  const byEndpoint = grouped(found, ({ endpoints }) => endpoints);
  return {
    byEndpoint: new Map([...byEndpoint].map(([endpoint, own]) => [endpoint, own.flatMap(({ refs }) => refs ?? [])])),
    isUnclear: found.some(({ at, endpoints }) => at.isUnknown && endpoints.length === 0),
  };
}

const attachedTables = (stack: Stack): Attached =>
  findAttached(stack, ROUTE_TABLE_ASSOCIATION, (association) => routeTablesAt(stack, association.at("routeTableId")));

const attachedSubnets = (stack: Stack): Attached =>
  findAttached(stack, SUBNET_ASSOCIATION, (association) =>
    stack.refs(association.at("subnetId"), EC2_SUBNET, DEFAULT_SUBNET),
  );

function attached({ byEndpoint, isUnclear }: Attached, endpoint: Resource): Refs {
  const own = byEndpoint.get(endpoint) ?? [];
  return {
    resources: own.flatMap(({ resources }) => resources),
    complete: !isUnclear && own.every(({ complete }) => complete),
  };
}

const isEmpty = (endpoint: Resource, property: string): boolean => {
  const items = endpoint.list(property);
  return items === undefined || (known(items) && items.length === 0);
};

function toEndpoint(stack: Stack, resource: Resource): VpcEndpoint {
  const serviceName = resource.str("serviceName") ?? "";
  const type = resource.str("vpcEndpointType");
  const own = routeTablesAt(stack, resource.at("routeTableIds"));
  const others = attached(stack.once(attachedTables), resource);
  const subnets = attached(stack.once(attachedSubnets), resource);
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
