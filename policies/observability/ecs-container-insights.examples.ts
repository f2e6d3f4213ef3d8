import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { containerInsights: true },
  incorrect: `
new aws.ecs.Cluster("shop");
`,
  correct: `
new aws.ecs.Cluster("shop", { settings: [{ name: "containerInsights", value: "enabled" }] });
`,
} satisfies RuleExamples;
