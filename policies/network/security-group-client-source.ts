import { overlaps, parseBlock, sizeOf, type Block } from "../../stack/cidr";
import { NETWORKED_DATABASES, portsOf } from "../../stack/database-ports";
import type { Resource } from "../../stack/resource";
import {
  admitsTheWorld,
  membersOf,
  opensTcpPort,
  securityGroupRules,
  type SecurityGroupRule,
} from "../../stack/security-groups";
import type { Stack } from "../../stack/stack";
import { known } from "../../stack/value";
import type { View } from "../../stack/view";
import { SUBNET, VPC, vpcOf } from "../../stack/vpc";
import { blocksOf } from "../../stack/vpc-blocks";
import { defineRule } from "../rule";

const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"]
  .map(parseBlock)
  .filter((block) => block !== undefined);

/** AWS makes no VPC larger than a /16, and nobody writes one smaller for a single machine. */
const AS_LARGE_AS_A_VPC = 1n << 16n;

function isPrivate(block: Block): boolean {
  return PRIVATE.some((one) => overlaps(one, block));
}

/** True for a block in which clients of the group's own VPC are: the VPC's, or a part of it that is no single machine. */
function isOfVpc(stack: Stack, cidr: View, groups: readonly Resource[]): boolean {
  const block = typeof cidr.value === "string" ? parseBlock(cidr.value) : undefined;
  const isComputed = stack.refs(cidr, VPC, SUBNET).resources.length > 0;
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

/** The databases and caches in the rule's groups of which it opens the port. */
function openedDatabases(stack: Stack, rule: SecurityGroupRule): Resource[] {
  return rule.groups.resources
    .flatMap((group) => membersOf(stack, group))
    .filter((member) => {
      const ports = NETWORKED_DATABASES.includes(member.type) ? portsOf(stack, member) : [];
      return known(ports) && ports.some((port) => opensTcpPort(rule, port) === true);
    });
}

export default defineRule({
  id: "security-group-client-source",
  category: "network",
  description: "Databases and caches admit the security groups of their clients",
  severity: "medium",
  level: "advisory",
  failures: ["F10"],
  why:
    "A database that admits the whole VPC is reached from everything that anybody ever puts into it: a forgotten test " +
    "instance, a function of another team. The security group of its clients admits these and nothing else.",
  fix: {
    typescript:
      'ingress: [{\n  description: "Tasks", protocol: "tcp", fromPort: 6379, toPort: 6379,\n' +
      "  securityGroups: [tasks.id], // not cidrBlocks: [vpc.cidrBlock]\n}],",
    python:
      'ingress=[{\n    "description": "Tasks", "protocol": "tcp", "from_port": 6379, "to_port": 6379,\n' +
      '    "security_groups": [tasks.id],  # not cidr_blocks=[vpc.cidr_block]\n}],',
    yaml:
      "ingress:\n  - description: Tasks\n    protocol: tcp\n    fromPort: 6379\n    toPort: 6379\n" +
      '    securityGroups: ["${tasks.id}"] # not cidrBlocks with the whole VPC',
  },
  limits:
    "Blocks outside the VPC (offices, peers), single addresses, prefix lists; the whole internet " +
    "(security-group-database-open).",
  stack(stack, { report, undecided }) {
    for (const rule of securityGroupRules(stack).filter(({ direction }) => direction === "ingress")) {
      if (admitsTheWorld(stack, rule) === true) {
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
            `this rule lets everything in ${typeof cidr.value === "string" ? cidr.value : "this block of the VPC"} connect ` +
            `to ${[...new Set(databases)].join(", ")}; admit the security groups of its clients instead ` +
            "(securityGroups, sourceSecurityGroupId or referencedSecurityGroupId).",
        });
      }
    }
  },
});
