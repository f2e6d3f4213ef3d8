import { defineRule, tagsOf, UNKNOWN } from "pulumi-preflight-aws";

const TEAMS = ["checkout", "payments", "platform"];

export const bucketHasOwner = defineRule({
  id: "bucket-has-owner",
  category: "tagging",
  description: "Buckets must name the team that owns them",
  severity: "medium",
  level: "mandatory",
  why: "The tag Owner names the team that answers for a bucket's content and pays for it.",
  fix: {
    typescript: 'tags: { Owner: "payments" },',
    python: 'tags={"Owner": "payments"},',
  },
  url: "https://policies.acme.example/bucket-has-owner",
  resource: {
    types: ["aws:s3/bucket:Bucket"],
    check(bucket, { report, undecided }) {
      // The default tags of the provider count; `complete` is false where there may be more than are known yet.
      const { values, complete } = tagsOf(bucket);
      const owner = values.get("Owner");
      if (owner === UNKNOWN || (owner === undefined && !complete)) {
        undecided(bucket, "tags");
      } else if (owner === undefined) {
        report({
          at: bucket,
          property: "tags",
          message: `This bucket has no tag Owner. Name its team: ${TEAMS.join(", ")}.`,
        });
      } else if (!TEAMS.includes(owner)) {
        report({
          at: bucket,
          property: "tags.Owner",
          message: `"${owner}" is not a team of Acme. Name one of ${TEAMS.join(", ")}.`,
        });
      }
    },
  },
});
