import { members } from "../data/security-group-members.json";
import type { Certainty } from "../../graph/certainty";
import { coverInternet, neededForInternet, parseBlock, type Block } from "../../graph/cidr";
import type { Resource } from "../../graph/resource";
import { opaqueUsersOf } from "../../graph/opaque";
import { grouped, type Refs, type Stack } from "../../graph/stack";
import { known, UNKNOWN, type Unknown } from "../../graph/value";
import type { View } from "../../graph/view";
import { DEFAULT_VPC } from "./routes";
import { vpcOf } from "./vpc";
import {
  EC2_INSTANCE,
  EC2_SECURITY_GROUP,
  EC2_SECURITY_GROUP_RULE,
  EC2_SPOT_INSTANCE_REQUEST,
  EC2_SUBNET,
  EC2_VPC,
  VPC_SECURITY_GROUP_EGRESS_RULE,
  VPC_SECURITY_GROUP_INGRESS_RULE,
} from "../type-tokens";

export const DEFAULT_SECURITY_GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";

/** The types of security groups. */
export const SECURITY_GROUPS: readonly string[] = [EC2_SECURITY_GROUP, DEFAULT_SECURITY_GROUP];

/** The types of rules that are resources of their own. */
export const SECURITY_GROUP_RULES: readonly string[] = [
  EC2_SECURITY_GROUP_RULE,
  VPC_SECURITY_GROUP_INGRESS_RULE,
  VPC_SECURITY_GROUP_EGRESS_RULE,
];

/** The types that can admit traffic. */
export const OPENERS: readonly string[] = [
  ...SECURITY_GROUPS,
  EC2_SECURITY_GROUP_RULE,
  VPC_SECURITY_GROUP_INGRESS_RULE,
];

/** Which way the traffic goes, seen from the members of the group. */
export type Direction = "ingress" | "egress";

/** One rule of a security group, whichever of its forms it is written in. */
export interface SecurityGroupRule {
  /** Which way the traffic goes that it lets through. */
  direction: Direction | Unknown;
  /** `ingress[0]` of a group, or the rule's own resource. */
  at: View;
  /** The group that it belongs to; several where it is one of them but not known which. */
  groups: Refs;
  /** `all`, `tcp`, `udp`, `icmp`, … */
  protocol: string | Unknown;
  /** The ports that it opens; all of them for protocols without ports. */
  ports: PortRange | Unknown;
  /** Its CIDR blocks, of both families; one that is not known yet included. */
  cidrs: View[];
  /** The ids of its prefix lists. */
  prefixLists: View[];
  /** The ids of the security groups whose members it admits, for `stack.refs`. */
  peers: View[];
  /** True when it admits the members of its own group, or may. */
  self: boolean;
}

/** Ports, both ends included. */
export interface PortRange {
  /** The first one. */
  from: number;
  /** The last one. */
  to: number;
}

const ALL_PORTS: PortRange = { from: 0, to: 65535 };
const PROTOCOL_NUMBERS: ReadonlyMap<string, string> = new Map([
  ["-1", "all"],
  ["1", "icmp"],
  ["6", "tcp"],
  ["17", "udp"],
  ["58", "icmpv6"],
]);

function protocolOf(view: View): string | Unknown {
  const protocol = view.str() ?? UNKNOWN;
  const name = known(protocol) ? protocol.toLowerCase() : UNKNOWN;
  return name === UNKNOWN ? UNKNOWN : (PROTOCOL_NUMBERS.get(name) ?? name);
}

function portsOf(protocol: string | Unknown, rule: View): PortRange | Unknown {
  if (protocol === UNKNOWN) {
    return UNKNOWN;
  }
  if (protocol !== "tcp" && protocol !== "udp") {
    return ALL_PORTS;
  }
  const from = rule.num("fromPort");
  const to = rule.num("toPort");
  return known(from) && known(to) ? { from, to } : UNKNOWN;
}

