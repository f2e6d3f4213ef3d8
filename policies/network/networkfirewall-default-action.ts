import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "networkfirewall-default-action",
  category: "network",
  description: "Network firewalls must not pass packets that no stateless rule matches",
  severity: "medium",
  level: "only-if-required",
  why:
    "With the default action `aws:pass`, packets that no stateless rule matches skip the stateful rules: the " +
    "firewall lets in what it was bought to stop.",
  references: ["https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateless-default-actions.html"],
  requirement: {
    types: ["aws:networkfirewall/firewallPolicy:FirewallPolicy"],
    property: "firewallPolicy.statelessDefaultActions",
    must: { lacks: "aws:pass" },
    consequence: "Such packets pass without any inspection.",
    instead: 'Set `statelessDefaultActions: ["aws:forward_to_sfe"]`, or `statelessDefaultActions: ["aws:drop"]`.',
    correct: ["aws:forward_to_sfe"],
    example: { firewallPolicy: { statelessFragmentDefaultActions: ["aws:forward_to_sfe"] } },
  },
});
