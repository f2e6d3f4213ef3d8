import type { Certainty } from "../../graph/certainty";
import type { Resource } from "../../graph/resource";
import { grouped, type Refs, type Stack } from "../../graph/stack";
import { UNKNOWN } from "../../graph/value";
import { EC2_NAT_GATEWAY, EC2_SUBNET } from "../type-tokens";
import { vpcOf } from "./vpc";

function has(gateway: Resource, property: "connectivityType" | "availabilityMode", expected: string): Certainty {
  const value = gateway.str(property);
  return value === UNKNOWN ? UNKNOWN : value === expected;
}

/** True for one without an Elastic IP address, which connects networks but does not lead to the internet. */
export const isPrivateNat = (gateway: Resource): Certainty => has(gateway, "connectivityType", "private");

/** True for one that works in every zone of its VPC, and is in no subnet. */
export const isRegionalNat = (gateway: Resource): Certainty => has(gateway, "availabilityMode", "regional");

/** The subnet that a zonal NAT gateway is in; absent where it is not in the stack or not known yet. */
export function subnetOfNat(stack: Stack, gateway: Resource): Resource | undefined {
  const { resources } = stack.refs(gateway.at("subnetId"), EC2_SUBNET);
  return resources.length === 1 ? resources[0] : undefined;
}

/** The VPC that a NAT gateway is in; absent where it is not in the stack or not known yet. */
export function vpcOfNat(stack: Stack, gateway: Resource): Resource | undefined {
  const subnet = subnetOfNat(stack, gateway);
  return vpcOf(stack, subnet ?? gateway);
}

/** The NAT gateways of a VPC. Not complete while the VPC of a gateway is not known. */
export function natGatewaysOf(stack: Stack, vpc: Resource): Refs {
  const byVpc = stack.once(natGatewaysByVpc);
  return { resources: byVpc.get(vpc) ?? [], complete: !byVpc.has(undefined) };
}

const natGatewaysByVpc = (stack: Stack): Map<Resource | undefined, Resource[]> =>
  grouped(stack.managed(EC2_NAT_GATEWAY), (gateway) => [vpcOfNat(stack, gateway)]);
