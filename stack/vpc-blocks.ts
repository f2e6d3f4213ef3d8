import { parseBlock, type Block } from "./cidr";
import type { Resource } from "./resource";
import type { Stack } from "./stack";
import { known } from "./value";
import { VPC } from "./vpc";

const ASSOCIATION = "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation";

/** The IPv4 block that a VPC, subnet or association is given; absent where IPAM chooses it or it is not known yet. */
export function blockOf(resource: Resource): Block | undefined {
  const text = resource.str("cidrBlock");
  return known(text) ? parseBlock(text) : undefined;
}

/** The IPv4 blocks of a VPC, secondary ones included. Not complete while one of them is not known. */
export function blocksOf(stack: Stack, vpc: Resource): { blocks: Block[]; complete: boolean } {
  const places = stack.ofType(ASSOCIATION).map((association) => ({
    association,
    vpcs: stack.refs(association.at("vpcId"), VPC).resources,
    isUnplaced: association.at("vpcId").isUnknown,
  }));
  const counted = places.filter(({ vpcs, isUnplaced }) => vpcs.includes(vpc) || (vpcs.length === 0 && isUnplaced));
  const found = [vpc, ...counted.map(({ association }) => association)].map(blockOf);
  const blocks = found.filter((block) => block !== undefined);
  return { blocks, complete: blocks.length === found.length };
}
