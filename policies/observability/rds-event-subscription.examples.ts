import type { RuleExamples } from "../../src/rules/examples";

const program = (categories: string): string => `
new aws.rds.EventSubscription("orders", {
  snsTopic: "arn:aws:sns:eu-west-1:464738291005:alerts",
  sourceType: "db-cluster",
  eventCategories: [${categories}],
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program(`"failover"`),
  correct: program(`"failover", "failure", "maintenance"`),
} satisfies RuleExamples;
