import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { outputs: ["vpc_id"] },
  incorrect: `
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
`,
  correct: `
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
export const vpcId = vpc.id;
`,
} satisfies RuleExamples;
