import type { RuleExamples } from "../../src/rules/examples";

const program = (version: string): string => `
new aws.eks.Cluster("shop", {
  version: "${version}",
  roleArn: "arn:aws:iam::464738291005:role/eks",
  vpcConfig: { subnetIds: ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"] },
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program("1.29"),
  correct: program("1.35"),
} satisfies RuleExamples;
