import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const BUCKET = "aws:s3/bucket:Bucket";
const VERSIONING = "aws:s3/bucketVersioning:BucketVersioning";

export default defineRule({
  id: "s3-mfa-delete",
  category: "validity",
  description: "S3 is asked for MFA delete only with a code from the device",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "Only the root user of the account can switch MFA delete on, with a code of its device that holds for seconds. " +
    "A deployment has no such code, so S3 refuses the whole versioning.",
  fix: {
    typescript: 'versioningConfiguration: { status: "Enabled" },',
    python: 'versioning_configuration={"status": "Enabled"},',
    yaml: "versioningConfiguration:\n  status: Enabled",
  },
  limits:
    "Buckets for which the program passes mfa: whether that code is right shows at the deployment only. What is deployed " +
    "already is advisory, since somebody may have switched MFA delete on there.",
  stack(stack, { report, undecided }) {
    for (const resource of stack.ofType(VERSIONING, BUCKET).filter(({ outside }) => !outside)) {
      const isBucket = resource.type === BUCKET;
      const place = isBucket
        ? resource.at("versioning", "mfaDelete")
        : resource.at("versioningConfiguration", "mfaDelete");
      const asked = isBucket ? place.bool() : place.str();
      if (!isBucket && (resource.str("mfa") ?? "") !== "") {
        continue;
      }
      if (asked === UNKNOWN) {
        undecided(place);
      } else if (asked === true || asked === "Enabled") {
        const isThere = known(resource.id);
        report({
          at: place,
          ...(isThere && { level: "advisory" }),
          message:
            "mfaDelete is on, and only the root user can switch MFA delete on, with a code of its device; take mfaDelete " +
            "out, and have the root user run aws s3api put-bucket-versioning --mfa if it has to be on.",
          answer: "Mfa Authentication must be used for this request",
        });
      }
    }
  },
});
