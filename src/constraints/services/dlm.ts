import type { ServiceConstraints } from "../form";

const LIFECYCLE_POLICY = "aws:dlm/lifecyclePolicy:LifecyclePolicy";
const DLM_RULE = "https://docs.aws.amazon.com/dlm/latest/APIReference/API_CreateRule.html";
const snapshots = (createRule: object, retainRule: object = { count: 7 }): Record<string, unknown> => ({
  description: "daily",
  executionRoleArn: "arn:aws:iam::111122223333:role/x",
  policyDetails: {
    resourceTypes: ["VOLUME"],
    targetTags: { backup: "yes" },
    schedules: [{ name: "daily", createRule, retainRule }],
  },
});

export default {
  date: "2026-11-30",
  constraints: {
    "aws.dlm.lifecycle-policy.interval": {
      type: LIFECYCLE_POLICY,
      each: "policyDetails.schedules",
      require: { "createRule.interval": [1, 2, 3, 4, 6, 8, 12, 24] },
      must: "Snapshots are made every 1, 2, 3, 4, 6, 8, 12 or 24 hours.",
      source: DLM_RULE,
      accepts: [snapshots({ interval: 12 }), snapshots({ cronExpression: "cron(0 3 * * ? *)" })],
      rejects: [snapshots({ interval: 5 })],
    },
    "aws.dlm.lifecycle-policy.interval-or-cron": {
      type: LIFECYCLE_POLICY,
      each: "policyDetails.schedules",
      require: { atMostOne: ["createRule.interval", "createRule.cronExpression"] },
      must: "A schedule has an interval or a cron expression: leave out one of the two.",
      source: DLM_RULE,
      accepts: [snapshots({ interval: 12 })],
      rejects: [snapshots({ interval: 12, cronExpression: "cron(0 3 * * ? *)" })],
    },
    "aws.dlm.lifecycle-policy.retention": {
      type: LIFECYCLE_POLICY,
      each: "policyDetails.schedules",
      require: { atMostOne: ["retainRule.count", "retainRule.interval"] },
      must: "Snapshots are kept by number or by age: leave out `count` or `interval`.",
      source: "https://docs.aws.amazon.com/dlm/latest/APIReference/API_RetainRule.html",
      accepts: [snapshots({ interval: 12 }, { interval: 2, intervalUnit: "WEEKS" })],
      rejects: [snapshots({ interval: 12 }, { count: 3, interval: 2, intervalUnit: "WEEKS" })],
    },
  },
} satisfies ServiceConstraints;
