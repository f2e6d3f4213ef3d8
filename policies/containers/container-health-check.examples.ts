import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
new aws.ecs.TaskDefinition("api", {
  family: "api",
  containerDefinitions: JSON.stringify([{ name: "api", image: "ghcr.io/shop/api:1.4.2", memory: 512 }]),
});
`,
  correct: `
const healthCheck = { command: ["CMD-SHELL", "curl -f http://localhost:8080/health || exit 1"] };
new aws.ecs.TaskDefinition("api", {
  family: "api",
  containerDefinitions: JSON.stringify([{ name: "api", image: "ghcr.io/shop/api:1.4.2", memory: 512, healthCheck }]),
});
`,
} satisfies RuleExamples;
