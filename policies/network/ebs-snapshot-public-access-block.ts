import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "ebs-snapshot-public-access-block",
  category: "network",
  description: "Public sharing of EBS snapshots must be blocked",
  severity: "high",
  level: "advisory-unless-required",
  why: "A snapshot that is shared with everyone shows all that was on the disk. The block of the account keeps that from happening by mistake.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"],
  requirement: {
    types: ["aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess"],
    property: "state",
    must: { isNotOneOf: ["unblocked"] },
    consequence: "Snapshots of this account can be shared with everyone.",
    fix: "block-all-sharing",
  },
});
