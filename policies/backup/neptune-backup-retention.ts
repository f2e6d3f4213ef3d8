import { NEPTUNE_CLUSTER } from "../../src/aws/type-tokens";
import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "neptune-backup-retention",
  category: "backup",
  description: "Neptune clusters must keep their backups long enough",
  severity: "medium",
  level: "only-if-required",
  contractKeys: ["backupRetentionDays"],
  why:
    "A cluster is restored from its automated backups, to any time that they reach back to. An error that is " +
    "noticed later than that is final.",
  references: ["https://docs.aws.amazon.com/neptune/latest/userguide/backup-restore-overview.html"],
  requirement: {
    types: [NEPTUNE_CLUSTER],
    property: "backupRetentionPeriod",
    must: { atLeast: 7, setting: { key: "backupRetentionDays" } },
    whenAbsent: 1,
    consequence: "An error that is noticed later is final.",
    fix: 7,
  },
});
