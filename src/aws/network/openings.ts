import { EC2_SECURITY_GROUP } from "../type-tokens";
import {
  groupsOf,
  rulesOfGroup,
  SECURITY_GROUPS,
  type Direction,
  type PortRange,
  type SecurityGroupRule,
} from "./security-groups";
import { allOf, anyOf, type Certainty } from "../../graph/certainty";
import { opaqueUsersOf } from "../../graph/opaque";
import type { Resource } from "../../graph/resource";
import type { Stack } from "../../graph/stack";
import { UNKNOWN } from "../../graph/value";

const ALL: PortRange = { from: 0, to: 65_535 };

/** Sets of ports, to ask for one. */
class Ports {
  private sorted: PortRange[] | undefined;
  private readonly ranges: PortRange[] = [];

  add(range: PortRange): void {
    this.ranges.push(range);
    this.sorted = undefined;
  }

  has(port: number): boolean {
    this.sorted ??= merged(this.ranges);
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sorted[middle]?.to ?? 0) < port) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    const found = this.sorted[low];
    return found !== undefined && found.from <= port;
  }
}

function merged(ranges: readonly PortRange[]): PortRange[] {
  const result: PortRange[] = [];
  for (const { from, to } of [...ranges].sort((left, right) => left.from - right.from)) {
    const last = result.at(-1);
    if (last && from <= last.to) {
      last.to = Math.max(last.to, to);
    } else if (from <= to) {
      result.push({ from, to });
    }
  }
  return result;
}

/** The TCP ports that rules open, or may open. */
class Openings {
  private readonly certain = new Ports();
  private readonly possible = new Ports();

  /** Adds a rule that counts for certain, or may count. */
  add({ direction, protocol, ports }: SecurityGroupRule, counts: Certainty): void {
    const isCertain = allOf([direction !== UNKNOWN || UNKNOWN, counts]);
    if (protocol === UNKNOWN || (protocol === "tcp" && ports === UNKNOWN)) {
      this.addPossible(ALL);
    } else if (protocol === "all" || (protocol === "tcp" && ports !== UNKNOWN)) {
      const range = protocol === "all" || ports === UNKNOWN ? ALL : ports;
      (isCertain === true ? this.certain : this.possible).add(range);
    }
  }

  addPossible(range = ALL): void {
    this.possible.add(range);
  }

  at(port: number): Certainty {
    return this.certain.has(port) || (this.possible.has(port) && UNKNOWN);
  }
}

/** The security groups of a resource, all of them of the stack, and the ports that they open together in one direction. */
export class Groups {
  readonly hasRules: boolean;
  private readonly toAnything = new Openings();
  /** To peers of any group, or of one that is not known. */
  private readonly toAny = new Openings();
  private readonly byPeer = new Map<Resource, Openings>();

  constructor(
    stack: Stack,
    readonly resources: readonly Resource[],
    direction: Direction,
  ) {
    const found = resources.map((group) => rulesOfGroup(stack, group, direction));
    // Another provider or a package that uses one of the groups may add rules to it.
    const mayHaveOthers = resources.some((group) => opaqueUsersOf(stack, group).length > 0);
    if (mayHaveOthers || found.some(({ complete }) => !complete)) {
      this.toAnything.addPossible();
      this.toAny.addPossible();
    }
    const rules = found.flatMap((one) => one.rules);
    for (const rule of rules) {
      this.toAnything.add(rule, true);
      this.addBySource(stack, rule);
    }
    this.hasRules = rules.length > 0;
  }

  /** A rule counts for a client by its groups; with addresses it may be for any. */
  private addBySource(stack: Stack, rule: SecurityGroupRule): void {
    if (rule.cidrs.length > 0 || rule.prefixLists.length > 0) {
      this.toAny.add(rule, true);
      return;
    }
    const peers = rule.peers.map((peer) => stack.refs(peer, ...SECURITY_GROUPS));
    if (peers.some(({ complete }) => !complete)) {
      this.toAny.add(rule, UNKNOWN);
    }
    const own = rule.self ? rule.groups.resources : [];
    for (const group of new Set([...own, ...peers.flatMap(({ resources }) => resources)])) {
      const openings = this.byPeer.get(group) ?? new Openings();
      openings.add(rule, true);
      this.byPeer.set(group, openings);
    }
  }

  /**
   * Whether they let TCP connections to a port through, from members of other groups where they are about ingress and to
   * these where they are about egress; without others, from or to anywhere.
   */
  admit(port: number, others?: Groups): Certainty {
    return others
      ? anyOf([this.toAny.at(port), ...others.resources.map((group) => this.byPeer.get(group)?.at(port) ?? false)])
      : this.toAnything.at(port);
  }
}

/** The groups of a resource that the stack creates; absent where it has others too, none, or they are not known. */
export function ownGroups(stack: Stack, resource: Resource, direction: Direction = "ingress"): Groups | undefined {
  return stack.once(direction === "ingress" ? ingressFinder : egressFinder)(resource);
}

/** True where a resource may be in groups that are not known. */
export const hasUnknownGroups = (stack: Stack, resource: Resource): boolean => !groupsOf(stack, resource).complete;

const ingressFinder = (stack: Stack): GroupsFinder => groupsFinder(stack, "ingress");
const egressFinder = (stack: Stack): GroupsFinder => groupsFinder(stack, "egress");

type GroupsFinder = (resource: Resource) => Groups | undefined;

// Resources that are in the same groups share what these open.
function groupsFinder(stack: Stack, direction: Direction): GroupsFinder {
  const byResource = new Map<Resource, Groups | undefined>();
  const byMembers = new Map<string, Groups>();
  const find = (resource: Resource): Groups | undefined => {
    const { resources, complete } = groupsOf(stack, resource);
    const isOwn = resources.every(({ external, type }) => !external && type === EC2_SECURITY_GROUP);
    if (!complete || !isOwn || resources.length === 0) {
      return undefined;
    }
    const key = resources.map(({ urn }) => urn).join("\n");
    const groups = byMembers.get(key) ?? new Groups(stack, resources, direction);
    byMembers.set(key, groups);
    return groups;
  };
  return (resource) => {
    if (!byResource.has(resource)) {
      byResource.set(resource, find(resource));
    }
    return byResource.get(resource);
  };
}
