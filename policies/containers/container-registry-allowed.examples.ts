import type { RuleExamples } from "../../src/rules/examples";

const program = (image: string): string => `
new aws.ecs.TaskDefinition("api", {
  family: "api",
  containerDefinitions: JSON.stringify([{ name: "api", image: "${image}" }]),
});
`;

export default {
  contract: { allowedRegistries: ["123456789012.dkr.ecr.us-east-1.amazonaws.com"] },
  incorrect: program("docker.io/acme/api:1.4.2"),
  correct: program("123456789012.dkr.ecr.us-east-1.amazonaws.com/api:1.4.2"),
} satisfies RuleExamples;
