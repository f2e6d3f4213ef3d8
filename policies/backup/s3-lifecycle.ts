import { bucketsOf, isSwitchedOn, isVersioned, lifecyclesOf, logsIn, partsOf } from "../../src/aws/storage/buckets";
import { anyOf, type Certainty } from "../../src/graph/certainty";
import { UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "s3-lifecycle",
  category: "backup",
  description: "Buckets with versions or logs must define how long they keep them",
  severity: "low",
  level: "advisory",
  failures: [],
  why:
    "S3 keeps everything for ever: every old version of an object, which no list of objects shows, and every log that AWS " +
    "writes. All of it is paid for each month.",
  fix: {
    typescript: `new aws.s3.BucketLifecycleConfiguration("data", {
  bucket: bucket.id,
  rules: [
    {
      id: "clean-up",
      status: "Enabled",
      filter: {},
      abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
      noncurrentVersionExpiration: { noncurrentDays: 90 },
    },
  ],
});`,
    python: `aws.s3.BucketLifecycleConfiguration("data", bucket=bucket.id, rules=[{
    "id": "clean-up",
    "status": "Enabled",
    "filter": {},
    "abort_incomplete_multipart_upload": {"days_after_initiation": 7},
    "noncurrent_version_expiration": {"noncurrent_days": 90},
}])`,
    yaml: `resources:
  data:
    type: aws:s3:BucketLifecycleConfiguration
    properties:
      bucket: \${bucket.id}
      rules:
        - id: clean-up
          status: Enabled
          filter: {}
          abortIncompleteMultipartUpload:
            daysAfterInitiation: 7
          noncurrentVersionExpiration:
            noncurrentDays: 90`,
  },
  limits:
    "Buckets that keep no versions and no logs of AWS; whether the times suit what the bucket is for. Rules that are all " +
    "switched off are reported for every bucket.",
  references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html"],
  stack(stack, { report, undecided }) {
    for (const bucket of bucketsOf(stack)) {
      const { views, complete } = lifecyclesOf(stack, bucket);
      const tiering = partsOf(stack, bucket, "tiering");
      const hasLogs = logsIn(stack, bucket) !== undefined;
      const grows = anyOf([hasLogs, views.length > 0, isVersioned(stack, bucket)]);
      if (grows === false || tiering.parts.length > 0 || views.some((view) => hasRule(view) === true)) {
        continue;
      }
      const [off] = views;
      const unclear = views.find((view) => hasRule(view) === UNKNOWN);
      const isComplete = off !== undefined || (complete && tiering.complete && grows === true);
      if (unclear !== undefined || !isComplete) {
        undecided(unclear ?? bucket);
      } else {
        const state = hasLogs
          ? "AWS writes logs into the bucket, which nothing ever deletes"
          : "The bucket keeps every old version of its objects for ever";
        report({
          at: off ?? bucket,
          message: off
            ? 'No lifecycle rule of the bucket is switched on, so it keeps everything for ever. Set `status: "Enabled"`.'
            : `${state}. Add an aws.s3.BucketLifecycleConfiguration that expires or moves them.`,
        });
      }
    }
  },
});

/** Whether a list of rules has one that is switched on. */
function hasRule(view: View): Certainty {
  const rules = view.list() ?? [];
  return rules === UNKNOWN ? UNKNOWN : anyOf(rules.map(isSwitchedOn));
}
