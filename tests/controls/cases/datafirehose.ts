import type { ControlCase } from "./case";

const STREAM = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";
const stream = { name: "clicks", destination: "extended_s3" };

export default [
  {
    control: "DataFirehose.1",
    rule: "firehose-encrypted",
    type: STREAM,
    violating: { ...stream, serverSideEncryption: { enabled: false } },
    compliant: { ...stream, serverSideEncryption: { enabled: true } },
  },
  {
    control: "DataFirehose.1",
    rule: "firehose-encrypted",
    type: STREAM,
    violating: stream,
    compliant: {
      ...stream,
      kinesisSourceConfiguration: {
        kinesisStreamArn: "arn:aws:kinesis:us-east-1:464738291005:stream/clicks",
        roleArn: "arn:aws:iam::464738291005:role/a",
      },
    },
  },
] satisfies ControlCase[];
