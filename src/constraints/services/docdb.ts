import { DOCDB_CLUSTER, DOCDB_CLUSTER_INSTANCE } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";

const CREATE = "https://docs.aws.amazon.com/documentdb/latest/developerguide/API_CreateDBCluster.html";
const LIMITS = "https://docs.aws.amazon.com/documentdb/latest/developerguide/limits.html";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.docdb.cluster-instance.class-prefix": {
      type: DOCDB_CLUSTER_INSTANCE,
      require: { instanceClass: { startsWith: "db." } },
      must: 'An instance class of DocumentDB begins with "db.", such as "db.r6g.large".',
      source: "https://docs.aws.amazon.com/documentdb/latest/developerguide/API_CreateDBInstance.html",
      accepts: [{ instanceClass: "db.r6g.large" }],
      rejects: [{ instanceClass: "r6g.large" }],
    },
    "aws.docdb.cluster.reserved-username": {
      type: DOCDB_CLUSTER,
      require: { masterUsername: { not: ["admin"] } },
      must: 'DocumentDB reserves the user name "admin": use another `masterUsername`.',
      awsError: "MasterUsername admin cannot be used as it is a reserved word used by the engine",
      source: CREATE,
      accepts: [{ masterUsername: "orders_owner" }],
      rejects: [{ masterUsername: "admin" }],
    },
    "aws.docdb.cluster.username": {
      type: DOCDB_CLUSTER,
      require: { masterUsername: { matches: /^[A-Za-z][A-Za-z0-9_]{0,62}$/ } },
      must: "`masterUsername` must have at most 63 letters, digits and underscores, and begin with a letter.",
      source: CREATE,
      accepts: [{ masterUsername: "orders1" }],
      rejects: [{ masterUsername: "1orders" }, { masterUsername: "shop-orders" }],
    },
    "aws.docdb.cluster.backup-retention": {
      type: DOCDB_CLUSTER,
      require: { backupRetentionPeriod: { min: 1, max: 35 } },
      must: "Backups must be kept for 1 to 35 days.",
      source: CREATE,
      accepts: [{ backupRetentionPeriod: 35 }],
      rejects: [{ backupRetentionPeriod: 0 }, { backupRetentionPeriod: 36 }],
    },
    "aws.docdb.cluster.key-needs-encryption": {
      type: DOCDB_CLUSTER,
      when: { kmsKeyId: { present: true } },
      defaults: { storageEncrypted: false },
      require: { storageEncrypted: true },
      must: "A key requires `storageEncrypted: true`.",
      source: CREATE,
      accepts: [{ kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/x", storageEncrypted: true }],
      rejects: [{ kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/x", storageEncrypted: false }],
    },
    "aws.docdb.cluster.password-characters": {
      type: DOCDB_CLUSTER,
      require: { masterPassword: { matches: /^[!#-.0-?A-~]{8,100}$/ } },
      must: "`masterPassword` must have 8 to 100 characters, and no slash, double quote, @ or space.",
      source: CREATE,
      accepts: [{ masterPassword: "abcdefgh" }],
      rejects: [{ masterPassword: "abcdefg@" }, { masterPassword: "short" }, { masterPassword: "abc/defgh" }],
    },
    "aws.docdb.cluster.one-password": {
      type: DOCDB_CLUSTER,
      when: { manageMasterUserPassword: true },
      require: { masterPassword: { present: false } },
      must: "AWS either manages the password or takes yours: leave out `masterPassword` or `manageMasterUserPassword`.",
      source: CREATE,
      accepts: [{ manageMasterUserPassword: true }, { masterPassword: "abcdefgh" }],
      rejects: [{ manageMasterUserPassword: true, masterPassword: "abcdefgh" }],
    },
    "aws.docdb.cluster.capacity-range": {
      type: DOCDB_CLUSTER,
      require: {
        "serverlessV2ScalingConfiguration.minCapacity": {
          max: { property: "serverlessV2ScalingConfiguration.maxCapacity" },
          min: 0.5,
          multipleOf: 0.5,
        },
        "serverlessV2ScalingConfiguration.maxCapacity": { min: 1, max: 256, multipleOf: 0.5 },
      },
      must: "The capacity must be given in steps of 0.5 from 0.5 to 256, and the minimum is at most the maximum.",
      source: "https://docs.aws.amazon.com/documentdb/latest/developerguide/docdb-serverless-scaling-config.html",
      accepts: [{ serverlessV2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 8 } }],
      rejects: [
        { serverlessV2ScalingConfiguration: { minCapacity: 16, maxCapacity: 8 } },
        { serverlessV2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 512 } },
      ],
    },
    "aws.docdb.cluster-instance.promotion-tier": {
      type: DOCDB_CLUSTER_INSTANCE,
      require: { promotionTier: { min: 0, max: 15 } },
      must: "`promotionTier` must be from 0 to 15.",
      source: LIMITS,
      accepts: [{ promotionTier: 1 }],
      rejects: [{ promotionTier: 16 }],
    },
    "aws.docdb.cluster.port": {
      type: DOCDB_CLUSTER,
      require: { port: { min: 1150, max: 65535 } },
      must: "The port is from 1150 to 65535.",
      source: "https://docs.aws.amazon.com/documentdb/latest/APIReference/API_CreateDBCluster.html",
      accepts: [{ port: 27017 }],
      rejects: [{ port: 443 }],
    },
    "aws.docdb.cluster.window-format": {
      type: DOCDB_CLUSTER,
      require: { preferredBackupWindow: { matches: /^(?:[01]\d|2[0-3]):[0-5]\d-(?:[01]\d|2[0-3]):[0-5]\d$/ } },
      must: "A backup window is of the form 05:00-06:00.",
      source: "https://docs.aws.amazon.com/documentdb/latest/APIReference/API_CreateDBCluster.html",
      accepts: [{ preferredBackupWindow: "05:00-06:00" }],
      rejects: [{ preferredBackupWindow: "5am-6am" }],
    },
  },
} satisfies ServiceConstraints;
