import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { databaseMigration: true },
  incorrect: `
const orders = new aws.rds.Cluster("orders", { engine: "aurora-mysql", masterUsername: "orders", manageMasterUserPassword: true });
`,
  correct: `
const orders = new aws.rds.Cluster("orders", { engine: "aurora-mysql", masterUsername: "orders", manageMasterUserPassword: true });
const role = new aws.iam.Role("migration", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
});
new aws.lambda.Function("orders-migration", {
  runtime: "nodejs22.x",
  handler: "migrate.handler",
  role: role.arn,
  code: new pulumi.asset.AssetArchive({ "migrate.js": new pulumi.asset.StringAsset("exports.handler = async () => {};") }),
  environment: { variables: { DB_HOST: orders.endpoint } },
});
`,
} satisfies RuleExamples;
