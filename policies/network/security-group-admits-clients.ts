import { tableOf } from "../../src/contract/facts";
import { allOf, anyOf, type Certainty } from "../../src/graph/certainty";
import { overlaps, parseBlock } from "../../src/graph/cidr";
import { databasesWiredTo } from "./security-group-admits-clients.clients";
import { fileSystemsOf, NFS } from "./security-group-admits-clients.file-systems";
import { portsOf } from "../../src/aws/databases/database-ports";
import type { Resource } from "../../src/graph/resource";
import {
  groupsAt,
  groupsOf,
  howToAdmit,
  opensTcpPort,
  rulesOfGroup,
  SECURITY_GROUPS,
  type SecurityGroupRule,
} from "../../src/aws/network/security-groups";
import type { Stack } from "../../src/graph/stack";
import { UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { blockOf } from "../../src/aws/network/vpc-blocks";
import { taskDefinitionOf, vpcWorkloads, type VpcWorkload } from "../../src/aws/network/vpc-workloads";
import { defineRule } from "../../src/rules/rule";

const names = (resources: readonly Resource[]): string => resources.map(({ name }) => name).join(", ");

/** The groups of a resource; absent where some of them belong to another stack or are not known. */
function ownGroups(stack: Stack, resource: Resource): readonly Resource[] | undefined {
  const { resources, complete } = groupsOf(stack, resource);
  return complete && resources.length > 0 && resources.every(({ external }) => !external) ? resources : undefined;
}

function isClientIn(cidr: View, { subnets }: VpcWorkload): Certainty {
  const block = typeof cidr.value === "string" ? parseBlock(cidr.value) : undefined;
  const blocks = subnets.resources.map(blockOf);
  // The blocks of subnets are known for IPv4 only.
  if (!block || block.family === 6 || !subnets.complete || blocks.includes(undefined)) {
    return UNKNOWN;
  }
  return blocks.some((own) => own !== undefined && overlaps(own, block));
}

/** Whether a rule is about a client, by its groups or by the addresses of its subnets. */
function isAbout(stack: Stack, rule: SecurityGroupRule, client: VpcWorkload, groups: readonly Resource[]): Certainty {
  const { self, peers, cidrs, prefixLists } = rule;
  return anyOf([
    self && rule.groups.resources.some((group) => groups.includes(group)),
    ...peers.map((peer): Certainty => {
      const { resources, complete } = stack.refs(peer, ...SECURITY_GROUPS);
      return resources.some((group) => groups.includes(group)) || (!complete && UNKNOWN);
    }),
    ...cidrs.map((cidr) => isClientIn(cidr, client)),
    prefixLists.length > 0 && UNKNOWN,
  ]);
}

/** Whether the groups of a database admit a client to one of its ports. */
function isAdmitted(
  stack: Stack,
  target: { groups: readonly Resource[]; ports: readonly number[] },
  client: VpcWorkload,
  groups: readonly Resource[],
): Certainty {
  return anyOf(
    target.groups.flatMap((group) => {
      const { rules, complete } = rulesOfGroup(stack, group, "ingress");
      const answers = rules.map((rule) => {
        const opens = anyOf(target.ports.map((port) => opensTcpPort(rule, port)));
        return allOf([opens, isAbout(stack, rule, client, groups)]);
      });
      return [...answers, complete ? false : UNKNOWN];
    }),
  );
}

export default defineRule({
  id: "security-group-admits-clients",
  category: "network",
  description: "Databases, caches and file systems must admit the tasks and functions that use them",
  severity: "high",
  level: "mandatory",
  basis: "cannot-work",
  failures: ["F10"],
  why:
    "A security group drops what no rule admits: the deployment succeeds, and every connection from the application " +
    "times out.",
  fix: {
    typescript: `new aws.vpc.SecurityGroupIngressRule("tasks-to-database", {
  description: "Tasks",
  securityGroupId: database.id,
  referencedSecurityGroupId: tasks.id,
  ipProtocol: "tcp",
  fromPort: 5432,
  toPort: 5432,
});`,
    python: `aws.vpc.SecurityGroupIngressRule("tasks-to-database",
    description="Tasks",
    security_group_id=database.id,
    referenced_security_group_id=tasks.id,
    ip_protocol="tcp", from_port=5432, to_port=5432)`,
    yaml: `resources:
  tasks-to-database:
    type: aws:vpc:SecurityGroupIngressRule
    properties:
      description: Tasks
      securityGroupId: \${database.id}
      referencedSecurityGroupId: \${tasks.id}
      ipProtocol: tcp
      fromPort: 5432
      toPort: 5432`,
  },
  limits:
    "Clients that only depend on a database, or that use a proxy or the Data API; groups of other stacks; whether the " +
    "client's own egress rules, network ACLs and routes let it out.",
  references: [
    "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html",
  ],
  stack(stack, { contract, report, undecided }) {
    const managed = tableOf(contract, "aws-managed-policies");
    for (const client of vpcWorkloads(stack).filter(({ kind }) => kind !== "instance")) {
      const { resource, kind } = client;
      const workload = kind === "task" ? taskDefinitionOf(stack, resource) : resource;
      const groups = ownGroups(stack, resource);
      const at = groupsAt(resource);
      if (!workload || workload.external || !groups || !at) {
        continue;
      }
      for (const { fileSystem, groups: targets } of fileSystemsOf(stack, workload)) {
        const admitted = isAdmitted(stack, { groups: targets, ports: [NFS] }, client, groups);
        if (admitted === UNKNOWN) {
          undecided(at);
        } else if (!admitted) {
          report({
            at,
            message:
              `This mounts the file system ${fileSystem.name}, and the mount times out: the security groups of its mount ` +
              `targets (${names(targets)}) do not admit these (${names(groups)}) on port ${String(NFS)}. ` +
              howToAdmit(targets, groups.length === 1 ? groups[0]?.name : "one of them"),
          });
        }
      }
      for (const { database, byHost } of databasesWiredTo(stack, workload, managed)) {
        const targets = ownGroups(stack, database);
        const ports = portsOf(stack, database);
        if (!targets || ports === UNKNOWN) {
          continue;
        }
        const admitted = isAdmitted(stack, { groups: targets, ports }, client, groups);
        if (admitted === true) {
          continue;
        }
        if (admitted === UNKNOWN || byHost === UNKNOWN) {
          undecided(at);
        } else {
          report({
            at,
            message:
              `This connects to ${database.name} on port ${ports.join(" or ")}, and its connections time out: the security ` +
              `groups of the database (${names(targets)}) admit none of these (${names(groups)}). ` +
              howToAdmit(targets, groups.length === 1 ? groups[0]?.name : "one of them"),
          });
        }
      }
    }
  },
});
