import type { ServiceConstraints } from "../form";

const KEY = "aws:kms/key:Key";
const CREATE = "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html";
const ROTATION = "https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html";

export default {
  date: "2026-11-29",
  constraints: {
    "aws.kms.key.symmetric-usage": {
      type: KEY,
      when: { customerMasterKeySpec: "SYMMETRIC_DEFAULT" },
      defaults: { customerMasterKeySpec: "SYMMETRIC_DEFAULT" },
      require: { keyUsage: "ENCRYPT_DECRYPT" },
      must: "A symmetric key only encrypts and decrypts: other uses require another `customerMasterKeySpec`.",
      source: CREATE,
      accepts: [{ description: "orders" }, { keyUsage: "SIGN_VERIFY", customerMasterKeySpec: "RSA_2048" }],
      rejects: [{ keyUsage: "SIGN_VERIFY" }],
    },
    "aws.kms.key.hmac-usage": {
      type: KEY,
      when: { customerMasterKeySpec: { startsWith: "HMAC_" } },
      defaults: { keyUsage: "ENCRYPT_DECRYPT" },
      require: { keyUsage: "GENERATE_VERIFY_MAC" },
      must: 'An HMAC key requires `keyUsage: "GENERATE_VERIFY_MAC"`.',
      source: CREATE,
      accepts: [{ customerMasterKeySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" }],
      rejects: [{ customerMasterKeySpec: "HMAC_256" }],
    },
    "aws.kms.key.elliptic-curve-usage": {
      type: KEY,
      when: { customerMasterKeySpec: { startsWith: "ECC_" } },
      defaults: { keyUsage: "ENCRYPT_DECRYPT" },
      require: { keyUsage: { not: ["ENCRYPT_DECRYPT", "GENERATE_VERIFY_MAC"] } },
      must: 'A key on an elliptic curve cannot encrypt: set `keyUsage: "SIGN_VERIFY"` or "KEY_AGREEMENT".',
      source: CREATE,
      accepts: [{ customerMasterKeySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY" }],
      rejects: [{ customerMasterKeySpec: "ECC_NIST_P256" }],
    },
    "aws.kms.key.rotation-spec": {
      type: KEY,
      when: { enableKeyRotation: true },
      defaults: { customerMasterKeySpec: "SYMMETRIC_DEFAULT" },
      require: { customerMasterKeySpec: "SYMMETRIC_DEFAULT" },
      must: "KMS rotates symmetric keys alone: leave out `enableKeyRotation`.",
      source: ROTATION,
      accepts: [{ enableKeyRotation: true }, { customerMasterKeySpec: "RSA_2048", enableKeyRotation: false }],
      rejects: [{ customerMasterKeySpec: "RSA_2048", enableKeyRotation: true }],
    },
    "aws.kms.key.deletion-window": {
      type: KEY,
      require: { deletionWindowInDays: { min: 7, max: 30 } },
      must: "A key must be deleted after 7 to 30 days.",
      source: "https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html",
      accepts: [{ deletionWindowInDays: 7 }],
      rejects: [{ deletionWindowInDays: 5 }, { deletionWindowInDays: 60 }],
    },
  },
} satisfies ServiceConstraints;
