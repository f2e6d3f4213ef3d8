import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { key, trust } from "./identity";
import { cacheGroup, databaseGroup, privateSubnetIds } from "./network";

const subnetGroup = new aws.rds.SubnetGroup("databases", { subnetIds: privateSubnetIds });

// What both databases have in common.
export const shared = {
  dbSubnetGroupName: subnetGroup.name,
  vpcSecurityGroupIds: [databaseGroup.id],
  storageEncrypted: true,
  kmsKeyId: key.arn,
  manageMasterUserPassword: true,
  masterUserSecretKmsKeyId: key.arn,
  copyTagsToSnapshot: true,
  deletionProtection: true,
};

const orderSettings = new aws.rds.ParameterGroup("orders", {
  family: "postgres17",
  parameters: [
    { name: "log_statement", value: "ddl" },
    { name: "shared_preload_libraries", value: "pg_stat_statements", applyMethod: "pending-reboot" },
  ],
});

export const orders = new aws.rds.Instance("orders", {
  ...shared,
  identifier: `shop-orders-${pulumi.getStack()}`,
  engine: "postgres",
  engineVersion: "17",
  instanceClass: "db.m7g.large",
  allocatedStorage: 100,
  storageType: "gp3",
  multiAz: true,
  dbName: "orders",
  username: "shop_owner",
  parameterGroupName: orderSettings.name,
  backupRetentionPeriod: 14,
  backupWindow: "02:00-03:00",
  maintenanceWindow: "sun:04:00-sun:05:00",
  enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
  finalSnapshotIdentifier: `orders-final-${pulumi.getStack()}`,
});

const catalogSettings = new aws.rds.ClusterParameterGroup("catalog", {
  family: "aurora-mysql8.0",
  parameters: [
    { name: "require_secure_transport", value: "ON" },
    { name: "server_audit_logging", value: "1" },
    { name: "server_audit_events", value: "CONNECT,QUERY_DCL,QUERY_DDL" },
  ],
});
export const catalog = new aws.rds.Cluster("catalog", {
  ...shared,
  clusterIdentifier: `shop-catalog-${pulumi.getStack()}`,
  engine: aws.rds.EngineType.AuroraMysql,
  engineVersion: "8.0.mysql_aurora.3.10.5",
  databaseName: "catalog",
  masterUsername: "shop_owner",
  dbClusterParameterGroupName: catalogSettings.name,
  backtrackWindow: 86_400,
  backupRetentionPeriod: 14,
  preferredBackupWindow: "02:00-03:00",
  preferredMaintenanceWindow: "sun:04:00-sun:05:00",
  enabledCloudwatchLogsExports: ["audit", "error", "slowquery"],
  finalSnapshotIdentifier: `catalog-final-${pulumi.getStack()}`,
});
export const catalogInstances = ["writer", "reader"].map(
  (part) =>
    new aws.rds.ClusterInstance(`catalog-${part}`, {
      clusterIdentifier: catalog.id,
      engine: aws.rds.EngineType.AuroraMysql,
      instanceClass: "db.r7g.large",
      dbSubnetGroupName: subnetGroup.name,
      preferredMaintenanceWindow: part === "writer" ? "sun:04:00-sun:05:00" : "sun:05:00-sun:06:00",
    }),
);

const cacheSubnets = new aws.elasticache.SubnetGroup("sessions", { subnetIds: privateSubnetIds });
// Tasks show who they are by their role; there is no token that could leak.
const sessionUser = new aws.elasticache.User("sessions", {
  engine: "valkey",
  userId: "shop-tasks",
  userName: "shop-tasks",
  accessString: "on ~* +@all -@dangerous",
  authenticationMode: { type: "iam" },
});
const sessionUsers = new aws.elasticache.UserGroup("sessions", {
  engine: "valkey",
  userGroupId: "shop-tasks",
  userIds: [sessionUser.userId],
});
export const sessions = new aws.elasticache.ReplicationGroup("sessions", {
  description: "Sessions of the shop",
  engine: "valkey",
  engineVersion: "8.1",
  nodeType: "cache.m7g.large",
  numCacheClusters: 2,
  automaticFailoverEnabled: true,
  multiAzEnabled: true,
  subnetGroupName: cacheSubnets.name,
  securityGroupIds: [cacheGroup.id],
  atRestEncryptionEnabled: true,
  kmsKeyId: key.arn,
  transitEncryptionEnabled: true,
  userGroupIds: [sessionUsers.id],
  snapshotRetentionLimit: 7,
});

const westKey = new aws.kms.Key("key-west", {
  description: "Copy of the prices",
  enableKeyRotation: true,
  region: "us-west-2",
});
export const prices = new aws.dynamodb.Table("prices", {
  billingMode: "PAY_PER_REQUEST",
  hashKey: "article",
  attributes: [{ name: "article", type: "S" }],
  streamEnabled: true,
  streamViewType: "NEW_AND_OLD_IMAGES",
  replicas: [{ regionName: "us-west-2", kmsKeyArn: westKey.arn, pointInTimeRecovery: true }],
  serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
  pointInTimeRecovery: { enabled: true },
  deletionProtectionEnabled: true,
});

// The old shop's customers are copied over night by night. DMS looks for its role by this name.
const migrationRole = new aws.iam.Role("migration", {
  name: "dms-vpc-role",
  assumeRolePolicy: trust("dms.amazonaws.com"),
});
const migrationPolicy = new aws.iam.RolePolicyAttachment("migration", {
  role: migrationRole.name,
  policyArn: aws.iam.ManagedPolicy.AmazonDMSVPCManagementRole,
});
const migrationSubnets = new aws.dms.ReplicationSubnetGroup(
  "migration",
  {
    replicationSubnetGroupId: "shop-migration",
    replicationSubnetGroupDescription: "Private subnets of the shop",
    subnetIds: privateSubnetIds,
  },
  { dependsOn: migrationPolicy },
);
new aws.dms.ReplicationInstance("migration", {
  replicationInstanceId: "shop-migration",
  replicationInstanceClass: "dms.t3.medium",
  replicationSubnetGroupId: migrationSubnets.id,
  kmsKeyArn: key.arn,
  publiclyAccessible: false,
});
