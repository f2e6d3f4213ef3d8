import rule from "../../../policies/backup/s3-mfa-delete-enabled";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const BUCKET = "aws:s3/bucket:Bucket";
const bucket = resource(BUCKET, "data");
const versioning = (mfaDelete: Input, status: Input = "Enabled"): BuiltResource =>
  resource("aws:s3/bucketVersioning:BucketVersioning", "versions", {
    bucket: bucket.id,
    versioningConfiguration: { status, ...(mfaDelete !== undefined && { mfaDelete }) },
  });
const lifecycle = resource("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "lifecycle", {
  bucket: bucket.id,
  rules: [{ id: "end", status: "Enabled", expiration: { days: 400 } }],
});
const found = [{ resource: "versions", path: "versioningConfiguration" }];

// Without a contract the rule is silent.
ruleTest(
  { ...rule, level: "advisory" },
  {
    valid: [
      { name: "MFA delete", stack: [bucket, versioning("Enabled")] },
      {
        name: "MFA delete of the bucket itself",
        stack: [resource(BUCKET, "data", { versioning: { enabled: true, mfaDelete: true } })],
      },
      { name: "a bucket without versions", stack: [bucket] },
      { name: "versions that are suspended", stack: [bucket, versioning("Disabled", "Suspended")] },
      { name: "lifecycle rules, which do not go with it", stack: [bucket, versioning(undefined), lifecycle] },
    ],
    invalid: [
      { name: "versions without it", stack: [bucket, versioning(undefined)], findings: found },
      { name: "MFA delete that is switched off", stack: [bucket, versioning("Disabled")], findings: found },
      {
        name: "Object Lock, which switches versions on",
        stack: [resource(BUCKET, "data", { objectLockEnabled: true })],
        findings: [{ resource: "data" }],
      },
    ],
    undecided: [
      {
        name: "a setting that is not known",
        stack: [bucket, versioning(unknown)],
        at: ["versions.versioningConfiguration"],
      },
    ],
  },
);
