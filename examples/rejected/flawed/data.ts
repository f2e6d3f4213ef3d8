import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { key, trust } from "./identity";
import { cacheGroup, databaseGroup, privateSubnetIds } from "./network";

// name-charset: its name begins with this one, and may have no upper case.
const subnetGroup = new aws.rds.SubnetGroup("ShopDatabases", { subnetIds: privateSubnetIds });

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
    { name: "shared_preload_libraries", value: "pg_stat_statements" }, // rds-static-parameter: not before a restart.
  ],
});

export const orders = new aws.rds.Instance("orders", {
  ...shared,
  identifier: `shop-orders-${pulumi.getStack()}`,
  engine: "postgres",
  engineVersion: "8.0.35", // rds-engine-version: a version of MySQL.
  instanceClass: "db.m7g.large",
  allocatedStorage: 100,
  storageType: "gp3",
  multiAz: true,
  dbName: "orders",
  username: "admin", // rds-master-username: PostgreSQL keeps that name to itself.
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
const world = new aws.rds.GlobalCluster("catalog", {
  globalClusterIdentifier: `shop-catalog-${pulumi.getStack()}`,
  engine: "aurora-mysql",
  engineVersion: "8.0.mysql_aurora.3.10.5",
  storageEncrypted: true,
});
export const catalog = new aws.rds.Cluster("catalog", {
  ...shared,
  clusterIdentifier: `shop-catalog-${pulumi.getStack()}`,
  engine: aws.rds.EngineType.AuroraMysql,
  engineVersion: "8.0.mysql_aurora.3.10.5",
  databaseName: "catalog",
  masterUsername: "shop_owner",
  dbClusterParameterGroupName: catalogSettings.name,
  globalClusterIdentifier: world.id,
  backtrackWindow: 86_400, // rds-global-cluster: a global database cannot go back in time.
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
      instanceClass: "db.t3.small", // rds-instance-class-supported: too small for Aurora MySQL 8.
      dbSubnetGroupName: subnetGroup.name,
      preferredMaintenanceWindow: part === "writer" ? "sun:04:00-sun:05:00" : "sun:05:00-sun:06:00",
    }),
);

new aws.elasticache.SubnetGroup("sessions", { subnetIds: privateSubnetIds });
export const sessions = new aws.elasticache.ReplicationGroup("sessions", {
  description: "Sessions of the shop",
  engine: "valkey",
  engineVersion: "8.1",
  nodeType: "cache.m7g.large",
  numCacheClusters: 1, // elasticache-failover: there is nothing to fail over to.
  automaticFailoverEnabled: true,
  multiAzEnabled: true,
  securityGroupIds: [cacheGroup.id], // security-group-vpc: without a subnet group it is in the default VPC.
  atRestEncryptionEnabled: true,
  kmsKeyId: key.arn,
  transitEncryptionEnabled: true,
  authToken: pulumi.secret("sessions@shop/2026"), // elasticache-auth-token: no @, no slash (nor in the source).
  snapshotRetentionLimit: 7,
});

// service-closed: QLDB has taken no customers since 2024.
new aws.qldb.Ledger("bookings", { permissionsMode: "STANDARD", deletionProtection: true, kmsKey: key.arn });

export const prices = new aws.dynamodb.Table("prices", {
  billingMode: "PAY_PER_REQUEST",
  hashKey: "article",
  // property-combinations: no key uses the attribute region.
  attributes: [
    { name: "article", type: "S" },
    { name: "region", type: "S" },
  ],
  streamEnabled: true,
  streamViewType: "NEW_AND_OLD_IMAGES",
  // dynamodb-replica: the table itself is in us-east-1.
  replicas: [{ regionName: "us-east-1", kmsKeyArn: key.arn, pointInTimeRecovery: true }],
  serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
  pointInTimeRecovery: { enabled: true },
  deletionProtectionEnabled: true,
});

// The old shop's customers are copied over night by night. DMS has its own idea of the role for that.
const migrationRole = new aws.iam.Role("migration", {
  name: "shop-migration-role", // dms-role-name: DMS looks for dms-vpc-role.
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
