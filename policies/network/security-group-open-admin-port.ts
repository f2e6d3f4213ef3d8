import { tableOf } from "../../contract/facts";
import { anyOf } from "../../stack/certainty";
import { NETWORKED_DATABASES, SUGGESTIVE_PORTS } from "../../stack/database-ports";
import { LOAD_BALANCER } from "../../stack/load-balancing";
import {
  admitsTheWorld,
  isTheWorld,
  membersOf,
  opensTcpPort,
  securityGroupRules,
  type SecurityGroupRule,
} from "../../stack/security-groups";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

interface Port {
  number: number;
  name: string;
}

const toPorts = (names: Readonly<Record<string, string>>): Port[] =>
  Object.entries(names).map(([number, name]) => ({ number: Number(number), name }));

const SHOWN = 4;

/** Nothing but what they are for answers there, whatever their group opens. */
const CLOSED_BY_THEMSELVES = [
  LOAD_BALANCER,
  "aws:elb/loadBalancer:LoadBalancer",
  // Port 22 of these is SFTP, which has to be open to whoever delivers files.
  "aws:transfer/server:Server",
  ...NETWORKED_DATABASES,
];

function opened(rule: SecurityGroupRule, ports: readonly Port[]): Port[] {
  return ports.filter(({ number }) => opensTcpPort(rule, number) === true);
}

function list(ports: readonly Port[]): string {
  const shown = ports.slice(0, SHOWN).map(({ number, name }) => `${String(number)} (${name})`);
  const rest = ports.length - shown.length;
  return rest > 0 ? `${shown.join(", ")} and ${String(rest)} more` : shown.join(" and ");
}

export default defineRule({
  id: "security-group-open-admin-port",
  category: "network",
  description: "No security group opens an administration port to the internet",
  severity: "critical",
  level: "mandatory",
  failures: [],
  controls: [
    { framework: "AWS FSBP", reference: "EC2.19" },
    { framework: "CIS AWS Foundations 5.0", reference: "5.3" },
    { framework: "CIS AWS Foundations 5.0", reference: "5.4" },
    { framework: "PCI DSS 4.0.1", reference: "1.3.1" },
  ],
  why:
    "Whoever gets in over SSH or RDP has the machine, and scanners try every address all day. Session Manager needs no " +
    "open port at all.",
  fix: {
    typescript:
      'ingress: [{\n  description: "office", protocol: "tcp", fromPort: 22, toPort: 22,\n' +
      '  cidrBlocks: ["203.0.113.0/29"], // not 0.0.0.0/0\n}],',
    python:
      'ingress=[{\n    "description": "office", "protocol": "tcp", "from_port": 22, "to_port": 22,\n' +
      '    "cidr_blocks": ["203.0.113.0/29"],  # not 0.0.0.0/0\n}],',
    yaml:
      "ingress:\n  - description: office\n    protocol: tcp\n    fromPort: 22\n    toPort: 22\n" +
      "    cidrBlocks: [203.0.113.0/29] # not 0.0.0.0/0",
  },
  limits:
    "Groups in which only load balancers, SFTP servers of AWS Transfer, databases and caches are; ports of databases " +
    "(security-group-database-open); blocks smaller than the whole internet; prefix lists; ports over UDP alone.",
  stack(stack, { contract, report, undecided }) {
    const table = tableOf(contract, "admin-ports");
    const administration = toPorts(table.administration);
    const risky = toPorts(table.risky).filter(({ number }) => !SUGGESTIVE_PORTS.includes(number));
    for (const rule of securityGroupRules(stack).filter(({ direction }) => direction === "ingress")) {
      const isWorld = admitsTheWorld(stack, rule);
      const members = rule.groups.resources.flatMap((group) => membersOf(stack, group));
      const isExcepted = members.length > 0 && members.every(({ type }) => CLOSED_BY_THEMSELVES.includes(type));
      if (isWorld === false || isExcepted) {
        continue;
      }
      const certain = opened(rule, administration);
      const ports = certain.length > 0 ? certain : opened(rule, risky);
      const at = rule.cidrs.find(isTheWorld) ?? rule.cidrs.find((cidr) => cidr.isUnknown) ?? rule.at;
      if (ports.length > 0 && isWorld === true) {
        const how =
          certain.length > 0
            ? "use Session Manager, which needs no open port, or admit only the addresses that administer it"
            : "admit only the addresses or security groups that use it, or put a load balancer before it";
        report({
          at,
          message: `this rule opens ${list(ports)} to the whole internet; ${how}.`,
          ...(certain.length === 0 && { level: "advisory" }),
        });
      } else if (
        ports.length > 0 ||
        anyOf(administration.map(({ number }) => opensTcpPort(rule, number))) === UNKNOWN
      ) {
        undecided(isWorld === UNKNOWN ? at : rule.at);
      }
    }
  },
});
