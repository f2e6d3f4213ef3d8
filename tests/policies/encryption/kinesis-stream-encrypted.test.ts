import rule from "../../../policies/encryption/kinesis-stream-encrypted";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown } from "../../../src/testing/stack";

const STREAM = "aws:kinesis/stream:Stream";
const key = resource("aws:kms/key:Key", "data");

ruleTest(rule, {
  valid: [
    {
      name: "a key of the stack",
      stack: [key, resource(STREAM, "orders", { encryptionType: "KMS", kmsKeyId: key.arn })],
    },
    {
      name: "the key of the service, with the type in lower case",
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
      name: "encryption not configured",
      stack: [resource(STREAM, "orders", { shardCount: 1 })],
      findings: [{ resource: "orders", path: "encryptionType", message: /kmsKeyId: key\.arn/ }],
      fixed: { orders: { encryptionType: "KMS", kmsKeyId: "alias/aws/kinesis" } },
    },
    {
      name: "encryption not configured where the contract requires customer keys",
      contract: { customerKeys: true },
      stack: [resource(STREAM, "orders", { shardCount: 1 })],
      findings: [{ resource: "orders", path: "encryptionType", level: "mandatory" }],
    },
    {
      name: "encryption switched off",
      stack: [resource(STREAM, "orders", { encryptionType: "NONE" })],
      findings: [{ resource: "orders", path: "encryptionType" }],
    },
    {
      name: "a key without encryption",
      stack: [key, resource(STREAM, "orders", { kmsKeyId: key.arn })],
      findings: [{ resource: "orders", path: "encryptionType", message: /has a `kmsKeyId` but is not encrypted/ }],
      fixed: { orders: { encryptionType: "KMS" } },
    },
    {
      name: "an empty key",
      stack: [resource(STREAM, "orders", { kmsKeyId: "" })],
      findings: [{ resource: "orders", path: "encryptionType", message: /is not encrypted/ }],
      fixed: { orders: { encryptionType: "KMS", kmsKeyId: "alias/aws/kinesis" } },
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
