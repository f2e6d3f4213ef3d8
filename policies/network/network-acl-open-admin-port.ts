import { EC2_SPOT_INSTANCE_REQUEST } from "../../src/aws/type-tokens";
import { tableOf } from "../../src/contract/facts";
import { ACLS, networkAclsOf, subnetsOfAcl, type AclRule } from "../../src/aws/network/network-acls";
import { reachabilityOf } from "../../src/aws/network/reachability";
import { areInternet } from "../../src/aws/network/security-groups";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { joinNames } from "../../src/graph/words";
import { defineRule } from "../../src/rules/rule";

const MACHINES = ["aws:ec2/instance:Instance", EC2_SPOT_INSTANCE_REQUEST];

export default defineRule({
  id: "network-acl-open-admin-port",
  category: "network",
  description: "Network ACLs must not open an administration port to the internet",
  severity: "high",
  level: "mandatory",
  basis: "public",
  failures: [],
  why:
    "A network ACL is the second barrier in front of a machine. Where it opens SSH or RDP to the internet as the security " +
    "groups do, scanners reach the machine all day.",
  fix: {
    typescript: `ingress: [{
  ruleNo: 100, action: "allow", protocol: "tcp", fromPort: 22, toPort: 22,
  cidrBlock: "203.0.113.0/29", // not 0.0.0.0/0
}],`,
    python: `ingress=[{
    "rule_no": 100, "action": "allow", "protocol": "tcp", "from_port": 22, "to_port": 22,
    "cidr_block": "203.0.113.0/29",  # not 0.0.0.0/0
}],`,
    yaml: `ingress:
  - ruleNo: 100
    action: allow
    protocol: tcp
    fromPort: 22
    toPort: 22
    cidrBlock: 203.0.113.0/29 # not 0.0.0.0/0`,
  },
  limits:
    "A finding is mandatory only where a machine in the ACL's subnets is open to the internet on that port; where none is " +
    "known to be, it is advisory, and ACLs that allow every port, as AWS's own do, are left out unless a framework requires " +
    "the rule. Blocks smaller than the whole internet.",
  references: ["https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html"],
  alone: ACLS,
  stack(stack, { contract, servesFramework, report, undecided }) {
    const ports = Object.keys(tableOf(contract, "admin-ports").administration).map(Number);
    for (const acl of networkAclsOf(stack)) {
      if (!acl.complete) {
        undecided(acl.resource, "ingress");
      }
      for (const port of acl.complete ? ports : []) {
        const rule = openingRule(acl.rules, port);
        const reached = rule ? reachedBehind(stack, acl.resource, port) : [];
        if (rule && (reached.length > 0 || !rule.isEveryPort || servesFramework)) {
          const behind =
            reached.length > 0
              ? `; ${joinNames(reached.map(({ name }) => name))} can be reached there`
              : ", and no machine in its subnets is known to be reached there";
          report({
            at: rule.at,
            message:
              `This rule opens port ${String(port)} to the internet${behind}. Allow only the addresses that administer your ` +
              "machines.",
            ...(reached.length === 0 && { level: "advisory" }),
          });
        }
      }
    }
  },
});

/** The rule that lets the internet in at a port: the first one, by number, that is about both. */
function openingRule(rules: readonly AclRule[], port: number): AclRule | undefined {
  const deciding = rules.find((rule) => areInternet(rule.cidrs) && rule.opensTcpPort(port));
  return deciding?.isAllowed === true ? deciding : undefined;
}

/** The machines in the subnets of an ACL that the internet can connect to at a port. */
function reachedBehind(stack: Stack, acl: Resource, port: number): Resource[] {
  const subnets = new Set(subnetsOfAcl(stack, acl));
  return stack
    .managed(...MACHINES)
    .filter((machine) => stack.refs(machine.at("subnetId"), ...SUBNETS).resources.some((subnet) => subnets.has(subnet)))
    .filter((machine) => reachabilityOf(stack, machine, port).reachable === true);
}

const SUBNETS = ["aws:ec2/subnet:Subnet", "aws:ec2/defaultSubnet:DefaultSubnet"];