// The values at these keys, one by one; a list that is not known yet as a whole.
function valuesAt(rule: View, ...keys: string[]): View[] {
  return keys.flatMap((key) => {
    const items = rule.list(key);
    return known(items)
      ? items.filter(({ value }) => value !== undefined && value !== "")
      : items
        ? [rule.at(key)]
        : [];
  });
}

function inlineRules(group: Resource, direction: Direction): SecurityGroupRule[] {
  const rules = group.list(direction) ?? [];
  const groups: Refs = { resources: [group], complete: true };
  // A list that is not known yet may hold any rule.
  return (known(rules) ? rules : [group.at(direction)]).map((at) => {
    const protocol = protocolOf(at.at("protocol"));
    return {
      direction,
      at,
      groups,
      protocol,
      ports: portsOf(protocol, at),
      cidrs: valuesAt(at, "cidrBlocks", "ipv6CidrBlocks"),
      prefixLists: valuesAt(at, "prefixListIds"),
      peers: valuesAt(at, "securityGroups"),
      self: (at.bool("self") ?? false) !== false,
    };
  });
}

const ownGroup = (stack: Stack, rule: Resource): Refs => groupsNamedAt(stack, rule.at("securityGroupId"));

function classicRule(stack: Stack, rule: Resource): SecurityGroupRule {
  const type = rule.str("type");
  const protocol = protocolOf(rule.at("protocol"));
  return {
    direction: type === "ingress" || type === "egress" ? type : UNKNOWN,
    at: rule,
    groups: ownGroup(stack, rule),
    protocol,
    ports: portsOf(protocol, rule),
    cidrs: valuesAt(rule, "cidrBlocks", "ipv6CidrBlocks"),
    prefixLists: valuesAt(rule, "prefixListIds"),
    peers: valuesAt(rule, "sourceSecurityGroupId"),
    self: (rule.bool("self") ?? false) !== false,
  };
}

function vpcRule(stack: Stack, rule: Resource): SecurityGroupRule {
  const protocol = protocolOf(rule.at("ipProtocol"));
  return {
    direction: rule.type === VPC_SECURITY_GROUP_INGRESS_RULE ? "ingress" : "egress",
    at: rule,
    groups: ownGroup(stack, rule),
    protocol,
    ports: portsOf(protocol, rule),
    cidrs: valuesAt(rule, "cidrIpv4", "cidrIpv6"),
    prefixLists: valuesAt(rule, "prefixListId"),
    peers: valuesAt(rule, "referencedSecurityGroupId"),
    self: false,
  };
}

const isInside = ({ external }: Resource): boolean => !external;

function findRules(stack: Stack): SecurityGroupRule[] {
  const groups = stack.ofType(...SECURITY_GROUPS).filter(isInside);
  return [
    ...groups.flatMap((group) => [...inlineRules(group, "ingress"), ...inlineRules(group, "egress")]),
    ...stack
      .ofType(EC2_SECURITY_GROUP_RULE)
      .filter(isInside)
      .map((rule) => classicRule(stack, rule)),
    ...stack
      .ofType(VPC_SECURITY_GROUP_INGRESS_RULE, VPC_SECURITY_GROUP_EGRESS_RULE)
      .filter(isInside)
      .map((rule) => vpcRule(stack, rule)),
  ];
}

/** The rules of every security group in the stack, inline and separate, of groups outside the stack too. */
export function securityGroupRules(stack: Stack): readonly SecurityGroupRule[] {
  return stack.once(findRules);
}

interface RuleIndex {
  byGroup: Map<Resource, SecurityGroupRule[]>;
  /** True where a rule may belong to any group. */
  isUnclear: boolean;
  /** Groups with rules that the operation skips (`--target`), so that they have no inputs. */
  withSkipped: ReadonlySet<Resource>;
}

