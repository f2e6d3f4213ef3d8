import { bucketsOf, inlineOf, logsIn, partsOf, settingsOf } from "../../stack/buckets";
import { isCustomerKey } from "../../stack/keys";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { UNKNOWN } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule } from "../rule";

export default defineRule({
  id: "s3-encryption",
  category: "encryption",
  description: "Buckets say how they encrypt their objects",
  severity: "low",
  level: "raised-by-contract",
  contractKeys: ["customerKeys"],
  failures: [],
  why:
    "S3 encrypts every object, with keys that it owns unless a bucket says otherwise. With a key of your own, the key's " +
    "policy decides who reads the data, and CloudTrail shows who did.",
  fix: {
    typescript:
      'new aws.s3.BucketServerSideEncryptionConfiguration("data", {\n' +
      "  bucket: bucket.id,\n" +
      '  rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn }, bucketKeyEnabled: true }],\n' +
      "});",
    python:
      'aws.s3.BucketServerSideEncryptionConfiguration("data", bucket=bucket.id, rules=[{\n' +
      '    "apply_server_side_encryption_by_default": {"sse_algorithm": "aws:kms", "kms_master_key_id": key.arn},\n' +
      '    "bucket_key_enabled": True,\n' +
      "}])",
    yaml:
      "resources:\n  data:\n    type: aws:s3:BucketServerSideEncryptionConfiguration\n    properties:\n" +
      "      bucket: ${bucket.id}\n      rules:\n        - applyServerSideEncryptionByDefault:\n" +
      "            sseAlgorithm: aws:kms\n            kmsMasterKeyId: ${key.arn}\n" +
      "          bucketKeyEnabled: true",
  },
  limits:
    "Without customerKeys in the contract, which keys a bucket uses. With it, buckets that load balancers or S3 write " +
    "their logs to, which take no keys of a customer.",
  stack(stack, { contract, report, undecided }) {
    for (const bucket of bucketsOf(stack)) {
      const { parts, complete } = partsOf(stack, bucket, "encryption");
      const inline = inlineOf(bucket, "serverSideEncryptionConfiguration");
      const [place] = [...parts.map((part) => part.at("rules")), ...(inline ? [inline] : [])];
      const needsKey = contract.customerKeys === true && takesKeys(stack, bucket);
      if (!place && !complete) {
        undecided(bucket);
      } else if (!place) {
        report({
          at: bucket,
          message: needsKey
            ? "the bucket is encrypted with keys that S3 owns; add an aws.s3.BucketServerSideEncryptionConfiguration with a key of your own (aws:kms and kmsMasterKeyId)."
            : "the bucket does not say how it is encrypted, so that S3 takes keys of its own; add an aws.s3.BucketServerSideEncryptionConfiguration.",
          ...(!needsKey && { level: "advisory" }),
        });
      } else if (needsKey) {
        const key = keyIn(place);
        if (key === UNKNOWN) {
          undecided(place);
        } else if (!key) {
          report({
            at: place,
            message:
              "the bucket is encrypted with keys that AWS manages, and the contract asks for the customer's; " +
              'set sseAlgorithm: "aws:kms" and kmsMasterKeyId: key.arn.',
          });
        }
      }
    }
  },
});

const takesKeys = (stack: Stack, bucket: Resource): boolean => logsIn(stack, bucket)?.takesKeys ?? true;

/** Whether the encryption names a key of the customer's; a key that is not known yet is one. */
function keyIn(place: View): boolean | typeof UNKNOWN {
  const outer = settingsOf(place);
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
