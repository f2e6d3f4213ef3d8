import type { RuleExamples } from "../../src/rules/examples";

const program = (launchers: string): string => `
new aws.ec2.AmiLaunchPermission("shop", { imageId: "ami-0a1b2c3d4e5f67890", ${launchers} });
`;

export default {
  incorrect: program('group: "all"'),
  correct: program('accountId: "464738291005"'),
} satisfies RuleExamples;
