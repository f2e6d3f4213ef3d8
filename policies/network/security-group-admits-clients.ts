import { tableOf } from "../../contract/facts";
import { allOf, anyOf, type Certainty } from "../../stack/certainty";
import { overlaps, parseBlock } from "../../stack/cidr";
import { databasesToldTo } from "../../stack/database-clients";
import { portsOf } from "../../stack/database-ports";
import type { Resource } from "../../stack/resource";
import {
  DEFAULT_SECURITY_GROUP,
  groupsAt,
  groupsOf,
  opensTcpPort,
  rulesOfGroup,
  SECURITY_GROUP,
  type SecurityGroupRule,
} from "../../stack/security-groups";
import type { Stack } from "../../stack/stack";
import { UNKNOWN } from "../../stack/value";
import type { View } from "../../stack/view";
import { blockOf } from "../../stack/vpc-blocks";
import { taskDefinitionOf, vpcWorkloads, type VpcWorkload } from "../../stack/vpc-workloads";
import { defineRule } from "../rule";

const names = (resources: readonly Resource[]): string => resources.map(({ name }) => name).join(", ");

/** The groups of a resource; absent where some of them are outside the stack or not known. */
function ownGroups(stack: Stack, resource: Resource): Resource[] | undefined {
  const { resources, complete } = groupsOf(stack, resource);
  return complete && resources.length > 0 && resources.every(({ outside }) => !outside) ? resources : undefined;
}

function isClientIn(cidr: View, { subnets }: VpcWorkload): Certainty {
  const block = typeof cidr.value === "string" ? parseBlock(cidr.value) : undefined;
  const places = subnets.resources.map(blockOf);
  // The blocks of subnets are known for IPv4 only.
  if (!block || block.family === 6 || !subnets.complete || places.includes(undefined)) {
    return UNKNOWN;
  }
  return places.some((place) => place !== undefined && overlaps(place, block));
}

/** Whether a rule is about a client, by its groups or by the addresses of its subnets. */
function isAbout(stack: Stack, rule: SecurityGroupRule, client: VpcWorkload, groups: readonly Resource[]): Certainty {
  const { self, peers, cidrs, prefixLists } = rule;
  return anyOf([
    self && rule.groups.resources.some((group) => groups.includes(group)),
    ...peers.map((peer): Certainty => {
      const { resources, complete } = stack.refs(peer, SECURITY_GROUP, DEFAULT_SECURITY_GROUP);
      return resources.some((group) => groups.includes(group)) || (!complete && UNKNOWN);
    }),
    ...cidrs.map((cidr) => isClientIn(cidr, client)),
    prefixLists.length > 0 && UNKNOWN,
  ]);
}

/** Whether the groups of a database let a client in on one of its ports. */
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
  description: "Databases and caches admit the tasks and functions that use them",
  severity: "high",
  level: "mandatory",
  failures: ["F10"],
  why:
    "A security group refuses what no rule admits: the deployment succeeds, and every connection from the application " +
    "times out.",
  fix: {
    typescript:
      'new aws.vpc.SecurityGroupIngressRule("tasks-to-database", {\n  description: "Tasks",\n' +
      "  securityGroupId: database.id,\n  referencedSecurityGroupId: tasks.id,\n" +
      '  ipProtocol: "tcp",\n  fromPort: 5432,\n  toPort: 5432,\n});',
    python:
      'aws.vpc.SecurityGroupIngressRule("tasks-to-database",\n    description="Tasks",\n' +
      "    security_group_id=database.id,\n    referenced_security_group_id=tasks.id,\n" +
      '    ip_protocol="tcp", from_port=5432, to_port=5432)',
    yaml:
      "resources:\n  tasks-to-database:\n    type: aws:vpc:SecurityGroupIngressRule\n    properties:\n" +
      "      description: Tasks\n      securityGroupId: ${database.id}\n" +
      "      referencedSecurityGroupId: ${tasks.id}\n      ipProtocol: tcp\n      fromPort: 5432\n" +
      "      toPort: 5432",
  },
  limits:
    "What is told of a database by order alone, through a proxy or for the Data API; groups outside the stack; whether " +
    "the client's own egress rules, network ACLs and routes let it out.",
  stack(stack, { contract, report, undecided }) {
    const managed = tableOf(contract, "aws-managed-policies");
    for (const client of vpcWorkloads(stack).filter(({ kind }) => kind !== "instance")) {
      const { resource, kind } = client;
      const workload = kind === "task" ? taskDefinitionOf(stack, resource) : resource;
      const groups = ownGroups(stack, resource);
      const at = groupsAt(resource);
      if (!workload || workload.outside || !groups || !at) {
        continue;
      }
      for (const { database, byHost } of databasesToldTo(stack, workload, managed)) {
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
              `it connects to ${database.name}, whose security groups (${names(targets)}) admit none of these ` +
              `(${names(groups)}) on port ${ports.join(" or ")}, so that its connections time out; add an ` +
              "aws.vpc.SecurityGroupIngressRule for the port with one of them as the referencedSecurityGroupId.",
          });
        }
      }
    }
  },
});
