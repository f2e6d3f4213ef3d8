import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "connect-flow-logs",
  category: "observability",
  description: "Connect instances must log their flows",
  severity: "medium",
  level: "only-if-required",
  why: "The logs show what happened in a contact, step by step, and where a flow failed.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/connect-controls.html"],
  requirement: {
    types: ["aws:connect/instance:Instance"],
    property: "contactFlowLogsEnabled",
    must: { equals: true },
    whenAbsent: false,
    fix: true,
    consequence: "Errors of flows leave no trace.",
    example: { identityManagementType: "CONNECT_MANAGED", inboundCallsEnabled: true, outboundCallsEnabled: true },
  },
});