function indexRules(stack: Stack): RuleIndex {
  const rules = securityGroupRules(stack);
  const skipped = stack.ofType(...SECURITY_GROUP_RULES).filter(({ external }) => external);
  const groupsOfSkipped = skipped.map((rule) => ownGroup(stack, rule).resources);
  return {
    byGroup: grouped(rules, ({ groups }) => groups.resources),
    isUnclear:
      rules.some(({ groups, at }) => groups.resources.length === 0 && at.at("securityGroupId").isUnknown) ||
      groupsOfSkipped.some(({ length }) => length === 0),
    withSkipped: new Set(groupsOfSkipped.flat()),
  };
}

/** The rules of one group; those whose direction is not known count in both. Not complete while it may have others. */
export function rulesOfGroup(
  stack: Stack,
  group: Resource,
  direction: Direction,
): { rules: SecurityGroupRule[]; complete: boolean } {
  const { byGroup, isUnclear, withSkipped } = stack.once(indexRules);
  const rules = (byGroup.get(group) ?? []).filter((rule) => rule.direction === direction || rule.direction === UNKNOWN);
  const mayBeOthers =
    isUnclear || withSkipped.has(group) || VPCS.includes(group.type) || opaqueUsersOf(stack, group).length > 0;
  return { rules, complete: !mayBeOthers && group.list(direction) !== UNKNOWN };
}

// What has addresses of its own: a block that is computed from one of these is never the whole internet.
const ADDRESSED = [
  "aws:ec2/vpc:Vpc",
  "aws:ec2/defaultVpc:DefaultVpc",
  "aws:ec2/subnet:Subnet",
  "aws:ec2/defaultSubnet:DefaultSubnet",
  "aws:ec2/eip:Eip",
  "aws:ec2/instance:Instance",
  "aws:ec2/natGateway:NatGateway",
];

function blockAt({ value }: View): Block[] {
  const block = typeof value === "string" ? parseBlock(value) : undefined;
  return block ? [block] : [];
}

/** True for CIDR blocks that together are the whole internet, of IPv4 or of IPv6. */
export const areInternet = (cidrs: readonly View[]): boolean => coverInternet(cidrs.flatMap(blockAt));

/** True for a CIDR block that is the whole internet, of IPv4 or of IPv6. */
const isInternet = (cidr: View): boolean => areInternet([cidr]);

export const PREFIX_LIST = "aws:ec2/managedPrefixList:ManagedPrefixList";
const PREFIX_LIST_ENTRY = "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry";

/** The CIDR blocks in the prefix lists that the stack creates; those of other stacks are taken for single networks. */
function listedCidrs(stack: Stack, list: View): View[] {
  return stack.refs(list, PREFIX_LIST).resources.flatMap((one) => {
    const entries = one.list("entries") ?? [];
    return [
      ...(known(entries) ? entries.map((entry) => entry.at("cidr")) : [one.at("entries")]),
      ...stack.referrers(one, "prefixListId", PREFIX_LIST_ENTRY).map((entry) => entry.at("cidr")),
    ];
  });
}

/** All CIDR blocks that a rule admits, those in prefix lists of the stack included. */
const admittedCidrs = (stack: Stack, rule: SecurityGroupRule): View[] => [
  ...rule.cidrs,
  ...rule.prefixLists.flatMap((list) => listedCidrs(stack, list)),
];

// Parts of the internet that are written one by one are large; smaller ones are single networks.
const WIDE = (1n << 24n) - 1n;

const isWide = ({ first, last }: Block): boolean => last - first >= WIDE;

/**
 * Whether a rule admits the whole internet: with blocks of its own, or together with other rules of its group that open
 * the same port.
 * @param port a TCP port; without it, any port that the rule opens
 */
