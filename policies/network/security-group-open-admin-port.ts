import { ECS_SERVICE, LB_LOAD_BALANCER } from "../../src/aws/type-tokens";
import { tableOf } from "../../src/contract/facts";
import { allOf, anyOf, type Certainty } from "../../src/graph/certainty";
import { isNarrow, NETWORKED_DATABASES, SEARCH_PORTS, SUGGESTIVE_PORTS } from "../../src/aws/databases/database-ports";
import { describeExposures, membersWithExposure, type Member } from "../../src/aws/network/reachability";
import {
  admitsInternet,
  internetAt,
  OPENERS,
  opensTcpPort,
  securityGroupRules,
  type SecurityGroupRule,
} from "../../src/aws/network/security-groups";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import { joinNames } from "../../src/graph/words";
import { defineRule } from "../../src/rules/rule";

interface Port {
  number: number;
  name: string;
}

const toPorts = (names: Readonly<Record<string, string>>): Port[] =>
  Object.entries(names).map(([number, name]) => ({ number: Number(number), name }));

/** Their groups may open any port: only what they are for answers there. */
const CLOSED_BY_THEMSELVES = [
  LB_LOAD_BALANCER,
  "aws:elb/loadBalancer:LoadBalancer",
  // Port 22 of these is SFTP, which has to be open to the clients that deliver files.
  "aws:transfer/server:Server",
  ...NETWORKED_DATABASES,
];

/** Tasks with a network interface of their own, which are not administered over SSH or RDP. */
const TASKS = [ECS_SERVICE, "aws:ecs/taskSet:TaskSet"];

const isTask = ({ resource }: Member): boolean => TASKS.includes(resource.type);

const opens = (stack: Stack, rule: SecurityGroupRule, { number }: Port): Certainty =>
  allOf([opensTcpPort(rule, number), admitsInternet(stack, rule, number)]);

const opened = (stack: Stack, rule: SecurityGroupRule, ports: readonly Port[]): Port[] =>
  ports.filter((port) => opens(stack, rule, port) === true);

const opensEveryPort = ({ ports }: SecurityGroupRule): boolean => known(ports) && ports.from <= 0 && ports.to >= 65535;

function describePorts(rule: SecurityGroupRule, ports: readonly Port[]): string {
  if (opensEveryPort(rule)) {
    return "every port";
  }
  const list = joinNames(ports.map(({ number, name }) => `${String(number)} (${name})`));
  return `${ports.length === 1 ? "port" : "ports"} ${list}`;
}

/** What a rule is for, as far as it is known. */
function describeTargets(open: readonly Member[], complete: boolean): string {
  if (open.length > 0) {
    return `; ${describeExposures(open)}`;
  }
  return complete ? ", and nothing in the stack uses its group yet" : ", and what uses its group is not known";
}

export default defineRule({
  id: "security-group-open-admin-port",
  category: "network",
  description: "Security groups must not open an administration port to the internet",
  severity: "critical",
  level: "mandatory",
  basis: "public",
  failures: [],
  why:
    "An attacker who gets in over SSH or RDP controls the machine, and scanners try every address all day. Session Manager " +
    "needs no open port at all.",
  fix: {
    typescript: `ingress: [{
  description: "office", protocol: "tcp", fromPort: 22, toPort: 22,
  cidrBlocks: ["203.0.113.0/29"], // not 0.0.0.0/0
}],`,
    python: `ingress=[{
    "description": "office", "protocol": "tcp", "from_port": 22, "to_port": 22,
    "cidr_blocks": ["203.0.113.0/29"],  # not 0.0.0.0/0
}],`,
    yaml: `ingress:
  - description: office
    protocol: tcp
    fromPort: 22
    toPort: 22
    cidrBlocks: [203.0.113.0/29] # not 0.0.0.0/0`,
  },
  limits:
    "A finding is mandatory only for ports of administration and of search engines, the latter and those of Docker, VNC and " +
    "the like in a narrow range only, where a resource in the group has a " +
    "public address and a route to an internet gateway; otherwise, and where all of them are ECS tasks, it is advisory. Groups of what the internet has no way to, such as functions and interface " +
    "endpoints; groups of load balancers, SFTP servers of AWS Transfer, databases and caches only; ports of databases " +
    "(security-group-database-open); blocks smaller than the whole internet; prefix lists of other stacks; UDP.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
    "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html",
  ],
  alone: OPENERS,
  stack(stack, { contract, report, undecided }) {
    const table = tableOf(contract, "admin-ports");
    const administration = toPorts(table.administration);
    const control = toPorts(table.control);
    const risky = toPorts(table.risky).filter(({ number }) => !SUGGESTIVE_PORTS.includes(number));
    for (const rule of securityGroupRules(stack).filter(({ direction }) => direction === "ingress")) {
      const isForInternet = admitsInternet(stack, rule);
      const { members, complete } = isForInternet === false ? NO_MEMBERS : membersWithExposure(stack, rule);
      const open = members.filter(({ resource }) => !CLOSED_BY_THEMSELVES.includes(resource.type));
      const mayBeReached = open.filter(({ exposure }) => exposure.isExposed !== false);
      const hasNone = members.length > 0 && mayBeReached.length === 0 && complete;
      if (isForInternet === false || hasNone) {
        continue;
      }
      const isForOne = known(rule.ports) && isNarrow(rule.ports);
      const certain = opened(stack, rule, isForOne ? [...administration, ...control] : administration);
      const ports = certain.length > 0 ? certain : opened(stack, rule, risky);
      const isForSearch = isForOne && ports.some(({ number }) => SEARCH_PORTS.includes(number));
      const at = internetAt(rule);
      if (ports.length > 0) {
        const reached = mayBeReached.filter(({ exposure }) => exposure.isExposed === true);
        const targets = reached.length > 0 ? reached : mayBeReached;
        const areTasks = targets.length > 0 && targets.every(isTask);
        report({
          at,
          message:
            `This rule opens ${describePorts(rule, ports)} to the internet${describeTargets(targets, complete)}. ` +
            fixFor(certain.length > 0, areTasks),
          ...(((certain.length === 0 && !isForSearch) || reached.length === 0 || areTasks) && { level: "advisory" }),
        });
      } else if (anyOf(administration.map((port) => opens(stack, rule, port))) === UNKNOWN) {
        undecided(isForInternet === UNKNOWN ? at : rule.at);
      }
    }
  },
});

const NO_MEMBERS: ReturnType<typeof membersWithExposure> = { members: [], complete: false };

function fixFor(isAdministration: boolean, areTasks: boolean): string {
  if (areTasks) {
    return "Open only the ports that the containers serve; ECS Exec needs no open port.";
  }
  return isAdministration
    ? "Use Session Manager, which needs no open port, or admit only the addresses that administer it."
    : "Admit only the addresses or security groups that use it, or put a load balancer in front of it.";
}
