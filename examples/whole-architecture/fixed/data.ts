import * as aws from "@pulumi/aws";
import { cacheGroup, databaseGroup, privateSubnetIds } from "./network";
import { key, named, trust } from "./settings";

/** One item a parcel: what was booked, and where it is. */
export const parcels = new aws.dynamodb.Table(named("parcels"), {
  billingMode: "PAY_PER_REQUEST",
  hashKey: "parcelId",
  attributes: [{ name: "parcelId", type: "S" }],
  serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
  pointInTimeRecovery: { enabled: true },
  deletionProtectionEnabled: true,
});

const monitoringRole = new aws.iam.Role(named("monitoring"), {
  assumeRolePolicy: trust("monitoring.rds.amazonaws.com"),
});
const monitoringPolicy = new aws.iam.RolePolicyAttachment(named("monitoring"), {
  role: monitoringRole.name,
  policyArn: aws.iam.ManagedPolicy.AmazonRDSEnhancedMonitoringRole,
});
const databaseSubnets = new aws.rds.SubnetGroup(named("tariffs"), { subnetIds: privateSubnetIds });
const settings = new aws.rds.ParameterGroup(named("tariffs"), {
  family: "postgres17",
  parameters: [{ name: "log_statement", value: "ddl" }],
});

/** What a parcel costs, by weight and country. */
export const tariffs = new aws.rds.Instance(
  named("tariffs"),
  {
    identifier: named("tariffs"),
    engine: "postgres",
    engineVersion: "17",
    instanceClass: "db.m7g.large",
    allocatedStorage: 50,
    storageType: "gp3",
    storageEncrypted: true,
    kmsKeyId: key.arn,
    multiAz: true,
    dbName: "tariffs",
    username: "parcels_owner",
    manageMasterUserPassword: true,
    masterUserSecretKmsKeyId: key.arn,
    dbSubnetGroupName: databaseSubnets.name,
    vpcSecurityGroupIds: [databaseGroup.id],
    parameterGroupName: settings.name,
    backupRetentionPeriod: 14,
    backupWindow: "02:00-03:00",
    maintenanceWindow: "sun:04:00-sun:05:00",
    enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
    monitoringInterval: 60,
    monitoringRoleArn: monitoringRole.arn,
    performanceInsightsEnabled: true,
    performanceInsightsKmsKeyId: key.arn,
    copyTagsToSnapshot: true,
    deletionProtection: true,
    finalSnapshotIdentifier: named("tariffs-last"),
  },
  { dependsOn: monitoringPolicy },
);

const cacheSubnets = new aws.elasticache.SubnetGroup(named("sessions"), { subnetIds: privateSubnetIds });
// Tasks show who they are by their role; there is no token that could leak.
export const sessionUser = new aws.elasticache.User(named("tasks"), {
  engine: "valkey",
  userId: named("tasks"),
  userName: named("tasks"),
  accessString: "on ~* +@all -@dangerous",
  authenticationMode: { type: "iam" },
});
const sessionUsers = new aws.elasticache.UserGroup(named("tasks"), {
  engine: "valkey",
  userGroupId: named("tasks"),
  userIds: [sessionUser.userId],
});

/** Who is signed in at the counter. */
export const sessions = new aws.elasticache.ReplicationGroup(named("sessions"), {
  description: "Sessions of the counter",
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
