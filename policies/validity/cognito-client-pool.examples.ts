import type { RuleExamples } from "../../src/rules/examples";

const program = (scope: string): string => `
const pool = new aws.cognito.UserPool("users", { deletionProtection: "ACTIVE" });
const orders = new aws.cognito.ResourceServer("orders", {
  userPoolId: pool.id,
  identifier: "orders",
  name: "orders",
  scopes: [{ scopeName: "read", scopeDescription: "Read orders" }],
});
new aws.cognito.UserPoolClient(
  "machine",
  {
    userPoolId: pool.id,
    generateSecret: true,
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthFlows: ["client_credentials"],
    allowedOauthScopes: ["${scope}"],
  },
  { dependsOn: [orders] },
);
`;

export default { incorrect: program("orders/write"), correct: program("orders/read") } satisfies RuleExamples;
