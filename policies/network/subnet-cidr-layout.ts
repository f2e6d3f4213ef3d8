import { contains, overlaps, sizeOf, type Block } from "../../stack/cidr";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { known } from "../../stack/value";
import { managedVpcs, subnetsOf, vpcOf } from "../../stack/vpc";
import { blockOf, blocksOf } from "../../stack/vpc-blocks";
import { defineRule, type Context } from "../rule";

interface Placed {
  subnet: Resource;
  block: Block;
}

const textOf = (resource: Resource): string => {
  const text = resource.str("cidrBlock");
  return known(text) ? text : "a block of IPAM";
};

const sum = (sizes: readonly bigint[]): bigint => sizes.reduce((total, size) => total + size, 0n);

function judgeOverlaps(placed: readonly Placed[], { report }: Context): boolean {
  let isAny = false;
  for (const [index, { subnet, block }] of placed.entries()) {
    const earlier = placed.slice(0, index).filter((other) => overlaps(other.block, block));
    if (earlier.length > 0) {
      isAny = true;
      const others = earlier.map((other) => `${other.subnet.name} (${textOf(other.subnet)})`).join(", ");
      report({
        at: subnet,
        property: "cidrBlock",
        message:
          `${textOf(subnet)} shares addresses with ${others} of the same VPC, and AWS refuses it ` +
          "(InvalidSubnet.Conflict); give each subnet a block of its own.",
      });
    }
  }
  return isAny;
}

/** Gaps between the subnets of one block that hold more addresses than the subnets themselves. */
function judgeGaps(vpc: Resource, block: Block, placed: readonly Placed[], { report }: Context): void {
  const inside = placed.map((one) => one.block).filter((one) => contains(block, one));
  const sorted = [...inside].sort((left, right) => (left.first < right.first ? -1 : 1));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) {
    return;
  }
  const used = sum(sorted.map(sizeOf));
  const gaps = last.last - first.first + 1n - used;
  if (gaps > used) {
    report({
      at: vpc,
      level: "advisory",
      message:
        `the gaps between the subnets hold ${String(gaps)} addresses, more than the subnets themselves (${String(used)}), ` +
        `so that ${String(sorted.length)} subnets cut up ${String((100n * (gaps + used)) / sizeOf(block))} % of the ` +
        "VPC's block; let their blocks follow each other, which leaves the rest in one piece for further tiers.",
    });
  }
}

function judgeVpc(stack: Stack, vpc: Resource, context: Context): void {
  const { blocks, complete } = blocksOf(stack, vpc);
  const possible = subnetsOf(stack, vpc);
  const subnets = possible.resources.filter((subnet) => vpcOf(stack, subnet) === vpc);
  const placed = subnets.flatMap((subnet): Placed[] => {
    const block = blockOf(subnet);
    return block ? [{ subnet, block }] : [];
  });
  for (const subnet of subnets.filter((one) => one.at("cidrBlock").isUnknown)) {
    context.undecided(subnet, "cidrBlock");
  }
  const isOverlapping = judgeOverlaps(placed, context);
  const outside = placed.filter(({ block }) => !blocks.some((one) => contains(one, block)));
  for (const { subnet } of outside) {
    if (!complete) {
      context.undecided(subnet, "cidrBlock");
    } else {
      context.report({
        at: subnet,
        property: "cidrBlock",
        message:
          `${textOf(subnet)} does not lie in the VPC's ${textOf(vpc)}${blocks.length > 1 ? " or its other blocks" : ""}, ` +
          "and AWS refuses it (InvalidSubnet.Range); choose a part of the VPC's block.",
      });
    }
  }
  const areAllPlaced = possible.complete && placed.length === possible.resources.length;
  if (areAllPlaced && complete && !isOverlapping && outside.length === 0) {
    for (const block of blocks) {
      judgeGaps(vpc, block, placed, context);
    }
  }
}

export default defineRule({
  id: "subnet-cidr-layout",
  category: "network",
  description: "Subnets lie in their VPC, side by side",
  severity: "medium",
  level: "mandatory",
  failures: ["E7"],
  why:
    "AWS makes no subnet outside its VPC's blocks or over another one, so that the deployment stops half-way. Gaps " +
    "between subnets cannot be moved later, and are too small for the tier that comes next.",
  fix: {
    typescript:
      "zones.forEach((zone, i) => {\n" +
      "  new aws.ec2.Subnet(`public-${i}`, { vpcId: vpc.id, cidrBlock: `10.0.${2 * i}.0/24`, availabilityZone: zone });\n" +
      "  new aws.ec2.Subnet(`private-${i}`, { vpcId: vpc.id, cidrBlock: `10.0.${2 * i + 1}.0/24`, availabilityZone: zone });\n" +
      "});",
    python:
      "for i, zone in enumerate(zones):\n" +
      '    aws.ec2.Subnet(f"public-{i}", vpc_id=vpc.id, cidr_block=f"10.0.{2 * i}.0/24", availability_zone=zone)\n' +
      '    aws.ec2.Subnet(f"private-{i}", vpc_id=vpc.id, cidr_block=f"10.0.{2 * i + 1}.0/24", availability_zone=zone)',
    yaml:
      "resources:\n  public-0:\n    type: aws:ec2:Subnet\n    properties:\n      vpcId: ${vpc.id}\n" +
      "      cidrBlock: 10.0.0.0/24\n      availabilityZone: ${zones[0]}\n  private-0:\n" +
      "    type: aws:ec2:Subnet\n    properties:\n      vpcId: ${vpc.id}\n      cidrBlock: 10.0.1.0/24\n" +
      "      availabilityZone: ${zones[0]}",
  },
  limits:
    "VPCs outside the stack; IPv6; blocks that IPAM chooses; gaps that hold no more addresses than the subnets between " +
    "which they lie.",
  stack(stack, context) {
    for (const vpc of managedVpcs(stack)) {
      judgeVpc(stack, vpc, context);
    }
  },
});
