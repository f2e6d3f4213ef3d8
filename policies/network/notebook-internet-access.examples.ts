import type { RuleExamples } from "../../src/rules/examples";

const program = (access: string): string => `
new aws.sagemaker.NotebookInstance("research", {
  instanceType: "ml.t3.medium",
  roleArn: "arn:aws:iam::464738291005:role/research",
  subnetId: "subnet-0123",
  securityGroups: ["sg-0123"],
  directInternetAccess: "${access}",
});
`;

export default { incorrect: program("Enabled"), correct: program("Disabled") } satisfies RuleExamples;
