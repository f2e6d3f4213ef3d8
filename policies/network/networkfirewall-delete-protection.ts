import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "networkfirewall-delete-protection",
  category: "network",
  description: "Network firewalls must be protected against deletion",
  severity: "medium",
  level: "only-if-required",
  why:
    "When a firewall is deleted, routes still lead to its endpoints: traffic stops, or someone takes the firewall " +
    "out of the way. With the protection a wrong command fails.",
  references: ["https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-updating.html"],
  requirement: {
    types: ["aws:networkfirewall/firewall:Firewall"],
    property: "deleteProtection",
    must: { equals: true },
    whenAbsent: false,
    consequence: "A wrong command can delete the firewall.",
    fix: true,
    example: {
      firewallPolicyArn: "arn:aws:network-firewall:us-east-1:464738291005:firewall-policy/main",
      vpcId: "vpc-0a1b2c3d",
    },
  },
});
