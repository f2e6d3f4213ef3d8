import { NEPTUNE_CLUSTER, NEPTUNE_CLUSTER_INSTANCE } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";

const CREATE = "https://docs.aws.amazon.com/neptune/latest/apiref/API_CreateDBCluster.html";
const CREATE_INSTANCE = "https://docs.aws.amazon.com/neptune/latest/apiref/API_CreateDBInstance.html";
const SCALING = "https://docs.aws.amazon.com/neptune/latest/userguide/neptune-serverless-capacity-scaling.html";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.neptune.cluster-instance.class-prefix": {
      type: NEPTUNE_CLUSTER_INSTANCE,
      require: { instanceClass: { startsWith: "db." } },
      must: 'An instance class of Neptune begins with "db.", such as "db.r6g.large".',
      source: CREATE_INSTANCE,
      accepts: [{ instanceClass: "db.r6g.large" }, { instanceClass: "db.serverless" }],
      rejects: [{ instanceClass: "r6g.large" }],
    },
    "aws.neptune.cluster.capacity-range": {
      type: NEPTUNE_CLUSTER,
      require: {
        "serverlessV2ScalingConfiguration.minCapacity": {
          min: 1,
          max: { property: "serverlessV2ScalingConfiguration.maxCapacity" },
        },
        "serverlessV2ScalingConfiguration.maxCapacity": { min: 2.5, max: 128 },
      },
      must: "The capacity must be from 1 to 128, the maximum at least 2.5, and the minimum is at most the maximum.",
      source: SCALING,
      accepts: [{ serverlessV2ScalingConfiguration: { minCapacity: 1, maxCapacity: 2.5 } }],
      rejects: [
        { serverlessV2ScalingConfiguration: { minCapacity: 16, maxCapacity: 8 } },
        { serverlessV2ScalingConfiguration: { minCapacity: 1, maxCapacity: 256 } },
      ],
    },
    "aws.neptune.cluster.backup-retention": {
      type: NEPTUNE_CLUSTER,
      require: { backupRetentionPeriod: { min: 1, max: 35 } },
      must: "Backups must be kept for 1 to 35 days.",
      source: CREATE,
      accepts: [{ backupRetentionPeriod: 7 }],
      rejects: [{ backupRetentionPeriod: 40 }, { backupRetentionPeriod: 0 }],
    },
    "aws.neptune.cluster.key-needs-encryption": {
      type: NEPTUNE_CLUSTER,
      when: { kmsKeyArn: { present: true } },
      defaults: { storageEncrypted: false },
      require: { storageEncrypted: true },
      must: "A key requires `storageEncrypted: true`.",
      source: CREATE,
      accepts: [{ kmsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/x", storageEncrypted: true }],
      rejects: [{ kmsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/x", storageEncrypted: false }],
    },
    "aws.neptune.cluster.window-format": {
      type: NEPTUNE_CLUSTER,
      require: { preferredBackupWindow: { matches: /^(?:[01]\d|2[0-3]):[0-5]\d-(?:[01]\d|2[0-3]):[0-5]\d$/ } },
      must: "A backup window is of the form 05:00-06:00.",
      source: "https://docs.aws.amazon.com/neptune/latest/apiref/API_CreateDBCluster.html",
      accepts: [{ preferredBackupWindow: "05:00-06:00" }],
      rejects: [{ preferredBackupWindow: "5am-6am" }],
    },
    "aws.neptune.cluster.port": {
      type: NEPTUNE_CLUSTER,
      require: { port: { min: 1150, max: 65535 } },
      must: "The port is from 1150 to 65535.",
      source: "https://docs.aws.amazon.com/neptune/latest/apiref/API_CreateDBCluster.html",
      accepts: [{ port: 8182 }],
      rejects: [{ port: 443 }],
    },
  },
} satisfies ServiceConstraints;
