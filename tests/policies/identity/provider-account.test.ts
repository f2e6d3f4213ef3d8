import rule from "../../../policies/identity/provider-account";
import type { Contract } from "../../../src/contract/contract";
import { json, resource, ruleTest, unknown, type BuiltResource, type Input } from "../../../src/testing";

const contract: Contract = { accounts: { "us-west-2": "464738291005", dev: "817263549910" } };
const provider = (more: Record<string, Input> = {}): BuiltResource =>
  resource("pulumi:providers:aws", "west", { region: "us-west-2", ...more });
const queue = (by: BuiltResource): BuiltResource => resource("aws:sqs/queue:Queue", "orders", {}, { provider: by });
const inStack = (more: Record<string, Input> = {}): BuiltResource[] => [provider(more), queue(provider(more))];
const role = (account: string): Input => json([{ roleArn: `arn:aws:iam::${account}:role/deploy` }]);

ruleTest(rule, {
  valid: [
    { name: "no contract", stack: inStack() },
    { name: "the account", contract, stack: inStack({ allowedAccountIds: json(["464738291005"]) }) },
    { name: "a role of the account", contract, stack: inStack({ assumeRoles: role("464738291005") }) },
    { name: "a provider without resources", contract, stack: [provider()] },
    { name: "a region without an account", contract: { accounts: { "eu-west-1": "464738291005" } }, stack: inStack() },
  ],
  invalid: [
    {
      name: "no limit",
      contract,
      stack: inStack(),
      findings: [
        { resource: "west", level: "mandatory", message: /Nothing limits the provider to the account 464738291005/ },
      ],
    },
    {
      name: "the default provider without a limit",
      contract,
      config: { "aws:region": "us-west-2" },
      stack: [resource("pulumi:pulumi:Stack", "shop-dev"), resource("aws:sqs/queue:Queue", "orders")],
      findings: [{ resource: "shop-dev", level: "mandatory", message: /aws:allowedAccountIds/ }],
    },
    {
      name: "another account",
      contract,
      stack: inStack({ allowedAccountIds: json(["817263549910"]) }),
      findings: [{ resource: "west", level: "mandatory", message: /limited to 817263549910/ }],
    },
    {
      name: "a role of another account",
      contract,
      stack: inStack({ assumeRoles: role("817263549910") }),
      findings: [{ resource: "west", level: "mandatory", message: /role of the account 817263549910/ }],
    },
  ],
  undecided: [
    { name: "a limit that is not known yet", contract, stack: inStack({ allowedAccountIds: unknown }), at: ["west"] },
  ],
});
