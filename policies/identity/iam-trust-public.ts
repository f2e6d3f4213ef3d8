import { table } from "../../src/aws/data/tables";
import { entriesOf, isFixed } from "../../src/aws/identity/conditions";
import { elementOf, statementsOf, type Principal, type Statement } from "../../src/aws/identity/iam";
import { publicAccessOf } from "../../src/aws/identity/public-access";
import { IAM_OPEN_ID_CONNECT_PROVIDER, IAM_ROLE } from "../../src/aws/type-tokens";
import { allOf, anyOf, type Certainty } from "../../src/graph/certainty";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN, type Unknown } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule, type Context } from "../../src/rules/rule";

const claimsByProvider: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(table("shared-identity-providers").claims),
);

export default defineRule({
  id: "iam-trust-public",
  category: "identity",
  description: "Roles must not trust everyone",
  severity: "critical",
  level: "mandatory",
  basis: "public",
  failures: [],
  why:
    "The trust policy decides who can take on a role. With a principal of everyone, any AWS account can have all of its " +
    "permissions; with an identity provider that all of its customers share, so can the repositories and users of all of " +
    "them, unless the policy compares the claim that shows whose a token is.",
  fix: {
    typescript: `assumeRolePolicy: {
  Version: "2012-10-17",
  Statement: [{
    Effect: "Allow",
    Action: "sts:AssumeRoleWithWebIdentity",
    Principal: { Federated: github.arn },
    Condition: {
      StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" },
      StringLike: { "token.actions.githubusercontent.com:sub": "repo:my-organization/my-repository:*" },
    },
  }],
},`,
    python: `assume_role_policy={
    "Version": "2012-10-17",
    "Statement": [{
        "Effect": "Allow",
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Principal": {"Federated": github.arn},
        "Condition": {
            "StringEquals": {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"},
            "StringLike": {"token.actions.githubusercontent.com:sub": "repo:my-organization/my-repository:*"},
        },
    }],
},`,
    yaml: `assumeRolePolicy:
  fn::toJSON:
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: sts:AssumeRoleWithWebIdentity
        Principal:
          Federated: \${github.arn}
        Condition:
          StringEquals:
            token.actions.githubusercontent.com:aud: sts.amazonaws.com
          StringLike:
            token.actions.githubusercontent.com:sub: repo:my-organization/my-repository:*`,
  },
  limits:
    "Which of the accounts, services and repositories that a policy names should be trusted; identity providers that one " +
    "organization has for itself, such as that of an EKS cluster.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
  ],
  alone: [IAM_ROLE],
  stack(stack, context) {
    for (const role of stack.managed(IAM_ROLE)) {
      const document = statementsOf(role, "assumeRolePolicy");
      const { statements, isUnclear } = publicAccessOf(document);
      for (const statement of statements) {
        reportEveryone(statement, context);
      }
      const federated = (known(document) ? document : []).map((statement) => checkProviders(stack, statement, context));
      if (isUnclear || federated.includes(UNKNOWN)) {
        context.undecided(role, "assumeRolePolicy");
      }
    }
  },
});

function reportEveryone(statement: Statement, { report }: Context): void {
  const condition = statement.hasCondition ? ", and its condition does not limit who that is" : "";
  report({
    at: statement.view,
    property: elementOf(statement.view, "Principal").isAbsent ? "NotPrincipal" : "Principal",
    message: `Everyone, in any AWS account, can assume this role${condition}. Name accounts, roles or services in "Principal".`,
    restsOnComputedText: statement.isComputed,
  });
}

