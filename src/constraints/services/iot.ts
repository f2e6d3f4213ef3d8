import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.iot.topic-rule.name": {
      type: "aws:iot/topicRule:TopicRule",
      require: { name: { matches: /^[a-zA-Z0-9_]+$/ } },
      must: "The name of a rule has letters, digits and underscores.",
      awsError: "Name must match the pattern ^[a-zA-Z0-9_]+$",
      source: "https://docs.aws.amazon.com/iot/latest/apireference/API_CreateTopicRule.html",
      accepts: [{ name: "orders_rule" }],
      rejects: [{ name: "orders-rule" }],
    },
  },
} satisfies ServiceConstraints;
