import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "kinesis-stream-encrypted",
  category: "encryption",
  description: "Kinesis streams must be encrypted with KMS",
  severity: "high",
  level: "advisory-unless-required",
  contractKeys: ["customerKeys"],
  failures: ["F5"],
  why:
    "A stream keeps its records for a day or longer. Without encryption they are stored in plain text, and no key policy " +
    "decides who can read them.",
  fix: {
    typescript: `encryptionType: "KMS",
kmsKeyId: key.arn, // or "alias/aws/kinesis"`,
    python: `encryption_type="KMS",
kms_key_id=key.arn,  # or "alias/aws/kinesis"`,
    yaml: `encryptionType: KMS
kmsKeyId: \${key.arn} # or alias/aws/kinesis`,
  },
  limits: "Firehose delivery streams and video streams; which key encrypts a stream.",
  references: ["https://docs.aws.amazon.com/streams/latest/dev/what-is-sse.html"],
  resource: {
    types: ["aws:kinesis/stream:Stream"],
    check(stream, { decide }) {
      const type = stream.str("encryptionType");
      const key = stream.at("kmsKeyId");
      const hasKey = key.isUnknown || (typeof key.value === "string" && key.value !== "");
      decide(type === UNKNOWN ? UNKNOWN : type?.toUpperCase() === "KMS", {
        at: stream,
        property: "encryptionType",
        fix: { encryptionType: "KMS", ...(!hasKey && { kmsKeyId: "alias/aws/kinesis" }) },
        message: hasKey
          ? 'The stream has a `kmsKeyId` but is not encrypted with it. Set `encryptionType: "KMS"` as well.'
          : 'The stream is not encrypted. Set `encryptionType: "KMS", kmsKeyId: key.arn`, or the key "alias/aws/kinesis".',
      });
    },
  },
  remediation: {
    does: 'sets `encryptionType: "KMS"`, and `kmsKeyId: "alias/aws/kinesis"` where the stream has no key',
  },
});
