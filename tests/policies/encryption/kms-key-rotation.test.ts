import rule from "../../../policies/encryption/kms-key-rotation";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../testing/stack";

const key = (inputs: Record<string, Input> = {}): BuiltResource => resource("aws:kms/key:Key", "data", inputs);

ruleTest(rule, {
  valid: [
    { name: "rotates", stack: [key({ enableKeyRotation: true })] },
    { name: "asymmetric", stack: [key({ customerMasterKeySpec: "RSA_2048", keyUsage: "SIGN_VERIFY" })] },
    { name: "for messages", stack: [key({ keyUsage: "GENERATE_VERIFY_MAC", customerMasterKeySpec: "HMAC_256" })] },
    { name: "in a key store", stack: [key({ customKeyStoreId: "cks-1" }), key({ xksKeyId: unknown })] },
    { name: "switched off", stack: [key({ isEnabled: false })] },
    {
      name: "a replica, and imported material",
      stack: [
        resource("aws:kms/replicaKey:ReplicaKey", "copy", {
          primaryKeyArn: "arn:aws:kms:us-east-1:464738291005:key/1",
        }),
        resource("aws:kms/externalKey:ExternalKey", "imported"),
      ],
    },
  ],
  invalid: [
    {
      name: "nothing is said",
      stack: [key()],
      findings: [{ resource: "data", path: "enableKeyRotation" }],
      mended: { data: { enableKeyRotation: true } },
    },
    {
      name: "switched off",
      stack: [key({ enableKeyRotation: false, customerMasterKeySpec: "SYMMETRIC_DEFAULT" })],
      findings: [{ resource: "data", path: "enableKeyRotation" }],
    },
  ],
  undecided: [
    { name: "the rotation", stack: [key({ enableKeyRotation: unknown })], at: ["data.enableKeyRotation"] },
    { name: "the kind", stack: [key({ customerMasterKeySpec: unknown })], at: ["data.customerMasterKeySpec"] },
    { name: "the use", stack: [key({ keyUsage: unknown })], at: ["data.keyUsage"] },
  ],
});
