import type { ServiceConstraints } from "../form";

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
  },
} satisfies ServiceConstraints;
