import rule from "../../../policies/identity/iam-trust-public";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const GITHUB = "token.actions.githubusercontent.com";
const provider = (host: string): string => `arn:aws:iam::464738291005:oidc-provider/${host}`;

const role = (name: string, statement: Record<string, Input>): BuiltResource =>
  resource("aws:iam/role:Role", name, {
    assumeRolePolicy: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] }),
  });
const federated = (name: string, Federated: string, Condition?: Input): BuiltResource =>
  role(name, { Action: "sts:AssumeRoleWithWebIdentity", Principal: { Federated }, Condition });
const github = (name: string, Condition?: Input): BuiltResource => federated(name, provider(GITHUB), Condition);
const assumed = (name: string, Principal: Input, Condition?: Input): BuiltResource =>
  role(name, { Action: "sts:AssumeRole", Principal, Condition });

const hub = resource("aws:iam/openIdConnectProvider:OpenIdConnectProvider", "github", {
  url: `https://${GITHUB}`,
  clientIdLists: ["sts.amazonaws.com"],
});

ruleTest(rule, {
  valid: [
    {
      name: "particular principals",
      stack: [
        assumed("service", { Service: "ecs-tasks.amazonaws.com" }),
        assumed("account", { AWS: "arn:aws:iam::464738291005:root" }),
        assumed("organization", "*", { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }),
      ],
    },
    {
      name: "a repository",
      stack: [
        github("if-any", { "ForAllValues:StringLikeIfExists": { [`${GITHUB}:sub`]: "repo:flower-shop/*" } }),
        github("like", {
          StringEquals: { [`${GITHUB}:aud`]: "sts.amazonaws.com" },
          StringLike: { [`${GITHUB}:sub`]: "repo:flower-shop/orders:*" },
        }),
        github("owner", { StringEquals: { [`${GITHUB}:repository_owner`]: "flower-shop" } }),
        github("all-of-an-owner", { StringLike: { [`${GITHUB}:sub`]: "repo:flower-shop/*" } }),
      ],
    },
    {
      name: "an identity pool, a cluster of EKS, SAML",
      stack: [
        federated("pool", "cognito-identity.amazonaws.com", {
          StringEquals: { "cognito-identity.amazonaws.com:aud": "eu-central-1:11111111-2222-3333-4444-555555555555" },
        }),
        federated("terraform", provider("app.terraform.io"), {
          StringLike: { "app.terraform.io:sub": "organization:flower-shop:project:*:workspace:*:run_phase:*" },
        }),
        federated("cluster", provider("oidc.eks.eu-central-1.amazonaws.com/id/A1B2C3")),
        role("saml", {
          Action: "sts:AssumeRoleWithSAML",
          Principal: { Federated: "arn:aws:iam::464738291005:saml-provider/office" },
        }),
      ],
    },
  ],
  invalid: [
    {
      name: "everyone",
      stack: [
        assumed("star", "*"),
        assumed("accounts", { AWS: "*" }, { StringEquals: { "sts:ExternalId": "flower-shop" } }),
        role("others", { Action: "sts:AssumeRole", NotPrincipal: { AWS: "arn:aws:iam::464738291005:root" } }),
      ],
      findings: [
        { resource: "star", path: "assumeRolePolicy.Statement[0].Principal" },
        { resource: "accounts", path: "assumeRolePolicy.Statement[0].Principal", message: /does not limit who/ },
        { resource: "others", path: "assumeRolePolicy.Statement[0].NotPrincipal" },
      ],
    },
    {
      name: "every repository",
      stack: [
        github("nothing"),
        github("audience", { StringEquals: { [`${GITHUB}:aud`]: "sts.amazonaws.com" } }),
        github("star", { StringLike: { [`${GITHUB}:sub`]: "*" } }),
        github("repositories", { StringLike: { [`${GITHUB}:sub`]: "repo:*" } }),
        github("one-of-two", { StringLike: { [`${GITHUB}:sub`]: ["repo:flower-shop/orders:*", "repo:*/orders:*"] } }),
        github("not", { StringNotLike: { [`${GITHUB}:sub`]: "repo:other/*" } }),
        github("alike", { StringLike: { [`${GITHUB}:sub`]: "repo:flower*/orders:*" } }),
        github("if-any", { StringEqualsIfExists: { [`${GITHUB}:repository`]: "flower-shop/orders" } }),
      ],
      findings: [
        { resource: "nothing", path: "assumeRolePolicy.Statement[0].Principal", message: /my-organization/ },
        ...["audience", "star", "repositories", "one-of-two", "not", "alike", "if-any"].map((name) => ({
          resource: name,
          path: "assumeRolePolicy.Statement[0].Condition",
        })),
      ],
    },
    {
      name: "a provider of the stack, by its address",
      stack: [
        hub,
        resource("aws:iam/role:Role", "deployment", {
          assumeRolePolicy: {
            Statement: {
              Effect: "Allow",
              Action: "sts:AssumeRoleWithWebIdentity",
              Principal: { Federated: hub["arn"] },
              Condition: { StringEquals: { [`${GITHUB}:aud`]: "sts.amazonaws.com" } },
            },
          },
        }),
      ],
      findings: [{ resource: "deployment", path: "assumeRolePolicy.Statement.Condition" }],
    },
    {
      name: "every organization of HCP Terraform, every pool of a region",
      stack: [
        federated("terraform", provider("app.terraform.io"), {
          StringLike: { "app.terraform.io:sub": "organization:*:project:shop:workspace:*:run_phase:*" },
        }),
        federated("pools", "cognito-identity.amazonaws.com", {
          StringLike: { "cognito-identity.amazonaws.com:aud": "eu-central-1:*" },
        }),
      ],
      findings: ["terraform", "pools"].map((name) => ({
        resource: name,
        path: "assumeRolePolicy.Statement[0].Condition",
      })),
    },
    {
      name: "identity pools of every account",
      stack: [
        federated("pool", "cognito-identity.amazonaws.com", {
          "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" },
        }),
      ],
      findings: [{ resource: "pool", path: "assumeRolePolicy.Statement[0].Condition" }],
    },
  ],
  undecided: [
    {
      name: "a document",
      stack: [resource("aws:iam/role:Role", "web", { assumeRolePolicy: unknown })],
      at: ["web.assumeRolePolicy"],
    },
    {
      name: "a claim",
      stack: [
        resource("aws:iam/role:Role", "web", {
          assumeRolePolicy: {
            Statement: {
              Effect: "Allow",
              Action: "sts:AssumeRoleWithWebIdentity",
              Principal: { Federated: provider(GITHUB) },
              Condition: { StringLike: { [`${GITHUB}:sub`]: unknown } },
            },
          },
        }),
      ],
      at: ["web.assumeRolePolicy"],
    },
  ],
});
