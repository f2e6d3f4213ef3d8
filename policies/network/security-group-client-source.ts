import { EC2_SUBNET, EC2_VPC } from "../../src/aws/type-tokens";
import { overlaps, parseBlock, sizeOf, type Block } from "../../src/graph/cidr";
import { NETWORKED_DATABASES, portsOf } from "../../src/aws/databases/database-ports";
import type { Resource } from "../../src/graph/resource";
import {
  admitsInternet,
  membersOf,
  opensTcpPort,
  securityGroupRules,
  type SecurityGroupRule,
} from "../../src/aws/network/security-groups";
import type { Stack } from "../../src/graph/stack";
import { known } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { vpcOf } from "../../src/aws/network/vpc";
import { blocksOf } from "../../src/aws/network/vpc-blocks";
import { defineRule } from "../../src/rules/rule";

const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"]
  .map(parseBlock)
  .filter((block) => block !== undefined);

/** No VPC is larger than a /16, and a block of this size is not meant for a single machine. */
const AS_LARGE_AS_A_VPC = 1n << 16n;

function isPrivate(block: Block): boolean {
  return PRIVATE.some((one) => overlaps(one, block));
}

/** True for a block of the group's own VPC: the whole of it, or a part that is larger than a single machine. */
function isOfVpc(stack: Stack, cidr: View, groups: readonly Resource[]): boolean {
  const block = typeof cidr.value === "string" ? parseBlock(cidr.value) : undefined;
  const isComputed = stack.refs(cidr, EC2_VPC, EC2_SUBNET).resources.length > 0;
  if (!block) {
    return cidr.isUnknown && isComputed;
  }
  if (sizeOf(block) === 1n || !isPrivate(block)) {
    return false;
  }
  const vpcs = groups.map((group) => vpcOf(stack, group));
  const found = vpcs.map((vpc) => (vpc ? blocksOf(stack, vpc) : { blocks: [], complete: false }));
  return found.every(({ complete }) => complete)
    ? found.some(({ blocks }) => blocks.some((one) => overlaps(one, block)))
    : isComputed || sizeOf(block) >= AS_LARGE_AS_A_VPC;
}

/** The databases and caches in the groups of a rule whose port it opens. */
function openedDatabases(stack: Stack, rule: SecurityGroupRule): Resource[] {
  return rule.groups.resources
    .flatMap((group) => membersOf(stack, group).resources)
    .filter((member) => {
      const ports = NETWORKED_DATABASES.includes(member.type) ? portsOf(stack, member) : [];
      return known(ports) && ports.some((port) => opensTcpPort(rule, port) === true);
    });
}

export default defineRule({
  id: "security-group-client-source",
  category: "network",
  description: "Databases and caches must admit the security groups of their clients",
  severity: "medium",
  level: "advisory",
  failures: ["F10"],
  why:
    "Everything in the VPC reaches a database that admits the VPC's block: a forgotten test instance, a function of another " +
    "team. The security group of its clients admits these and nothing else.",
  fix: {
    typescript: `ingress: [{
  description: "Tasks", protocol: "tcp", fromPort: 6379, toPort: 6379,
  securityGroups: [tasks.id], // not cidrBlocks: [vpc.cidrBlock]
}],`,
    python: `ingress=[{
    "description": "Tasks", "protocol": "tcp", "from_port": 6379, "to_port": 6379,
    "security_groups": [tasks.id],  # not cidr_blocks=[vpc.cidr_block]
}],`,
    yaml: `ingress:
  - description: Tasks
    protocol: tcp
    fromPort: 6379
    toPort: 6379
    securityGroups: ["\${tasks.id}"] # not cidrBlocks with the whole VPC`,
  },
  limits:
    "Blocks outside the VPC (offices, peers), single addresses, prefix lists; the whole internet " +
    "(security-group-database-open).",
  references: ["https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"],
  stack(stack, { report, undecided }) {
    for (const rule of securityGroupRules(stack).filter(({ direction }) => direction === "ingress")) {
      if (admitsInternet(stack, rule) === true) {
        continue;
      }
      const databases = openedDatabases(stack, rule).map(({ name }) => name);
      const cidrs = databases.length > 0 ? rule.cidrs : [];
      for (const cidr of cidrs) {
        if (!isOfVpc(stack, cidr, rule.groups.resources)) {
          if (cidr.isUnknown) {
            undecided(cidr);
          }
          continue;
        }
        report({
          at: cidr,
          message:
            `This rule lets everything in ${typeof cidr.value === "string" ? cidr.value : "this block of the VPC"} connect ` +
            `to ${[...new Set(databases)].join(", ")}. Admit the security groups of its clients instead ` +
            "(`securityGroups`, `sourceSecurityGroupId` or `referencedSecurityGroupId`).",
        });
      }
    }
  },
});
