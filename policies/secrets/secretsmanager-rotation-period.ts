import { daysBetween } from "../../src/aws/identity/secret-rotation";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

/** In days. */
const LONGEST = 90;

export default defineRule({
  id: "secretsmanager-rotation-period",
  category: "secrets",
  description: "Secrets must rotate at least every 90 days",
  severity: "medium",
  level: "only-if-required",
  why:
    "The longer a secret stays the same, the longer one that leaked is of use, and the more people and programs have " +
    "had it.",
  fix: {
    typescript: `rotationRules: { automaticallyAfterDays: 30 },`,
    python: `rotation_rules={"automatically_after_days": 30},`,
    yaml: `rotationRules:
  automaticallyAfterDays: 30`,
  },
  limits:
    "Secrets without a rotation (secretsmanager-rotation-enabled). In a cron schedule, only days and weeks are " +
    "understood. The contract's `secretRotationDays` takes the place of the 90 days.",
  references: [
    "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html",
  ],
  resource: {
    types: ["aws:secretsmanager/secretRotation:SecretRotation"],
    check(rotation, { contract, decide }) {
      const longest = contract.secretRotationDays ?? LONGEST;
      const days = daysBetween(rotation);
      const isUnclear = days === UNKNOWN || days === undefined;
      decide(isUnclear ? UNKNOWN : days > 0 && days <= longest, {
        at: rotation,
        property: days === 0 ? "rotationEnabled" : "rotationRules",
        message:
          `The secret ${days === 0 ? "does not rotate" : `rotates only every ${String(days)} days`}, but it must rotate at ` +
          `least every ${String(longest)} days. Set \`rotationRules: { automaticallyAfterDays: ${String(longest)} }\`.`,
      });
    },
  },
});
