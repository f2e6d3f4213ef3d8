import rule from "../../../policies/identity/ssm-document-public";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const document = (name: string, permissions: Input): BuiltResource =>
  resource("aws:ssm/document:Document", name, { documentType: "Command", content: "{}", permissions });

ruleTest(rule, {
  valid: [
    {
      name: "for an account, or none",
      stack: [document("shared", { type: "Share", account_ids: "464738291005" }), document("own", undefined)],
    },
  ],
  invalid: [
    {
      name: "for all",
      stack: [
        document("public", { type: "Share", account_ids: "All" }),
        document("camel", { type: "Share", accountIds: "all" }),
      ],
      findings: [
        { resource: "public", path: "permissions.account_ids" },
        { resource: "camel", path: "permissions.accountIds" },
      ],
    },
  ],
  undecided: [
    {
      name: "the accounts",
      stack: [document("restart", { type: "Share", account_ids: unknown })],
      at: ["restart.permissions.account_ids"],
    },
  ],
});
