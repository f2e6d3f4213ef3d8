import type { RuleExamples } from "../../src/rules/examples";

const program = (image: string): string => `
new aws.ec2.LaunchTemplate("web", { imageId: "${image}", instanceType: "m7g.large" });
`;

export default {
  contract: { approvedImages: ["ami-0a1b2c3d4e5f67890"] },
  incorrect: program("ami-0fedcba9876543210"),
  correct: program("ami-0a1b2c3d4e5f67890"),
} satisfies RuleExamples;
