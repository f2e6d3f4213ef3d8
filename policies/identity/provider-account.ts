import { providersOf, type ProviderUse } from "../../src/aws/region";
import type { Contract } from "../../src/contract/contract";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule, type Context } from "../../src/rules/rule";

export default defineRule({
  id: "provider-account",
  category: "identity",
  description: "Providers must be limited to the account of the contract",
  severity: "high",
  level: "only-if-required",
  contractKeys: ["accounts"],
  why:
    "The credentials of the shell decide into which account a program deploys. A provider that names its account stops before it " +
    "creates anything in another one.",
  fix: {
    typescript: `new aws.Provider("production", { region: "us-east-1", allowedAccountIds: ["464738291005"] });`,
    python: `aws.Provider("production", region="us-east-1", allowed_account_ids=["464738291005"])`,
    yaml: `resources:
  production:
    type: pulumi:providers:aws
    properties:
      region: us-east-1
      allowedAccountIds: ["464738291005"]`,
  },
  limits:
    "Providers without resources; providers of a region or environment for which the contract has no account. The last of several " +
    "roles that a provider assumes decides.",
  references: ["https://www.pulumi.com/registry/packages/aws/api-docs/provider/"],
  stack(stack, context) {
    const { accounts = {} } = context.contract;
    for (const use of providersOf(stack)) {
      const expected = expectedAccount(use, accounts, context);
      if (expected !== undefined && use.resources.length > 0) {
        checkProvider(stack, use, expected, context);
      }
    }
  },
});

/** Ids of accounts; a value of another form is not shown, since it may hold anything. */
const listOf = (accounts: readonly string[]): string =>
  accounts.every((one) => /^\d{12}$/.test(one)) ? accounts.join(" and ") : "other accounts";

function expectedAccount(
  { region, isDefault }: ProviderUse,
  accounts: NonNullable<Contract["accounts"]>,
  { contract, project }: Context,
): string | undefined {
  const own = region ?? (isDefault ? project.config.get("aws:region") : undefined);
  return (known(own) ? accounts[own] : undefined) ?? accounts[contract.environment ?? project.stack];
}

function checkProvider(
  stack: Stack,
  { provider, resources, isDefault }: ProviderUse,
  expected: string,
  { report, undecided }: Context,
): void {
  const [first] = resources;
  const settings: View | undefined = first?.provider ?? provider;
  const at = isDefault ? stack.root : (provider ?? first);
  if (!settings || !at) {
    return;
  }
  const allowed = settings.json("allowedAccountIds").list() ?? [];
  const roles = settings.json("assumeRoles").list() ?? [];
  const role = known(roles) ? roles.at(-1)?.str("roleArn") : UNKNOWN;
  if (allowed === UNKNOWN || role === UNKNOWN) {
    undecided(at);
    return;
  }
  const accounts = allowed.map((one) => one.str());
  const ofRole = role === undefined ? undefined : /^arn:[\w-]+:iam::(\d{12}):/.exec(role)?.[1];
  const instead = isDefault
    ? "Set `aws:allowedAccountIds` in the configuration of the stack."
    : `Set \`allowedAccountIds: ["${expected}"]\` of the provider.`;
  if (ofRole !== undefined && ofRole !== expected) {
    report({
      at,
      message: `The provider assumes a role of the account ${ofRole}, and the contract requires ${expected}. Assume a role of that account.`,
    });
  } else if (accounts.length > 0 && !accounts.includes(expected) && !accounts.includes(UNKNOWN)) {
    report({
      at,
      message: `The provider is limited to ${listOf(accounts.filter(known))}, and the contract requires the account ${expected}. ${instead}`,
    });
  } else if (accounts.length === 0 && ofRole === undefined) {
    report({
      at,
      message: `Nothing limits the provider to the account ${expected}, so it deploys wherever the credentials lead. ${instead}`,
    });
  }
}