export function admitsInternet(stack: Stack, rule: SecurityGroupRule, port?: number): Certainty {
  if (rule.at.isUnknown) {
    return UNKNOWN;
  }
  const cidrs = admittedCidrs(stack, rule);
  const own = cidrs.flatMap(blockAt);
  if (coverInternet(own)) {
    return true;
  }
  const [group] = rule.groups.resources;
  const together = group && own.some(isWide) ? (stack.once(findParts).get(group) ?? []) : [];
  if (together.some((part) => part.rules.has(rule) && (port === undefined || includes(part.ports, port)))) {
    return true;
  }
  const isUnexplained = (cidr: View): boolean => cidr.isUnknown && !stack.refs(cidr, ...ADDRESSED).complete;
  return cidrs.some(isUnexplained) ? UNKNOWN : false;
}

/** Where a rule admits the internet, or may: the block, else the rule. */
export function internetAt({ at, cidrs }: SecurityGroupRule): View {
  return cidrs.find(isInternet) ?? cidrs.find((cidr) => cidr.isUnknown) ?? at;
}

const includes = ({ from, to }: PortRange, port: number): boolean => from <= port && port <= to;

/** Rules of a group that each admit a part of the internet, and the ports that all of them open. */
interface Parts {
  ports: PortRange;
  rules: Set<SecurityGroupRule>;
}

function findParts(stack: Stack): Map<Resource, Parts[]> {
  const found = new Map<Resource, Parts[]>();
  for (const [group, rules] of stack.once(indexRules).byGroup) {
    const partial = rules
      .filter(({ direction }) => direction === "ingress")
      .map((rule) => ({ rule, blocks: admittedCidrs(stack, rule).flatMap(blockAt) }))
      .filter(({ blocks }) => blocks.some(isWide) && !coverInternet(blocks));
    if (partial.length > 1) {
      found.set(
        group,
        ["tcp", "udp"].flatMap((protocol) => partsFor(protocol, partial)),
      );
    }
  }
  return found;
}

function partsFor(protocol: string, partial: readonly { rule: SecurityGroupRule; blocks: Block[] }[]): Parts[] {
  const open = partial.flatMap(({ rule, blocks }) =>
    (rule.protocol === protocol || rule.protocol === "all") && rule.ports !== UNKNOWN
      ? [{ rule, blocks, ports: rule.ports }]
      : [],
  );
  // Between two of these ports nothing changes.
  const starts = [...new Set(open.flatMap(({ ports }) => [ports.from, ports.to + 1]))].sort(
    (left, right) => left - right,
  );
  return starts.flatMap((from, index) => {
    const there = open.filter(({ ports }) => includes(ports, from));
    const owned = there.flatMap(({ rule, blocks }) => blocks.map((block) => [rule, block] as const));
    const rules = neededForInternet(owned);
    return rules.size > 0 ? [{ ports: { from, to: (starts[index + 1] ?? from + 1) - 1 }, rules }] : [];
  });
}

/** Whether a rule lets TCP connections to a port through. */
export function opensTcpPort({ protocol, ports }: SecurityGroupRule, port: number): Certainty {
  if (protocol === UNKNOWN || (protocol === "tcp" && ports === UNKNOWN)) {
    return UNKNOWN;
  }
  return protocol === "all" || (protocol === "tcp" && ports !== UNKNOWN && ports.from <= port && port <= ports.to);
}

// Where the types whose network interfaces are in security groups name these groups.
const GROUPS_AT: Readonly<Record<string, readonly string[]>> = members;

const PATHS_OF_GROUPS: ReadonlyMap<string, string[][]> = new Map(
  [...new Set(Object.values(GROUPS_AT).flat())].map((type) => [type, pathsOfGroups(type)]),
);

function pathsOfGroups(type: string): string[][] {
  return Object.entries(GROUPS_AT).flatMap(([path, types]) => (types.includes(type) ? [path.split(".")] : []));
}

