import rule from "../../../policies/encryption/kinesis-stream-encrypted";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown } from "../../../testing/stack";

const STREAM = "aws:kinesis/stream:Stream";
const key = resource("aws:kms/key:Key", "data");

ruleTest(rule, {
  valid: [
    {
      name: "a key of the stack",
      stack: [key, resource(STREAM, "orders", { encryptionType: "KMS", kmsKeyId: key.arn })],
    },
    {
      name: "the service's key, whatever the case",
      stack: [resource(STREAM, "orders", { encryptionType: "kms", kmsKeyId: "alias/aws/kinesis" })],
    },
    { name: "a stream that the stack only reads", stack: [resource(STREAM, "shared", {}, { external: true })] },
    {
      name: "other streams",
      stack: [
        resource("aws:kinesis/videoStream:VideoStream", "video"),
        resource("aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", "delivery"),
      ],
    },
  ],
  invalid: [
    {
      name: "no word of encryption",
      stack: [resource(STREAM, "orders", { shardCount: 1 })],
      findings: [{ resource: "orders", path: "encryptionType", message: /kmsKeyId: key\.arn/ }],
      mended: { orders: { encryptionType: "KMS", kmsKeyId: "alias/aws/kinesis" } },
    },
    {
      name: "encryption switched off",
      stack: [resource(STREAM, "orders", { encryptionType: "NONE" })],
      findings: [{ resource: "orders", path: "encryptionType" }],
    },
    {
      name: "a key that nothing uses",
      stack: [key, resource(STREAM, "orders", { kmsKeyId: key.arn })],
      findings: [{ resource: "orders", path: "encryptionType", message: /names a key/ }],
      mended: { orders: { encryptionType: "KMS" } },
    },
    {
      name: "an empty key",
      stack: [resource(STREAM, "orders", { kmsKeyId: "" })],
      findings: [{ resource: "orders", path: "encryptionType", message: /is not encrypted/ }],
      mended: { orders: { encryptionType: "KMS", kmsKeyId: "alias/aws/kinesis" } },
    },
  ],
  undecided: [
    {
      name: "a value that is not known yet",
      stack: [resource(STREAM, "orders", { encryptionType: unknown })],
      at: ["orders.encryptionType"],
    },
  ],
});
