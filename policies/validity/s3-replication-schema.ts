import { known, UNKNOWN } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule, type Finding } from "../rule";

const BUCKET = "aws:s3/bucket:Bucket";
const REPLICATION = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";

/** What only the newer form of a rule has, which a filter makes it. */
const NEWER = [
  {
    keys: ["destination", "replicationTime"],
    of: [BUCKET, REPLICATION],
    answer: "ReplicationTime cannot be used for this version of the replication configuration schema",
  },
  { keys: ["destination", "metrics"], of: [BUCKET, REPLICATION] },
  {
    keys: ["deleteMarkerReplication"],
    of: [REPLICATION],
    answer: "DeleteMarkerReplication cannot be used for this version of Cross Region Replication configuration schema",
  },
];

const ADD = 'add filter: {} to the rule for all objects, and deleteMarkerReplication: { status: "Disabled" }';
const MOVE = "move the rules into an aws.s3.BucketReplicationConfig, and add filter: {} to this one for all objects";

// What is not known yet may turn out to be nothing.
const isSet = ({ isAbsent, isUnknown }: View): boolean => !isAbsent && !isUnknown;

function findingOf(rule: View): Finding | undefined {
  const { type } = rule.resource;
  if (rule.at("filter").isAbsent) {
    const used = NEWER.find(
      ({ keys, of }) => of.includes(type) && isSet(rule.at(...keys)) && rule.str(...keys, "status") !== "Disabled",
    );
    return (
      used && {
        at: rule.at(...used.keys),
        message: `a rule without a filter cannot have ${used.keys.join(".")}; ${type === REPLICATION ? ADD : MOVE}.`,
        ...(used.answer !== undefined && { answer: used.answer }),
      }
    );
  }
  return type === REPLICATION && rule.at("deleteMarkerReplication").isAbsent
    ? {
        at: rule,
        property: "deleteMarkerReplication",
        message:
          "a rule with a filter has to say whether deletions are copied; " +
          'set deleteMarkerReplication: { status: "Disabled" }, or "Enabled" to copy them.',
        answer:
          "DeleteMarkerReplication must be specified for this version of Cross Region Replication configuration schema",
      }
    : undefined;
}

export default defineRule({
  id: "s3-replication-schema",
  category: "validity",
  description: "S3 replication rules use one form of the schema",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "Replication rules come in two forms. A filter, be it empty, makes a rule one of the newer form, which may copy within " +
    "a set time and has to say what becomes of deletions; S3 refuses a mixture.",
  fix: {
    typescript:
      'rules: [{ status: "Enabled", filter: {}, deleteMarkerReplication: { status: "Enabled" },\n' +
      '  destination: { bucket: copy.arn, metrics: { status: "Enabled" } } }],',
    python:
      'rules=[{"status": "Enabled", "filter": {}, "delete_marker_replication": {"status": "Enabled"},\n' +
      '    "destination": {"bucket": copy.arn, "metrics": {"status": "Enabled"}}}],',
    yaml:
      "rules:\n  - status: Enabled\n    filter: {}\n    deleteMarkerReplication:\n      status: Enabled\n" +
      "    destination:\n      bucket: ${copy.arn}\n      metrics:\n        status: Enabled",
  },
  limits: "What else S3 asks of a replication: a role, versioning on both sides, priorities.",
  resource: {
    types: [REPLICATION, BUCKET],
    check(resource, { report, undecided }) {
      const place = resource.type === BUCKET ? resource.at("replicationConfiguration", "rules") : resource.at("rules");
      const rules = place.list();
      if (rules === UNKNOWN) {
        undecided(place);
      }
      for (const rule of known(rules) ? rules : []) {
        const finding = rule.isUnknown ? undefined : findingOf(rule);
        if (finding) {
          report(finding);
        } else if (rule.isUnknown) {
          undecided(rule);
        }
      }
    },
  },
});
