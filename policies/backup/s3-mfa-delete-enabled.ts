import { bucketsOf, isVersioned, lifecyclesOf, settingsOf, versioningsOf } from "../../src/aws/storage/buckets";
import { allOf, anyOf, not, type Certainty } from "../../src/graph/certainty";
import { UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "s3-mfa-delete-enabled",
  category: "backup",
  description: "Versions of objects must not be deleted without a code of an MFA device",
  severity: "low",
  level: "only-if-required",
  why:
    "Versions protect objects from being overwritten, not from someone who deletes the versions. MFA delete lets only the " +
    "root user do that, with a code of its device.",
  fix: {
    typescript: `versioningConfiguration: { status: "Enabled", mfaDelete: "Enabled" },
mfa: config.requireSecret("mfa"), // serial number and code of the root user's device`,
    python: `versioning_configuration={"status": "Enabled", "mfa_delete": "Enabled"},
mfa=config.require_secret("mfa"),  # serial number and code of the root user's device`,
    yaml: `versioningConfiguration:
  status: Enabled
  mfaDelete: Enabled
mfa: \${mfa} # serial number and code of the root user's device`,
  },
  limits:
    "Buckets without versions (s3-versioning), and those with lifecycle rules, which S3 does not combine with MFA delete.",
  references: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html",
  ],
  stack(stack, { decide }) {
    for (const bucket of bucketsOf(stack)) {
      const { views } = versioningsOf(stack, bucket);
      const lifecycles = lifecyclesOf(stack, bucket);
      const hasLifecycle: Certainty = lifecycles.views.length > 0 || (!lifecycles.complete && UNKNOWN);
      const isMissing = allOf([isVersioned(stack, bucket), not(hasLifecycle), not(anyOf(views.map(needsCode)))]);
      decide(not(isMissing), {
        at: views[0] ?? bucket,
        message:
          "Versions of objects can be deleted without a code of an MFA device. Let the root user run " +
          '"aws s3api put-bucket-versioning --mfa", and set `mfaDelete: "Enabled"`.',
      });
    }
  },
});

function needsCode(versioning: View): Certainty {
  const setting = settingsOf(versioning)?.get("mfaDelete");
  const value = setting?.value ?? false;
  return versioning.isUnknown || value === UNKNOWN ? UNKNOWN : value === true || value === "Enabled";
}
