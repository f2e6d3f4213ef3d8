import type { RuleExamples } from "../../src/rules/examples";

const program = (monitoring: string): string => `
new aws.rds.Instance("orders", {
  engine: "postgres",
  instanceClass: "db.t4g.medium",${monitoring}
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program(""),
  correct: program(`
  monitoringInterval: 60,
  monitoringRoleArn: aws.iam.getRoleOutput({ name: "rds-monitoring" }).arn,`),
} satisfies RuleExamples;
