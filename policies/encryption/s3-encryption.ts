import { bucketsOf, inlineOf, logsIn, partsOf, settingsOf } from "../../src/aws/storage/buckets";
import { isCustomerKey } from "../../src/aws/identity/keys";
import { UNKNOWN } from "../../src/graph/value";
import type { Read, View } from "../../src/graph/view";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "s3-encryption",
  category: "encryption",
  description: "Buckets must be encrypted with a customer-managed key",
  severity: "low",
  level: "only-if-required",
  contractKeys: ["customerKeys"],
  failures: [],
  why:
    "S3 encrypts every object, by default with keys that it owns. With a key of your own, its policy decides who can read " +
    "the data, and CloudTrail records who did.",
  fix: {
    typescript: `new aws.s3.BucketServerSideEncryptionConfiguration("data", {
  bucket: bucket.id,
  rules: [{
    applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn },
    bucketKeyEnabled: true,
  }],
});`,
    python: `aws.s3.BucketServerSideEncryptionConfiguration("data", bucket=bucket.id, rules=[{
    "apply_server_side_encryption_by_default": {"sse_algorithm": "aws:kms", "kms_master_key_id": key.arn},
    "bucket_key_enabled": True,
}])`,
    yaml: `resources:
  data:
    type: aws:s3:BucketServerSideEncryptionConfiguration
    properties:
      bucket: \${bucket.id}
      rules:
        - applyServerSideEncryptionByDefault:
            sseAlgorithm: aws:kms
            kmsMasterKeyId: \${key.arn}
          bucketKeyEnabled: true`,
  },
  limits: "Buckets that load balancers or S3 write their logs to, which cannot be encrypted with a key of your own.",
  references: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-bucket-encryption.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
  ],
  stack(stack, { decide, undecided }) {
    for (const bucket of bucketsOf(stack)) {
      const { parts, complete } = partsOf(stack, bucket, "encryption");
      const inline = inlineOf(bucket, "serverSideEncryptionConfiguration");
      const [settings] = [...parts.map((part) => part.at("rules")), ...(inline ? [inline] : [])];
      if (logsIn(stack, bucket)?.takesKeys === false) {
        continue;
      }
      if (!settings && !complete) {
        undecided(bucket);
        continue;
      }
      decide(settings && keyIn(settings), {
        at: settings ?? bucket,
        message: settings
          ? "The bucket is encrypted with keys that AWS manages. " +
            'Set `sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn` with a key of your own.'
          : "The bucket is encrypted with keys that S3 owns. Add an aws.s3.BucketServerSideEncryptionConfiguration with " +
            '`sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn`.',
      });
    }
  },
});

/** Whether the encryption uses a customer-managed key; a key that is not known yet is one. */
function keyIn(encryption: View): Read<boolean> {
  const outer = settingsOf(encryption);
  const inner = outer?.get("rule") ?? outer?.get("rules");
  const settings = inner ? settingsOf(inner) : outer;
  const applied =
    settings?.get("applyServerSideEncryptionByDefault") ?? settings?.get("applyServerSideEncryptionByDefaults");
  const values = applied && settingsOf(applied);
  if (settings === undefined || (applied !== undefined && values === undefined)) {
    return UNKNOWN;
  }
  return isCustomerKey(values?.get("kmsMasterKeyId")?.str());
}
