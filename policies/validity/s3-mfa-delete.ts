import { UNKNOWN } from "../../stack/value";
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
  },
  limits: "Buckets for which the program passes mfa: whether that code is right shows at the deployment only.",
  resource: {
    types: [VERSIONING, BUCKET],
    check(resource, { report, undecided }) {
      const isBucket = resource.type === BUCKET;
      const place = isBucket
        ? resource.at("versioning", "mfaDelete")
        : resource.at("versioningConfiguration", "mfaDelete");
      const asked = isBucket ? place.bool() : place.str();
      if (!isBucket && (resource.str("mfa") ?? "") !== "") {
        return;
      }
      if (asked === UNKNOWN) {
        undecided(place);
      } else if (asked === true || asked === "Enabled") {
        report({
          at: place,
          message:
            "MFA delete can be switched on by the root user with a code of its device only; take mfaDelete out, and have " +
            "the root user switch it on with aws s3api put-bucket-versioning --mfa, if it has to be.",
          answer: "Mfa Authentication must be used for this request",
        });
      }
    },
  },
});
