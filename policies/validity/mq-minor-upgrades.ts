import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "mq-minor-upgrades",
  category: "validity",
  description: "Message brokers must take minor versions by themselves",
  severity: "medium",
  level: "only-if-required",
  why:
    "Minor versions bring the security fixes of the engine, and AWS ends the support of old ones. A broker that " +
    "takes them by itself is upgraded in its maintenance window.",
  references: ["https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/upgrading-brokers.html"],
  requirement: {
    types: ["aws:mq/broker:Broker"],
    property: "autoMinorVersionUpgrade",
    must: { equals: true },
    whenAbsent: false,
    consequence: "Security fixes wait until someone upgrades the broker.",
    fix: true,
    example: { engineType: "ActiveMQ", engineVersion: "5.18", hostInstanceType: "mq.m5.large" },
  },
});