// What puts a network interface, an instance or an endpoint into a group beside its own arguments.
const ATTACHMENTS: Readonly<Record<string, string>> = {
  "aws:ec2/networkInterfaceSecurityGroupAttachment:NetworkInterfaceSecurityGroupAttachment": "networkInterfaceId",
  "aws:ec2/securityGroupAssociation:SecurityGroupAssociation": "vpcEndpointId",
};
const ATTACHED = [
  "aws:ec2/networkInterface:NetworkInterface",
  "aws:ec2/instance:Instance",
  EC2_SPOT_INSTANCE_REQUEST,
  "aws:ec2/vpcEndpoint:VpcEndpoint",
];

/** The properties in which a resource names its security groups. */
const groupViews = (resource: Resource): View[] =>
  (PATHS_OF_GROUPS.get(resource.type) ?? []).flatMap((path) => viewsAt(resource, path));

/** What is at a path, in each element of the lists on the way. */
function viewsAt(view: View, [key, ...rest]: readonly string[]): View[] {
  if (key === undefined) {
    return view.isAbsent ? [] : [view];
  }
  const items = rest.length > 0 ? (view.list(key) ?? []) : UNKNOWN;
  return known(items) ? items.flatMap((item) => viewsAt(item, rest)) : viewsAt(view.at(key), []);
}

/** The property in which a resource names its security groups, or could; absent for types that have none. */
export function groupsAt(resource: Resource): View | undefined {
  const [first] = PATHS_OF_GROUPS.get(resource.type) ?? [];
  return groupViews(resource)[0] ?? (first && resource.at(...first));
}

/** What is in the default group of its VPC where it names no group, and where it names its subnet. */
const IN_DEFAULT_GROUP = [EC2_INSTANCE, EC2_SPOT_INSTANCE_REQUEST];

function findDefaultGroups(stack: Stack): Map<Resource, Resource[]> {
  return grouped(stack.managed(DEFAULT_SECURITY_GROUP), (group) => {
    const vpc = vpcOf(stack, group);
    return vpc ? [vpc] : [];
  });
}

const VPCS: readonly string[] = [EC2_VPC, DEFAULT_VPC];

/** The default group of a VPC; the VPC itself is in its place where the stack sets none for it. */
const defaultGroupsIn = (stack: Stack, vpc: Resource): readonly Resource[] =>
  stack.once(findDefaultGroups).get(vpc) ?? [vpc];

const findVpcs = (stack: Stack): Map<string, Resource> =>
  new Map(
    stack.ofType(...VPCS).flatMap((vpc) => {
      const id = vpc.outputs.str("defaultSecurityGroupId") ?? UNKNOWN;
      return known(id) ? [[id, vpc] as const] : [];
    }),
  );

/**
 * The default groups that a property names by what VPCs have as their ids. Before AWS has made those, a property that is
 * computed from a VPC may name any group.
 */
function vpcGroupsNamedAt(stack: Stack, at: View): Refs {
  const values = at.scalars().map(({ value }) => value);
  const vpcs = values.flatMap((value) => (typeof value === "string" ? (stack.once(findVpcs).get(value) ?? []) : []));
  return {
    resources: vpcs.flatMap((vpc) => defaultGroupsIn(stack, vpc)),
    complete: vpcs.length === values.length,
  };
}

/** The default group of the VPC that an instance without groups is in. */
function defaultGroupsOf(stack: Stack, resource: Resource): readonly Resource[] {
  const isInDefaultGroup =
    IN_DEFAULT_GROUP.includes(resource.type) &&
    ["launchTemplate", "networkInterfaces", "primaryNetworkInterface"].every((key) => resource.at(key).isAbsent);
  const [subnet, ...others] = isInDefaultGroup ? stack.refs(resource.at("subnetId"), EC2_SUBNET).resources : [];
  const vpc = subnet && others.length === 0 ? vpcOf(stack, subnet) : undefined;
  return vpc === undefined ? [] : defaultGroupsIn(stack, vpc);
}

