import * as aws from "@pulumi/aws";
import { key, logGroup } from "./foundation";
import { cacheGroup, databaseGroup, dataSubnetIds } from "./network";
import { CACHE_PORT, DATABASE_NAME, DATABASE_PORT, named } from "./settings";

/** Orders as the shops send them. A week of them can be read again after a mistake. */
export const stream = new aws.kinesis.Stream(named("orders"), {
  name: named("orders"),
  streamModeDetails: { streamMode: "ON_DEMAND" },
  retentionPeriod: 168,
  encryptionType: "KMS",
  kmsKeyId: key.arn,
});

/** How far each shard of the stream has been processed, and by which task. */
export const checkpoints = new aws.dynamodb.Table(named("checkpoints"), {
  name: named("checkpoints"),
  billingMode: "PAY_PER_REQUEST",
  hashKey: "shardId",
  attributes: [{ name: "shardId", type: "S" }],
  pointInTimeRecovery: { enabled: true },
  serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
  deletionProtectionEnabled: true,
});

const databaseSubnets = new aws.rds.SubnetGroup(named("database-subnets"), {
  description: "Data tier",
  subnetIds: dataSubnetIds,
});
const databaseParameters = new aws.rds.ParameterGroup(named("database-parameters"), {
  family: "postgres17",
  description: "Encrypted connections only, and a log of slow statements",
  parameters: [
    { name: "rds.force_ssl", value: "1" },
    { name: "log_min_duration_statement", value: "1000" },
  ],
});

const databaseIdentifier = named("orders");
const LOG_EXPORTS = ["postgresql", "upgrade"];
const databaseLogs = LOG_EXPORTS.map((log) =>
  logGroup(`database-${log}`, `/aws/rds/instance/${databaseIdentifier}/${log}`),
);

/**
 * RDS makes the administrator's password and keeps it in Secrets Manager. Only the migration, which comes before each
 * task, is given it; the processor itself signs in with IAM.
 */
export const database = new aws.rds.Instance(
  named("database"),
  {
    identifier: databaseIdentifier,
    engine: "postgres",
    engineVersion: "17",
    instanceClass: "db.m7g.large",
    allocatedStorage: 100,
    maxAllocatedStorage: 500,
    storageType: "gp3",
    storageEncrypted: true,
    kmsKeyId: key.arn,
    dbName: DATABASE_NAME,
    port: DATABASE_PORT,
    username: "orders_owner",
    manageMasterUserPassword: true,
    masterUserSecretKmsKeyId: key.arn,
    iamDatabaseAuthenticationEnabled: true,
    multiAz: true,
    publiclyAccessible: false,
    dbSubnetGroupName: databaseSubnets.name,
    vpcSecurityGroupIds: [databaseGroup.id],
    parameterGroupName: databaseParameters.name,
    backupRetentionPeriod: 14,
    backupWindow: "01:00-02:00",
    maintenanceWindow: "sun:03:00-sun:04:00",
    autoMinorVersionUpgrade: true,
    enabledCloudwatchLogsExports: LOG_EXPORTS,
    performanceInsightsEnabled: true,
    performanceInsightsKmsKeyId: key.arn,
    copyTagsToSnapshot: true,
    deletionProtection: true,
    skipFinalSnapshot: false,
    finalSnapshotIdentifier: `${databaseIdentifier}-final`,
  },
  { dependsOn: databaseLogs },
);

export const databaseSecretArn = database.masterUserSecrets[0].secretArn;

export const databaseRotation = new aws.secretsmanager.SecretRotation(named("database-rotation"), {
  secretId: databaseSecretArn,
  rotationRules: { automaticallyAfterDays: 30 },
});

const cacheSubnets = new aws.elasticache.SubnetGroup(named("cache-subnets"), {
  name: named("cache"),
  description: "Data tier",
  subnetIds: dataSubnetIds,
});

/** Signs in with IAM, so there is no token to keep. Not an administrator: it may neither flush nor configure. */
export const cacheUser = new aws.elasticache.User(named("cache-user"), {
  userId: named("processor"),
  userName: named("processor"),
  engine: "valkey",
  accessString: "on ~stock:* -@all +@read +@write +@connection",
  authenticationMode: { type: "iam" },
});
const cacheUsers = new aws.elasticache.UserGroup(named("cache-users"), {
  userGroupId: named("cache"),
  engine: "valkey",
  userIds: [cacheUser.userId],
});

export const CACHE_NODES = 2;
export const cacheId = named("stock");

export const cache = new aws.elasticache.ReplicationGroup(named("cache"), {
  replicationGroupId: cacheId,
  description: "Stock levels",
  engine: "valkey",
  engineVersion: "8.2",
  nodeType: "cache.m7g.large",
  port: CACHE_PORT,
  numCacheClusters: CACHE_NODES,
  automaticFailoverEnabled: true,
  multiAzEnabled: true,
  atRestEncryptionEnabled: true,
  kmsKeyId: key.arn,
  transitEncryptionEnabled: true,
  transitEncryptionMode: "required",
  userGroupIds: [cacheUsers.userGroupId],
  subnetGroupName: cacheSubnets.name,
  securityGroupIds: [cacheGroup.id],
  snapshotRetentionLimit: 7,
  snapshotWindow: "01:00-02:00",
  maintenanceWindow: "sun:03:00-sun:04:00",
  autoMinorVersionUpgrade: true,
});
