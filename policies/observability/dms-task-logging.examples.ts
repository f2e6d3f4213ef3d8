import type { RuleExamples } from "../../src/rules/examples";

const program = (settings: string): string => `
new aws.dms.ReplicationTask("orders", {
  replicationTaskId: "orders",
  migrationType: "cdc",
  tableMappings: '{"rules":[]}',
  sourceEndpointArn: "arn:aws:dms:us-east-1:464738291005:endpoint:SOURCE",
  targetEndpointArn: "arn:aws:dms:us-east-1:464738291005:endpoint:TARGET",
  ${settings}
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program(`replicationTaskSettings: JSON.stringify({ Logging: { EnableLogging: false } }),`),
  correct: program(`replicationTaskSettings: JSON.stringify({
    Logging: {
      EnableLogging: true,
      LogComponents: ["SOURCE_CAPTURE", "SOURCE_UNLOAD", "TARGET_APPLY", "TARGET_LOAD"].map((Id) => (
        { Id, Severity: "LOGGER_SEVERITY_DEFAULT" })),
    },
  }),`),
} satisfies RuleExamples;
