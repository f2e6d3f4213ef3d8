import type { ControlCase } from "./case";

export default [
  {
    control: "MQ.2",
    rule: "mq-audit-logs",
    type: "aws:mq/broker:Broker",
    violating: {
      engineType: "ActiveMQ",
      engineVersion: "5.18",
      hostInstanceType: "mq.m5.large",
      logs: { general: true },
    },
    compliant: {
      engineType: "ActiveMQ",
      engineVersion: "5.18",
      hostInstanceType: "mq.m5.large",
      logs: { general: true, audit: true },
    },
  },
  {
    control: "MQ.3",
    rule: "mq-minor-upgrades",
    type: "aws:mq/broker:Broker",
    violating: { engineType: "ActiveMQ", engineVersion: "5.18", hostInstanceType: "mq.m5.large" },
    compliant: {
      engineType: "ActiveMQ",
      engineVersion: "5.18",
      hostInstanceType: "mq.m5.large",
      autoMinorVersionUpgrade: true,
    },
  },
] satisfies ControlCase[];
