import { NEPTUNE_CLUSTER } from "../../src/aws/type-tokens";
import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "neptune-encrypted",
  category: "encryption",
  description: "Neptune clusters must be encrypted at rest",
  severity: "medium",
  level: "only-if-required",
  why:
    "Anyone with access to a snapshot or a disk of an unencrypted cluster can read its data. Encryption cannot be " +
    "switched on later: the cluster has to be restored from a snapshot.",
  limits: "Restores from a snapshot, which have its encryption.",
  references: ["https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html"],
  requirement: {
    types: [NEPTUNE_CLUSTER],
    when: [{ property: "snapshotIdentifier", must: { isAbsent: true } }],
    property: "storageEncrypted",
    must: { equals: true },
    whenAbsent: false,
    consequence: "It cannot be encrypted once it exists.",
    fix: true,
    fixWhenNew: true,
  },
});
