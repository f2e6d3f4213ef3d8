import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "mq-audit-logs",
  category: "observability",
  description: "ActiveMQ brokers must send their audit logs to CloudWatch",
  severity: "medium",
  level: "only-if-required",
  why:
    "The audit log shows who changed users, queues and settings of the broker. It exists in CloudWatch, or not at " +
    "all.",
  limits: "RabbitMQ, which has no audit log.",
  references: ["https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring.html"],
  requirement: {
    types: ["aws:mq/broker:Broker"],
    when: [{ property: "engineType", must: { equals: "ActiveMQ" } }],
    property: "logs.audit",
    must: { equals: true },
    whenAbsent: false,
    consequence: "No one can see who changed the broker.",
    fix: true,
    example: { engineType: "ActiveMQ", engineVersion: "5.18", hostInstanceType: "mq.m5.large" },
  },
});
