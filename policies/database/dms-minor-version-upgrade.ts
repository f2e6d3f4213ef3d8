import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "dms-minor-version-upgrade",
  category: "database",
  description: "Replication instances must get minor versions by themselves",
  severity: "medium",
  level: "only-if-required",
  why: "Minor versions of the engine fix errors and vulnerabilities.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html"],
  requirement: {
    types: ["aws:dms/replicationInstance:ReplicationInstance"],
    property: "autoMinorVersionUpgrade",
    must: { equals: true },
    whenAbsent: false,
    fix: true,
    consequence: "Fixes of the engine have to be installed by hand.",
    example: { replicationInstanceId: "orders", replicationInstanceClass: "dms.t3.medium" },
  },
});
