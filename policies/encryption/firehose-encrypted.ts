import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "firehose-encrypted",
  category: "encryption",
  description: "Firehose streams must be encrypted",
  severity: "medium",
  level: "only-if-required",
  why: "A stream keeps records for up to a day before it delivers them.",
  limits: "Streams with a source of Kinesis or MSK, which bring their own encryption.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/datafirehose-controls.html"],
  requirement: {
    types: ["aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream"],
    property: "serverSideEncryption.enabled",
    must: { equals: true },
    whenAbsent: false,
    fix: true,
    // A stream of Kinesis or MSK brings its own encryption.
    when: [
      { property: "kinesisSourceConfiguration", must: { isAbsent: true } },
      { property: "mskSourceConfiguration", must: { isAbsent: true } },
    ],
    consequence: "Records wait in plain text until they are delivered.",
    example: {
      destination: "extended_s3",
      extendedS3Configuration: { bucketArn: "${bucket.arn}", roleArn: "${role.arn}" },
    },
  },
});
