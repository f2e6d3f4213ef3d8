import { defineRule } from "../../src/rules/rule";

/** A rule that finds nothing, for tests that give it checks of their own. */
export const EXAMPLE_RULE = defineRule({
  id: "rds-storage-encrypted",
  category: "encryption",
  description: "Everything is as it should be",
  severity: "low",
  level: "mandatory",
  failures: [],
  why: "Because.",
  fix: { typescript: "x", python: "x" },
});
