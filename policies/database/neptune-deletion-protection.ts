import { NEPTUNE_CLUSTER } from "../../src/aws/type-tokens";
import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "neptune-deletion-protection",
  category: "database",
  description: "Neptune clusters must be protected against deletion",
  severity: "low",
  level: "only-if-required",
  why:
    "One wrong command or one replaced resource deletes a cluster with its data. With the protection it fails, and " +
    "someone looks twice.",
  references: ["https://docs.aws.amazon.com/neptune/latest/userguide/manage-console-instances-delete.html"],
  requirement: {
    types: [NEPTUNE_CLUSTER],
    property: "deletionProtection",
    must: { equals: true },
    whenAbsent: false,
    consequence: "A wrong command can delete the cluster with its data.",
    fix: true,
  },
});
