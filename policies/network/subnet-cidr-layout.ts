import { contains, overlaps, sizeOf, type Block } from "../../src/graph/cidr";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known } from "../../src/graph/value";
import { managedVpcs, subnetsOf, vpcOf } from "../../src/aws/network/vpc";
import { blockOf, blocksOf } from "../../src/aws/network/vpc-blocks";
import { defineRule, type Context } from "../../src/rules/rule";

interface Placed {
  subnet: Resource;
  block: Block;
}

const textOf = (resource: Resource): string => {
  const text = resource.str("cidrBlock");
  return known(text) ? text : "a block of IPAM";
};

const sum = (sizes: readonly bigint[]): bigint => sizes.reduce((total, size) => total + size, 0n);

function checkOverlaps(placed: readonly Placed[], { report }: Context): boolean {
  let isAny = false;
  for (const [index, { subnet, block }] of placed.entries()) {
    const earlier = placed.slice(0, index).filter((other) => overlaps(other.block, block));
    if (earlier.length > 0) {
      isAny = true;
      const others = earlier.map((other) => `${other.subnet.name} (${textOf(other.subnet)})`).join(", ");
      report({
        at: subnet,
        property: "cidrBlock",
        onlyAtCreation: true,
        message: `${textOf(subnet)} overlaps with ${others} of the same VPC. Give each subnet a block of its own.`,
        awsError: `The CIDR '${textOf(subnet)}' conflicts with another subnet`,
      });
    }
  }
  return isAny;
}

/** Gaps between the subnets of one block that hold more addresses than the subnets themselves. */
function checkGaps(vpc: Resource, block: Block, placed: readonly Placed[], { report }: Context): void {
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
      message:
        `The gaps between the subnets hold ${String(gaps)} addresses, more than the subnets themselves (${String(used)}), ` +
        `so ${String(sorted.length)} subnets take up ${String((100n * (gaps + used)) / sizeOf(block))} % of the VPC's block. ` +
        "Let their blocks follow each other, which leaves the rest in one piece for further tiers.",
    });
  }
}

function checkVpc(stack: Stack, vpc: Resource, context: Context): void {
  const { blocks, complete } = blocksOf(stack, vpc);
  const possible = subnetsOf(stack, vpc);
  const subnets = possible.resources.filter((subnet) => vpcOf(stack, subnet) === vpc);
  const placed = subnets.flatMap((subnet): Placed[] => {
    const block = blockOf(subnet);
    return block ? [{ subnet, block }] : [];
  });
  // Of two that overlap, AWS rejects the one that does not exist yet.
  placed.sort((left, right) => Number(right.subnet.exists === true) - Number(left.subnet.exists === true));
  for (const subnet of subnets.filter((one) => one.at("cidrBlock").isUnknown)) {
    context.undecided(subnet, "cidrBlock");
  }
  const isOverlapping = checkOverlaps(placed, context);
  const outside = placed.filter(({ block }) => !blocks.some((one) => contains(one, block)));
  for (const { subnet } of outside) {
    if (!complete) {
      context.undecided(subnet, "cidrBlock");
    } else {
      context.report({
        at: subnet,
        property: "cidrBlock",
        onlyAtCreation: true,
        message:
          `${textOf(subnet)} is not in ${textOf(vpc)}${blocks.length > 1 ? ", the VPC's block, or its other blocks" : ", the VPC's block"}. ` +
          "Choose a part of the VPC's block.",
        awsError: `The CIDR '${textOf(subnet)}' is invalid`,
      });
    }
  }
  const areAllPlaced = possible.complete && placed.length === possible.resources.length;
  const isRequired = context.contract.subnetLayout === true;
  if (isRequired && areAllPlaced && complete && !isOverlapping && outside.length === 0) {
    for (const block of blocks) {
      checkGaps(vpc, block, placed, context);
    }
  }
}

export default defineRule({
  id: "subnet-cidr-layout",
  category: "network",
  description: "Subnets must be inside their VPC and must not overlap",
  severity: "medium",
  level: "mandatory",
  basis: "aws-rejects",
  contractKeys: ["subnetLayout"],
  failures: ["E7"],
  why:
    "AWS creates no subnet outside its VPC's blocks or over another one, so the deployment stops half-way. Gaps between " +
    "subnets cannot be moved later, and are too small for the tier that comes next.",
  fix: {
    typescript: `zones.forEach((zone, i) => {
  new aws.ec2.Subnet(\`public-\${i}\`, { vpcId: vpc.id, cidrBlock: \`10.0.\${2 * i}.0/24\`, availabilityZone: zone });
  new aws.ec2.Subnet(\`private-\${i}\`, { vpcId: vpc.id, cidrBlock: \`10.0.\${2 * i + 1}.0/24\`, availabilityZone: zone });
});`,
    python: `for i, zone in enumerate(zones):
    aws.ec2.Subnet(f"public-{i}", vpc_id=vpc.id, cidr_block=f"10.0.{2 * i}.0/24", availability_zone=zone)
    aws.ec2.Subnet(f"private-{i}", vpc_id=vpc.id, cidr_block=f"10.0.{2 * i + 1}.0/24", availability_zone=zone)`,
    yaml: `resources:
  public-0:
    type: aws:ec2:Subnet
    properties:
      vpcId: \${vpc.id}
      cidrBlock: 10.0.0.0/24
      availabilityZone: \${zones[0]}
  private-0:
    type: aws:ec2:Subnet
    properties:
      vpcId: \${vpc.id}
      cidrBlock: 10.0.1.0/24
      availabilityZone: \${zones[0]}`,
  },
  limits:
    "VPCs of other stacks; IPv6; blocks that IPAM chooses; gaps, unless the contract sets subnetLayout, and gaps that hold " +
    "no more addresses than the subnets around them.",
  references: [
    "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html",
  ],
  stack(stack, context) {
    for (const vpc of managedVpcs(stack)) {
      checkVpc(stack, vpc, context);
    }
  },
});
