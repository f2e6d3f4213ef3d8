import rule from "../../../policies/network/security-group-allowed-ports";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type Input } from "../../../src/testing/stack";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const EVERYONE = { cidrBlocks: ["0.0.0.0/0"] };

const contract = { allowedPorts: { tcp: [443, 80] } };
const group = (...ingress: Record<string, Input>[]) => resource(GROUP, "web", { ingress });
const opening = (protocol: string, fromPort: number, toPort = fromPort): Record<string, Input> => ({
  protocol,
  fromPort,
  toPort,
  ...EVERYONE,
});
const empty = resource(GROUP, "web");
const separate = (inputs: Record<string, Input>) =>
  resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "rule", {
    securityGroupId: empty.id,
    ...inputs,
  });

ruleTest(rule, {
  valid: [
    { name: "any port, where the contract requires nothing", stack: [group(opening("tcp", 8443))] },
    { name: "allowed ports", contract, stack: [group(opening("tcp", 443), opening("6", 80))] },
    {
      name: "a range of allowed ports",
      contract: { allowedPorts: { tcp: [80, 81] } },
      stack: [group(opening("tcp", 80, 81))],
    },
    { name: "an allowed UDP port", contract: { allowedPorts: { udp: [443] } }, stack: [group(opening("udp", 443))] },
    {
      name: "the web's ports, where the contract names UDP ports only",
      contract: { allowedPorts: { udp: [443] } },
      stack: [group(opening("tcp", 443))],
    },
    {
      name: "another port for known addresses",
      contract,
      stack: [group({ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["203.0.113.0/29"] })],
    },
    { name: "ICMP", contract, stack: [group({ protocol: "icmp", fromPort: -1, toPort: -1, ...EVERYONE })] },
    { name: "outgoing traffic", contract, stack: [resource(GROUP, "web", { egress: [opening("-1", 0)] })] },
  ],
  invalid: [
    {
      name: "another port",
      contract,
      stack: [group(opening("tcp", 8443))],
      findings: [
        {
          resource: "web",
          path: "ingress[0].cidrBlocks[0]",
          level: "mandatory",
          message: /TCP port 8443 .* only TCP 443 and TCP 80 are allowed/,
        },
      ],
    },
    {
      name: "a range with other ports",
      contract,
      stack: [group(opening("tcp", 80, 443))],
      findings: [
        { resource: "web", path: "ingress[0].cidrBlocks[0]", level: "mandatory", message: /TCP ports 80 to 443/ },
      ],
    },
    {
      name: "all traffic",
      contract,
      stack: [group(opening("-1", 0))],
      findings: [{ resource: "web", path: "ingress[0].cidrBlocks[0]", level: "mandatory", message: /every port/ }],
    },
    {
      name: "an allowed TCP port over UDP",
      contract,
      stack: [group(opening("udp", 443))],
      findings: [{ resource: "web", path: "ingress[0].cidrBlocks[0]", level: "mandatory", message: /UDP port 443/ }],
    },
    {
      name: "a rule of its own, for IPv6",
      contract: { allowedPorts: { tcp: [] } },
      stack: [empty, separate({ ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv6: "::/0" })],
      findings: [{ resource: "rule", path: "cidrIpv6", level: "mandatory", message: /no port is allowed/ }],
    },
  ],
  undecided: [
    {
      name: "ports that are not known yet",
      contract,
      stack: [empty, separate({ ipProtocol: "tcp", fromPort: unknown, toPort: 443, cidrIpv4: "0.0.0.0/0" })],
      at: ["rule"],
    },
  ],
});
