import { NEPTUNE_CLUSTER } from "../../src/aws/type-tokens";
import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "neptune-audit-logs",
  category: "observability",
  description: "Neptune clusters must send their audit logs to CloudWatch",
  severity: "medium",
  level: "only-if-required",
  why: "The audit log shows who queried the graph and what for. On the instances it is kept for a short time only.",
  limits: "The parameter `neptune_enable_audit_log`, which switches the log itself on.",
  references: ["https://docs.aws.amazon.com/neptune/latest/userguide/auditing.html"],
  requirement: {
    types: [NEPTUNE_CLUSTER],
    property: "enableCloudwatchLogsExports",
    must: { containsAll: ["audit"] },
    consequence: "The audit log is not kept.",
  },
});
