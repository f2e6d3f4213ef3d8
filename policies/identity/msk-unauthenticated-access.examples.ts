import type { RuleExamples } from "../../src/rules/examples";

const program = (authentication: string): string => `
new aws.msk.Cluster("orders", {
  kafkaVersion: "3.9.x",
  numberOfBrokerNodes: 3,
  brokerNodeGroupInfo: {
    instanceType: "kafka.m7g.large",
    clientSubnets: ["subnet-0a1b2c3d", "subnet-4e5f6a7b", "subnet-8c9d0e1f"],
    securityGroups: ["sg-0a1b2c3d"],
  },
  clientAuthentication: ${authentication},
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program("{ sasl: { iam: true }, unauthenticated: true }"),
  correct: program("{ sasl: { iam: true } }"),
} satisfies RuleExamples;
