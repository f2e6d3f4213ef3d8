import type { RuleExamples } from "../../src/rules/examples";

const program = (subnetIds: string): string => `
new aws.lambda.Function("api", {
  runtime: "nodejs24.x",
  handler: "index.handler",
  role: aws.iam.getRoleOutput({ name: "lambda" }).arn,
  code: new pulumi.asset.FileArchive("./api"),
  vpcConfig: { subnetIds: [${subnetIds}], securityGroupIds: ["sg-0a1b2c3d"] },
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program(`"subnet-0a1b2c3d"`),
  correct: program(`"subnet-0a1b2c3d", "subnet-4e5f6a7b"`),
} satisfies RuleExamples;
