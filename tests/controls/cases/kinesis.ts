import type { ControlCase } from "./case";

export default [
  {
    control: "Kinesis.3",
    rule: "kinesis-stream-retention",
    type: "aws:kinesis/stream:Stream",
    violating: { shardCount: 1 },
    compliant: { shardCount: 1, retentionPeriod: 168 },
  },
  {
    control: "Kinesis.1",
    rule: "kinesis-stream-encrypted",
    type: "aws:kinesis/stream:Stream",
    violating: { shardCount: 1, encryptionType: "NONE" },
    compliant: { shardCount: 1, encryptionType: "KMS", kmsKeyId: "alias/aws/kinesis" },
  },
] satisfies ControlCase[];
