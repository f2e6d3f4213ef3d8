import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
new aws.ecs.Cluster("shop", {
  configuration: { executeCommandConfiguration: { logging: "NONE" } },
});
`,
  correct: `
const sessions = new aws.cloudwatch.LogGroup("exec-sessions", { retentionInDays: 365 });
new aws.ecs.Cluster("shop", {
  configuration: {
    executeCommandConfiguration: {
      logging: "OVERRIDE",
      logConfiguration: { cloudWatchLogGroupName: sessions.name },
    },
  },
});
`,
} satisfies RuleExamples;
