import type { Inputs, ServiceConstraints } from "../form";
const BUDGET = "aws:budgets/budget:Budget";

/** A budget with a notification that has these arguments besides. */
const notifying = (more: Inputs): Inputs => ({
  budgetType: "COST",
  limitAmount: "100",
  limitUnit: "USD",
  timeUnit: "MONTHLY",
  notifications: [
    {
      comparisonOperator: "GREATER_THAN",
      threshold: 80,
      thresholdType: "PERCENTAGE",
      notificationType: "ACTUAL",
      ...more,
    },
  ],
});

export default {
  date: "2026-11-30",
  constraints: {
    "aws.budgets.budget.percentage": {
      type: "aws:budgets/budget:Budget",
      when: { budgetType: ["RI_UTILIZATION", "RI_COVERAGE", "SAVINGS_PLANS_UTILIZATION", "SAVINGS_PLANS_COVERAGE"] },
      require: { limitUnit: "PERCENTAGE" },
      must: 'A budget of utilization or coverage has the `limitUnit` "PERCENTAGE".',
      source: "https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_Budget.html",
      accepts: [
        { budgetType: "RI_UTILIZATION", limitAmount: "100", limitUnit: "PERCENTAGE" },
        { budgetType: "COST", limitAmount: "100", limitUnit: "USD" },
      ],
      rejects: [{ budgetType: "RI_UTILIZATION", limitAmount: "100", limitUnit: "USD" }],
    },
    "aws.budgets.budget.subscriber": {
      type: BUDGET,
      each: "notifications",
      require: { atLeastOne: ["subscriberEmailAddresses", "subscriberSnsTopicArns"] },
      must: "A notification of a budget goes to at least one address or topic.",
      source:
        "https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_NotificationWithSubscribers.html",
      accepts: [notifying({ subscriberEmailAddresses: ["a@example.com"] })],
      rejects: [notifying({})],
    },
    "aws.budgets.budget.notification": {
      type: BUDGET,
      each: "notifications",
      require: {
        thresholdType: ["PERCENTAGE", "ABSOLUTE_VALUE"],
        comparisonOperator: ["GREATER_THAN", "LESS_THAN", "EQUAL_TO"],
        notificationType: ["ACTUAL", "FORECASTED"],
      },
      must: "A notification is for a PERCENTAGE or an ABSOLUTE_VALUE, of what is ACTUAL or FORECASTED.",
      source: "https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_Notification.html",
      accepts: [notifying({ subscriberEmailAddresses: ["a@example.com"] })],
      rejects: [notifying({ thresholdType: "PERCENT", subscriberEmailAddresses: ["a@example.com"] })],
    },
  },
} satisfies ServiceConstraints;
