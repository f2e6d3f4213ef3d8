import type { RuleExamples } from "../../src/rules/examples";

const program = (vpcConfig: string): string => `
new aws.lambda.Function("api", {
  runtime: "nodejs24.x",
  handler: "index.handler",
  role: aws.iam.getRoleOutput({ name: "lambda" }).arn,
  code: new pulumi.asset.FileArchive("./api"),${vpcConfig}
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program(""),
  correct: program(`
  vpcConfig: { subnetIds: ["subnet-0a1b2c3d", "subnet-4e5f6a7b"], securityGroupIds: ["sg-0a1b2c3d"] },`),
} satisfies RuleExamples;
