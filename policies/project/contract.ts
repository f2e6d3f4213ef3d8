import { defineRule } from "../rule";

export default defineRule({
  id: "contract",
  category: "project",
  description: "The contract, its profile and its exemptions are valid",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "The contract says what a stack promises. A key that is misspelt or out of range would be a promise that nobody " +
    "checks, so it is reported instead of being passed over.",
  fix: {
    typescript: "# Pulumi.yaml\nconfig:\n  preflight:contract:\n    value:\n      backupRetentionDays: 7",
    python: "# Pulumi.yaml\nconfig:\n  preflight:contract:\n    value:\n      backupRetentionDays: 7",
    yaml: "# Pulumi.yaml\nconfig:\n  preflight:contract:\n    value:\n      backupRetentionDays: 7",
  },
  root({ contractProblems, report }) {
    for (const { message } of contractProblems) {
      report({ message });
    }
  },
});
