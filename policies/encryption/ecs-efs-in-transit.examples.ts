import type { RuleExamples } from "../../src/rules/examples";

const program = (encryption: string): string => `
new aws.ecs.TaskDefinition("web", {
  family: "web",
  containerDefinitions: JSON.stringify([{ name: "web", image: "nginx:1.29" }]),
  volumes: [{
    name: "files",
    efsVolumeConfiguration: { fileSystemId: "fs-0123456789abcdef0"${encryption} },
  }],
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program(""),
  correct: program(', transitEncryption: "ENABLED"'),
} satisfies RuleExamples;