/** Reports what a statement leaves open of a shared identity provider; unknown where a claim is not known. */
function checkProviders(stack: Stack, statement: Statement, { report }: Context): Certainty {
  const { effect, principals, view } = statement;
  const federated =
    effect === "Deny" || principals === UNKNOWN ? [] : principals.filter(({ type }) => type === "Federated");
  const answers = federated.map(({ id }): Certainty => {
    const provider = providerOf(stack, view, id);
    if (provider === UNKNOWN || !claimsByProvider.has(provider)) {
      return provider === UNKNOWN ? UNKNOWN : true;
    }
    const limited = effect === UNKNOWN ? UNKNOWN : limitsTokens(statement, provider);
    if (limited === false) {
      const [claim = ""] = claimsByProvider.get(provider) ?? [];
      report({
        at: view,
        property: statement.hasCondition ? "Condition" : "Principal",
        message:
          `Every customer of "${provider}" can assume this role: the statement does not limit the claim "${provider}:${claim}". ` +
          `Add a condition that compares it with a value of your own${EXAMPLES.get(provider) ?? ""}.`,
        restsOnComputedText: statement.isComputed,
      });
    }
    return limited;
  });
  return allOf(answers) === UNKNOWN ? UNKNOWN : true;
}

const EXAMPLES: ReadonlyMap<string, string> = new Map([
  ["token.actions.githubusercontent.com", ', such as "repo:my-organization/my-repository:*"'],
  ["cognito-identity.amazonaws.com", ", the id of your identity pool"],
]);

/** The address of a federated principal, without its protocol: by its ARN, or by the provider of the stack that it is. */
function providerOf(stack: Stack, { resource, property }: View, id: Principal["id"]): string | Unknown {
  const [own, ...others] =
    id === UNKNOWN
      ? stack.refs(resource.at(property), IAM_OPEN_ID_CONNECT_PROVIDER).resources
      : [stack.named(id, [IAM_OPEN_ID_CONNECT_PROVIDER])];
  const url = own && others.length === 0 ? own.str("url") : undefined;
  if (url !== undefined) {
    return url === UNKNOWN ? UNKNOWN : url.replace(/^https:\/\//, "");
  }
  return id === UNKNOWN ? UNKNOWN : (/:oidc-provider\/(.+)$/.exec(id)?.[1] ?? id);
}

/** Whether a condition compares one of the claims that show whose a token is with something in particular. */
function limitsTokens({ view }: Statement, provider: string): Certainty {
  const entries = entriesOf(elementOf(view, "Condition"));
  if (entries === UNKNOWN) {
    return UNKNOWN;
  }
  const keys = (claimsByProvider.get(provider) ?? []).map((claim) => `${provider}:${claim}`);
  return anyOf(
    entries.map(({ operator, key, values }): Certainty => {
      if (
        !keys.includes(key.toLowerCase()) ||
        // Every token has a subject, so that a condition that holds without one compares it all the same.
        (operator.holdsWithoutKey && !key.toLowerCase().endsWith(":sub")) ||
        !/^string(?:equals|equalsignorecase|like)$/.test(operator.name)
      ) {
        return false;
      }
      const list = values.list() ?? [];
      return list === UNKNOWN
        ? UNKNOWN
        : list.length > 0 &&
            allOf(
              list.map((one) => {
                const value = one.str() ?? UNKNOWN;
                return value === UNKNOWN ? UNKNOWN : isOwn(key.slice(provider.length + 1).toLowerCase(), value);
              }),
            );
    }),
  );
}

/** Claims that begin with an owner, as `repo:OWNER/REPOSITORY:…` and `organization:OWNER:…` do. */
const WITH_OWNER: ReadonlySet<string> = new Set(["sub", "repository", "job_workflow_ref"]);

/** Whether a value of a claim names an owner, and not everyone whose name begins alike. */
function isOwn(claim: string, value: string): boolean {
  const [, named = value] = /^[a-z_]+:(.+)$/.exec(value) ?? [];
  const owner = WITH_OWNER.has(claim) ? named.split(/[/:]/, 1).join("") : value;
  // The audience of AWS is the same for everyone.
  return isFixed(owner) && value !== "sts.amazonaws.com" && !value.includes("${");
}
