import type { ServiceConstraints } from "../form";

const BROKER = "aws:mq/broker:Broker";
const BROKERS = "https://docs.aws.amazon.com/amazon-mq/latest/api-reference/brokers.html";
const rabbit = { engineType: "RabbitMQ", users: [{ username: "orders", password: "twelve-letters" }] };

/** A broker whose configuration is for another engine, or for its own. */
const configured = (engineType: string, other: string): Record<string, unknown> => ({
  engineType,
  engineVersion: engineType === "ActiveMQ" ? "5.18" : "3.13",
  hostInstanceType: "mq.m5.large",
  brokerName: "x",
  users: [{ username: "orders", password: "Zk4Qw9tLr2Vx7B" }],
  configuration: { id: { engineType: other }, revision: 1 },
});

export default {
  date: "2026-11-30",
  constraints: {
    "aws.mq.broker.instance-type-prefix": {
      type: BROKER,
      require: { hostInstanceType: { startsWith: "mq." } },
      must: 'An instance type of Amazon MQ begins with "mq.", such as "mq.m7g.large".',
      source: BROKERS,
      accepts: [{ hostInstanceType: "mq.m7g.large" }],
      rejects: [{ hostInstanceType: "m7g.large" }],
    },
    "aws.mq.broker.rabbitmq-users": {
      type: BROKER,
      when: { engineType: "RabbitMQ" },
      require: { users: { maxItems: 1 } },
      must: "RabbitMQ must be created with exactly one user.",
      awsError: "Specify exactly one user for engine type [RABBITMQ]",
      source: BROKERS,
      accepts: [
        rabbit,
        {
          engineType: "ActiveMQ",
          users: [
            { username: "one", password: "twelve-letters" },
            { username: "two", password: "twelve-letters" },
          ],
        },
      ],
      rejects: [
        {
          engineType: "RabbitMQ",
          users: [
            { username: "one", password: "twelve-letters" },
            { username: "two", password: "twelve-letters" },
          ],
        },
      ],
    },
    "aws.mq.broker.single-subnet": {
      type: BROKER,
      when: { deploymentMode: "SINGLE_INSTANCE" },
      defaults: { deploymentMode: "SINGLE_INSTANCE" },
      require: { subnetIds: { maxItems: 1 } },
      must: "A single instance must be in one subnet.",
      source: BROKERS,
      accepts: [{ ...rabbit, deploymentMode: "SINGLE_INSTANCE", subnetIds: ["a"] }],
      rejects: [
        { ...rabbit, deploymentMode: "SINGLE_INSTANCE", subnetIds: ["a", "b"] },
        { ...rabbit, subnetIds: ["a", "b"] },
      ],
    },
    "aws.mq.broker.standby-subnets": {
      type: BROKER,
      when: { deploymentMode: "ACTIVE_STANDBY_MULTI_AZ" },
      require: { subnetIds: { minItems: 2, maxItems: 2 } },
      must: "An active and a standby instance must be in two subnets.",
      source: BROKERS,
      accepts: [{ engineType: "ActiveMQ", deploymentMode: "ACTIVE_STANDBY_MULTI_AZ", subnetIds: ["a", "b"] }],
      rejects: [{ engineType: "ActiveMQ", deploymentMode: "ACTIVE_STANDBY_MULTI_AZ", subnetIds: ["a"] }],
    },
    "aws.mq.broker.rabbitmq-audit": {
      type: BROKER,
      when: { engineType: "RabbitMQ" },
      require: { "logs.audit": { not: true } },
      must: "RabbitMQ has no audit logs: leave out `logs.audit`.",
      source: BROKERS,
      accepts: [{ ...rabbit, logs: { general: true } }],
      rejects: [{ ...rabbit, logs: { audit: true } }],
    },
    "aws.mq.broker.deployment-mode": {
      type: BROKER,
      when: { engineType: "ActiveMQ" },
      require: { deploymentMode: { not: "CLUSTER_MULTI_AZ" } },
      must: "ActiveMQ must be a SINGLE_INSTANCE or ACTIVE_STANDBY_MULTI_AZ.",
      source: BROKERS,
      accepts: [{ engineType: "ActiveMQ", deploymentMode: "SINGLE_INSTANCE" }],
      rejects: [{ engineType: "ActiveMQ", deploymentMode: "CLUSTER_MULTI_AZ" }],
    },
    "aws.mq.broker.rabbitmq-deployment-mode": {
      type: BROKER,
      when: { engineType: "RabbitMQ" },
      require: { deploymentMode: { not: "ACTIVE_STANDBY_MULTI_AZ" } },
      must: "RabbitMQ must be a SINGLE_INSTANCE or CLUSTER_MULTI_AZ.",
      source: BROKERS,
      accepts: [{ ...rabbit, deploymentMode: "CLUSTER_MULTI_AZ" }],
      rejects: [{ ...rabbit, deploymentMode: "ACTIVE_STANDBY_MULTI_AZ" }],
    },
    "aws.mq.broker.password": {
      type: BROKER,
      each: "users",
      require: { password: { matches: /^[^,:=]{12,250}$/ } },
      must: "A password must have 12 to 250 characters, and no comma, colon or equals sign.",
      source: BROKERS,
      accepts: [rabbit],
      rejects: [
        { engineType: "RabbitMQ", users: [{ username: "one", password: "short" }] },
        { engineType: "RabbitMQ", users: [{ username: "one", password: "twelve:letters" }] },
      ],
    },
    "aws.mq.broker.configuration-of-activemq": {
      type: BROKER,
      refers: { "configuration.id": "aws:mq/configuration:Configuration" },
      when: { engineType: { matches: /^ActiveMQ$/i } },
      require: { "configuration.id->engineType": { matches: /^ActiveMQ$/i } },
      must: "The configuration of a broker is for its engine.",
      source: "https://docs.aws.amazon.com/amazon-mq/latest/api-reference/configurations.html",
      accepts: [configured("ActiveMQ", "ActiveMQ")],
      rejects: [configured("ActiveMQ", "RabbitMQ")],
    },
    "aws.mq.broker.configuration-of-rabbitmq": {
      type: BROKER,
      refers: { "configuration.id": "aws:mq/configuration:Configuration" },
      when: { engineType: { matches: /^RabbitMQ$/i } },
      require: { "configuration.id->engineType": { matches: /^RabbitMQ$/i } },
      must: "The configuration of a broker is for its engine.",
      source: "https://docs.aws.amazon.com/amazon-mq/latest/api-reference/configurations.html",
      accepts: [configured("RabbitMQ", "RabbitMQ")],
      rejects: [configured("RabbitMQ", "ActiveMQ")],
    },
  },
} satisfies ServiceConstraints;
