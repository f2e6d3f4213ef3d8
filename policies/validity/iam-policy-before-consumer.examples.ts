import type { RuleExamples } from "../../src/rules/examples";

const program = (options: string): string => `
const assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" });
const role = new aws.iam.Role("api", { assumeRolePolicy });
const vpcAccess = new aws.iam.RolePolicyAttachment("vpc-access", {
  role: role.name,
  policyArn: "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole",
});
const api = new aws.lambda.Function("api", {
  role: role.arn, packageType: "Image", imageUri: "464738291005.dkr.ecr.eu-west-1.amazonaws.com/api:1.4.2",
  vpcConfig: { subnetIds: ["subnet-0a1b2c3d"], securityGroupIds: ["sg-0a1b2c3d"] },
}${options});
`;

export default { incorrect: program(""), correct: program(", { dependsOn: [vpcAccess] }") } satisfies RuleExamples;