/** The security groups that a resource is in. Not complete where some are outside the stack or not known yet. */
export function groupsOf(stack: Stack, resource: Resource): Refs {
  const named = groupViews(resource);
  const found = named.map((at) => groupsNamedAt(stack, at));
  const byDefault = named.length === 0 ? defaultGroupsOf(stack, resource) : [];
  const attached = stack
    .once(findAttached)
    .filter(({ member }) => member === resource)
    .map(({ group }) => group);
  return {
    resources: [...new Set([...found.flatMap(({ resources }) => resources), ...byDefault, ...attached])],
    complete: found.every(({ complete }) => complete),
  };
}

function groupsNamedAt(stack: Stack, at: View): Refs {
  const { value } = at;
  // EMR takes several ids in one string.
  const ids = typeof value === "string" && value.includes(",") ? value.split(",") : [];
  const named = ids.map((id) => stack.named(id.trim(), SECURITY_GROUPS));
  if (named.length > 0) {
    return { resources: named.filter((group) => group !== undefined), complete: !named.includes(undefined) };
  }
  const found = stack.refs(at, ...SECURITY_GROUPS);
  return found.resources.length > 0 ? found : vpcGroupsNamedAt(stack, at);
}

/**
 * What to write so that one of these groups admits a port: where its rules are inline, one that is a resource of its own
 * would be removed.
 * @param source the group to admit, by its name
 */
export function howToAdmit(groups: readonly Resource[], source?: string): string {
  const inline = groups.find((group) => group.at("ingress").scalars().length > 0);
  if (inline !== undefined) {
    const from = source === undefined ? "" : `, with ${source} in its \`securityGroups\``;
    return `Add a rule for the port to the \`ingress\` of ${inline.name}${from}.`;
  }
  const from = source === undefined ? "" : `, with ${source} as its \`referencedSecurityGroupId\``;
  return `Add an aws.vpc.SecurityGroupIngressRule for the port${from}.`;
}

/** What resources of their own put into groups. */
function findAttached(stack: Stack): { member: Resource; group: Resource }[] {
  return Object.entries(ATTACHMENTS).flatMap(([type, property]) =>
    stack.managed(type).flatMap((attachment) => {
      const groups = groupsNamedAt(stack, attachment.at("securityGroupId")).resources;
      const members = stack.refs(attachment.at(property), ...ATTACHED).resources;
      return members.flatMap((member) => groups.map((group) => ({ member, group })));
    }),
  );
}

function findMembers(stack: Stack): Map<Resource, Resource[]> {
  const members = new Set([
    ...stack.managed(...PATHS_OF_GROUPS.keys()),
    ...stack.once(findAttached).map(({ member }) => member),
  ]);
  return grouped([...members], (resource) => groupsOf(stack, resource).resources);
}

const KNOWN_USERS: ReadonlySet<string> = new Set([
  ...SECURITY_GROUPS,
  ...SECURITY_GROUP_RULES,
  ...PATHS_OF_GROUPS.keys(),
  ...Object.keys(ATTACHMENTS),
  "aws:ec2/vpcSecurityGroupRulesExclusive:VpcSecurityGroupRulesExclusive",
  "aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation",
  // It names groups that may connect to its nodes.
  "aws:eks/nodeGroup:NodeGroup",
]);

// These may keep the id of a group and put nothing into it.
const BYSTANDERS = /^(?:pulumi:|aws:(?:ssm|secretsmanager|cloudwatch|iam)\/)/;

/**
 * The resources of the stack that are in a security group. Not complete where something uses the group and may
 * be in it: another provider's resource, a component of a package, a type that is not listed here.
 */
export function membersOf(stack: Stack, group: Resource): Refs {
  const isClear = ({ type, external }: Resource): boolean =>
    !external && (KNOWN_USERS.has(type) || BYSTANDERS.test(type));
  return {
    resources: stack.once(findMembers).get(group) ?? [],
    complete:
      !stack.isAlone &&
      !group.external &&
      stack.users(group).every(isClear) &&
      opaqueUsersOf(stack, group).length === 0,
  };
}
