import type { RuleExamples } from "../../src/rules/examples";

const program = (policy: string): string => `
const Principal = { Service: "lambda.amazonaws.com" };
const Statement = [{ Effect: "Allow", Principal, Action: "sts:AssumeRole" }];
const role = new aws.iam.Role("worker", { assumeRolePolicy: { Version: "2012-10-17", Statement } });
new aws.iam.RolePolicyAttachment("worker", { role: role.name, policyArn: aws.iam.ManagedPolicy.${policy} });
`;

export default {
  incorrect: program("AmazonS3FullAccess"),
  correct: program("AWSLambdaBasicExecutionRole"),
} satisfies RuleExamples;
