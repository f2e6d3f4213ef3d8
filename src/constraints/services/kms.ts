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
    "aws.kms.key.message-code-spec": {
      type: KEY,
      when: { keyUsage: "GENERATE_VERIFY_MAC" },
      defaults: { customerMasterKeySpec: "SYMMETRIC_DEFAULT" },
      require: { customerMasterKeySpec: { startsWith: "HMAC_" } },
      must: "Codes of messages require a key such as HMAC_256: set `customerMasterKeySpec`.",
      source: "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html",
      accepts: [{ keyUsage: "GENERATE_VERIFY_MAC", customerMasterKeySpec: "HMAC_256" }],
      rejects: [
        { keyUsage: "GENERATE_VERIFY_MAC", customerMasterKeySpec: "RSA_2048" },
        { keyUsage: "GENERATE_VERIFY_MAC" },
      ],
    },
    "aws.kms.key.signing-spec": {
      type: KEY,
      when: { keyUsage: "SIGN_VERIFY" },
      defaults: { customerMasterKeySpec: "SYMMETRIC_DEFAULT" },
      require: { customerMasterKeySpec: { not: { matches: /^(?:SYMMETRIC_DEFAULT|HMAC_)/ } } },
      must: "Signatures require an asymmetric key, such as ECC_NIST_P256: set `customerMasterKeySpec`.",
      source: "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html",
      accepts: [{ keyUsage: "SIGN_VERIFY", customerMasterKeySpec: "ECC_NIST_P256" }],
      rejects: [{ keyUsage: "SIGN_VERIFY" }, { keyUsage: "SIGN_VERIFY", customerMasterKeySpec: "HMAC_256" }],
    },
    "aws.kms.key.agreement-spec": {
      type: KEY,
      when: { keyUsage: "KEY_AGREEMENT" },
      defaults: { customerMasterKeySpec: "SYMMETRIC_DEFAULT" },
      require: { customerMasterKeySpec: { matches: /^(?:ECC_NIST_P(?:256|384|521)|SM2)$/ } },
      must: "An agreement of keys requires a NIST elliptic curve: set `customerMasterKeySpec`.",
      source: "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html",
      accepts: [{ keyUsage: "KEY_AGREEMENT", customerMasterKeySpec: "ECC_NIST_P256" }],
      rejects: [{ keyUsage: "KEY_AGREEMENT", customerMasterKeySpec: "RSA_2048" }],
    },
    "aws.kms.key.store-spec": {
      type: KEY,
      when: { customKeyStoreId: { present: true } },
      require: { customerMasterKeySpec: "SYMMETRIC_DEFAULT", multiRegion: false, enableKeyRotation: false },
      must: "A key in a store of your own is symmetric, of one region, and not rotated.",
      source: "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html",
      accepts: [{ customKeyStoreId: "cks-1" }],
      rejects: [
        { customKeyStoreId: "cks-1", multiRegion: true },
        { customKeyStoreId: "cks-1", customerMasterKeySpec: "RSA_2048" },
      ],
    },
  },
} satisfies ServiceConstraints;
