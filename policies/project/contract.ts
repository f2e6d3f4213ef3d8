import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "contract",
  category: "project",
  description: "The contract, its profile and its exemptions must be valid",
  severity: "high",
  level: "mandatory",
  // What a contract that cannot be read requires would not be checked at all.
  basis: "cannot-work",
  why:
    "The contract is what a stack promises. A promise with a misspelt key or a value out of range would never be checked, " +
    "so it is reported instead of being ignored.",
  fix: {
    typescript: `# Pulumi.yaml
config:
  preflight:contract:
    value:
      backupRetentionDays: 7`,
    python: `# Pulumi.yaml
config:
  preflight:contract:
    value:
      backupRetentionDays: 7`,
    yaml: `# Pulumi.yaml
config:
  preflight:contract:
    value:
      backupRetentionDays: 7`,
  },
  root({ contractProblems, report }) {
    for (const { message } of contractProblems) {
      report({ message });
    }
  },
});
