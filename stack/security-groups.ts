import type { Certainty } from "./certainty";
import { areTheWorld, neededForTheWorld, parseBlock, type Block } from "./cidr";
import type { Resource } from "./resource";
import { grouped, type Refs, type Stack } from "./stack";
import { known, UNKNOWN, type Unknown } from "./value";
import type { View } from "./view";

export const SECURITY_GROUP = "aws:ec2/securityGroup:SecurityGroup";
export const DEFAULT_SECURITY_GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";

const RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";
const INGRESS_RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const EGRESS_RULE = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

/** The types of rules that are resources of their own. */
export const SECURITY_GROUP_RULES: readonly string[] = [RULE, INGRESS_RULE, EGRESS_RULE];

/** Which way the traffic goes, seen from the members of the group. */
export type Direction = "ingress" | "egress";

/** One rule of a security group, whichever of its forms it is written in. */
export interface SecurityGroupRule {
  /** Which way the traffic goes that it lets through. */
  direction: Direction | Unknown;
  /** Its place: `ingress[0]` of a group, or the rule's own resource. */
  at: View;
  /** The group that it belongs to; several where it is one of them but not known which. */
  groups: Refs;
  /** `all`, `tcp`, `udp`, `icmp`, … */
  protocol: string | Unknown;
  /** The ports that it opens; all of them for protocols without ports. */
  ports: PortRange | Unknown;
  /** The places of its CIDR blocks, of both families; one that is not known yet included. */
  cidrs: View[];
  /** The places of ids of prefix lists. */
  prefixLists: View[];
  /** The places of ids of security groups whose members it admits, for `stack.refs`. */
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

// What stands at these keys, one by one; a list or value that is not known yet stands for itself.
function places(rule: View, ...keys: string[]): View[] {
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
  return (known(rules) ? rules : []).map((at) => {
    const protocol = protocolOf(at.at("protocol"));
    return {
      direction,
      at,
      groups,
      protocol,
      ports: portsOf(protocol, at),
      cidrs: places(at, "cidrBlocks", "ipv6CidrBlocks"),
      prefixLists: places(at, "prefixListIds"),
      peers: places(at, "securityGroups"),
      self: (at.bool("self") ?? false) !== false,
    };
  });
}

function ownGroup(stack: Stack, rule: Resource): Refs {
  return stack.refs(rule.at("securityGroupId"), SECURITY_GROUP, DEFAULT_SECURITY_GROUP);
}

function classicRule(stack: Stack, rule: Resource): SecurityGroupRule {
  const type = rule.str("type");
  const protocol = protocolOf(rule.at("protocol"));
  return {
    direction: type === "ingress" || type === "egress" ? type : UNKNOWN,
    at: rule,
    groups: ownGroup(stack, rule),
    protocol,
    ports: portsOf(protocol, rule),
    cidrs: places(rule, "cidrBlocks", "ipv6CidrBlocks"),
    prefixLists: places(rule, "prefixListIds"),
    peers: places(rule, "sourceSecurityGroupId"),
    self: (rule.bool("self") ?? false) !== false,
  };
}

function vpcRule(stack: Stack, rule: Resource): SecurityGroupRule {
  const protocol = protocolOf(rule.at("ipProtocol"));
  return {
    direction: rule.type === INGRESS_RULE ? "ingress" : "egress",
    at: rule,
    groups: ownGroup(stack, rule),
    protocol,
    ports: portsOf(protocol, rule),
    cidrs: places(rule, "cidrIpv4", "cidrIpv6"),
    prefixLists: places(rule, "prefixListId"),
    peers: places(rule, "referencedSecurityGroupId"),
    self: false,
  };
}

const isInside = ({ outside }: Resource): boolean => !outside;

function findRules(stack: Stack): SecurityGroupRule[] {
  const groups = stack.ofType(SECURITY_GROUP, DEFAULT_SECURITY_GROUP).filter(isInside);
  return [
    ...groups.flatMap((group) => [...inlineRules(group, "ingress"), ...inlineRules(group, "egress")]),
    ...stack
      .ofType(RULE)
      .filter(isInside)
      .map((rule) => classicRule(stack, rule)),
    ...stack
      .ofType(INGRESS_RULE, EGRESS_RULE)
      .filter(isInside)
      .map((rule) => vpcRule(stack, rule)),
  ];
}

/** The rules of every security group in the stack, inline and separate, of groups outside the stack too. */
export function securityGroupRules(stack: Stack): readonly SecurityGroupRule[] {
  return stack.once(findRules);
}

function indexRules(stack: Stack): { byGroup: Map<Resource, SecurityGroupRule[]>; unplaced: boolean } {
  const rules = securityGroupRules(stack);
  return {
    byGroup: grouped(rules, ({ groups }) => groups.resources),
    unplaced: rules.some(({ groups, at }) => groups.resources.length === 0 && at.at("securityGroupId").isUnknown),
  };
}

/** The rules of one group; those of which the direction is not known count in both. Not complete while it may have others. */
export function rulesOfGroup(
  stack: Stack,
  group: Resource,
  direction: Direction,
): { rules: SecurityGroupRule[]; complete: boolean } {
  const { byGroup, unplaced } = stack.once(indexRules);
  const rules = (byGroup.get(group) ?? []).filter((rule) => rule.direction === direction || rule.direction === UNKNOWN);
  return { rules, complete: !unplaced && group.list(direction) !== UNKNOWN };
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

/** True for the place of a CIDR block that is the whole internet, of IPv4 or of IPv6. */
export const isTheWorld = (cidr: View): boolean => areTheWorld(blockAt(cidr));

// Smaller blocks than a /8 are no parts of the whole internet that anybody would write.
const WIDE = (1n << 24n) - 1n;

/** Whether a rule admits the whole internet: by one block, or by several of its own and of rules for the same ports. */
export function admitsTheWorld(stack: Stack, rule: SecurityGroupRule): Certainty {
  const own = rule.cidrs.flatMap(blockAt);
  const [group] = rule.groups.resources;
  const completes = (): boolean =>
    group !== undefined && own.some(isWide) && stack.once(findCompleting).get(group)?.has(rule) === true;
  if (areTheWorld(own) || completes()) {
    return true;
  }
  const isUnexplained = (cidr: View): boolean => cidr.isUnknown && !stack.refs(cidr, ...ADDRESSED).complete;
  return rule.cidrs.some(isUnexplained) ? UNKNOWN : false;
}

const isWide = ({ first, last }: Block): boolean => last - first >= WIDE;

/** By group, the rules that make the whole internet of what the others for the same ports admit. */
function findCompleting(stack: Stack): Map<Resource, Set<SecurityGroupRule>> {
  const blocksOf = (rule: SecurityGroupRule): [SecurityGroupRule, Block][] =>
    rule.cidrs.flatMap(blockAt).map((block) => [rule, block]);
  const completing = new Map<Resource, Set<SecurityGroupRule>>();
  for (const [group, rules] of stack.once(indexRules).byGroup) {
    const alike = [...grouped(rules, whatFor).values()];
    completing.set(group, new Set(alike.flatMap((some) => [...neededForTheWorld(some.flatMap(blocksOf))])));
  }
  return completing;
}

/** What a rule is for, the same for rules of which the addresses add up. */
function whatFor({ direction, protocol, ports }: SecurityGroupRule): string[] {
  return ports === UNKNOWN ? [] : [[direction, protocol, ports.from, ports.to].map(String).join(" ")];
}

/** Whether a rule lets TCP connections to a port through. */
export function opensTcpPort({ protocol, ports }: SecurityGroupRule, port: number): Certainty {
  if (protocol === UNKNOWN || (protocol === "tcp" && ports === UNKNOWN)) {
    return UNKNOWN;
  }
  return protocol === "all" || (protocol === "tcp" && ports !== UNKNOWN && ports.from <= port && port <= ports.to);
}

// Where the types that have security groups name them.
const GROUPS_AT: Readonly<Record<string, readonly string[]>> = {
  vpcSecurityGroupIds: [
    "aws:rds/instance:Instance",
    "aws:rds/cluster:Cluster",
    "aws:rds/proxy:Proxy",
    "aws:rds/proxyEndpoint:ProxyEndpoint",
    "aws:docdb/cluster:Cluster",
    "aws:docdb/elasticCluster:ElasticCluster",
    "aws:neptune/cluster:Cluster",
    "aws:redshift/cluster:Cluster",
    "aws:dms/replicationInstance:ReplicationInstance",
    "aws:ec2/instance:Instance",
    "aws:ec2/launchTemplate:LaunchTemplate",
  ],
  securityGroupIds: [
    "aws:elasticache/cluster:Cluster",
    "aws:elasticache/replicationGroup:ReplicationGroup",
    "aws:elasticache/serverlessCache:ServerlessCache",
    "aws:memorydb/cluster:Cluster",
    "aws:dax/cluster:Cluster",
    "aws:redshiftserverless/workgroup:Workgroup",
    "aws:ec2/vpcEndpoint:VpcEndpoint",
    "aws:apigatewayv2/vpcLink:VpcLink",
  ],
  securityGroups: [
    "aws:lb/loadBalancer:LoadBalancer",
    "aws:elb/loadBalancer:LoadBalancer",
    "aws:ec2/launchConfiguration:LaunchConfiguration",
    "aws:ec2/networkInterface:NetworkInterface",
    "aws:efs/mountTarget:MountTarget",
    "aws:mq/broker:Broker",
    "aws:apprunner/vpcConnector:VpcConnector",
  ],
  "networkConfiguration.securityGroups": ["aws:ecs/service:Service", "aws:ecs/taskSet:TaskSet"],
  "vpcConfig.securityGroupIds": [
    "aws:lambda/function:Function",
    "aws:codebuild/project:Project",
    "aws:eks/cluster:Cluster",
  ],
  "vpcOptions.securityGroupIds": ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"],
  "brokerNodeGroupInfo.securityGroups": ["aws:msk/cluster:Cluster"],
  "endpointDetails.securityGroupIds": ["aws:transfer/server:Server"],
};

const PATH_OF_GROUPS: ReadonlyMap<string, string[]> = new Map(
  Object.entries(GROUPS_AT).flatMap(([path, types]) => types.map((type) => [type, path.split(".")] as const)),
);

/** The place where a resource names its security groups; absent for types that have none. */
export function groupsAt(resource: Resource): View | undefined {
  const path = PATH_OF_GROUPS.get(resource.type);
  return path && resource.at(...path);
}

/** The security groups that a resource is in. Not complete where some are outside the stack or not known yet. */
export function groupsOf(stack: Stack, resource: Resource): Refs {
  const at = groupsAt(resource);
  return at ? stack.refs(at, SECURITY_GROUP, DEFAULT_SECURITY_GROUP) : { resources: [], complete: true };
}

function findMembers(stack: Stack): Map<Resource, Resource[]> {
  const inside = stack.ofType(...PATH_OF_GROUPS.keys()).filter(isInside);
  return grouped(inside, (resource) => groupsOf(stack, resource).resources);
}

/** The resources of the stack that are in a security group. */
export function membersOf(stack: Stack, group: Resource): readonly Resource[] {
  return stack.once(findMembers).get(group) ?? [];
}
