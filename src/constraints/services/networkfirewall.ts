import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.networkfirewall.rule-group.variables": {
      type: "aws:networkfirewall/ruleGroup:RuleGroup",
      when: { type: "STATELESS" },
      require: { "ruleGroup.ruleVariables": { present: false } },
      must: "Only a stateful rule group has `ruleGroup.ruleVariables`.",
      awsError: "RuleVariables cannot be provided",
      source: "https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_RuleGroup.html",
      accepts: [
        {
          type: "STATELESS",
          ruleGroup: {
            rulesSource: {
              statelessRulesAndCustomActions: {
                statelessRules: [{ priority: 1, ruleDefinition: { actions: ["aws:pass"], matchAttributes: {} } }],
              },
            },
          },
        },
        { type: "STATEFUL", ruleGroup: { ruleVariables: { portSets: [] }, rulesSource: { rulesString: "x" } } },
      ],
      rejects: [
        {
          type: "STATELESS",
          ruleGroup: {
            ruleVariables: { portSets: [{ key: "X", portSet: { definitions: ["1"] } }] },
            rulesSource: {
              statelessRulesAndCustomActions: {
                statelessRules: [{ priority: 1, ruleDefinition: { actions: ["aws:pass"], matchAttributes: {} } }],
              },
            },
          },
        },
      ],
    },
    "aws.networkfirewall.rule-group.stateless-rules": {
      type: "aws:networkfirewall/ruleGroup:RuleGroup",
      when: { type: "STATELESS", "ruleGroup.rulesSource": { present: true } },
      require: { "ruleGroup.rulesSource.statelessRulesAndCustomActions": { present: true } },
      must: "A stateless rule group has `statelessRulesAndCustomActions` as its `rulesSource`.",
      source: "https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_CreateRuleGroup.html",
      accepts: [
        {
          type: "STATELESS",
          ruleGroup: {
            rulesSource: {
              statelessRulesAndCustomActions: {
                statelessRules: [{ priority: 1, ruleDefinition: { actions: ["aws:pass"], matchAttributes: {} } }],
              },
            },
          },
        },
      ],
      rejects: [{ type: "STATELESS", ruleGroup: { rulesSource: { rulesString: "x" } } }],
    },
    "aws.networkfirewall.rule-group.stateful-rules": {
      type: "aws:networkfirewall/ruleGroup:RuleGroup",
      when: { type: "STATEFUL" },
      require: { "ruleGroup.rulesSource.statelessRulesAndCustomActions": { present: false } },
      must: "A stateful rule group has no `statelessRulesAndCustomActions`.",
      source: "https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_CreateRuleGroup.html",
      accepts: [{ type: "STATEFUL", ruleGroup: { rulesSource: { rulesString: "x" } } }],
      rejects: [
        {
          type: "STATEFUL",
          ruleGroup: {
            rulesSource: {
              statelessRulesAndCustomActions: {
                statelessRules: [{ priority: 1, ruleDefinition: { actions: ["aws:pass"], matchAttributes: {} } }],
              },
            },
          },
        },
      ],
    },
    "aws.networkfirewall.rule-group.one-form": {
      type: "aws:networkfirewall/ruleGroup:RuleGroup",
      require: { exactlyOne: ["ruleGroup", "rules"] },
      must: "A rule group has either `ruleGroup` or `rules`.",
      source: "https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_CreateRuleGroup.html",
      accepts: [
        { type: "STATEFUL", rules: "x" },
        { type: "STATEFUL", ruleGroup: { rulesSource: { rulesString: "x" } } },
      ],
      rejects: [
        { type: "STATEFUL", rules: "x", ruleGroup: { rulesSource: { rulesString: "x" } } },
        { type: "STATEFUL" },
      ],
    },
    "aws.networkfirewall.firewall-policy.stateful-defaults": {
      type: "aws:networkfirewall/firewallPolicy:FirewallPolicy",
      when: { "firewallPolicy.statefulDefaultActions": { present: true } },
      require: { "firewallPolicy.statefulEngineOptions.ruleOrder": "STRICT_ORDER" },
      defaults: { "firewallPolicy.statefulEngineOptions.ruleOrder": "DEFAULT_ACTION_ORDER" },
      must: '`statefulDefaultActions` requires `statefulEngineOptions.ruleOrder` "STRICT_ORDER".',
      source: "https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_FirewallPolicy.html",
      accepts: [
        {
          firewallPolicy: {
            statelessDefaultActions: ["aws:forward_to_sfe"],
            statelessFragmentDefaultActions: ["aws:drop"],
            statefulDefaultActions: ["aws:drop_strict"],
            statefulEngineOptions: { ruleOrder: "STRICT_ORDER" },
          },
        },
        {
          firewallPolicy: {
            statelessDefaultActions: ["aws:forward_to_sfe"],
            statelessFragmentDefaultActions: ["aws:drop"],
          },
        },
      ],
      rejects: [
        {
          firewallPolicy: {
            statelessDefaultActions: ["aws:forward_to_sfe"],
            statelessFragmentDefaultActions: ["aws:drop"],
            statefulDefaultActions: ["aws:drop_strict"],
          },
        },
      ],
    },
    "aws.networkfirewall.firewall-policy.strict-priority": {
      type: "aws:networkfirewall/firewallPolicy:FirewallPolicy",
      when: { "firewallPolicy.statefulEngineOptions.ruleOrder": "STRICT_ORDER" },
      require: { "firewallPolicy.statefulRuleGroupReferences": { none: { priority: { present: false } } } },
      must: "In strict order every entry of `statefulRuleGroupReferences` requires `priority`.",
      source: "https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_StatefulRuleGroupReference.html",
      accepts: [
        {
          firewallPolicy: {
            statelessDefaultActions: ["aws:forward_to_sfe"],
            statelessFragmentDefaultActions: ["aws:drop"],
            statefulEngineOptions: { ruleOrder: "STRICT_ORDER" },
            statefulRuleGroupReferences: [{ priority: 1, resourceArn: "x" }],
          },
        },
      ],
      rejects: [
        {
          firewallPolicy: {
            statelessDefaultActions: ["aws:forward_to_sfe"],
            statelessFragmentDefaultActions: ["aws:drop"],
            statefulEngineOptions: { ruleOrder: "STRICT_ORDER" },
            statefulRuleGroupReferences: [{ resourceArn: "x" }],
          },
        },
      ],
    },
    "aws.networkfirewall.firewall-policy.default-priority": {
      type: "aws:networkfirewall/firewallPolicy:FirewallPolicy",
      when: { "firewallPolicy.statefulEngineOptions.ruleOrder": "DEFAULT_ACTION_ORDER" },
      require: { "firewallPolicy.statefulRuleGroupReferences": { none: { priority: { present: true } } } },
      defaults: { "firewallPolicy.statefulEngineOptions.ruleOrder": "DEFAULT_ACTION_ORDER" },
      must: "Only in strict order have entries of `statefulRuleGroupReferences` a `priority`.",
      source: "https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_StatefulRuleGroupReference.html",
      accepts: [
        {
          firewallPolicy: {
            statelessDefaultActions: ["aws:forward_to_sfe"],
            statelessFragmentDefaultActions: ["aws:drop"],
            statefulRuleGroupReferences: [{ resourceArn: "x" }],
          },
        },
      ],
      rejects: [
        {
          firewallPolicy: {
            statelessDefaultActions: ["aws:forward_to_sfe"],
            statelessFragmentDefaultActions: ["aws:drop"],
            statefulRuleGroupReferences: [{ priority: 1, resourceArn: "x" }],
          },
        },
      ],
    },
    "aws.networkfirewall.firewall-policy.stateless-default-actions": {
      type: "aws:networkfirewall/firewallPolicy:FirewallPolicy",
      require: {
        "firewallPolicy.statelessDefaultActions": { contains: ["aws:pass", "aws:drop", "aws:forward_to_sfe"] },
      },
      must: '`statelessDefaultActions` has one of "aws:pass", "aws:drop" and "aws:forward_to_sfe".',
      source: "https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_FirewallPolicy.html",
      accepts: [
        { firewallPolicy: { statelessDefaultActions: ["aws:drop"], statelessFragmentDefaultActions: ["aws:drop"] } },
        {
          firewallPolicy: {
            statelessDefaultActions: ["aws:pass", "Metric"],
            statelessFragmentDefaultActions: ["aws:drop"],
          },
        },
      ],
      rejects: [
        { firewallPolicy: { statelessDefaultActions: ["aws:reject"], statelessFragmentDefaultActions: ["aws:drop"] } },
      ],
    },
    "aws.networkfirewall.firewall-policy.stateless-fragment-default-actions": {
      type: "aws:networkfirewall/firewallPolicy:FirewallPolicy",
      require: {
        "firewallPolicy.statelessFragmentDefaultActions": { contains: ["aws:pass", "aws:drop", "aws:forward_to_sfe"] },
      },
      must: '`statelessFragmentDefaultActions` has one of "aws:pass", "aws:drop" and "aws:forward_to_sfe".',
      source: "https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_FirewallPolicy.html",
      accepts: [
        { firewallPolicy: { statelessFragmentDefaultActions: ["aws:drop"], statelessDefaultActions: ["aws:drop"] } },
        {
          firewallPolicy: {
            statelessFragmentDefaultActions: ["aws:pass", "Metric"],
            statelessDefaultActions: ["aws:drop"],
          },
        },
      ],
      rejects: [
        { firewallPolicy: { statelessFragmentDefaultActions: ["aws:reject"], statelessDefaultActions: ["aws:drop"] } },
      ],
    },
    "aws.networkfirewall.firewall-policy.unique-stateless": {
      type: "aws:networkfirewall/firewallPolicy:FirewallPolicy",
      require: { "firewallPolicy.statelessRuleGroupReferences": { uniqueBy: "priority" } },
      must: "Every entry of `statelessRuleGroupReferences` has a `priority` of its own.",
      source: "https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_FirewallPolicy.html",
      accepts: [
        {
          firewallPolicy: {
            statelessDefaultActions: ["aws:forward_to_sfe"],
            statelessFragmentDefaultActions: ["aws:drop"],
            statelessRuleGroupReferences: [
              { priority: 1, resourceArn: "x" },
              { priority: 2, resourceArn: "y" },
            ],
          },
        },
      ],
      rejects: [
        {
          firewallPolicy: {
            statelessDefaultActions: ["aws:forward_to_sfe"],
            statelessFragmentDefaultActions: ["aws:drop"],
            statelessRuleGroupReferences: [
              { priority: 1, resourceArn: "x" },
              { priority: 1, resourceArn: "y" },
            ],
          },
        },
      ],
    },
    "aws.networkfirewall.firewall-policy.unique-stateful": {
      type: "aws:networkfirewall/firewallPolicy:FirewallPolicy",
      require: { "firewallPolicy.statefulRuleGroupReferences": { uniqueBy: "priority" } },
      must: "Every entry of `statefulRuleGroupReferences` has a `priority` of its own.",
      source: "https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_FirewallPolicy.html",
      accepts: [
        {
          firewallPolicy: {
            statelessDefaultActions: ["aws:forward_to_sfe"],
            statelessFragmentDefaultActions: ["aws:drop"],
            statefulEngineOptions: { ruleOrder: "STRICT_ORDER" },
            statefulRuleGroupReferences: [
              { priority: 1, resourceArn: "x" },
              { priority: 2, resourceArn: "y" },
            ],
          },
        },
      ],
      rejects: [
        {
          firewallPolicy: {
            statelessDefaultActions: ["aws:forward_to_sfe"],
            statelessFragmentDefaultActions: ["aws:drop"],
            statefulEngineOptions: { ruleOrder: "STRICT_ORDER" },
            statefulRuleGroupReferences: [
              { priority: 1, resourceArn: "x" },
              { priority: 1, resourceArn: "y" },
            ],
          },
        },
      ],
    },
    "aws.networkfirewall.firewall-policy.stateful-groups": {
      type: "aws:networkfirewall/firewallPolicy:FirewallPolicy",
      each: "firewallPolicy.statefulRuleGroupReferences",
      refers: { resourceArn: "aws:networkfirewall/ruleGroup:RuleGroup" },
      require: { "resourceArn->type": "STATEFUL" },
      must: "`firewallPolicy.statefulRuleGroupReferences` names rule groups of the type STATEFUL.",
      source: "https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_FirewallPolicy.html",
      accepts: [{ firewallPolicy: { statefulRuleGroupReferences: [{ resourceArn: { type: "STATEFUL" } }] } }],
      rejects: [{ firewallPolicy: { statefulRuleGroupReferences: [{ resourceArn: { type: "STATELESS" } }] } }],
    },
    "aws.networkfirewall.firewall-policy.stateless-groups": {
      type: "aws:networkfirewall/firewallPolicy:FirewallPolicy",
      each: "firewallPolicy.statelessRuleGroupReferences",
      refers: { resourceArn: "aws:networkfirewall/ruleGroup:RuleGroup" },
      require: { "resourceArn->type": "STATELESS" },
      must: "`firewallPolicy.statelessRuleGroupReferences` names rule groups of the type STATELESS.",
      source: "https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_FirewallPolicy.html",
      accepts: [
        { firewallPolicy: { statelessRuleGroupReferences: [{ priority: 1, resourceArn: { type: "STATELESS" } }] } },
      ],
      rejects: [
        { firewallPolicy: { statelessRuleGroupReferences: [{ priority: 1, resourceArn: { type: "STATEFUL" } }] } },
      ],
    },
  },
} satisfies ServiceConstraints;
