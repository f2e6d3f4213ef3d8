import { parseBlock, type Block } from "../../graph/cidr";
import type { Resource } from "../../graph/resource";
import type { Stack } from "../../graph/stack";
import { known } from "../../graph/value";
import { EC2_VPC } from "../type-tokens";

const ASSOCIATION = "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation";

/** The IPv4 block that a VPC, subnet or association is given; absent where IPAM chooses it or it is not known yet. */
export function blockOf(resource: Resource): Block | undefined {
  const text = resource.str("cidrBlock");
  return known(text) ? parseBlock(text) : undefined;
}

/** The IPv4 blocks of a VPC, secondary ones included. Not complete while one of them is not known. */
export function blocksOf(stack: Stack, vpc: Resource): { blocks: Block[]; complete: boolean } {
  const associations = stack.ofType(ASSOCIATION).map((association) => ({
    association,
    vpcs: stack.refs(association.at("vpcId"), EC2_VPC).resources,
    mayBeAny: association.at("vpcId").isUnknown,
  }));
  const counted = associations.filter(({ vpcs, mayBeAny }) => vpcs.includes(vpc) || (vpcs.length === 0 && mayBeAny));
  const found = [vpc, ...counted.map(({ association }) => association)].map(blockOf);
  const blocks = found.filter((block) => block !== undefined);
  return { blocks, complete: blocks.length === found.length };
}
