import { defineRequirement, type Requirement } from "../../src/rules/requirement";

// The permissions are a map, whose keys programs write as AWS's documentation does, or as those of other arguments.
const shared = (key: string): Requirement => ({
  types: ["aws:ssm/document:Document"],
  property: `permissions.${key}`,
  must: { isNot: "All" },
  consequence: "Everyone with an AWS account can read the document and run it.",
  instead: "List the accounts that need it.",
});

export default defineRequirement({
  id: "ssm-document-public",
  category: "identity",
  description: "Documents of Systems Manager must not be public",
  severity: "critical",
  level: "mandatory",
  basis: "public",
  failures: [],
  why:
    "A document describes how you administer your machines, with the names of buckets, parameters and scripts. A public one " +
    "shows that to everyone with an AWS account.",
  fix: {
    typescript: `permissions: { type: "Share", account_ids: "464738291005" }, // not "All"`,
    python: `permissions={"type": "Share", "account_ids": "464738291005"},  # not "All"`,
    yaml: `permissions:
  type: Share
  account_ids: "464738291005" # not All`,
  },
  references: ["https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html"],
  requirement: [shared("account_ids"), shared("accountIds")],
});
