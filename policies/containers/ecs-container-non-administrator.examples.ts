import type { RuleExamples } from "../../src/rules/examples";

const program = (settings: string): string => `
new aws.ecs.TaskDefinition("web", {
  family: "web",
  runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
  containerDefinitions: JSON.stringify([{ name: "web", image: "nginx:1.29"${settings} }]),
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program(', user: "ContainerAdministrator"'),
  correct: program(', user: "ContainerUser"'),
} satisfies RuleExamples;
