import * as aws from "@pulumi/aws";
import { databaseGroup, privateSubnets } from "./network";
import { type Color, DATABASE_NAME, DATABASE_PORT } from "./settings";

// B2: no customer-managed key; whatever is encrypted here is encrypted with AWS's own keys.

const subnetGroup = new aws.rds.SubnetGroup("databases", {
  description: "Private subnets",
  subnetIds: privateSubnets.map((subnet) => subnet.id),
});

// What blue and green have in common.
const shared = {
  databaseName: DATABASE_NAME,
  port: DATABASE_PORT,
  masterUsername: "payments_administrator",
  // B4: no secret in Secrets Manager holds this password, and nothing rotates it.
  masterPassword: "SimplePassword123", // B17: a password in the source.
  dbSubnetGroupName: subnetGroup.name,
  vpcSecurityGroupIds: [databaseGroup.id],
  backupRetentionPeriod: 3, // B20: three days instead of seven.
  preferredBackupWindow: "02:00-03:00",
  preferredMaintenanceWindow: "sun:07:00-sun:08:00",
  // B21: no enabledCloudwatchLogsExports, so there is no audit log.
  copyTagsToSnapshot: true,
  deletionProtection: true,
  skipFinalSnapshot: false,
};

// Blue is the platform as it was first written.
const blue = new aws.rds.Cluster("blue-cluster", {
  ...shared,
  clusterIdentifier: "payments-blue",
  engine: "mysql", // B15: MySQL instead of Aurora MySQL.
  engineVersion: "8.0",
  finalSnapshotIdentifier: "payments-blue-final",
  // B18: no storageEncrypted.
});

// Green is a copy that somebody began to fix.
const green = new aws.rds.Cluster("green-cluster", {
  ...shared,
  clusterIdentifier: "payments-green",
  engine: aws.rds.EngineType.AuroraMysql,
  engineVersion: "8.0.35", // B16: a version of MySQL; Aurora writes its own as 8.0.mysql_aurora.3.…
  finalSnapshotIdentifier: "payments-green-final",
  storageEncrypted: true, // B19: and no kmsKeyId, so it is AWS's key.
});

function instance(color: Color, cluster: aws.rds.Cluster, engine: aws.rds.EngineType): aws.rds.ClusterInstance {
  // B22: one instance; when it fails there is no other.
  return new aws.rds.ClusterInstance(`${color}-instance`, {
    identifier: `payments-${color}-1`,
    clusterIdentifier: cluster.id,
    engine,
    instanceClass: "db.t3.medium", // B23: burstable instead of memory-optimized.
    dbSubnetGroupName: subnetGroup.name,
    publiclyAccessible: true, // B24: the database gets a public address.
  });
}

export interface Database {
  cluster: aws.rds.Cluster;
  instance: aws.rds.ClusterInstance;
}

export const databases: Record<Color, Database> = {
  blue: { cluster: blue, instance: instance("blue", blue, aws.rds.EngineType.Mysql) },
  green: { cluster: green, instance: instance("green", green, aws.rds.EngineType.AuroraMysql) },
};

export const sessionTable = new aws.dynamodb.Table("sessions", {
  billingMode: "PAY_PER_REQUEST",
  hashKey: "sessionId",
  attributes: [{ name: "sessionId", type: "S" }],
  ttl: { enabled: true, attributeName: "expiresAt" },
  deletionProtectionEnabled: true,
  // B12: no pointInTimeRecovery.
  // B13: no serverSideEncryption with a key of our own.
});

// B6: no backup vault, plan or selection for the databases and the table.
