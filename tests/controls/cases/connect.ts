import type { ControlCase } from "./case";

export default [
  {
    control: "Connect.2",
    rule: "connect-flow-logs",
    type: "aws:connect/instance:Instance",
    violating: { identityManagementType: "SAML", inboundCallsEnabled: true, outboundCallsEnabled: true },
    compliant: {
      identityManagementType: "SAML",
      inboundCallsEnabled: true,
      outboundCallsEnabled: true,
      contactFlowLogsEnabled: true,
    },
  },
] satisfies ControlCase[];
