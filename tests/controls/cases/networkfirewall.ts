import type { ControlCase } from "./case";

export default [
  {
    control: "NetworkFirewall.2",
    rule: "networkfirewall-logging",
    type: "aws:networkfirewall/firewall:Firewall",
    violating: {
      firewallPolicyArn: "arn:aws:network-firewall:us-east-1:464738291005:firewall-policy/main",
      vpcId: "vpc-0a1b2c3d",
      subnetMappings: [{ subnetId: "subnet-0a1b2c3d" }],
    },
    compliant: {
      firewallPolicyArn: "arn:aws:network-firewall:us-east-1:464738291005:firewall-policy/main",
      vpcId: "vpc-0a1b2c3d",
      subnetMappings: [{ subnetId: "subnet-0a1b2c3d" }],
    },
    othersOfCompliant: [
      {
        type: "aws:networkfirewall/loggingConfiguration:LoggingConfiguration",
        name: "logging",
        inputs: {
          firewallArn: "${it.arn}",
          loggingConfiguration: {
            logDestinationConfigs: [
              { logType: "ALERT", logDestinationType: "S3", logDestination: { bucketName: "logs-464738291005" } },
            ],
          },
        },
      },
    ],
  },
  {
    control: "NetworkFirewall.3",
    rule: "networkfirewall-policy-rule-groups",
    type: "aws:networkfirewall/firewallPolicy:FirewallPolicy",
    violating: {
      firewallPolicy: {
        statelessDefaultActions: ["aws:forward_to_sfe"],
        statelessFragmentDefaultActions: ["aws:drop"],
      },
    },
    compliant: {
      firewallPolicy: {
        statelessDefaultActions: ["aws:forward_to_sfe"],
        statelessFragmentDefaultActions: ["aws:drop"],
        statefulRuleGroupReferences: [
          { resourceArn: "arn:aws:network-firewall:us-east-1:464738291005:stateful-rulegroup/web" },
        ],
      },
    },
  },
  {
    control: "NetworkFirewall.4",
    rule: "networkfirewall-default-action",
    type: "aws:networkfirewall/firewallPolicy:FirewallPolicy",
    violating: {
      firewallPolicy: {
        statelessDefaultActions: ["aws:pass"],
        statelessFragmentDefaultActions: ["aws:drop"],
        statefulRuleGroupReferences: [
          { resourceArn: "arn:aws:network-firewall:us-east-1:464738291005:stateful-rulegroup/web" },
        ],
      },
    },
    compliant: {
      firewallPolicy: {
        statelessDefaultActions: ["aws:forward_to_sfe"],
        statelessFragmentDefaultActions: ["aws:drop"],
        statefulRuleGroupReferences: [
          { resourceArn: "arn:aws:network-firewall:us-east-1:464738291005:stateful-rulegroup/web" },
        ],
      },
    },
  },
  {
    control: "NetworkFirewall.5",
    rule: "networkfirewall-fragment-default-action",
    type: "aws:networkfirewall/firewallPolicy:FirewallPolicy",
    violating: {
      firewallPolicy: {
        statelessDefaultActions: ["aws:forward_to_sfe"],
        statelessFragmentDefaultActions: ["aws:pass"],
        statefulRuleGroupReferences: [
          { resourceArn: "arn:aws:network-firewall:us-east-1:464738291005:stateful-rulegroup/web" },
        ],
      },
    },
    compliant: {
      firewallPolicy: {
        statelessDefaultActions: ["aws:forward_to_sfe"],
        statelessFragmentDefaultActions: ["aws:drop"],
        statefulRuleGroupReferences: [
          { resourceArn: "arn:aws:network-firewall:us-east-1:464738291005:stateful-rulegroup/web" },
        ],
      },
    },
  },
  {
    control: "NetworkFirewall.6",
    rule: "networkfirewall-stateless-rules",
    type: "aws:networkfirewall/ruleGroup:RuleGroup",
    violating: {
      capacity: 100,
      type: "STATELESS",
      ruleGroup: { rulesSource: { statelessRulesAndCustomActions: { statelessRules: [] } } },
    },
    compliant: {
      capacity: 100,
      type: "STATELESS",
      ruleGroup: {
        rulesSource: {
          statelessRulesAndCustomActions: {
            statelessRules: [
              { priority: 1, ruleDefinition: { actions: ["aws:drop"], matchAttributes: { protocols: [6] } } },
            ],
          },
        },
      },
    },
  },
  {
    control: "NetworkFirewall.9",
    rule: "networkfirewall-delete-protection",
    type: "aws:networkfirewall/firewall:Firewall",
    violating: {
      firewallPolicyArn: "arn:aws:network-firewall:us-east-1:464738291005:firewall-policy/main",
      vpcId: "vpc-0a1b2c3d",
      subnetMappings: [{ subnetId: "subnet-0a1b2c3d" }],
    },
    compliant: {
      firewallPolicyArn: "arn:aws:network-firewall:us-east-1:464738291005:firewall-policy/main",
      vpcId: "vpc-0a1b2c3d",
      subnetMappings: [{ subnetId: "subnet-0a1b2c3d" }],
      deleteProtection: true,
    },
  },
  {
    control: "NetworkFirewall.10",
    rule: "networkfirewall-subnet-change-protection",
    type: "aws:networkfirewall/firewall:Firewall",
    violating: {
      firewallPolicyArn: "arn:aws:network-firewall:us-east-1:464738291005:firewall-policy/main",
      vpcId: "vpc-0a1b2c3d",
      subnetMappings: [{ subnetId: "subnet-0a1b2c3d" }],
    },
    compliant: {
      firewallPolicyArn: "arn:aws:network-firewall:us-east-1:464738291005:firewall-policy/main",
      vpcId: "vpc-0a1b2c3d",
      subnetMappings: [{ subnetId: "subnet-0a1b2c3d" }],
      subnetChangeProtection: true,
    },
  },
] satisfies ControlCase[];
