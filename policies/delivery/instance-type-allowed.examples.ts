import type { RuleExamples } from "../../src/rules/examples";

const program = (type: string): string => `
new aws.ec2.LaunchTemplate("web", { imageId: "ami-0a1b2c3d4e5f67890", instanceType: "${type}" });
`;

export default {
  contract: { allowedInstanceTypes: ["m7g.*"] },
  incorrect: program("p5.48xlarge"),
  correct: program("m7g.large"),
} satisfies RuleExamples;
