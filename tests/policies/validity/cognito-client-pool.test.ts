import rule from "../../../policies/validity/cognito-client-pool";
import { resource, ruleTest, unknown, type BuiltResource, type Input } from "../../../src/testing";
import type { BuildOptions } from "../../../src/testing/stack";

const pool = resource("aws:cognito/userPool:UserPool", "users", {});
const google = resource("aws:cognito/identityProvider:IdentityProvider", "google", {
  userPoolId: pool.id,
  providerName: "Google",
  providerType: "Google",
});
const orders = resource("aws:cognito/resourceServer:ResourceServer", "orders", {
  userPoolId: pool.id,
  identifier: "https://api.acme-orders.com",
  scopes: [{ scopeName: "read" }],
});
const client = (inputs: Record<string, Input>, options: BuildOptions = {}): BuiltResource =>
  resource("aws:cognito/userPoolClient:UserPoolClient", "web", { userPoolId: pool.id, ...inputs }, options);
const after = { dependsOn: [google, orders] };

ruleTest(rule, {
  valid: [
    {
      name: "a provider of the pool by reference",
      stack: [pool, google, client({ supportedIdentityProviders: ["COGNITO", google.providerName] })],
    },
    {
      name: "a provider and a scope of the pool by name, after they are there",
      stack: [
        pool,
        google,
        orders,
        client(
          {
            supportedIdentityProviders: ["Google"],
            allowedOauthScopes: ["openid", "https://api.acme-orders.com/read"],
          },
          after,
        ),
      ],
    },
    {
      name: "a pool of another stack",
      stack: [client({ userPoolId: "eu-1_a", supportedIdentityProviders: ["Google"] })],
    },
    { name: "a name that is not known yet", stack: [pool, client({ supportedIdentityProviders: [unknown] })] },
    {
      name: "a pool that exists, which may have more providers",
      stack: [pool, client({ supportedIdentityProviders: ["Google"] })],
      shape: "up",
    },
  ],
  invalid: [
    {
      name: "a provider that the pool does not have",
      shape: "preview",
      stack: [pool, google, client({ supportedIdentityProviders: ["Facebook"] }, after)],
      findings: [
        {
          resource: "web",
          path: "supportedIdentityProviders",
          message: /no provider "Facebook".*IdentityProvider.*does not exist for User Pool/s,
        },
      ],
    },
    {
      name: "a provider that may not be there yet",
      shape: "preview",
      stack: [pool, google, client({ supportedIdentityProviders: ["Google"] })],
      findings: [{ resource: "web", path: "supportedIdentityProviders", message: /dependsOn/ }],
    },
    {
      name: "a scope that no resource server has",
      shape: "preview",
      stack: [pool, orders, client({ allowedOauthScopes: ["https://api.acme-orders.com/write"] }, after)],
      findings: [{ resource: "web", path: "allowedOauthScopes", message: /has the scope/ }],
    },
  ],
  undecided: [
    {
      name: "a resource server of a pool that is not known yet",
      stack: [
        pool,
        resource("aws:cognito/resourceServer:ResourceServer", "other", { userPoolId: unknown, identifier: "orders" }),
        client({ allowedOauthScopes: ["orders/read"] }),
      ],
      at: ["web.allowedOauthScopes"],
    },
  ],
});
