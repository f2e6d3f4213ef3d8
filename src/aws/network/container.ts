import type { Resource } from "../../graph/resource";
import type { Stack } from "../../graph/stack";
import {
  EC2_ROUTE_TABLE,
  EC2_SECURITY_GROUP,
  EC2_SUBNET,
  LB_LISTENER,
  LB_LOAD_BALANCER,
  RDS_CLUSTER,
} from "../type-tokens";
import { LOCATIONS } from "./placement";
import { DEFAULT_SUBNET, vpcOf } from "./vpc";

/** Where resources name their subnets. */
const SUBNETS: readonly (readonly [string, ...string[]])[] = [
  ["subnetId"],
  ["subnetIds"],
  ["subnets"],
  ["vpcConfig", "subnetIds"],
  ["networkConfiguration", "subnets"],
];

/** What a resource is a part of, by the property that names it: it is where that is. */
const WHOLES: readonly (readonly [property: string, type: string])[] = [
  ["routeTableId", EC2_ROUTE_TABLE],
  ["securityGroupId", EC2_SECURITY_GROUP],
  ["loadBalancerArn", LB_LOAD_BALANCER],
  ["listenerArn", LB_LISTENER],
  ["clusterIdentifier", RDS_CLUSTER],
];

const MOST_STEPS = 4;

/** The subnet that a resource is in, or the VPC where it is in several subnets of one; absent where that is not known. */
export function containerOf(stack: Stack, resource: Resource, steps = MOST_STEPS): Resource | undefined {
  const subnets = SUBNETS.flatMap((path) => stack.refs(resource.at(...path), EC2_SUBNET, DEFAULT_SUBNET).resources);
  const [subnet, ...others] = new Set(subnets);
  if (subnet && others.length === 0) {
    return subnet;
  }
  const vpcs = new Set((subnet ? [subnet, ...others] : [resource]).map((one) => vpcOf(stack, one)));
  const [vpc] = vpcs.size === 1 ? vpcs : [];
  return vpc ?? (steps > 0 ? containerOfWhole(stack, resource, steps - 1) : undefined);
}

/** The container of what a resource is a part of. */
function containerOfWhole(stack: Stack, resource: Resource, steps: number): Resource | undefined {
  const group = LOCATIONS[resource.type]?.group;
  for (const [property, type] of [...(group ? [group] : []), ...WHOLES]) {
    const [whole, ...others] = stack.refs(resource.at(property), type).resources;
    const container = whole && whole !== resource && others.length === 0 && containerOf(stack, whole, steps);
    if (container) {
      return container;
    }
  }
  return undefined;
}
