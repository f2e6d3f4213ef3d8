import { allOf, anyOf, type Certainty } from "../../stack/certainty";
import { databaseAtPort, NETWORKED_DATABASES, portsOf, SUGGESTIVE_PORTS } from "../../stack/database-ports";
import { LOAD_BALANCER } from "../../stack/load-balancing";
import type { Resource } from "../../stack/resource";
import {
  admitsTheWorld,
  isTheWorld,
  membersOf,
  opensTcpPort,
  securityGroupRules,
  type SecurityGroupRule,
} from "../../stack/security-groups";
import type { Stack } from "../../stack/stack";
import { known, UNKNOWN } from "../../stack/value";
import { wordsOf } from "../../stack/words";
import { defineRule } from "../rule";

const LOAD_BALANCERS = [LOAD_BALANCER, "aws:elb/loadBalancer:LoadBalancer"];
const NAMES = /^(DBS?|RDS|SQL|MYSQL|POSTGRES|POSTGRESQL|AURORA|DATABASES?|REDIS|VALKEY|CACHE|MEMCACHED)$/;

/** A range of ports that is about the port of one service, and not about opening much. */
const NARROW = 100;

function opensDatabase(stack: Stack, rule: SecurityGroupRule, database: Resource): Certainty {
  const ports = portsOf(stack, database);
  if (ports !== UNKNOWN) {
    return anyOf(ports.map((port) => opensTcpPort(rule, port)));
  }
  const opensAll = allOf([1, 65535].map((port) => opensTcpPort(rule, port)));
  return opensAll === true || (rule.protocol === "tcp" && UNKNOWN);
}

/** What suggests a database where none is known to be in the group: the port, or the group's name. */
function suggestion(rule: SecurityGroupRule): string | undefined {
  const port = SUGGESTIVE_PORTS.find((one) => opensTcpPort(rule, one) === true);
  if (port === undefined || !known(rule.ports)) {
    return undefined;
  }
  if (rule.ports.to - rule.ports.from < NARROW) {
    return `port ${String(port)}, which is that of ${databaseAtPort(port) ?? "a database"},`;
  }
  const names = rule.groups.resources.flatMap((group) => [group.name, ...group.texts(["name"])]);
  const isNamed = names.some((name) => wordsOf(name).some((word) => NAMES.test(word)));
  return isNamed ? "what by the name of the group is a database or cache" : undefined;
}

const ofLoadBalancers = (members: readonly Resource[]): boolean =>
  members.length > 0 && members.every(({ type }) => LOAD_BALANCERS.includes(type));

export default defineRule({
  id: "security-group-database-open",
  category: "network",
  description: "No security group opens a database or cache to the internet",
  severity: "critical",
  level: "mandatory",
  failures: ["F10", "B14"],
  controls: [
    { framework: "AWS FSBP", reference: "EC2.18" },
    { framework: "AWS FSBP", reference: "EC2.19" },
  ],
  why:
    "A database that anybody may connect to is found by scanners within hours; then only its passwords, and its bugs, " +
    "stand between the data and the world. Only the programs that use it have to reach it.",
  fix: {
    typescript:
      'ingress: [{\n  description: "application", protocol: "tcp", fromPort: 5432, toPort: 5432,\n' +
      "  securityGroups: [application.id], // not cidrBlocks\n}],",
    python:
      'ingress=[{\n    "description": "application", "protocol": "tcp", "from_port": 5432, "to_port": 5432,\n' +
      '    "security_groups": [application.id],  # not cidr_blocks\n}],',
    yaml:
      "ingress:\n  - description: application\n    protocol: tcp\n    fromPort: 5432\n    toPort: 5432\n" +
      '    securityGroups: ["${application.id}"] # not cidrBlocks',
  },
  limits:
    "Blocks smaller than the whole internet; prefix lists; groups in which only load balancers are; other ports " +
    "(security-group-open-admin-port); whether the database has a public address (rds-not-public).",
  stack(stack, { report, undecided }) {
    for (const rule of securityGroupRules(stack).filter(({ direction }) => direction === "ingress")) {
      const isWorld = admitsTheWorld(stack, rule);
      if (isWorld === false) {
        continue;
      }
      const members = rule.groups.resources.flatMap((group) => membersOf(stack, group));
      const databases = members.filter(({ type }) => NETWORKED_DATABASES.includes(type));
      const open = databases.filter((database) => opensDatabase(stack, rule, database) === true);
      const mayBeOpen = databases.some((database) => opensDatabase(stack, rule, database) === UNKNOWN);
      const at = rule.cidrs.find(isTheWorld) ?? rule.cidrs.find((cidr) => cidr.isUnknown) ?? rule.at;
      const mend = "admit the security groups of its clients instead (securityGroups or referencedSecurityGroupId).";
      if (open.length > 0 && isWorld === true) {
        const message = `this rule lets everybody on the internet connect to ${open.map(({ name }) => name).join(", ")}; ${mend}`;
        report({ at, message });
      } else if (open.length > 0 || mayBeOpen) {
        undecided(isWorld === UNKNOWN ? at : rule.at);
      } else if (isWorld === true && !ofLoadBalancers(members)) {
        const suggested = suggestion(rule);
        if (suggested !== undefined) {
          report({ at, level: "advisory", message: `${suggested} is open to the whole internet; ${mend}` });
        }
      }
    }
  },
});
