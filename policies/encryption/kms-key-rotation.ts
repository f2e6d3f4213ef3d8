import type { Resource } from "../../src/graph/resource";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";

/** How often KMS rotates a key that sets no period, in days. */
const YEAR = 365;

export default defineRule({
  id: "kms-key-rotation",
  category: "encryption",
  description: "KMS keys must rotate",
  severity: "medium",
  level: "advisory-unless-required",
  contractKeys: ["keyRotationDays"],
  failures: [],
  why:
    "Rotation gives a key new material every year and keeps the old for what it encrypted, so that no single material " +
    "protects everything that was ever stored. It costs a dollar a month at most and changes nothing for the key's users.",
  fix: {
    typescript: "enableKeyRotation: true,",
    python: "enable_key_rotation=True,",
    yaml: "enableKeyRotation: true",
  },
  limits:
    "Keys that KMS cannot rotate: asymmetric keys, HMAC keys and those of a custom key store; disabled keys; replicas, " +
    "which rotate with their primary; keys with imported material.",
  references: ["https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html"],
  resource: {
    types: ["aws:kms/key:Key"],
    check(key, context) {
      const { contract, decide, undecided } = context;
      const rotates = key.bool("enableKeyRotation");
      const spec = key.str("customerMasterKeySpec") ?? "SYMMETRIC_DEFAULT";
      const usage = key.str("keyUsage") ?? "ENCRYPT_DECRYPT";
      const isInCustomStore = !key.at("customKeyStoreId").isAbsent || !key.at("xksKeyId").isAbsent;
      if (isInCustomStore || key.bool("isEnabled") === false) {
        return;
      }
      if (rotates === true) {
        checkPeriod(key, contract.keyRotationDays, context);
        return;
      }
      const isEnabled = key.bool("isEnabled") ?? true;
      if (rotates !== UNKNOWN && [spec, usage, isEnabled].includes(UNKNOWN)) {
        undecided(key, spec === UNKNOWN ? "customerMasterKeySpec" : usage === UNKNOWN ? "keyUsage" : "isEnabled");
        return;
      }
      decide(rotates === UNKNOWN ? UNKNOWN : spec !== "SYMMETRIC_DEFAULT" || usage !== "ENCRYPT_DECRYPT", {
        at: key,
        property: "enableKeyRotation",
        fix: { enableKeyRotation: true },
        message: "The key keeps its first material for as long as it exists. Set `enableKeyRotation: true`.",
      });
    },
  },
  remediation: {
    does: "sets `enableKeyRotation: true`, and `rotationPeriodInDays` to the contract's `keyRotationDays` where it is longer",
  },
});

/** How often a key rotates, where the contract sets it. */
function checkPeriod(key: Resource, longest: number | undefined, { decide }: Context): void {
  const period = key.num("rotationPeriodInDays") ?? YEAR;
  if (longest !== undefined) {
    decide(period === UNKNOWN ? UNKNOWN : period <= longest, {
      at: key,
      property: "rotationPeriodInDays",
      fix: { rotationPeriodInDays: longest },
      message:
        `The key rotates every ${known(period) ? String(period) : ""} days, and the contract requires ${String(longest)}. ` +
        `Set \`rotationPeriodInDays: ${String(longest)}\`.`,
    });
  }
}
