import rule from "../../../policies/database/snapshot-public";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const snapshot = (name: string, sharedAccounts: Input): BuiltResource =>
  resource("aws:rds/snapshot:Snapshot", name, { dbInstanceIdentifier: "orders", sharedAccounts });

const permission = (accountId: string): BuiltResource =>
  resource("aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission", "disk", {
    snapshotId: "snap-0123456789abcdef0",
    accountId,
  });

ruleTest(rule, {
  valid: [
    {
      name: "for some accounts, or none",
      stack: [
        snapshot("shared", ["464738291005"]),
        snapshot("own", undefined),
        snapshot("empty", []),
        permission("464738291005"),
      ],
    },
  ],
  invalid: [
    {
      name: "for all",
      stack: [
        snapshot("public", ["all"]),
        snapshot("both", [unknown, "all"]),
        resource("aws:rds/clusterSnapshot:ClusterSnapshot", "cluster", { sharedAccounts: ["464738291005", "all"] }),
      ],
      findings: ["public", "both", "cluster"].map((name) => ({ resource: name, path: "sharedAccounts" })),
    },
    {
      name: "a snapshot of a volume for all",
      stack: [permission("all")],
      findings: [{ resource: "disk", path: "accountId", message: /create volumes from the snapshot/ }],
    },
  ],
  undecided: [
    { name: "the list", stack: [snapshot("orders", unknown)], at: ["orders.sharedAccounts"] },
    { name: "an element of it", stack: [snapshot("orders", ["464738291005", unknown])], at: ["orders.sharedAccounts"] },
  ],
});
