import type { RuleExamples } from "../../src/rules/examples";

const program = (action: string): string => `
const failed = new aws.sqs.Queue("failed");
const assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" });
const role = new aws.iam.Role("api", { assumeRolePolicy });
const policy = new aws.iam.RolePolicy("api", { role: role.name, policy: JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "${action}", Resource: "*" }],
}) });
const api = new aws.lambda.Function("api", {
  role: role.arn,
  packageType: "Image",
  imageUri: "464738291005.dkr.ecr.eu-west-1.amazonaws.com/api:1.4.2",
  deadLetterConfig: { targetArn: failed.arn },
});
`;

export default { incorrect: program("sqs:ReceiveMessage"), correct: program("sqs:SendMessage") } satisfies RuleExamples;
