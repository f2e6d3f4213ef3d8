import type { RuleExamples } from "../../src/rules/examples";

const resizer = `
const role = new aws.iam.Role("resizer", { assumeRolePolicy: "{}" });
new aws.lambda.Function("resizer", {
  role: role.arn,
  runtime: "nodejs22.x",
  handler: "index.handler",
  code: new pulumi.asset.FileArchive("./resizer"),
});
`;

export default {
  incorrect: resizer,
  correct: `${resizer}
new aws.iam.RolePolicyAttachment("logs", {
  role: role.name,
  policyArn: aws.iam.ManagedPolicy.AWSLambdaBasicExecutionRole,
});
`,
} satisfies RuleExamples;
