import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "msk-enhanced-monitoring",
  category: "observability",
  description: "MSK clusters must be monitored by topic",
  severity: "low",
  level: "only-if-required",
  why: "The default metrics show that a cluster is slow, not which topic makes it so. Those by topic and broker do.",
  references: ["https://docs.aws.amazon.com/msk/latest/developerguide/metrics-details.html"],
  requirement: {
    types: ["aws:msk/cluster:Cluster"],
    property: "enhancedMonitoring",
    must: { isOneOf: ["PER_TOPIC_PER_BROKER", "PER_TOPIC_PER_PARTITION"] },
    whenAbsent: "DEFAULT",
    consequence: "The metrics do not show which topic uses the cluster.",
    incorrect: "PER_BROKER",
    example: {
      kafkaVersion: "3.9.x",
      numberOfBrokerNodes: 3,
      brokerNodeGroupInfo: {
        instanceType: "kafka.m7g.large",
        clientSubnets: ["subnet-0a1b2c3d"],
        securityGroups: ["sg-0a1b2c3d"],
      },
    },
  },
});
