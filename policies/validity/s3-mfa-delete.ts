import { S3_BUCKET, S3_BUCKET_VERSIONING } from "../../src/aws/type-tokens";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "s3-mfa-delete",
  category: "validity",
  description: "MFA delete of S3 buckets must not be enabled without a code from the device",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "Only the root user of the account can enable MFA delete, with a code from its device that is valid for seconds. " +
    "A deployment has no such code, so S3 rejects the whole versioning.",
  fix: {
    typescript: `versioningConfiguration: { status: "Enabled" },`,
    python: `versioning_configuration={"status": "Enabled"},`,
    yaml: `versioningConfiguration:
  status: Enabled`,
  },
  limits:
    "Buckets for which the program passes mfa: only the deployment shows whether that code is right. What exists already is " +
    "advisory, since the root user may have enabled MFA delete there.",
  references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html"],
  stack(stack, { report, undecided }) {
    for (const resource of stack.managed(S3_BUCKET_VERSIONING, S3_BUCKET)) {
      const isBucket = resource.type === S3_BUCKET;
      const at = isBucket
        ? resource.at("versioning", "mfaDelete")
        : resource.at("versioningConfiguration", "mfaDelete");
      const setting = isBucket ? at.bool() : at.str();
      if (!isBucket && (resource.str("mfa") ?? "") !== "") {
        continue;
      }
      if (setting === UNKNOWN) {
        undecided(at);
      } else if (setting === true || setting === "Enabled") {
        report({
          at,
          onlyAtCreation: true,
          message:
            "Only the root user can enable `mfaDelete`, with a code from its device. Remove it, and let the root user run " +
            '"aws s3api put-bucket-versioning --mfa" if it is required.',
          awsError: "Mfa Authentication must be used for this request",
        });
      }
    }
  },
});
