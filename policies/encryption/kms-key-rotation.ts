import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "kms-key-rotation",
  category: "encryption",
  description: "KMS keys rotate",
  severity: "medium",
  level: "advisory",
  failures: [],
  controls: [
    { framework: "CIS AWS Foundations 5.0", reference: "3.6" },
    { framework: "PCI DSS 4.0.1", reference: "3.7.4" },
  ],
  why:
    "Rotation gives a key new material every year and keeps the old for what it encrypted, so that no one material " +
    "protects all that was ever stored. It costs a dollar a month at most and changes nothing for who uses the key.",
  fix: { typescript: "enableKeyRotation: true,", python: "enable_key_rotation=True,", yaml: "enableKeyRotation: true" },
  limits:
    "Keys that KMS cannot rotate: asymmetric and HMAC keys, and those of a key store outside KMS; keys that are switched off; " +
    "replicas, which rotate with their primary; keys with imported material.",
  resource: {
    types: ["aws:kms/key:Key"],
    check(key, { report, undecided }) {
      const rotates = key.bool("enableKeyRotation");
      const spec = key.str("customerMasterKeySpec") ?? "SYMMETRIC_DEFAULT";
      const usage = key.str("keyUsage") ?? "ENCRYPT_DECRYPT";
      const isElsewhere = !key.at("customKeyStoreId").isAbsent || !key.at("xksKeyId").isAbsent;
      if (rotates === true || isElsewhere || key.bool("isEnabled") === false) {
        return;
      }
      if (rotates === UNKNOWN) {
        undecided(key, "enableKeyRotation");
      } else if (spec === UNKNOWN || usage === UNKNOWN) {
        undecided(key, spec === UNKNOWN ? "customerMasterKeySpec" : "keyUsage");
      } else if (spec === "SYMMETRIC_DEFAULT" && usage === "ENCRYPT_DECRYPT") {
        report({
          at: key,
          property: "enableKeyRotation",
          mend: { enableKeyRotation: true },
          message: "the key keeps its first material for ever; set enableKeyRotation: true.",
        });
      }
    },
  },
  remediation: {
    does: "sets `enableKeyRotation: true`",
  },
});
