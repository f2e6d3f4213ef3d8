import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "snapshot-public",
  category: "database",
  description: "Snapshots must not be public",
  severity: "critical",
  level: "mandatory",
  basis: "public",
  failures: [],
  why:
    "A public snapshot can be restored in every AWS account, with all data and all password hashes of the database. AWS " +
    "lists public snapshots, so that there is no name to guess.",
  fix: {
    typescript: `sharedAccounts: ["464738291005"], // not "all"`,
    python: `shared_accounts=["464738291005"],  # not "all"`,
    yaml: `sharedAccounts: ["464738291005"] # not all`,
  },
  limits: "Snapshots that are made public by hand.",
  references: ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html"],
  requirement: [
    {
      types: [
        "aws:rds/snapshot:Snapshot",
        "aws:rds/snapshotCopy:SnapshotCopy",
        "aws:rds/clusterSnapshot:ClusterSnapshot",
        "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy",
      ],
      property: "sharedAccounts",
      must: { lacks: "all" },
      consequence: "Everyone with an AWS account can restore the snapshot and read the data.",
      instead: "List the accounts that need it in `sharedAccounts`.",
    },
    {
      types: ["aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission"],
      property: "accountId",
      must: { isNot: "all" },
      consequence: "Everyone with an AWS account can create volumes from the snapshot and read the files.",
      instead: "Set `accountId` to the account that needs it.",
    },
  ],
});
