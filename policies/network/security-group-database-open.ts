import { EC2_LAUNCH_CONFIGURATION, EC2_SPOT_INSTANCE_REQUEST, LB_LOAD_BALANCER } from "../../src/aws/type-tokens";
import { allOf, anyOf, type Certainty } from "../../src/graph/certainty";
import {
  databaseAtPort,
  isNarrow,
  NETWORKED_DATABASES,
  portsOf,
  SUGGESTIVE_PORTS,
} from "../../src/aws/databases/database-ports";
import { describeExposures, membersWithExposure, type Member } from "../../src/aws/network/reachability";
import {
  admitsInternet,
  internetAt,
  OPENERS,
  opensTcpPort,
  SECURITY_GROUPS,
  securityGroupRules,
  type SecurityGroupRule,
} from "../../src/aws/network/security-groups";
import { grouped, type Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import { joinNames, wordsOf } from "../../src/graph/words";
import { defineRule } from "../../src/rules/rule";

const LOAD_BALANCERS = [LB_LOAD_BALANCER, "aws:elb/loadBalancer:LoadBalancer"];
const MACHINES: ReadonlySet<string> = new Set([
  "aws:ec2/instance:Instance",
  EC2_LAUNCH_CONFIGURATION,
  "aws:ec2/launchTemplate:LaunchTemplate",
  "aws:ec2/spotFleetRequest:SpotFleetRequest",
  EC2_SPOT_INSTANCE_REQUEST,
]);
const NAMES = /^(DBS?|RDS|SQL|MYSQL|POSTGRES|POSTGRESQL|AURORA|DATABASES?|REDIS|VALKEY|CACHE|MEMCACHED)$/;

const FIX =
  "Admit the security groups of its clients instead (`securityGroups`, `sourceSecurityGroupId` or `referencedSecurityGroupId`).";

/** Whether a rule opens a port to the internet. */
const opens = (stack: Stack, rule: SecurityGroupRule, port: number): Certainty =>
  allOf([opensTcpPort(rule, port), admitsInternet(stack, rule, port)]);

/** Whether a rule opens the port of a database to the internet. */
function opensDatabase(stack: Stack, rule: SecurityGroupRule, { resource }: Member): Certainty {
  const ports = portsOf(stack, resource);
  if (ports !== UNKNOWN) {
    return anyOf(ports.map((port) => opens(stack, rule, port)));
  }
  const opensAll = allOf([1, 65535].map((port) => opens(stack, rule, port)));
  return opensAll === true || ((rule.protocol === "tcp" || rule.protocol === UNKNOWN) && UNKNOWN);
}

/** What suggests a database where none is known to be in the group: the port, or the group's name. */
function suggestion(stack: Stack, rule: SecurityGroupRule): { what: string; isByPort: boolean } | undefined {
  const port = SUGGESTIVE_PORTS.find((one) => opens(stack, rule, one) === true);
  if (port === undefined || !known(rule.ports)) {
    return undefined;
  }
  if (isNarrow(rule.ports)) {
    return { what: `port ${String(port)}, the port of ${databaseAtPort(port) ?? "a database"}`, isByPort: true };
  }
  const groups = rule.groups.resources.filter(({ type }) => SECURITY_GROUPS.includes(type));
  const names = groups.flatMap((group) => [group.name, ...group.texts(["name"])]);
  const isNamed = names.some((name) => wordsOf(name).some((word) => NAMES.test(word)));
  return isNamed ? { what: "every port of a database or cache, by the name of the group", isByPort: false } : undefined;
}

const portsIn = (stack: Stack, { resource }: Member): string => {
  const ports = portsOf(stack, resource);
  return ports === UNKNOWN ? "every port" : `port ${ports.join(" and ")}`;
};

/** What a rule opens, and whether the internet has a way to it. */
function describe(stack: Stack, open: readonly Member[]): string {
  const targets = [...grouped(open, (member) => [portsIn(stack, member)])].map(
    ([ports, members]) => `${ports} of ${joinNames(members.map(({ resource }) => resource.name))}`,
  );
  return `This rule opens ${targets.join(" and ")} to the internet; ${describeExposures(open)}.`;
}

export default defineRule({
  id: "security-group-database-open",
  category: "network",
  description: "Security groups must not open a database or cache to the internet",
  severity: "critical",
  level: "mandatory",
  basis: "public",
  failures: ["F10", "B14"],
  why:
    "Scanners find a database that the internet can connect to within hours; then only its passwords, and its own " +
    "vulnerabilities, protect the data. Only the programs that use it need to reach it.",
  fix: {
    typescript: `ingress: [{
  description: "application", protocol: "tcp", fromPort: 5432, toPort: 5432,
  securityGroups: [application.id], // not cidrBlocks
}],`,
    python: `ingress=[{
    "description": "application", "protocol": "tcp", "from_port": 5432, "to_port": 5432,
    "security_groups": [application.id],  # not cidr_blocks
}],`,
    yaml: `ingress:
  - description: application
    protocol: tcp
    fromPort: 5432
    toPort: 5432
    securityGroups: ["\${application.id}"] # not cidrBlocks`,
  },
  limits:
    "A finding is mandatory only for a database, or a machine with the port of one, that has a public address and a route " +
    "to an internet gateway; for others it is advisory. Blocks smaller than the whole internet; prefix lists of " +
    "other stacks; groups of load balancers only; other ports (security-group-open-admin-port).",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html",
  ],
  alone: OPENERS,
  stack(stack, { report, undecided }) {
    for (const rule of securityGroupRules(stack).filter(({ direction }) => direction === "ingress")) {
      const isForInternet = admitsInternet(stack, rule);
      if (isForInternet === false) {
        continue;
      }
      const { members, complete } = membersWithExposure(stack, rule);
      const databases = members.filter(({ resource }) => NETWORKED_DATABASES.includes(resource.type));
      const open = databases.filter((one) => opensDatabase(stack, rule, one) === true);
      const reached = open.filter(({ exposure }) => exposure.isExposed === true);
      const mayBeOpen = databases.filter((one) => opensDatabase(stack, rule, one) === UNKNOWN);
      const at = internetAt(rule);
      if (reached.length > 0) {
        report({ at, message: `${describe(stack, reached)} ${FIX}` });
      } else if (open.length > 0) {
        report({ at, level: "advisory", message: `${describe(stack, open)} ${FIX}` });
      } else if (mayBeOpen.some(({ exposure }) => exposure.isExposed !== false)) {
        undecided(isForInternet === UNKNOWN ? at : rule.at);
      } else if (isForInternet === true && !isOutOfReach(members, complete)) {
        const suggested = suggestion(stack, rule);
        if (suggested !== undefined) {
          const machines = members.filter(isReachedMachine);
          const targets = machines.length > 0 ? `; ${describeExposures(machines)}` : "";
          report({
            at,
            message: `This rule opens ${suggested.what}, to the internet${targets}. ${FIX}`,
            ...(!(suggested.isByPort && machines.length > 0) && { level: "advisory" }),
          });
        }
      }
    }
  },
});

/** True for a machine that the internet has a way to, on which any program may listen. */
const isReachedMachine = ({ resource, exposure }: Member): boolean =>
  exposure.isExposed === true && MACHINES.has(resource.type);

/** True for groups of load balancers, and of what the internet has no way to. */
const isOutOfReach = (members: readonly Member[], complete: boolean): boolean =>
  complete &&
  members.length > 0 &&
  members.every(({ resource, exposure }) => LOAD_BALANCERS.includes(resource.type) || exposure.isExposed === false);
