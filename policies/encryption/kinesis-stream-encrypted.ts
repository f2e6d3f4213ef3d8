import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "kinesis-stream-encrypted",
  category: "encryption",
  description: "Kinesis streams are encrypted with KMS",
  severity: "high",
  level: "mandatory",
  failures: ["F5"],
  controls: [{ framework: "AWS FSBP", reference: "Kinesis.1" }],
  why:
    "A stream keeps what it carries for a day or longer. Without encryption, that lies readable on the disks of the " +
    "service, and no key decides who may read it.",
  fix: {
    typescript: 'encryptionType: "KMS",\nkmsKeyId: key.arn, // or "alias/aws/kinesis"',
    python: 'encryption_type="KMS",\nkms_key_id=key.arn,  # or "alias/aws/kinesis"',
    yaml: "encryptionType: KMS\nkmsKeyId: ${key.arn} # or alias/aws/kinesis",
  },
  limits: "Firehose delivery streams and video streams; whose key it is.",
  resource: {
    types: ["aws:kinesis/stream:Stream"],
    check(stream, { report, undecided }) {
      const type = stream.str("encryptionType");
      if (type === UNKNOWN) {
        undecided(stream, "encryptionType");
      } else if (!known(type) || type.toUpperCase() !== "KMS") {
        const hasKey = (stream.str("kmsKeyId") ?? "") !== "";
        report({
          at: stream,
          property: "encryptionType",
          mend: { encryptionType: "KMS", ...(!hasKey && { kmsKeyId: "alias/aws/kinesis" }) },
          message: hasKey
            ? 'the stream names a key but is not encrypted with it; set encryptionType: "KMS" beside kmsKeyId.'
            : 'the stream is not encrypted; set encryptionType: "KMS" and kmsKeyId: key.arn (or "alias/aws/kinesis").',
        });
      }
    },
  },
  remediation: {
    does: 'sets `encryptionType: "KMS"`, and `kmsKeyId: "alias/aws/kinesis"` where the stream names no key',
  },
});
