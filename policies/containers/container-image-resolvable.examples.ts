import type { RuleExamples } from "../../src/rules/examples";

export default {
  config: { "aws:region": "eu-central-1" },
  incorrect: `
new aws.ecs.TaskDefinition("api", {
  family: "api",
  containerDefinitions: JSON.stringify([
    { name: "api", image: "464738291005.dkr.ecr.us-east-1.amazonaws.com/api:1.4.2", memory: 512 },
  ]),
});
`,
  correct: `
const repository = new aws.ecr.Repository("api");
new aws.ecs.TaskDefinition("api", {
  family: "api",
  containerDefinitions: pulumi.jsonStringify([
    { name: "api", image: pulumi.interpolate\`\${repository.repositoryUrl}:1.4.2\`, memory: 512 },
  ]),
});
`,
} satisfies RuleExamples;
