import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "networkfirewall-logging",
  category: "observability",
  description: "Network firewalls must write logs",
  severity: "medium",
  level: "only-if-required",
  why:
    "Without logs no one sees what the firewall dropped, what it let through, or that someone is looking for a way " +
    "in.",
  limits: "Logging that another stack configures.",
  references: ["https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-logging.html"],
  requirement: {
    types: ["aws:networkfirewall/firewall:Firewall"],
    companions: [
      {
        types: ["aws:networkfirewall/loggingConfiguration:LoggingConfiguration"],
        by: "firewallArn",
        property: "loggingConfiguration.logDestinationConfigs",
        must: { countAtLeast: 1 },
      },
    ],
    consequence: "The firewall writes no logs.",
    instead: "Add an aws.networkfirewall.LoggingConfiguration for it.",
    example: {
      firewallPolicyArn: "arn:aws:network-firewall:us-east-1:464738291005:firewall-policy/main",
      vpcId: "vpc-0a1b2c3d",
    },
    companionExample: {
      loggingConfiguration: {
        logDestinationConfigs: [
          { logType: "ALERT", logDestinationType: "CloudWatchLogs", logDestination: { logGroup: "firewall" } },
        ],
      },
    },
  },
});
