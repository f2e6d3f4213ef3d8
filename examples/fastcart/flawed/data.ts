import * as aws from "@pulumi/aws";
import { cacheGroup, databaseGroup, privateSubnets, sessionCacheGroup } from "./network";
import { CACHE_PORT, DATABASE_NAME, DATABASE_PORT, PREFIX } from "./settings";

const subnetIds = privateSubnets.map((subnet) => subnet.id);

// F4: no DynamoDB table for the checkpoints, which the requirements name.

export const stream = new aws.kinesis.Stream("orders", {
  name: `${PREFIX}-orders`,
  streamModeDetails: { streamMode: "ON_DEMAND" },
  retentionPeriod: 168,
  encryptionType: "NONE", // F5: orders lie in the stream in clear text.
});

const databaseSubnets = new aws.rds.SubnetGroup("database-subnets", { description: "Private subnets", subnetIds });

export const database = new aws.rds.Instance("database", {
  identifier: `${PREFIX}-orders`,
  engine: "postgres",
  engineVersion: "17.9",
  instanceClass: "db.m7g.large",
  allocatedStorage: 100,
  storageType: "gp3",
  storageEncrypted: false, // F5: so do the tables.
  dbName: DATABASE_NAME,
  port: DATABASE_PORT,
  username: "fastcart",
  // F4: neither RDS nor Secrets Manager keeps this password.
  password: "Fc-Orders-2024!", // F14: a password in the source.
  multiAz: true,
  publiclyAccessible: false,
  dbSubnetGroupName: databaseSubnets.name,
  vpcSecurityGroupIds: [databaseGroup.id],
  backupRetentionPeriod: 14,
  backupWindow: "01:00-02:00",
  maintenanceWindow: "sun:03:00-sun:04:00",
  enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
  copyTagsToSnapshot: true,
  deletionProtection: true,
  skipFinalSnapshot: false,
  finalSnapshotIdentifier: `${PREFIX}-orders-final`,
});

const archiveSubnets = new aws.rds.SubnetGroup("archive-subnets", { description: "Private subnets", subnetIds });

// Orders of past years, for reports.
export const archive = new aws.rds.Instance("archive", {
  identifier: `${PREFIX}-archive`,
  engine: "postgres",
  engineVersion: "17.9",
  instanceClass: "db.m7g.large",
  allocatedStorage: 500,
  storageType: "gp3",
  storageEncrypted: true, // F5: and no kmsKeyId, so it is AWS's key.
  dbName: "archive",
  username: "fastcart",
  manageMasterUserPassword: true,
  multiAz: true,
  publiclyAccessible: false,
  dbSubnetGroupName: archiveSubnets.name,
  vpcSecurityGroupIds: [databaseGroup.id],
  backupRetentionPeriod: 14,
  backupWindow: "01:00-02:00",
  maintenanceWindow: "sun:03:00-sun:04:00",
  enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
  copyTagsToSnapshot: true,
  deletionProtection: true,
  skipFinalSnapshot: false,
  finalSnapshotIdentifier: `${PREFIX}-archive-final`,
});

// F8: nothing rotates it.
export const databaseSecret = new aws.secretsmanager.Secret("database-secret", {
  name: `${PREFIX}/database`,
  description: "Database user of the order processor",
});
new aws.secretsmanager.SecretVersion("database-secret-version", {
  secretId: databaseSecret.id,
  secretString: JSON.stringify({
    engine: "postgres",
    username: "processor",
    password: "processor-2024", // F14: a password in the source, and so in every clone of it.
    dbname: DATABASE_NAME,
    dbInstanceIdentifier: `${PREFIX}-orders`,
  }),
});

const cacheSubnets = new aws.elasticache.SubnetGroup("cache-subnets", { description: "Private subnets", subnetIds });

// What both caches have in common.
const shared = {
  engine: "redis",
  engineVersion: "7.1",
  nodeType: "cache.m7g.large",
  port: CACHE_PORT,
  numCacheClusters: 2,
  automaticFailoverEnabled: true,
  multiAzEnabled: true,
  subnetGroupName: cacheSubnets.name,
  snapshotRetentionLimit: 7,
};

export const cache = new aws.elasticache.ReplicationGroup("cache", {
  ...shared,
  replicationGroupId: `${PREFIX}-stock`,
  description: "Stock levels",
  securityGroupIds: [cacheGroup.id],
  // F5: no atRestEncryptionEnabled.
  transitEncryptionEnabled: false, // F9: clear text on the way.
});

export const sessionCache = new aws.elasticache.ReplicationGroup("session-cache", {
  ...shared,
  replicationGroupId: `${PREFIX}-sessions`,
  description: "Sessions of the shops",
  securityGroupIds: [sessionCacheGroup.id],
  atRestEncryptionEnabled: true,
  transitEncryptionEnabled: true, // F9: encrypted, but no authToken: all who reach it are let in.
});
