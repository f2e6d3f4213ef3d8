import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "dynamodb-deletion-protection",
  category: "database",
  description: "DynamoDB tables must have deletion protection",
  severity: "medium",
  level: "only-if-required",
  why: "A table that is deleted by mistake, or replaced by a change of its keys, is gone with its items.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html",
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html",
  ],
  requirement: {
    types: ["aws:dynamodb/table:Table"],
    property: "deletionProtectionEnabled",
    must: { equals: true },
    whenAbsent: false,
    consequence: "One wrong delete or replacement loses the table with its items.",
    fix: true,
    example: { billingMode: "PAY_PER_REQUEST", hashKey: "id", attributes: [{ name: "id", type: "S" }] },
  },
});
