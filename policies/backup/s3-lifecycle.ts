import { bucketsOf, inlineOf, partsOf } from "../../stack/buckets";
import { UNKNOWN } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule } from "../rule";

export default defineRule({
  id: "s3-lifecycle",
  category: "backup",
  description: "Buckets say how long they keep their objects",
  severity: "low",
  level: "advisory",
  failures: [],
  why:
    "S3 keeps everything for ever: old logs, versions that nobody needs and the parts of uploads that broke off, which no " +
    "list of objects shows. All of it is paid for each month.",
  fix: {
    typescript:
      'new aws.s3.BucketLifecycleConfiguration("data", { bucket: bucket.id, rules: [{\n' +
      '  id: "clean-up", status: "Enabled", filter: {},\n' +
      "  abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },\n" +
      "  noncurrentVersionExpiration: { noncurrentDays: 90 },\n" +
      "}] });",
    python:
      'aws.s3.BucketLifecycleConfiguration("data", bucket=bucket.id, rules=[{\n' +
      '    "id": "clean-up", "status": "Enabled", "filter": {},\n' +
      '    "abort_incomplete_multipart_upload": {"days_after_initiation": 7},\n' +
      '    "noncurrent_version_expiration": {"noncurrent_days": 90},\n' +
      "}])",
    yaml:
      "resources:\n  data:\n    type: aws:s3:BucketLifecycleConfiguration\n    properties:\n" +
      "      bucket: ${bucket.id}\n      rules:\n        - id: clean-up\n          status: Enabled\n" +
      "          filter: {}\n          abortIncompleteMultipartUpload:\n            daysAfterInitiation: 7\n" +
      "          noncurrentVersionExpiration:\n            noncurrentDays: 90",
  },
  limits: "Whether the times suit what the bucket is for.",
  stack(stack, { report, undecided }) {
    for (const bucket of bucketsOf(stack)) {
      const lifecycle = partsOf(stack, bucket, "lifecycle");
      const tiering = partsOf(stack, bucket, "tiering");
      const inline = inlineOf(bucket, "lifecycleRule");
      const places = [...lifecycle.parts.map((part) => part.at("rules")), ...(inline ? [inline] : [])];
      if (tiering.parts.length > 0 || places.some((place) => hasRule(place) === true)) {
        continue;
      }
      const unclear = places.find((place) => hasRule(place) === UNKNOWN);
      const [off] = places;
      if (unclear ?? !(off ?? (lifecycle.complete && tiering.complete))) {
        undecided(unclear ?? bucket);
      } else {
        report({
          at: off ?? bucket,
          message: off
            ? 'no rule of the bucket is switched on, so that it keeps everything for ever; set status: "Enabled".'
            : "the bucket keeps everything for ever, broken uploads included; add an aws.s3.BucketLifecycleConfiguration that ends or moves what is old.",
        });
      }
    }
  },
});

/** Whether a rule of a list is switched on. */
function hasRule(place: View): boolean | typeof UNKNOWN {
  const rules = place.list() ?? [];
  if (rules === UNKNOWN) {
    return UNKNOWN;
  }
  const states = rules.map((rule) => {
    const entries = rule.entries();
    const settings = new Map(Array.isArray(entries) ? entries : []);
    const status = settings.get("status")?.str();
    const enabled = settings.get("enabled")?.bool();
    return entries === UNKNOWN || status === UNKNOWN || enabled === UNKNOWN
      ? UNKNOWN
      : status === "Enabled" || enabled === true;
  });
  return states.includes(true) || (states.includes(UNKNOWN) && UNKNOWN);
}
