import type { RuleExamples } from "../../src/rules/examples";

const program = (virtualizationType: string): string => `
new aws.ec2.Ami("web", {
  architecture: "x86_64",
  rootDeviceName: "/dev/xvda",
  virtualizationType: "${virtualizationType}",
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program("paravirtual"),
  correct: program("hvm"),
} satisfies RuleExamples;
