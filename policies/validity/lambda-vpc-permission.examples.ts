import type { RuleExamples } from "../../src/rules/examples";

const program = (policy: string): string => `
const Principal = { Service: "lambda.amazonaws.com" };
const Statement = [{ Effect: "Allow", Principal, Action: "sts:AssumeRole" }];
const role = new aws.iam.Role("worker", { assumeRolePolicy: { Version: "2012-10-17", Statement } });
new aws.iam.RolePolicyAttachment("worker", { role: role.name, policyArn: aws.iam.ManagedPolicy.${policy} });
new aws.lambda.Function("worker", {
  role: role.arn,
  runtime: "nodejs22.x",
  handler: "index.handler",
  vpcConfig: { subnetIds: ["subnet-0a1b"], securityGroupIds: ["sg-0a1b"] },
});
`;

export default {
  incorrect: program("AWSLambdaBasicExecutionRole"),
  correct: program("AWSLambdaVPCAccessExecutionRole"),
} satisfies RuleExamples;
