import { COGNITO_USER_POOL, COGNITO_USER_POOL_CLIENT } from "../../src/aws/type-tokens";
import { newWithAllParts } from "../../src/graph/opaque";
import { isAlreadyOrdered, makeWait, waitsForOneOf } from "../../src/graph/ordering";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN, type Unknown } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";
import { variablesOf } from "../../src/source/variables";

/** What a client names, and the resources of its pool that have the names. */
interface Part {
  readonly property: string;
  readonly type: string;
  /** The names that one of these resources has. */
  readonly names: (resource: Resource) => readonly (string | Unknown)[] | Unknown;
  /** True for a name that every pool has. */
  readonly isBuiltIn: (name: string) => boolean;
  readonly missing: (name: string) => string;
  readonly awsError?: string;
}

const PARTS: readonly Part[] = [
  {
    property: "supportedIdentityProviders",
    type: "aws:cognito/identityProvider:IdentityProvider",
    names: (provider) => [provider.str("providerName") ?? UNKNOWN],
    isBuiltIn: (name) => name === "COGNITO",
    missing: (name) =>
      `there is no provider "${name}" in it. Add an aws.cognito.IdentityProvider with \`providerName: "${name}"\`, or ` +
      "remove it here.",
    awsError: "The provider … does not exist for User Pool …",
  },
  {
    property: "allowedOauthScopes",
    type: "aws:cognito/resourceServer:ResourceServer",
    names: scopesOf,
    // Only the scopes of resource servers have a slash.
    isBuiltIn: (name) => !name.includes("/"),
    missing: (name) =>
      `no resource server in it has the scope "${name}". Add the scope to an aws.cognito.ResourceServer.`,
  },
];

function scopesOf(server: Resource): readonly (string | Unknown)[] | Unknown {
  const identifier = server.str("identifier");
  const scopes = server.list("scopes") ?? [];
  return known(identifier) && known(scopes)
    ? scopes.map((scope) => {
        const name = scope.str("scopeName");
        return known(name) ? `${identifier}/${name}` : UNKNOWN;
      })
    : UNKNOWN;
}

function checkPart(
  stack: Stack,
  part: Part,
  { client, pool, context }: { client: Resource; pool: Resource; context: Context },
): void {
  const { property, type, names, isBuiltIn, missing, awsError } = part;
  const listed = client.list(property) ?? [];
  if (listed === UNKNOWN) {
    context.undecided(client, property);
    return;
  }
  const own = stack.referrers(pool, "userPoolId", type);
  const isUnclear = stack.unclearReferrers(COGNITO_USER_POOL, "userPoolId", type).length > 0;
  for (const view of listed) {
    const name = view.str();
    if (!known(name) || isBuiltIn(name) || client.isComputed(property)) {
      continue;
    }
    const having = own.filter((one) => {
      const all = names(one);
      return all === UNKNOWN || one.external || one.skipped || all.includes(UNKNOWN) || all.includes(name);
    });
    const [first] = having;
    if (!first && isUnclear) {
      context.undecided(client, property);
    } else if (!first) {
      context.report({
        at: client,
        property,
        onlyAtCreation: true,
        message: `This client is of the user pool ${pool.name}, and ${missing(name)}`,
        ...(awsError !== undefined && { awsError }),
      });
    } else if (!waitsForOneOf(stack, client, having) && !isAlreadyOrdered(client, having)) {
      context.report({
        at: client,
        property,
        onlyAtCreation: true,
        missingDependencies: [first],
        message:
          `"${name}" is of ${first.name}, and nothing makes this client wait for it: ` +
          `${makeWait(stack, client, [first], variablesOf(context.project.files))}.`,
        ...(awsError !== undefined && { awsError }),
      });
    }
  }
}

export default defineRule({
  id: "cognito-client-pool",
  category: "validity",
  description: "Clients of user pools must name providers and scopes that the pool has",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "A client names identity providers and custom scopes by strings. Cognito rejects a name that the pool does not have at " +
    "that moment: it is misspelt, or Pulumi creates the provider and the client at the same time.",
  fix: {
    typescript: `const google = new aws.cognito.IdentityProvider("google", { userPoolId: pool.id, providerName: "Google", providerType: "Google", providerDetails });
new aws.cognito.UserPoolClient("web", { userPoolId: pool.id, supportedIdentityProviders: [google.providerName] });`,
    python: `google = aws.cognito.IdentityProvider("google",
    user_pool_id=pool.id,
    provider_name="Google",
    provider_type="Google",
    provider_details=details)
aws.cognito.UserPoolClient("web", user_pool_id=pool.id, supported_identity_providers=[google.provider_name])`,
    yaml: `resources:
  web:
    type: aws:cognito:UserPoolClient
    properties:
      userPoolId: \${pool.id}
      supportedIdentityProviders: ["\${google.providerName}"]`,
  },
  limits:
    "Pools that exist already or are in another stack, which may have more providers and scopes. Names that " +
    "are not known yet. On a client that exists already a finding is advisory.",
  references: [
    "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
    "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html",
  ],
  stack(stack, context) {
    for (const client of stack.managed(COGNITO_USER_POOL_CLIENT)) {
      // All parts of a pool that this operation creates are in the stack.
      const pool = newWithAllParts(stack, client.at("userPoolId"), COGNITO_USER_POOL);
      if (pool) {
        PARTS.forEach((part) => {
          checkPart(stack, part, { client, pool, context });
        });
      }
    }
  },
});
