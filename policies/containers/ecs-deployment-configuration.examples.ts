import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { deploymentSettings: true },
  incorrect: `
const cluster = new aws.ecs.Cluster("shop");
new aws.ecs.Service("api", { cluster: cluster.arn, taskDefinition: "api:7", desiredCount: 2 });
`,
  correct: `
const cluster = new aws.ecs.Cluster("shop");
new aws.ecs.Service("api", {
  cluster: cluster.arn,
  taskDefinition: "api:7",
  desiredCount: 2,
  deploymentMinimumHealthyPercent: 100,
  deploymentMaximumPercent: 200,
  deploymentCircuitBreaker: { enable: true, rollback: true },
});
`,
} satisfies RuleExamples;
