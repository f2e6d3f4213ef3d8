import type { RuleExamples } from "../../src/rules/examples";

const program = (address: string): string => `
new aws.codebuild.Project("orders", {
  serviceRole: "arn:aws:iam::464738291005:role/build",
  artifacts: { type: "NO_ARTIFACTS" },
  environment: { computeType: "BUILD_GENERAL1_SMALL", type: "LINUX_CONTAINER", image: "aws/codebuild/standard:7.0" },
  source: { type: "BITBUCKET", location: "${address}" },
});
`;

export default {
  incorrect: program("https://x-token-auth:EXAMPLE@bitbucket.org/shop/orders.git"),
  correct: program("https://bitbucket.org/shop/orders.git"),
} satisfies RuleExamples;
