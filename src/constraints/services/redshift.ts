import { REDSHIFT_CLUSTER } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";

const USAGE_LIMIT = "aws:redshift/usageLimit:UsageLimit";
const SCHEDULED_ACTION = "aws:redshift/scheduledAction:ScheduledAction";
const CREATE = "https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateCluster.html";

const REDSHIFT = {
  clusterIdentifier: "x",
  nodeType: "ra3.large",
  masterUsername: "orders",
  manageMasterPassword: true,
};
const USAGE = "https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateUsageLimit.html";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.redshift.cluster.elastic-ip": {
      type: REDSHIFT_CLUSTER,
      when: { elasticIp: { present: true } },
      require: { publiclyAccessible: true },
      must: "Only a public cluster has an Elastic IP address: leave out `elasticIp`.",
      source: CREATE,
      accepts: [{ publiclyAccessible: true, elasticIp: "203.0.113.10" }, { publiclyAccessible: false }],
      rejects: [{ elasticIp: "203.0.113.10", publiclyAccessible: false }],
    },
    "aws.redshift.cluster.username": {
      type: REDSHIFT_CLUSTER,
      require: { masterUsername: { matches: /^[a-z][a-z0-9_+.@-]{0,127}$/ } },
      must: "`masterUsername` must have no upper-case letters and no spaces, and begin with a letter.",
      source: CREATE,
      accepts: [{ masterUsername: "orders_owner" }],
      rejects: [{ masterUsername: "OrdersOwner" }, { masterUsername: "1orders" }],
    },
    "aws.redshift.cluster.password-characters": {
      type: REDSHIFT_CLUSTER,
      require: { masterPassword: { matches: /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[!#-&(-.0-?A-[\]-~]{8,64}$/ } },
      must: "`masterPassword` must have 8 to 64 characters with an upper-case letter, a lower-case letter and a digit, and no quotes, slashes, backslashes, @ or spaces.",
      source: CREATE,
      accepts: [{ masterPassword: "Abcdefg1!" }],
      rejects: [{ masterPassword: "abcdefgh1" }, { masterPassword: "Abcdefg1/" }, { masterPassword: "Ab1" }],
    },
    "aws.redshift.cluster.one-password": {
      type: REDSHIFT_CLUSTER,
      when: { manageMasterPassword: true },
      require: { masterPassword: { present: false } },
      must: "AWS either manages the password or takes yours: leave out `masterPassword` or `manageMasterPassword`.",
      source: CREATE,
      accepts: [{ manageMasterPassword: true }, { masterPassword: "Abcdefg1!" }],
      rejects: [{ manageMasterPassword: true, masterPassword: "Abcdefg1!" }],
    },
    "aws.redshift.cluster.database-name": {
      type: REDSHIFT_CLUSTER,
      require: { databaseName: { matches: /^[a-z_][a-z0-9_$]{0,63}$/ } },
      must: "`databaseName` must have at most 64 lower-case letters, digits and underscores, and begin with a letter.",
      source: CREATE,
      accepts: [{ databaseName: "orders" }],
      rejects: [{ databaseName: "shop-orders" }, { databaseName: "Orders" }],
    },
    "aws.redshift.cluster.key-needs-encryption": {
      type: REDSHIFT_CLUSTER,
      when: { kmsKeyId: { present: true } },
      require: { encrypted: true },
      must: "A key requires `encrypted: true`.",
      source: CREATE,
      accepts: [{ kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/x", encrypted: true }],
      rejects: [{ kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/x", encrypted: false }],
    },
    "aws.redshift.cluster.node-count": {
      type: REDSHIFT_CLUSTER,
      require: { numberOfNodes: { min: 1, max: 128 } },
      must: "A cluster must have 1 to 128 nodes.",
      source: CREATE,
      accepts: [{ numberOfNodes: 2 }],
      rejects: [{ numberOfNodes: 200 }],
    },
    "aws.redshift.cluster.identifier": {
      type: REDSHIFT_CLUSTER,
      require: { clusterIdentifier: { matches: /^[a-z](?:-?[a-z0-9])*$/, maxLength: 63 } },
      must: "`clusterIdentifier` must have at most 63 lower-case letters, digits and single hyphens, and begin with a letter.",
      source: CREATE,
      accepts: [{ clusterIdentifier: "orders-1" }],
      rejects: [{ clusterIdentifier: "orders--1" }, { clusterIdentifier: "1orders" }, { clusterIdentifier: "orders-" }],
    },
    "aws.redshift.cluster.multi-az-nodes": {
      type: REDSHIFT_CLUSTER,
      when: { multiAz: true },
      require: { numberOfNodes: { min: 2 }, nodeType: { startsWith: "ra3." } },
      must: "Several zones require at least two nodes of the family ra3.",
      source: "https://docs.aws.amazon.com/redshift/latest/mgmt/managing-cluster-multi-az.html",
      accepts: [{ multiAz: true, numberOfNodes: 2, nodeType: "ra3.4xlarge" }],
      rejects: [
        { multiAz: true, numberOfNodes: 1, nodeType: "ra3.4xlarge" },
        { multiAz: true, numberOfNodes: 2, nodeType: "dc2.large" },
      ],
    },
    "aws.redshift.cluster.single-node": {
      type: REDSHIFT_CLUSTER,
      when: { clusterType: "single-node" },
      require: { numberOfNodes: 1 },
      must: "A cluster of the type single-node has one node: leave out `numberOfNodes`.",
      source: "https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateCluster.html",
      accepts: [
        { ...REDSHIFT, clusterType: "single-node" },
        { ...REDSHIFT, clusterType: "multi-node", numberOfNodes: 2 },
      ],
      rejects: [{ ...REDSHIFT, clusterType: "single-node", numberOfNodes: 2 }],
    },
    "aws.redshift.cluster.snapshot-days": {
      type: REDSHIFT_CLUSTER,
      require: {
        automatedSnapshotRetentionPeriod: { min: 0, max: 35 },
        manualSnapshotRetentionPeriod: { anyOf: [-1, { min: 1, max: 3653 }] },
      },
      must: "Automated snapshots are kept for 0 to 35 days, manual ones for 1 to 3,653 or, with -1, for ever.",
      source: "https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateCluster.html",
      accepts: [{ ...REDSHIFT, automatedSnapshotRetentionPeriod: 35, manualSnapshotRetentionPeriod: -1 }],
      rejects: [
        { ...REDSHIFT, automatedSnapshotRetentionPeriod: 60 },
        { ...REDSHIFT, manualSnapshotRetentionPeriod: 0 },
      ],
    },
    "aws.redshift.cluster.ra3-snapshots": {
      type: REDSHIFT_CLUSTER,
      when: { nodeType: { startsWith: "ra3." } },
      require: { automatedSnapshotRetentionPeriod: { min: 1 } },
      must: "A cluster of ra3 nodes always has automated snapshots: keep them for at least a day.",
      source: "https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateCluster.html",
      accepts: [{ ...REDSHIFT, automatedSnapshotRetentionPeriod: 1 }],
      rejects: [{ ...REDSHIFT, automatedSnapshotRetentionPeriod: 0 }],
    },
    "aws.redshift.usage-limit.data-scanned": {
      type: USAGE_LIMIT,
      when: { featureType: ["spectrum", "cross-region-datasharing"] },
      require: { limitType: "data-scanned" },
      must: 'Spectrum and data sharing are limited by data: set `limitType: "data-scanned"`.',
      source: USAGE,
      accepts: [{ clusterIdentifier: "x", featureType: "spectrum", limitType: "data-scanned", amount: 1 }],
      rejects: [{ clusterIdentifier: "x", featureType: "cross-region-datasharing", limitType: "time", amount: 60 }],
    },
    "aws.redshift.usage-limit.time": {
      type: USAGE_LIMIT,
      when: { featureType: "concurrency-scaling" },
      require: { limitType: "time" },
      must: 'Concurrency scaling is limited by time: set `limitType: "time"`.',
      source: USAGE,
      accepts: [{ clusterIdentifier: "x", featureType: "concurrency-scaling", limitType: "time", amount: 60 }],
      rejects: [{ clusterIdentifier: "x", featureType: "concurrency-scaling", limitType: "data-scanned", amount: 1 }],
    },
    "aws.redshift.usage-limit.amount": {
      type: USAGE_LIMIT,
      require: { amount: { above: 0 } },
      must: "`amount` must be above 0.",
      source: USAGE,
      accepts: [{ clusterIdentifier: "x", featureType: "concurrency-scaling", limitType: "time", amount: 60 }],
      rejects: [{ clusterIdentifier: "x", featureType: "concurrency-scaling", limitType: "time", amount: 0 }],
    },
    "aws.redshift.scheduled-action.one-action": {
      type: SCHEDULED_ACTION,
      require: {
        exactlyOne: ["targetAction.pauseCluster", "targetAction.resumeCluster", "targetAction.resizeCluster"],
      },
      must: "A scheduled action pauses, resumes or resizes a cluster: set one of the three.",
      source: "https://docs.aws.amazon.com/redshift/latest/APIReference/API_ScheduledActionType.html",
      accepts: [
        {
          name: "x",
          iamRole: "x",
          schedule: "cron(0 20 * * ? *)",
          targetAction: { pauseCluster: { clusterIdentifier: "x" } },
        },
      ],
      rejects: [
        {
          name: "x",
          iamRole: "x",
          schedule: "cron(0 20 * * ? *)",
          targetAction: { pauseCluster: { clusterIdentifier: "x" }, resumeCluster: { clusterIdentifier: "x" } },
        },
      ],
    },
  },
} satisfies ServiceConstraints;
