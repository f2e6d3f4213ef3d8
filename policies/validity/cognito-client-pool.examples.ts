import type { RuleExamples } from "../../src/rules/examples";

const program = (scope: string): string => `
const pool = new aws.cognito.UserPool("users", { deletionProtection: "ACTIVE" });
const orders = new aws.cognito.ResourceServer("orders", {
  userPoolId: pool.id,
  identifier: "orders",
  name: "orders",
  scopes: [{ scopeName: "read", scopeDescription: "Read orders" }],
});
const flows = { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["client_credentials"] };
const allowed = { ...flows, allowedOauthScopes: ["${scope}"] };
new aws.cognito.UserPoolClient(
  "machine",
  { userPoolId: pool.id, generateSecret: true, ...allowed },
  { dependsOn: [orders] },
);
`;

export default { incorrect: program("orders/write"), correct: program("orders/read") } satisfies RuleExamples;
