import type { RuleExamples } from "../../src/rules/examples";

const program = (settings: string): string => `
new aws.ecs.TaskDefinition("web", {
  family: "web",
  containerDefinitions: JSON.stringify([{ name: "web", image: "nginx:1.29"${settings} }]),
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program(""),
  correct: program(', logConfiguration: { logDriver: "awslogs" }'),
} satisfies RuleExamples;
