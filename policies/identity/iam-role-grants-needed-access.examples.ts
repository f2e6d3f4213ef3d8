import type { RuleExamples } from "../../src/rules/examples";

const orders = `
const secret = new aws.secretsmanager.Secret("orders", { name: "orders" });
const role = new aws.iam.Role("api", { assumeRolePolicy: "{}" });
new aws.lambda.Function("api", {
  role: role.arn,
  runtime: "nodejs22.x",
  handler: "index.handler",
  code: new pulumi.asset.FileArchive("./api"),
  environment: { variables: { SECRET_ARN: secret.arn } },
});
`;

export default {
  incorrect: orders,
  correct: `${orders}
new aws.iam.RolePolicy("api", {
  role: role.name,
  policy: '{"Statement":[{"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":"*"}]}',
});
`,
} satisfies RuleExamples;
