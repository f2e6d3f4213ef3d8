import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "networkfirewall-fragment-default-action",
  category: "network",
  description: "Network firewalls must not pass fragments of packets that no stateless rule matches",
  severity: "medium",
  level: "only-if-required",
  why:
    "With the default action `aws:pass`, fragments of packets that no stateless rule matches skip the stateful " +
    "rules: the firewall lets in what it was bought to stop.",
  references: ["https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateless-default-actions.html"],
  requirement: {
    types: ["aws:networkfirewall/firewallPolicy:FirewallPolicy"],
    property: "firewallPolicy.statelessFragmentDefaultActions",
    must: { lacks: "aws:pass" },
    consequence: "Such packets pass without any inspection.",
    instead:
      'Set `statelessFragmentDefaultActions: ["aws:forward_to_sfe"]`, or `statelessFragmentDefaultActions: ["aws:drop"]`.',
    correct: ["aws:forward_to_sfe"],
    example: { firewallPolicy: { statelessDefaultActions: ["aws:forward_to_sfe"] } },
  },
});
