import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
new aws.ecs.TaskDefinition("api", {
  family: "api",
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "512",
  memory: "512",
  containerDefinitions: JSON.stringify([{ name: "api", image: "ghcr.io/shop/api:1.4.2" }]),
});
`,
  correct: `
new aws.ecs.TaskDefinition("api", {
  family: "api",
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "512",
  memory: "1024",
  containerDefinitions: JSON.stringify([{ name: "api", image: "ghcr.io/shop/api:1.4.2" }]),
});
`,
} satisfies RuleExamples;
