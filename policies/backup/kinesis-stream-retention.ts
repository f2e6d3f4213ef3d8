import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "kinesis-stream-retention",
  category: "backup",
  description: "Kinesis streams must keep their records long enough",
  severity: "medium",
  level: "only-if-required",
  contractKeys: ["streamRetentionHours"],
  why:
    "A consumer that fails on Friday evening is repaired on Monday. With the default of 24 hours, the records of " +
    "the weekend are gone by then.",
  references: [
    "https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/kinesis-controls.html",
  ],
  requirement: {
    types: ["aws:kinesis/stream:Stream"],
    property: "retentionPeriod",
    must: { atLeast: 168, setting: { key: "streamRetentionHours" } },
    whenAbsent: 24,
    consequence: "Records that no consumer reads within that many hours are lost.",
  },
});
