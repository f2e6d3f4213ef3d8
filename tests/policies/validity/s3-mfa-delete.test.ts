import rule from "../../../policies/validity/s3-mfa-delete";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type Input } from "../../../src/testing/stack";

const VERSIONING = "aws:s3/bucketVersioning:BucketVersioning";
const versioning = (mfaDelete: Input, more: Record<string, Input> = {}, type = VERSIONING) =>
  resource(type, "assets", { bucket: "assets", versioningConfiguration: { status: "Enabled", mfaDelete }, ...more });
const bucket = (mfaDelete: Input) =>
  resource("aws:s3/bucket:Bucket", "assets", { versioning: { enabled: true, mfaDelete } });
const found = { resource: "assets", path: "versioningConfiguration.mfaDelete" };

ruleTest(rule, {
  valid: [
    { name: "versioning alone", stack: [versioning(undefined)] },
    { name: "off", stack: [versioning("Disabled")] },
    { name: "on, with a code", stack: [versioning("Enabled", { mfa: "arn:aws:iam::1:mfa/root 123456" })] },
    { name: "on, with a code that is not known yet", stack: [versioning("Enabled", { mfa: unknown })] },
    { name: "a bucket without versioning", stack: [resource("aws:s3/bucket:Bucket", "assets")] },
    {
      name: "a bucket with versioning",
      stack: [bucket(false), resource("aws:s3/bucket:Bucket", "b", { versioning: { enabled: true } })],
    },
    {
      name: "versioning that the stack only reads",
      stack: [
        resource(VERSIONING, "assets", { versioningConfiguration: { mfaDelete: "Enabled" } }, { external: true }),
      ],
    },
  ],
  invalid: [
    {
      name: "on, without a code",
      stack: [versioning("Enabled")],
      shape: "preview",
      findings: [
        {
          ...found,
          message:
            /^Only the root user can enable `mfaDelete`.*AWS rejects this with: "Mfa Authentication must be used/,
        },
      ],
    },
    {
      name: "on, without a code, where the root user may have enabled it",
      stack: [versioning("Enabled"), bucket(true)],
      shape: "up",
      findings: [
        { ...found, level: "advisory" },
        { resource: "assets", path: "versioning.mfaDelete", level: "advisory" },
      ],
    },
    {
      name: "on, with an empty code",
      stack: [versioning("Enabled", { mfa: "" })],
      shape: "preview",
      findings: [found],
    },
    {
      name: "on, by the older name of the type",
      stack: [versioning("Enabled", {}, "aws:s3/bucketVersioningV2:BucketVersioningV2")],
      shape: "preview",
      findings: [found],
    },
    {
      name: "on, in the bucket itself, which has no argument for a code",
      stack: [bucket(true)],
      shape: "preview",
      findings: [{ resource: "assets", path: "versioning.mfaDelete" }],
    },
  ],
  undecided: [
    {
      name: "a setting that is not known yet",
      stack: [versioning(unknown)],
      at: ["assets.versioningConfiguration.mfaDelete"],
    },
    { name: "a bucket's that is not known yet", stack: [bucket(unknown)], at: ["assets.versioning.mfaDelete"] },
  ],
});
