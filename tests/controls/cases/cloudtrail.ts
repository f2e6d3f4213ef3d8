import type { ControlCase } from "./case";

const TRAIL = "aws:cloudtrail/trail:Trail";
const trail = { name: "audit", s3BucketName: "audit-logs", isMultiRegionTrail: true };

export default [
  {
    control: "CloudTrail.2",
    rule: "cloudtrail-customer-key",
    type: TRAIL,
    violating: trail,
    compliant: { ...trail, kmsKeyId: "arn:aws:kms:us-east-1:464738291005:key/0a1b" },
  },
  {
    control: "CloudTrail.4",
    rule: "cloudtrail-log-validation",
    type: TRAIL,
    violating: { ...trail, enableLogFileValidation: false },
    compliant: { ...trail, enableLogFileValidation: true },
  },
  {
    control: "CloudTrail.5",
    rule: "cloudtrail-cloudwatch-logs",
    type: TRAIL,
    violating: trail,
    compliant: {
      ...trail,
      cloudWatchLogsGroupArn: "arn:aws:logs:us-east-1:464738291005:log-group:audit:*",
      cloudWatchLogsRoleArn: "arn:aws:iam::464738291005:role/audit",
    },
  },
] satisfies ControlCase[];
