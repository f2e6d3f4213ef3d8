import type { RuleExamples } from "../../src/rules/examples";

const secret = `
const secret = new aws.secretsmanager.Secret("orders");
new aws.rds.Proxy("orders", {
  engineFamily: "POSTGRESQL",
  roleArn: "arn:aws:iam::590184027351:role/orders-proxy",
  vpcSubnetIds: ["subnet-0a1b2c3d", "subnet-4e5f6a7b"],
  auths: [{ authScheme: "SECRETS", secretArn: secret.arn }],
});
`;

export default {
  incorrect: secret,
  correct: `${secret}
new aws.secretsmanager.SecretRotation("orders", {
  secretId: secret.id,
  rotationLambdaArn: "arn:aws:lambda:eu-west-1:590184027351:function:rotate",
  rotationRules: { automaticallyAfterDays: 30 },
});
`,
} satisfies RuleExamples;
