import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "networkfirewall-subnet-change-protection",
  category: "network",
  description: "Network firewalls must be protected against changes of their subnets",
  severity: "medium",
  level: "only-if-required",
  why:
    "A firewall inspects the traffic of the zones that it has subnets in. Without one of them, that traffic is no " +
    "longer inspected, or no longer flows.",
  references: ["https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-updating.html"],
  requirement: {
    types: ["aws:networkfirewall/firewall:Firewall"],
    property: "subnetChangeProtection",
    must: { equals: true },
    whenAbsent: false,
    consequence: "A wrong command can take subnets from the firewall.",
    fix: true,
    example: {
      firewallPolicyArn: "arn:aws:network-firewall:us-east-1:464738291005:firewall-policy/main",
      vpcId: "vpc-0a1b2c3d",
    },
  },
});
