import { bucketsOf, inlineOf, logsIn, partsOf, settingsOf } from "../../stack/buckets";
import type { Certainty } from "../../stack/certainty";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { known, UNKNOWN } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule } from "../rule";

/** In days. */
const MONTH = 30;

export default defineRule({
  id: "s3-versioning",
  category: "backup",
  description: "Buckets keep the versions of their objects",
  severity: "low",
  level: "advisory",
  failures: [],
  why: "Without versions, an object that a program overwrites or deletes by mistake is gone: S3 has no other way back.",
  fix: {
    typescript:
      'new aws.s3.BucketVersioning("data", { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } });',
    python: 'aws.s3.BucketVersioning("data", bucket=bucket.id, versioning_configuration={"status": "Enabled"})',
    yaml:
      "resources:\n  data:\n    type: aws:s3:BucketVersioning\n    properties:\n      bucket: ${bucket.id}\n" +
      "      versioningConfiguration:\n        status: Enabled",
  },
  limits:
    "Buckets with object lock, which versions them, those that AWS writes logs to, and those that delete every object " +
    "within 30 days.",
  stack(stack, { report, undecided }) {
    for (const bucket of bucketsOf(stack)) {
      const { parts, complete } = partsOf(stack, bucket, "versioning");
      const lock = bucket.bool("objectLockEnabled");
      if (lock === true || logsIn(stack, bucket) || isTransient(stack, bucket)) {
        continue;
      }
      const inline = inlineOf(bucket, "versioning");
      const places = [...parts.map((part) => part.at("versioningConfiguration")), ...(inline ? [inline] : [])];
      const place = places.find((one) => isOn(one) !== false);
      if (place && isOn(place) === true) {
        continue;
      }
      if (place ?? (lock === UNKNOWN || !complete)) {
        undecided(place ?? bucket);
      } else {
        const [off] = places;
        report({
          at: off ?? bucket,
          message: off
            ? 'the bucket\'s versioning is not switched on, so that what is overwritten or deleted is gone; set status: "Enabled".'
            : 'the bucket keeps no versions, so that what is overwritten or deleted is gone; add an aws.s3.BucketVersioning with status: "Enabled".',
        });
      }
    }
  },
});

/** By the resource's status, or by `enabled` where it is written into the bucket. */
function isOn(place: View): Certainty {
  const settings = settingsOf(place);
  const [status, enabled] = [settings?.get("status")?.str(), settings?.get("enabled")?.bool()];
  return settings === undefined || status === UNKNOWN || enabled === UNKNOWN
    ? UNKNOWN
    : status === "Enabled" || enabled === true;
}

/** True for a bucket in which nothing lasts: a rule for all its objects deletes them within a month. */
function isTransient(stack: Stack, bucket: Resource): boolean {
  const inline = inlineOf(bucket, "lifecycleRule");
  const places = [
    ...partsOf(stack, bucket, "lifecycle").parts.map((part) => part.at("rules")),
    ...(inline ? [inline] : []),
  ];
  return places.some((place) => {
    const rules = place.list();
    return known(rules) && rules.some(deletesAllSoon);
  });
}

function deletesAllSoon(rule: View): boolean {
  const settings = rule.entries();
  const at = new Map(known(settings) ? settings : []);
  const days = at.get("expiration")?.entries();
  const age = new Map(known(days) ? days : []).get("days")?.num();
  const narrowing = [at.get("filter"), at.get("prefix"), at.get("tags")].flatMap((place) => place?.scalars() ?? []);
  return (
    isOn(rule) === true &&
    known(age) &&
    age > 0 &&
    age <= MONTH &&
    narrowing.every(({ value }) => value === undefined || value === "")
  );
}
