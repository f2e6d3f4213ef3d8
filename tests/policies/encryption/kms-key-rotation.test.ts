import rule from "../../../policies/encryption/kms-key-rotation";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const key = (inputs: Record<string, Input> = {}): BuiltResource => resource("aws:kms/key:Key", "data", inputs);

ruleTest(rule, {
  valid: [
    { name: "a key that rotates", stack: [key({ enableKeyRotation: true })] },
    { name: "an asymmetric key", stack: [key({ customerMasterKeySpec: "RSA_2048", keyUsage: "SIGN_VERIFY" })] },
    { name: "an HMAC key", stack: [key({ keyUsage: "GENERATE_VERIFY_MAC", customerMasterKeySpec: "HMAC_256" })] },
    { name: "keys in a custom key store", stack: [key({ customKeyStoreId: "cks-1" }), key({ xksKeyId: unknown })] },
    { name: "a disabled key", stack: [key({ isEnabled: false })] },
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
      name: "keys that rotate less often than the contract requires",
      contract: { keyRotationDays: 180 },
      stack: [
        key({ enableKeyRotation: true }),
        resource("aws:kms/key:Key", "often", { enableKeyRotation: true, rotationPeriodInDays: 90 }),
      ],
      findings: [
        { resource: "data", path: "rotationPeriodInDays", level: "mandatory", message: /every 365 days.*requires 180/ },
      ],
      fixed: { data: { rotationPeriodInDays: 180 } },
    },
    {
      name: "rotation not configured",
      stack: [key()],
      findings: [{ resource: "data", path: "enableKeyRotation" }],
      fixed: { data: { enableKeyRotation: true } },
    },
    {
      name: "rotation switched off",
      stack: [key({ enableKeyRotation: false, customerMasterKeySpec: "SYMMETRIC_DEFAULT" })],
      findings: [{ resource: "data", path: "enableKeyRotation" }],
    },
  ],
  undecided: [
    {
      name: "rotation that is not known yet",
      stack: [key({ enableKeyRotation: unknown })],
      at: ["data.enableKeyRotation"],
    },
    {
      name: "a key spec that is not known yet",
      stack: [key({ customerMasterKeySpec: unknown })],
      at: ["data.customerMasterKeySpec"],
    },
    { name: "a usage that is not known yet", stack: [key({ keyUsage: unknown })], at: ["data.keyUsage"] },
  ],
});
