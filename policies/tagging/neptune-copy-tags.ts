import { NEPTUNE_CLUSTER } from "../../src/aws/type-tokens";
import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "neptune-copy-tags",
  category: "tagging",
  description: "Neptune clusters must copy their tags to snapshots",
  severity: "low",
  level: "only-if-required",
  why:
    "Tags show who owns a snapshot, what it costs and when it may go. Snapshots without those of their cluster fall" +
    " out of every report and every rule.",
  references: ["https://docs.aws.amazon.com/neptune/latest/userguide/tagging.html"],
  requirement: {
    types: [NEPTUNE_CLUSTER],
    property: "copyTagsToSnapshot",
    must: { equals: true },
    whenAbsent: false,
    consequence: "Snapshots do not get the tags of the cluster.",
    fix: true,
  },
});
