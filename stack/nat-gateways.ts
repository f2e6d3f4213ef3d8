import type { Certainty } from "./certainty";
import type { Resource } from "./resource";
import type { Refs, Stack } from "./stack";
import { UNKNOWN } from "./value";
import { SUBNET, vpcOf } from "./vpc";

export const NAT_GATEWAY = "aws:ec2/natGateway:NatGateway";

function says(gateway: Resource, property: "connectivityType" | "availabilityMode", text: string): Certainty {
  const value = gateway.str(property);
  return value === UNKNOWN ? UNKNOWN : value === text;
}

/** True for one without an Elastic IP address, which connects networks but does not lead to the internet. */
export const isPrivateNat = (gateway: Resource): Certainty => says(gateway, "connectivityType", "private");

/** True for one that works in every zone of its VPC, and is in no subnet. */
export const isRegionalNat = (gateway: Resource): Certainty => says(gateway, "availabilityMode", "regional");

/** The subnet that a zonal NAT gateway is in; absent where it lies outside the stack or is not known yet. */
export function subnetOfNat(stack: Stack, gateway: Resource): Resource | undefined {
  const { resources } = stack.refs(gateway.at("subnetId"), SUBNET);
  return resources.length === 1 ? resources[0] : undefined;
}

/** The VPC that a NAT gateway is in; absent where it lies outside the stack or is not known yet. */
export function vpcOfNat(stack: Stack, gateway: Resource): Resource | undefined {
  const subnet = subnetOfNat(stack, gateway);
  return vpcOf(stack, subnet ?? gateway);
}

/** The NAT gateways of a VPC. Not complete while a gateway does not say where it is. */
export function natGatewaysOf(stack: Stack, vpc: Resource): Refs {
  const gateways = stack.ofType(NAT_GATEWAY).filter(({ outside }) => !outside);
  const places = gateways.map((gateway) => vpcOfNat(stack, gateway));
  return {
    resources: gateways.filter((_gateway, index) => places[index] === vpc),
    complete: !places.includes(undefined),
  };
}
