import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "dms-multi-az",
  category: "database",
  description: "Replication instances must have a standby in another zone",
  severity: "medium",
  level: "only-if-required",
  why: "Where the zone of a single instance fails, replication stops until someone restarts it.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html"],
  requirement: {
    types: ["aws:dms/replicationInstance:ReplicationInstance"],
    property: "multiAz",
    must: { equals: true },
    whenAbsent: false,
    consequence: "Replication stops when the zone fails.",
    example: { replicationInstanceId: "orders", replicationInstanceClass: "dms.t3.medium" },
  },
});
