import { S3_BUCKET, S3_BUCKET_REPLICATION_CONFIG } from "../../src/aws/type-tokens";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule, type Context } from "../../src/rules/rule";

/** What only the newer form of a rule supports, which is the form with a filter. */
const NEWER = [
  {
    keys: ["destination", "replicationTime"],
    types: [S3_BUCKET, S3_BUCKET_REPLICATION_CONFIG],
    awsError: "ReplicationTime cannot be used for this version of the replication configuration schema",
  },
  { keys: ["destination", "metrics"], types: [S3_BUCKET, S3_BUCKET_REPLICATION_CONFIG] },
  {
    keys: ["deleteMarkerReplication"],
    types: [S3_BUCKET_REPLICATION_CONFIG],
    awsError:
      "DeleteMarkerReplication cannot be used for this version of Cross Region Replication configuration schema",
  },
];

const ADD = 'Add `filter: {}, deleteMarkerReplication: { status: "Disabled" }` to replicate all objects';
const MOVE =
  "Move the rules to an aws.s3.BucketReplicationConfig, and add `filter: {}` to this one to replicate all objects";

/** A rule of the older form, without a filter. */
function checkOlder(rule: View, { report, undecided }: Context): void {
  const { type } = rule.resource;
  const used = NEWER.find(
    ({ keys, types }) =>
      types.includes(type) && !rule.at(...keys).isAbsent && rule.str(...keys, "status") !== "Disabled",
  );
  if (!used) {
    return;
  }
  const { keys, awsError } = used;
  const at = rule.at(...keys);
  // An unknown value may come to nothing, or be switched off.
  if (at.isUnknown || rule.str(...keys, "status") === UNKNOWN) {
    undecided(at);
  } else {
    report({
      at,
      message: `A rule without a filter cannot have \`${keys.join(".")}\`. ${type === S3_BUCKET_REPLICATION_CONFIG ? ADD : MOVE}.`,
      ...(awsError !== undefined && { awsError }),
    });
  }
}

/** A rule of the newer form, with a filter. */
function checkNewer(rule: View, { report }: Context): void {
  if (rule.resource.type === S3_BUCKET_REPLICATION_CONFIG && rule.at("deleteMarkerReplication").isAbsent) {
    report({
      at: rule,
      property: "deleteMarkerReplication",
      message:
        "A rule with a filter must set whether deletions are replicated. " +
        'Set `deleteMarkerReplication: { status: "Disabled" }`, or "Enabled" to replicate them.',
      awsError:
        "DeleteMarkerReplication must be specified for this version of Cross Region Replication configuration schema",
    });
  }
}

export default defineRule({
  id: "s3-replication-schema",
  category: "validity",
  description: "S3 replication rules must use one version of the schema",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "Replication rules have two forms. A rule with a filter, even an empty one, has the newer form, which supports replication " +
    "within a set time and must set whether deletions are replicated. S3 rejects a mixture of the two.",
  fix: {
    typescript: `rules: [{ status: "Enabled", filter: {}, deleteMarkerReplication: { status: "Enabled" },
  destination: { bucket: copy.arn, metrics: { status: "Enabled" } } }],`,
    python: `rules=[{"status": "Enabled", "filter": {}, "delete_marker_replication": {"status": "Enabled"},
    "destination": {"bucket": copy.arn, "metrics": {"status": "Enabled"}}}],`,
    yaml: `rules:
  - status: Enabled
    filter: {}
    deleteMarkerReplication:
      status: Enabled
    destination:
      bucket: \${copy.arn}
      metrics:
        status: Enabled`,
  },
  limits: "What else S3 requires of a replication: a role, versioning on both sides, priorities.",
  references: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-add-config.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/API/API_ReplicationRule.html",
  ],
  resource: {
    types: [S3_BUCKET_REPLICATION_CONFIG, S3_BUCKET],
    check(resource, context) {
      const at = resource.type === S3_BUCKET ? resource.at("replicationConfiguration", "rules") : resource.at("rules");
      const rules = at.list();
      if (rules === UNKNOWN) {
        context.undecided(at);
      }
      for (const rule of known(rules) ? rules : []) {
        if (rule.isUnknown) {
          context.undecided(rule);
        } else if (rule.at("filter").isAbsent) {
          checkOlder(rule, context);
        } else {
          checkNewer(rule, context);
        }
      }
    },
  },
});
