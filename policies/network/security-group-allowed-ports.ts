import {
  admitsInternet,
  internetAt,
  OPENERS,
  securityGroupRules,
  type PortRange,
  type SecurityGroupRule,
} from "../../src/aws/network/security-groups";
import { allOf, type Certainty } from "../../src/graph/certainty";
import { known, UNKNOWN } from "../../src/graph/value";
import { joinNames } from "../../src/graph/words";
import { defineRule } from "../../src/rules/rule";

/** The ports that may be open where the contract names none, as in AWS's own control. */
const WEB = [80, 443];

export default defineRule({
  id: "security-group-allowed-ports",
  category: "network",
  description: "Security groups must open only allowed ports to the internet",
  severity: "high",
  level: "only-if-required",
  contractKeys: ["allowedPorts"],
  why:
    "Each port that is open to everyone is a service that everyone can try. A list of the ports that are meant to be open " +
    "shows each other one, whatever it is for.",
  fix: {
    typescript: `ingress: [{
  description: "clients", protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"],
}],`,
    python: `ingress=[{
    "description": "clients", "protocol": "tcp", "from_port": 443, "to_port": 443, "cidr_blocks": ["0.0.0.0/0"],
}],`,
    yaml: `ingress:
  - description: clients
    protocol: tcp
    fromPort: 443
    toPort: 443
    cidrBlocks: [0.0.0.0/0]`,
  },
  limits:
    "Blocks smaller than the whole internet, prefix lists of other stacks, and protocols without ports, such as ICMP. " +
    "Without `allowedPorts` in the contract, TCP ports 80 and 443 are allowed.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
    "https://docs.aws.amazon.com/config/latest/developerguide/vpc-sg-open-only-to-authorized-ports.html",
  ],
  alone: OPENERS,
  stack(stack, { contract, decide }) {
    const allowed: Allowed = {
      tcp: new Set(contract.allowedPorts?.tcp ?? WEB),
      udp: new Set(contract.allowedPorts?.udp ?? []),
    };
    for (const rule of securityGroupRules(stack).filter(({ direction }) => direction !== "egress")) {
      const isForInternet = admitsInternet(stack, rule);
      const violates = allOf([rule.direction === "ingress" || UNKNOWN, isForInternet, opensOthers(rule, allowed)]);
      if (violates !== false) {
        decide(violates === UNKNOWN ? UNKNOWN : false, {
          at: violates === UNKNOWN && isForInternet === true ? rule.at : internetAt(rule),
          message:
            `This rule opens ${describePorts(rule)} to the internet, and ${describeAllowed(allowed)}. Admit only the ` +
            "addresses or security groups that use it, or add the port to `allowedPorts` of the contract.",
        });
      }
    }
  },
});

type Allowed = Readonly<Record<"tcp" | "udp", ReadonlySet<number>>>;

/** Whether a rule opens a port that is not allowed. */
function opensOthers({ protocol, ports }: SecurityGroupRule, allowed: Allowed): Certainty {
  if (protocol === "all") {
    return true;
  }
  if (protocol !== "tcp" && protocol !== "udp") {
    return protocol === UNKNOWN ? UNKNOWN : false;
  }
  return ports === UNKNOWN ? UNKNOWN : !isWithin(ports, allowed[protocol]);
}

function isWithin({ from, to }: PortRange, ports: ReadonlySet<number>): boolean {
  const within = [...ports].filter((port) => from <= port && port <= to);
  return within.length === to - from + 1;
}

function describePorts({ protocol, ports }: SecurityGroupRule): string {
  if (!known(ports) || protocol === "all" || (ports.from <= 0 && ports.to >= 65535)) {
    return "every port";
  }
  const range =
    ports.from === ports.to ? `port ${String(ports.from)}` : `ports ${String(ports.from)} to ${String(ports.to)}`;
  return `${String(protocol).toUpperCase()} ${range}`;
}

function describeAllowed({ tcp, udp }: Allowed): string {
  const named = [...tcp].map((port) => `TCP ${String(port)}`).concat([...udp].map((port) => `UDP ${String(port)}`));
  return named.length === 0
    ? "no port is allowed"
    : `only ${joinNames(named)} ${named.length === 1 ? "is" : "are"} allowed`;
}
