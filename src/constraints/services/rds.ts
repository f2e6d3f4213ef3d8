import { RDS_CLUSTER, RDS_CLUSTER_INSTANCE, RDS_INSTANCE, RDS_PROXY } from "../../aws/type-tokens";
import { symmetricKey } from "../symmetric-keys";
import type { Constraint, ServiceConstraints } from "../form";
const PARAMETER_GROUP = "aws:rds/parameterGroup:ParameterGroup";
const CLUSTER_PARAMETER_GROUP = "aws:rds/clusterParameterGroup:ClusterParameterGroup";

const OPTION_GROUP = "aws:rds/optionGroup:OptionGroup";
const PROXY_DEFAULT_TARGET_GROUP = "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup";
const API = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference";
const CREATE_INSTANCE = `${API}/API_CreateDBInstance.html`;
const CREATE_CLUSTER = `${API}/API_CreateDBCluster.html`;
const STORAGE = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html";

const postgres = {
  engine: "postgres",
  instanceClass: "db.t4g.medium",
  allocatedStorage: 20,
  storageType: "gp3",
  storageEncrypted: true,
  username: "shop",
  manageMasterUserPassword: true,
};
const aurora = { engine: "aurora-postgresql", masterUsername: "shop", manageMasterUserPassword: true };
const member = { clusterIdentifier: "shop", engine: "aurora-postgresql", instanceClass: "db.r8g.large" };
const role = "arn:aws:iam::111122223333:role/monitoring";
const capacity = (minCapacity: number, maxCapacity: number, more: object = {}): Record<string, unknown> => ({
  ...aurora,
  serverlessv2ScalingConfiguration: { minCapacity, maxCapacity, ...more },
});
const restored = {
  snapshotIdentifier: { present: false },
  replicateSourceDb: { present: false },
  restoreToPointInTime: { present: false },
  s3Import: { present: false },
} as const;
const copied = {
  snapshotIdentifier: { present: false },
  replicationSourceIdentifier: { present: false },
  restoreToPointInTime: { present: false },
  s3Import: { present: false },
  globalClusterIdentifier: { present: false },
} as const;

const CREATE_PROXY = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBProxy.html";
const proxy = (more: object = {}): Record<string, unknown> => ({
  name: "x",
  roleArn: "arn:aws:iam::111122223333:role/x",
  engineFamily: "POSTGRESQL",
  requireTls: true,
  vpcSubnetIds: ["a", "b"],
  auths: [
    { authScheme: "SECRETS", iamAuth: "DISABLED", secretArn: "arn:aws:secretsmanager:us-east-1:111122223333:secret:x" },
  ],
  ...more,
});

/** What AWS requires of the parameters of a group. For the cases: a family, and one without its version. */
function parametersOf(
  owner: string,
  type: string,
  [family, engine]: readonly [string, string],
): Record<string, Constraint> {
  const having = (...parameters: object[]): Record<string, unknown> => ({ family, parameters });
  const memory = { name: "work_mem", value: "65536" };
  return {
    [`aws.rds.${owner}.apply-method`]: {
      type,
      each: "parameters",
      require: { applyMethod: ["immediate", "pending-reboot"] },
      must: '`applyMethod` must be "immediate" or "pending-reboot".',
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_Parameter.html",
      accepts: [having({ ...memory, applyMethod: "immediate" })],
      rejects: [having({ ...memory, applyMethod: "reboot" })],
    },
    [`aws.rds.${owner}.family-form`]: {
      type,
      require: { family: { matches: /\d/ } },
      must: "A family has the version of the engine, such as postgres17 or mysql8.0.",
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBParameterGroup.html",
      accepts: [{ family }],
      rejects: [{ family: engine }],
    },
    [`aws.rds.${owner}.parameters-differ`]: {
      type,
      require: { parameters: { uniqueBy: "name" } },
      must: "Each parameter is set once.",
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBParameterGroup.html",
      accepts: [having(memory)],
      rejects: [having(memory, { name: "work_mem", value: "4096" })],
    },
  };
}

/** A database behind a proxy of this family. */
const optioned = (engineName: string, majorEngineVersion: string): Record<string, unknown> => ({
  engine: "mysql",
  engineVersion: "8.0.43",
  instanceClass: "db.t4g.medium",
  allocatedStorage: 20,
  username: "x",
  manageMasterUserPassword: true,
  optionGroupName: { engineName, majorEngineVersion },
});
const proxied = (property: string, engineFamily: string, engine: string): Record<string, unknown> => ({
  dbProxyName: { engineFamily },
  targetGroupName: "default",
  [property]: { engine },
});

export default {
  date: "2026-11-29",
  constraints: {
    "aws.rds.instance.class-prefix": {
      type: RDS_INSTANCE,
      require: { instanceClass: { startsWith: "db." } },
      must: 'An instance class of RDS begins with "db.", such as "db.t4g.medium".',
      source: CREATE_INSTANCE,
      accepts: [{ instanceClass: "db.t4g.medium" }, { instanceClass: "db.serverless" }],
      rejects: [{ instanceClass: "t4g.medium" }],
    },
    "aws.rds.cluster-instance.class-prefix": {
      type: RDS_CLUSTER_INSTANCE,
      require: { instanceClass: { startsWith: "db." } },
      must: 'An instance class of Aurora begins with "db.", such as "db.r8g.large".',
      source: CREATE_INSTANCE,
      accepts: [{ instanceClass: "db.r8g.large" }, { instanceClass: "db.serverless" }],
      rejects: [{ instanceClass: "r8g.large" }, { instanceClass: "cache.r7g.large" }],
    },
    "aws.rds.cluster.aurora-engine": {
      type: RDS_CLUSTER,
      require: { engine: { not: "aurora" } },
      must: 'The engine "aurora", for MySQL 5.6, has ended: set `engine: "aurora-mysql"`.',
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.MySQL56.EOL.html",
      accepts: [aurora, { ...aurora, engine: "aurora-mysql" }],
      rejects: [{ ...aurora, engine: "aurora" }],
    },
    "aws.rds.instance.iops-storage-type": {
      type: RDS_INSTANCE,
      when: { iops: { above: 0 } },
      defaults: { storageType: "io1" },
      require: { storageType: ["io1", "io2", "gp3"] },
      must: 'Only storage of type "io1", "io2" or "gp3" has provisioned IOPS: change `storageType`, or leave out `iops`.',
      source: STORAGE,
      accepts: [
        { ...postgres, storageType: "io2", allocatedStorage: 100, iops: 3000 },
        { ...postgres, storageType: "gp2", iops: 0 },
      ],
      rejects: [{ ...postgres, storageType: "gp2", iops: 3000 }],
    },
    "aws.rds.cluster.aurora-instance-class": {
      type: RDS_CLUSTER,
      when: { engine: { startsWith: "aurora" } },
      require: { dbClusterInstanceClass: { present: false } },
      must: "Only a Multi-AZ DB cluster has a class of its own: set `instanceClass` of each aws.rds.ClusterInstance instead.",
      awsError: "InvalidParameterCombination: DBClusterInstanceClass isn't supported for DB engine aurora-mysql",
      source: CREATE_CLUSTER,
      accepts: [
        aurora,
        { ...aurora, engine: "postgres", dbClusterInstanceClass: "db.m6gd.large", allocatedStorage: 100 },
      ],
      rejects: [{ ...aurora, dbClusterInstanceClass: "db.t3.medium" }],
    },
    "aws.rds.instance.provisioned-iops": {
      type: RDS_INSTANCE,
      when: { storageType: ["io1", "io2"], ...restored },
      require: { iops: { present: true } },
      must: 'Storage of type "io1" or "io2" requires `iops`.',
      source: STORAGE,
      accepts: [{ ...postgres, storageType: "io1", allocatedStorage: 100, iops: 1000 }],
      rejects: [{ ...postgres, storageType: "io1", allocatedStorage: 100 }],
    },
    "aws.rds.instance.throughput-storage-type": {
      type: RDS_INSTANCE,
      when: { storageThroughput: { above: 0 } },
      require: { storageType: "gp3" },
      must: 'Only storage of type "gp3" has a throughput of its own: change `storageType`, or leave out `storageThroughput`.',
      source: STORAGE,
      accepts: [{ ...postgres, allocatedStorage: 400, iops: 12000, storageThroughput: 500 }],
      rejects: [{ ...postgres, storageType: "gp2", storageThroughput: 500 }],
    },
    "aws.rds.instance.small-gp3-iops": {
      type: RDS_INSTANCE,
      when: {
        storageType: "gp3",
        engine: ["postgres", "mysql", "mariadb"],
        allocatedStorage: { below: 400 },
      },
      require: { iops: { max: 0 }, storageThroughput: { max: 0 } },
      must: "Below 400 GiB, storage of type gp3 has fixed IOPS and throughput: leave out `iops` and `storageThroughput`.",
      source: STORAGE,
      accepts: [postgres, { ...postgres, allocatedStorage: 400, iops: 12000 }],
      rejects: [
        { ...postgres, allocatedStorage: 100, iops: 3000 },
        { ...postgres, storageThroughput: 125 },
      ],
    },
    "aws.rds.instance.smallest-storage": {
      type: RDS_INSTANCE,
      when: { storageType: ["gp2", "gp3"], engine: ["postgres", "mysql", "mariadb"], ...restored },
      require: { allocatedStorage: { min: 20 } },
      must: "Storage of type gp2 or gp3 must have at least 20 GiB.",
      source: STORAGE,
      accepts: [postgres],
      rejects: [{ ...postgres, allocatedStorage: 10 }],
    },
    "aws.rds.instance.storage-autoscaling": {
      type: RDS_INSTANCE,
      require: { maxAllocatedStorage: { anyOf: [0, { min: { property: "allocatedStorage" } }] } },
      must: "Storage grows up to `maxAllocatedStorage`, which must be larger than `allocatedStorage`.",
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html",
      accepts: [
        { ...postgres, maxAllocatedStorage: 100 },
        { ...postgres, maxAllocatedStorage: 0 },
      ],
      rejects: [{ ...postgres, allocatedStorage: 100, maxAllocatedStorage: 50 }],
    },
    "aws.rds.instance.monitoring-role": {
      type: RDS_INSTANCE,
      when: { monitoringInterval: { above: 0 } },
      require: { monitoringRoleArn: { present: true } },
      must: "Enhanced monitoring requires the role in `monitoringRoleArn`.",
      source: CREATE_INSTANCE,
      accepts: [
        { ...postgres, monitoringInterval: 60, monitoringRoleArn: role },
        { ...postgres, monitoringInterval: 0 },
      ],
      rejects: [{ ...postgres, monitoringInterval: 60 }],
    },
    "aws.rds.instance.monitoring-interval": {
      type: RDS_INSTANCE,
      require: { monitoringInterval: [0, 1, 5, 10, 15, 30, 60] },
      must: "The interval of enhanced monitoring must be one of 0, 1, 5, 10, 15, 30 and 60 seconds.",
      source: CREATE_INSTANCE,
      accepts: [{ ...postgres, monitoringInterval: "60", monitoringRoleArn: role }],
      rejects: [{ ...postgres, monitoringInterval: 20, monitoringRoleArn: role }],
    },
    "aws.rds.instance.insights-retention": {
      type: RDS_INSTANCE,
      require: { performanceInsightsRetentionPeriod: { anyOf: [0, 7, 731, { multipleOf: 31, max: 713 }] } },
      must: "Performance Insights must keep data for 7 days, for 1 to 23 months of 31 days, or for 731 days.",
      source: CREATE_INSTANCE,
      accepts: [{ ...postgres, performanceInsightsEnabled: true, performanceInsightsRetentionPeriod: 93 }],
      rejects: [{ ...postgres, performanceInsightsEnabled: true, performanceInsightsRetentionPeriod: 30 }],
    },
    "aws.rds.instance.advanced-insights": {
      type: RDS_INSTANCE,
      when: { databaseInsightsMode: "advanced" },
      require: {
        performanceInsightsEnabled: { present: true, not: false },
        performanceInsightsRetentionPeriod: { present: true, min: 465 },
      },
      must: "The advanced mode requires `performanceInsightsEnabled: true` and `performanceInsightsRetentionPeriod: 465` or more.",
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DatabaseInsights.TurningOnAdvanced.html",
      accepts: [
        {
          ...postgres,
          databaseInsightsMode: "advanced",
          performanceInsightsEnabled: true,
          performanceInsightsRetentionPeriod: 465,
        },
      ],
      rejects: [
        {
          ...postgres,
          databaseInsightsMode: "advanced",
          performanceInsightsEnabled: true,
          performanceInsightsRetentionPeriod: 7,
        },
        { ...postgres, databaseInsightsMode: "advanced" },
      ],
    },
    "aws.rds.instance.one-password": {
      type: RDS_INSTANCE,
      when: { manageMasterUserPassword: true },
      require: { password: { present: false }, passwordWo: { present: false } },
      must: "RDS generates the password: leave out `password`, or `manageMasterUserPassword`.",
      source: CREATE_INSTANCE,
      accepts: [postgres, { ...postgres, manageMasterUserPassword: false, password: "not-a-real-one" }],
      rejects: [{ ...postgres, password: "not-a-real-one" }],
    },
    "aws.rds.instance.password-required": {
      type: RDS_INSTANCE,
      when: { engine: ["postgres", "mysql", "mariadb"], ...restored },
      require: [
        { password: { present: true } },
        { passwordWo: { present: true } },
        { manageMasterUserPassword: { present: true, not: false } },
      ],
      must: "A new database requires a password: set `manageMasterUserPassword: true`.",
      source: CREATE_INSTANCE,
      accepts: [postgres, { engine: "postgres", instanceClass: "db.t4g.medium", snapshotIdentifier: "before" }],
      rejects: [{ ...postgres, manageMasterUserPassword: false }],
    },
    "aws.rds.instance.password-characters": {
      type: RDS_INSTANCE,
      require: { password: { minLength: 8, matches: /^[!#-.0-?A-~]*$/ } },
      must: "The password must have at least 8 printable ASCII characters, and no slash, quotation mark, @ or space.",
      source: CREATE_INSTANCE,
      accepts: [{ ...postgres, manageMasterUserPassword: false, password: "not-a-real-one!" }],
      rejects: [
        { ...postgres, manageMasterUserPassword: false, password: "not/a/real/one" },
        { ...postgres, manageMasterUserPassword: false, password: "short" },
      ],
    },
    "aws.rds.instance.database-name": {
      type: RDS_INSTANCE,
      when: { engine: ["postgres", "mysql", "mariadb"] },
      require: { dbName: { matches: /^[A-Za-z_]\w*$/, maxLength: 64 } },
      must: "The name of a database must begin with a letter, and have letters, digits and underscores only.",
      source: CREATE_INSTANCE,
      accepts: [{ ...postgres, dbName: "shop_orders" }],
      rejects: [
        { ...postgres, dbName: "shop-orders" },
        { ...postgres, dbName: "1shop" },
      ],
    },
    "aws.rds.instance.sql-server-without-name": {
      type: RDS_INSTANCE,
      when: { engine: { startsWith: "sqlserver-" } },
      require: { dbName: { present: false } },
      must: "SQL Server starts without a database: leave out `dbName`.",
      source: CREATE_INSTANCE,
      accepts: [{ ...postgres, engine: "sqlserver-ex", licenseModel: "license-included" }],
      rejects: [{ ...postgres, engine: "sqlserver-ex", dbName: "shop" }],
    },
    "aws.rds.instance.zone-of-multi-az": {
      type: RDS_INSTANCE,
      when: { multiAz: true },
      require: { availabilityZone: { present: false } },
      must: "RDS chooses the zones of an instance with a standby: leave out `availabilityZone`.",
      source: CREATE_INSTANCE,
      accepts: [
        { ...postgres, multiAz: true },
        { ...postgres, availabilityZone: "us-east-1a" },
      ],
      rejects: [{ ...postgres, multiAz: true, availabilityZone: "us-east-1a" }],
    },
    "aws.rds.instance.backup-retention": {
      type: RDS_INSTANCE,
      require: { backupRetentionPeriod: { min: 0, max: 35 } },
      must: "Backups must be kept for at most 35 days.",
      source: CREATE_INSTANCE,
      accepts: [{ ...postgres, backupRetentionPeriod: 35 }],
      rejects: [{ ...postgres, backupRetentionPeriod: 60 }],
    },
    "aws.rds.instance.key-needs-encryption": {
      type: RDS_INSTANCE,
      when: { kmsKeyId: { present: true }, ...restored },
      defaults: { storageEncrypted: false },
      require: { storageEncrypted: true },
      must: "A key requires `storageEncrypted: true`.",
      source: CREATE_INSTANCE,
      accepts: [
        { ...postgres, kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/x" },
        { engine: "postgres", instanceClass: "db.t4g.medium", kmsKeyId: "arn:aws:kms:x", snapshotIdentifier: "before" },
      ],
      rejects: [{ ...postgres, storageEncrypted: false, kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/x" }],
    },
    "aws.rds.instance.license-postgres": {
      type: RDS_INSTANCE,
      when: { engine: "postgres" },
      require: { licenseModel: "postgresql-license" },
      must: 'The license of PostgreSQL is "postgresql-license": leave out `licenseModel`.',
      source: CREATE_INSTANCE,
      accepts: [{ ...postgres, licenseModel: "postgresql-license" }],
      rejects: [{ ...postgres, licenseModel: "license-included" }],
    },
    "aws.rds.instance.license-mysql": {
      type: RDS_INSTANCE,
      when: { engine: ["mysql", "mariadb"] },
      require: { licenseModel: "general-public-license" },
      must: 'The license of MySQL and MariaDB is "general-public-license": leave out `licenseModel`.',
      source: CREATE_INSTANCE,
      accepts: [{ ...postgres, engine: "mysql", licenseModel: "general-public-license" }],
      rejects: [{ ...postgres, engine: "mysql", licenseModel: "bring-your-own-license" }],
    },
    "aws.rds.instance.port": {
      type: RDS_INSTANCE,
      require: { port: { min: 1150, max: 65535 } },
      must: "A database listens on a port from 1150 to 65535.",
      source: CREATE_INSTANCE,
      accepts: [{ ...postgres, port: 5432 }],
      rejects: [{ ...postgres, port: 80 }],
    },
    "aws.rds.instance.iam-authentication": {
      type: RDS_INSTANCE,
      when: { iamDatabaseAuthenticationEnabled: true },
      require: { engine: { not: { matches: /^(?:sqlserver|oracle|db2)-/ } } },
      must: "Only PostgreSQL, MySQL and MariaDB authenticate with IAM: leave out `iamDatabaseAuthenticationEnabled`.",
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html",
      accepts: [{ ...postgres, iamDatabaseAuthenticationEnabled: true }],
      rejects: [{ ...postgres, engine: "sqlserver-ex", iamDatabaseAuthenticationEnabled: true }],
    },
    "aws.rds.cluster.capacity-range": {
      type: RDS_CLUSTER,
      require: {
        "serverlessv2ScalingConfiguration.minCapacity": {
          min: 0,
          multipleOf: 0.5,
          max: { property: "serverlessv2ScalingConfiguration.maxCapacity" },
        },
        "serverlessv2ScalingConfiguration.maxCapacity": { min: 1, max: 256, multipleOf: 0.5 },
      },
      must: "Capacity must be in steps of 0.5, at least 0, at most 256; the maximum is at least 1 and not below the minimum.",
      source: `${API}/API_ServerlessV2ScalingConfiguration.html`,
      accepts: [capacity(0, 1), capacity(0.5, 256)],
      rejects: [capacity(8, 4), capacity(0.5, 0.5), capacity(0.25, 4), capacity(1, 512)],
    },
    "aws.rds.cluster.auto-pause": {
      type: RDS_CLUSTER,
      when: { "serverlessv2ScalingConfiguration.secondsUntilAutoPause": { present: true } },
      require: {
        "serverlessv2ScalingConfiguration.minCapacity": 0,
        "serverlessv2ScalingConfiguration.secondsUntilAutoPause": { min: 300, max: 86400 },
      },
      must: "A cluster pauses after 300 to 86400 seconds, and only with a minimum capacity of 0.",
      source: `${API}/API_ServerlessV2ScalingConfiguration.html`,
      accepts: [capacity(0, 4, { secondsUntilAutoPause: 300 })],
      rejects: [capacity(0.5, 4, { secondsUntilAutoPause: 300 }), capacity(0, 4, { secondsUntilAutoPause: 60 })],
    },
    "aws.rds.cluster.aurora-storage-type": {
      type: RDS_CLUSTER,
      when: { engine: { startsWith: "aurora" } },
      require: { storageType: ["aurora", "aurora-iopt1"] },
      must: 'The storage of Aurora must be of type "aurora" or "aurora-iopt1".',
      source: CREATE_CLUSTER,
      accepts: [{ ...aurora, storageType: "aurora-iopt1" }, aurora],
      rejects: [{ ...aurora, storageType: "gp3" }],
    },
    "aws.rds.cluster.one-password": {
      type: RDS_CLUSTER,
      when: { manageMasterUserPassword: true },
      require: { masterPassword: { present: false }, masterPasswordWo: { present: false } },
      must: "RDS generates the password: leave out `masterPassword`, or `manageMasterUserPassword`.",
      source: CREATE_CLUSTER,
      accepts: [aurora],
      rejects: [{ ...aurora, masterPassword: "not-a-real-one" }],
    },
    "aws.rds.cluster.username-required": {
      type: RDS_CLUSTER,
      when: { ...copied },
      require: { masterUsername: { present: true } },
      must: "A new cluster requires `masterUsername`.",
      source: CREATE_CLUSTER,
      accepts: [aurora, { engine: "aurora-postgresql", snapshotIdentifier: "before" }],
      rejects: [{ ...aurora, masterUsername: "" }],
    },
    "aws.rds.cluster.password-required": {
      type: RDS_CLUSTER,
      when: { ...copied },
      require: [
        { masterPassword: { present: true } },
        { masterPasswordWo: { present: true } },
        { manageMasterUserPassword: { present: true, not: false } },
      ],
      must: "A new cluster requires a password: set `manageMasterUserPassword: true`.",
      source: CREATE_CLUSTER,
      accepts: [aurora, { engine: "aurora-postgresql", globalClusterIdentifier: "shop" }],
      rejects: [{ engine: "aurora-postgresql", masterUsername: "shop" }],
    },
    "aws.rds.cluster.password-characters": {
      type: RDS_CLUSTER,
      require: { masterPassword: { minLength: 8, matches: /^[!#-.0-?A-~]*$/ } },
      must: "The password must have at least 8 printable ASCII characters, and no slash, quotation mark, @ or space.",
      source: CREATE_CLUSTER,
      accepts: [{ ...aurora, manageMasterUserPassword: false, masterPassword: "not-a-real-one!" }],
      rejects: [{ ...aurora, manageMasterUserPassword: false, masterPassword: "not@a@real@one" }],
    },
    "aws.rds.cluster.database-name": {
      type: RDS_CLUSTER,
      when: { engine: { startsWith: "aurora" } },
      require: { databaseName: { matches: /^[A-Za-z_]\w*$/, maxLength: 64 } },
      must: "The name of a database must begin with a letter, and have letters, digits and underscores only.",
      source: CREATE_CLUSTER,
      accepts: [{ ...aurora, databaseName: "shop_orders" }],
      rejects: [{ ...aurora, databaseName: "shop-orders" }],
    },
    "aws.rds.cluster.backtrack-engine": {
      type: RDS_CLUSTER,
      when: { backtrackWindow: { above: 0 } },
      require: { engine: "aurora-mysql", backtrackWindow: { max: 259200 } },
      must: "Only Aurora MySQL has a backtrack window, of at most 259200 seconds.",
      source: CREATE_CLUSTER,
      accepts: [
        { ...aurora, engine: "aurora-mysql", backtrackWindow: 86400 },
        { ...aurora, backtrackWindow: 0 },
      ],
      rejects: [
        { ...aurora, backtrackWindow: 86400 },
        { ...aurora, engine: "aurora-mysql", backtrackWindow: 300000 },
      ],
    },
    "aws.rds.cluster.backup-retention": {
      type: RDS_CLUSTER,
      require: { backupRetentionPeriod: { max: 35 } },
      must: "Backups must be kept for at most 35 days.",
      source: CREATE_CLUSTER,
      accepts: [{ ...aurora, backupRetentionPeriod: 35 }],
      rejects: [{ ...aurora, backupRetentionPeriod: 60 }],
    },
    "aws.rds.cluster.port": {
      type: RDS_CLUSTER,
      require: { port: { min: 1150, max: 65535 } },
      must: "A cluster listens on a port from 1150 to 65535.",
      source: CREATE_CLUSTER,
      accepts: [{ ...aurora, port: 5432 }],
      rejects: [{ ...aurora, port: 80 }],
    },
    "aws.rds.cluster.monitoring-role": {
      type: RDS_CLUSTER,
      when: { monitoringInterval: { above: 0 } },
      require: { monitoringRoleArn: { present: true } },
      must: "Enhanced monitoring requires the role in `monitoringRoleArn`.",
      source: CREATE_CLUSTER,
      accepts: [{ ...aurora, monitoringInterval: 60, monitoringRoleArn: role }],
      rejects: [{ ...aurora, monitoringInterval: 60 }],
    },
    "aws.rds.cluster-instance.monitoring-role": {
      type: RDS_CLUSTER_INSTANCE,
      when: { monitoringInterval: { above: 0 } },
      require: { monitoringRoleArn: { present: true }, monitoringInterval: [1, 5, 10, 15, 30, 60] },
      must: "Enhanced monitoring requires the role in `monitoringRoleArn`, and an interval of 1, 5, 10, 15, 30 or 60 seconds.",
      source: CREATE_INSTANCE,
      accepts: [
        { ...member, monitoringInterval: 60, monitoringRoleArn: role },
        { ...member, monitoringInterval: 0 },
      ],
      rejects: [
        { ...member, monitoringInterval: 60 },
        { ...member, monitoringInterval: 20, monitoringRoleArn: role },
      ],
    },
    "aws.rds.cluster-instance.promotion-tier": {
      type: RDS_CLUSTER_INSTANCE,
      require: { promotionTier: { min: 0, max: 15 } },
      must: "The promotion tier must be 0 to 15.",
      source: CREATE_INSTANCE,
      accepts: [{ ...member, promotionTier: 15 }],
      rejects: [{ ...member, promotionTier: 16 }],
    },
    "aws.rds.proxy.iam-needs-tls": {
      type: "aws:rds/proxy:Proxy",
      when: { auths: { some: { iamAuth: "REQUIRED" } } },
      require: { requireTls: true },
      defaults: { requireTls: false },
      must: "IAM authentication requires `requireTls: true`.",
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBProxy.html",
      accepts: [
        { requireTls: true, auths: [{ iamAuth: "REQUIRED", secretArn: "x" }] },
        { requireTls: false, auths: [{ iamAuth: "DISABLED", secretArn: "x" }] },
      ],
      rejects: [
        { requireTls: false, auths: [{ iamAuth: "REQUIRED", secretArn: "x" }] },
        { auths: [{ iamAuth: "REQUIRED", secretArn: "x" }] },
      ],
    },
    "aws.rds.event-subscription.source-type": {
      type: "aws:rds/eventSubscription:EventSubscription",
      when: { sourceIds: { present: true } },
      require: { sourceType: { present: true } },
      must: "`sourceIds` require `sourceType`.",
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateEventSubscription.html",
      accepts: [{ sourceType: "db-instance", sourceIds: ["x"] }, { snsTopic: "x" }],
      rejects: [{ sourceIds: ["x"] }],
    },
    "aws.rds.proxy.family": {
      type: RDS_PROXY,
      require: { engineFamily: ["MYSQL", "POSTGRESQL", "SQLSERVER"] },
      must: "`engineFamily` is MYSQL, POSTGRESQL or SQLSERVER, in capitals.",
      source: CREATE_PROXY,
      accepts: [proxy()],
      rejects: [proxy({ engineFamily: "postgres" })],
    },
    "aws.rds.proxy.idle-timeout": {
      type: RDS_PROXY,
      require: { idleClientTimeout: { min: 1, max: 28800 } },
      must: "A client is idle for 1 to 28,800 seconds at most.",
      source: CREATE_PROXY,
      accepts: [proxy({ idleClientTimeout: 1800 })],
      rejects: [proxy({ idleClientTimeout: 86400 })],
    },
    "aws.rds.proxy.subnet-count": {
      type: RDS_PROXY,
      require: { vpcSubnetIds: { minItems: 2 } },
      must: "A proxy requires at least two subnets, in two zones.",
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-network-prereqs.html",
      accepts: [proxy()],
      rejects: [proxy({ vpcSubnetIds: ["a"] })],
    },
    "aws.rds.proxy.iam-engine": {
      type: RDS_PROXY,
      when: { engineFamily: ["MYSQL", "POSTGRESQL"] },
      each: "auths",
      require: { iamAuth: ["DISABLED", "REQUIRED"] },
      must: '`iamAuth: "ENABLED"` is only for SQL Server: set `iamAuth: "REQUIRED"`.',
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_UserAuthConfig.html",
      accepts: [proxy({ auths: [{ authScheme: "SECRETS", iamAuth: "REQUIRED", secretArn: "x" }] })],
      rejects: [proxy({ auths: [{ authScheme: "SECRETS", iamAuth: "ENABLED", secretArn: "x" }] })],
    },
    "aws.rds.proxy-default-target-group.percentages": {
      type: PROXY_DEFAULT_TARGET_GROUP,
      require: {
        "connectionPoolConfig.maxIdleConnectionsPercent": {
          max: { property: "connectionPoolConfig.maxConnectionsPercent" },
        },
        "connectionPoolConfig.maxConnectionsPercent": { min: 1, max: 100 },
      },
      defaults: { "connectionPoolConfig.maxConnectionsPercent": 100 },
      must: "Of 1 to 100 percent of the connections, at most as many are idle.",
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ConnectionPoolConfiguration.html",
      accepts: [
        { dbProxyName: "x", connectionPoolConfig: { maxConnectionsPercent: 80, maxIdleConnectionsPercent: 40 } },
      ],
      rejects: [
        { dbProxyName: "x", connectionPoolConfig: { maxConnectionsPercent: 40, maxIdleConnectionsPercent: 80 } },
        { dbProxyName: "x", connectionPoolConfig: { maxConnectionsPercent: 120 } },
      ],
    },
    "aws.rds.cluster.zone-count": {
      type: RDS_CLUSTER,
      when: { engine: { startsWith: "aurora" } },
      require: { availabilityZones: { maxItems: 3 } },
      must: "A cluster names at most three zones.",
      source: CREATE_CLUSTER,
      accepts: [
        {
          engine: "aurora-mysql",
          masterUsername: "orders",
          manageMasterUserPassword: true,
          availabilityZones: ["us-east-1a", "us-east-1b", "us-east-1c"],
        },
      ],
      rejects: [
        {
          engine: "aurora-mysql",
          masterUsername: "orders",
          manageMasterUserPassword: true,
          availabilityZones: ["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d"],
        },
      ],
    },
    "aws.rds.cluster.write-forwarding": {
      type: RDS_CLUSTER,
      when: { enableGlobalWriteForwarding: true },
      require: { globalClusterIdentifier: { present: true } },
      must: "Writes are forwarded within a global cluster: set `globalClusterIdentifier`.",
      source: CREATE_CLUSTER,
      accepts: [
        {
          engine: "aurora-mysql",
          enableGlobalWriteForwarding: true,
          globalClusterIdentifier: "x",
          masterUsername: "orders",
          manageMasterUserPassword: true,
        },
      ],
      rejects: [
        {
          engine: "aurora-mysql",
          enableGlobalWriteForwarding: true,
          masterUsername: "orders",
          manageMasterUserPassword: true,
        },
      ],
    },
    "aws.rds.cluster.managed-key": {
      type: RDS_CLUSTER,
      when: { masterUserSecretKmsKeyId: { present: true } },
      require: { manageMasterUserPassword: { present: true } },
      must: "A key for the secret requires `manageMasterUserPassword: true`.",
      source: CREATE_CLUSTER,
      accepts: [
        {
          engine: "aurora-mysql",
          masterUsername: "orders",
          manageMasterUserPassword: true,
          masterUserSecretKmsKeyId: "x",
        },
      ],
      rejects: [
        {
          engine: "aurora-mysql",
          masterUsername: "orders",
          masterPassword: "gmKw3-u7tY-pp9",
          masterUserSecretKmsKeyId: "x",
        },
      ],
    },
    "aws.rds.cluster.insights-key": {
      type: RDS_CLUSTER,
      when: { performanceInsightsKmsKeyId: { present: true } },
      require: { performanceInsightsEnabled: true },
      must: "A key for insights requires `performanceInsightsEnabled: true`.",
      source: CREATE_CLUSTER,
      accepts: [
        {
          engine: "aurora-mysql",
          masterUsername: "orders",
          manageMasterUserPassword: true,
          performanceInsightsEnabled: true,
          performanceInsightsKmsKeyId: "x",
        },
      ],
      rejects: [
        {
          engine: "aurora-mysql",
          masterUsername: "orders",
          manageMasterUserPassword: true,
          performanceInsightsEnabled: false,
          performanceInsightsKmsKeyId: "x",
        },
      ],
    },
    "aws.rds.instance.managed-key": {
      type: RDS_INSTANCE,
      when: { masterUserSecretKmsKeyId: { present: true } },
      require: { manageMasterUserPassword: { present: true } },
      must: "A key for the secret requires `manageMasterUserPassword: true`.",
      source: CREATE_INSTANCE,
      accepts: [
        {
          instanceClass: "db.t4g.medium",
          engine: "postgres",
          allocatedStorage: 20,
          username: "orders",
          manageMasterUserPassword: true,
          masterUserSecretKmsKeyId: "x",
        },
      ],
      rejects: [
        {
          instanceClass: "db.t4g.medium",
          engine: "postgres",
          allocatedStorage: 20,
          username: "orders",
          password: "gmKw3-u7tY-pp9",
          masterUserSecretKmsKeyId: "x",
        },
      ],
    },
    "aws.rds.instance.insights-key": {
      type: RDS_INSTANCE,
      when: { performanceInsightsKmsKeyId: { present: true } },
      require: { performanceInsightsEnabled: true },
      must: "A key for insights requires `performanceInsightsEnabled: true`.",
      source: CREATE_INSTANCE,
      accepts: [
        {
          instanceClass: "db.t4g.medium",
          engine: "postgres",
          allocatedStorage: 20,
          username: "orders",
          manageMasterUserPassword: true,
          performanceInsightsEnabled: true,
          performanceInsightsKmsKeyId: "x",
        },
      ],
      rejects: [
        {
          instanceClass: "db.t4g.medium",
          engine: "postgres",
          allocatedStorage: 20,
          username: "orders",
          manageMasterUserPassword: true,
          performanceInsightsEnabled: false,
          performanceInsightsKmsKeyId: "x",
        },
      ],
    },
    "aws.rds.instance.iops-share": {
      type: RDS_INSTANCE,
      when: { engine: ["mysql", "mariadb", "postgres"], storageType: "io1" },
      require: {
        iops: { min: { property: "allocatedStorage", times: 0.5 }, max: { property: "allocatedStorage", times: 50 } },
      },
      must: "`iops` must be from 0.5 to 50 for each GiB of `allocatedStorage`.",
      source: CREATE_INSTANCE,
      accepts: [
        {
          instanceClass: "db.m7g.large",
          engine: "postgres",
          storageType: "io1",
          allocatedStorage: 100,
          iops: 5000,
          username: "orders",
          manageMasterUserPassword: true,
        },
      ],
      rejects: [
        {
          instanceClass: "db.m7g.large",
          engine: "postgres",
          storageType: "io1",
          allocatedStorage: 100,
          iops: 6000,
          username: "orders",
          manageMasterUserPassword: true,
        },
      ],
    },
    "aws.rds.instance.joined-domain": {
      type: RDS_INSTANCE,
      require: { allOrNone: ["domain", "domainIamRoleName"] },
      must: "A directory requires a role, and the role a directory: set both `domain` and `domainIamRoleName`.",
      source: CREATE_INSTANCE,
      accepts: [
        {
          instanceClass: "db.m7g.large",
          engine: "postgres",
          allocatedStorage: 100,
          username: "orders",
          manageMasterUserPassword: true,
          domain: "d-1",
          domainIamRoleName: "x",
        },
      ],
      rejects: [
        {
          instanceClass: "db.m7g.large",
          engine: "postgres",
          allocatedStorage: 100,
          username: "orders",
          manageMasterUserPassword: true,
          domain: "d-1",
        },
      ],
    },
    "aws.rds.instance.domain-addresses": {
      type: RDS_INSTANCE,
      when: { domainDnsIps: { minItems: 1 } },
      require: { domainDnsIps: { minItems: 2, maxItems: 2 } },
      must: "`domainDnsIps` has two addresses.",
      source: CREATE_INSTANCE,
      accepts: [
        {
          instanceClass: "db.m7i.large",
          engine: "sqlserver-se",
          licenseModel: "license-included",
          allocatedStorage: 100,
          username: "orders",
          manageMasterUserPassword: true,
          domainFqdn: "x.example.com",
          domainDnsIps: ["10.0.0.2", "10.0.0.3"],
        },
      ],
      rejects: [
        {
          instanceClass: "db.m7i.large",
          engine: "sqlserver-se",
          licenseModel: "license-included",
          allocatedStorage: 100,
          username: "orders",
          manageMasterUserPassword: true,
          domainFqdn: "x.example.com",
          domainDnsIps: ["10.0.0.2"],
        },
      ],
    },
    "aws.rds.option-group.engine": {
      type: OPTION_GROUP,
      when: { engineName: "postgres" },
      require: { options: { present: false } },
      must: "Only Db2, MariaDB, MySQL, Oracle and SQL Server have options: leave out `options`.",
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithOptionGroups.html",
      accepts: [{ engineName: "mysql", majorEngineVersion: "8.0", options: [{ optionName: "MARIADB_AUDIT_PLUGIN" }] }],
      rejects: [{ engineName: "postgres", majorEngineVersion: "16", options: [{ optionName: "TDE" }] }],
    },
    "aws.rds.instance.network-type": {
      type: RDS_INSTANCE,
      require: { networkType: ["IPV4", "DUAL"] },
      must: '`networkType` must be "IPV4" or "DUAL".',
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html",
      accepts: [
        {
          engine: "postgres",
          instanceClass: "db.t4g.medium",
          allocatedStorage: 50,
          username: "orders",
          manageMasterUserPassword: true,
          networkType: "IPV4",
        },
      ],
      rejects: [
        {
          engine: "postgres",
          instanceClass: "db.t4g.medium",
          allocatedStorage: 50,
          username: "orders",
          manageMasterUserPassword: true,
          networkType: "ipv4",
        },
      ],
    },
    "aws.rds.instance.storage-type": {
      type: RDS_INSTANCE,
      require: { storageType: ["standard", "gp2", "gp3", "io1", "io2"] },
      must: '`storageType` must be "standard", "gp2", "gp3", "io1" or "io2".',
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html",
      accepts: [
        {
          engine: "postgres",
          instanceClass: "db.t4g.medium",
          allocatedStorage: 50,
          username: "orders",
          manageMasterUserPassword: true,
          storageType: "gp3",
        },
      ],
      rejects: [
        {
          engine: "postgres",
          instanceClass: "db.t4g.medium",
          allocatedStorage: 50,
          username: "orders",
          manageMasterUserPassword: true,
          storageType: "ssd",
        },
      ],
    },
    "aws.rds.instance.lifecycle-support": {
      type: RDS_INSTANCE,
      require: {
        engineLifecycleSupport: ["open-source-rds-extended-support", "open-source-rds-extended-support-disabled"],
      },
      must: '`engineLifecycleSupport` must be "open-source-rds-extended-support" or "open-source-rds-extended-support-disabled".',
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html",
      accepts: [
        {
          engine: "postgres",
          instanceClass: "db.t4g.medium",
          allocatedStorage: 50,
          username: "orders",
          manageMasterUserPassword: true,
          engineLifecycleSupport: "open-source-rds-extended-support",
        },
      ],
      rejects: [
        {
          engine: "postgres",
          instanceClass: "db.t4g.medium",
          allocatedStorage: 50,
          username: "orders",
          manageMasterUserPassword: true,
          engineLifecycleSupport: "disabled",
        },
      ],
    },
    "aws.rds.instance.replica-mode": {
      type: RDS_INSTANCE,
      require: { replicaMode: ["open-read-only", "mounted"] },
      must: '`replicaMode` must be "open-read-only" or "mounted".',
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstanceReadReplica.html",
      accepts: [{ replicateSourceDb: "orders", instanceClass: "db.r6i.large", replicaMode: "open-read-only" }],
      rejects: [{ replicateSourceDb: "orders", instanceClass: "db.r6i.large", replicaMode: "read-only" }],
    },
    "aws.rds.instance.backup-target": {
      type: RDS_INSTANCE,
      require: { backupTarget: ["region", "outposts", "local"] },
      must: '`backupTarget` must be "region", "outposts" or "local".',
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html",
      accepts: [
        {
          engine: "postgres",
          instanceClass: "db.t4g.medium",
          allocatedStorage: 50,
          username: "orders",
          manageMasterUserPassword: true,
          backupTarget: "region",
        },
      ],
      rejects: [
        {
          engine: "postgres",
          instanceClass: "db.t4g.medium",
          allocatedStorage: 50,
          username: "orders",
          manageMasterUserPassword: true,
          backupTarget: "s3",
        },
      ],
    },
    "aws.rds.instance.express-single-zone": {
      type: RDS_INSTANCE,
      when: { engine: ["sqlserver-ex", "sqlserver-web"] },
      require: { multiAz: false },
      must: "SQL Server Express and Web run in one zone: leave out `multiAz`.",
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_SQLServerMultiAZ.html",
      accepts: [
        {
          engine: "sqlserver-ex",
          instanceClass: "db.t3.small",
          allocatedStorage: 50,
          username: "orders",
          manageMasterUserPassword: true,
          licenseModel: "license-included",
        },
      ],
      rejects: [
        {
          engine: "sqlserver-ex",
          instanceClass: "db.t3.small",
          allocatedStorage: 50,
          username: "orders",
          manageMasterUserPassword: true,
          licenseModel: "license-included",
          multiAz: true,
        },
      ],
    },
    "aws.rds.instance.restore-time": {
      type: RDS_INSTANCE,
      when: { restoreToPointInTime: { present: true } },
      require: { exactlyOne: ["restoreToPointInTime.restoreTime", "restoreToPointInTime.useLatestRestorableTime"] },
      must: "A restore is either to a time or to the latest one.",
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBInstanceToPointInTime.html",
      accepts: [
        {
          instanceClass: "db.t4g.medium",
          restoreToPointInTime: { sourceDbInstanceIdentifier: "orders", useLatestRestorableTime: true },
        },
      ],
      rejects: [
        {
          instanceClass: "db.t4g.medium",
          restoreToPointInTime: {
            sourceDbInstanceIdentifier: "orders",
            useLatestRestorableTime: true,
            restoreTime: "2026-11-01T00:00:00Z",
          },
        },
        { instanceClass: "db.t4g.medium", restoreToPointInTime: { sourceDbInstanceIdentifier: "orders" } },
      ],
    },
    "aws.rds.instance.final-snapshot-name": {
      type: RDS_INSTANCE,
      require: { finalSnapshotIdentifier: { maxLength: 255, matches: /^[A-Za-z](?:-?[A-Za-z0-9])*$/ } },
      must: "The name of the final snapshot has letters, digits and single hyphens, begins with a letter and ends with none of the hyphens.",
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBInstance.html",
      accepts: [
        {
          engine: "postgres",
          instanceClass: "db.t4g.medium",
          allocatedStorage: 50,
          username: "orders",
          manageMasterUserPassword: true,
          finalSnapshotIdentifier: "orders-final",
        },
      ],
      rejects: [
        {
          engine: "postgres",
          instanceClass: "db.t4g.medium",
          allocatedStorage: 50,
          username: "orders",
          manageMasterUserPassword: true,
          finalSnapshotIdentifier: "orders--final",
        },
        {
          engine: "postgres",
          instanceClass: "db.t4g.medium",
          allocatedStorage: 50,
          username: "orders",
          manageMasterUserPassword: true,
          finalSnapshotIdentifier: "orders-final-",
        },
        {
          engine: "postgres",
          instanceClass: "db.t4g.medium",
          allocatedStorage: 50,
          username: "orders",
          manageMasterUserPassword: true,
          finalSnapshotIdentifier: "2026-orders",
        },
        {
          engine: "postgres",
          instanceClass: "db.t4g.medium",
          allocatedStorage: 50,
          username: "orders",
          manageMasterUserPassword: true,
          finalSnapshotIdentifier: "orders_final",
        },
      ],
    },
    "aws.rds.cluster.final-snapshot-name": {
      type: RDS_CLUSTER,
      require: { finalSnapshotIdentifier: { maxLength: 255, matches: /^[A-Za-z](?:-?[A-Za-z0-9])*$/ } },
      must: "The name of the final snapshot has letters, digits and single hyphens, begins with a letter and ends with none of the hyphens.",
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBCluster.html",
      accepts: [
        {
          engine: "aurora-postgresql",
          masterUsername: "orders",
          manageMasterUserPassword: true,
          finalSnapshotIdentifier: "orders-final",
        },
      ],
      rejects: [
        {
          engine: "aurora-postgresql",
          masterUsername: "orders",
          manageMasterUserPassword: true,
          finalSnapshotIdentifier: "orders--final",
        },
        {
          engine: "aurora-postgresql",
          masterUsername: "orders",
          manageMasterUserPassword: true,
          finalSnapshotIdentifier: "orders_final",
        },
      ],
    },
    "aws.rds.cluster.network-type": {
      type: RDS_CLUSTER,
      require: { networkType: ["IPV4", "DUAL"] },
      must: '`networkType` must be "IPV4" or "DUAL".',
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html",
      accepts: [
        { engine: "aurora-postgresql", masterUsername: "orders", manageMasterUserPassword: true, networkType: "IPV4" },
      ],
      rejects: [
        { engine: "aurora-postgresql", masterUsername: "orders", manageMasterUserPassword: true, networkType: "ipv4" },
      ],
    },
    "aws.rds.cluster.mode": {
      type: RDS_CLUSTER,
      require: { engineMode: ["provisioned", "serverless", "parallelquery", "global", "multimaster"] },
      must: '`engineMode` must be "provisioned", which also is the mode of Serverless v2, or "serverless" for version 1.',
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html",
      accepts: [
        {
          engine: "aurora-postgresql",
          masterUsername: "orders",
          manageMasterUserPassword: true,
          engineMode: "provisioned",
        },
      ],
      rejects: [
        {
          engine: "aurora-postgresql",
          masterUsername: "orders",
          manageMasterUserPassword: true,
          engineMode: "serverlessv2",
        },
      ],
    },
    "aws.rds.cluster.restore-time": {
      type: RDS_CLUSTER,
      when: { restoreToPointInTime: { present: true } },
      require: { exactlyOne: ["restoreToPointInTime.restoreToTime", "restoreToPointInTime.useLatestRestorableTime"] },
      must: "A restore is either to a time or to the latest one.",
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBClusterToPointInTime.html",
      accepts: [
        {
          engine: "aurora-postgresql",
          restoreToPointInTime: { sourceClusterIdentifier: "orders", useLatestRestorableTime: true },
        },
      ],
      rejects: [
        {
          engine: "aurora-postgresql",
          restoreToPointInTime: {
            sourceClusterIdentifier: "orders",
            useLatestRestorableTime: true,
            restoreToTime: "2026-11-01T00:00:00Z",
          },
        },
      ],
    },
    "aws.rds.cluster.restore-type": {
      type: RDS_CLUSTER,
      require: { "restoreToPointInTime.restoreType": ["full-copy", "copy-on-write"] },
      must: '`restoreType` must be "full-copy" or "copy-on-write".',
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBClusterToPointInTime.html",
      accepts: [
        {
          engine: "aurora-postgresql",
          restoreToPointInTime: {
            sourceClusterIdentifier: "orders",
            useLatestRestorableTime: true,
            restoreType: "full-copy",
          },
        },
      ],
      rejects: [
        {
          engine: "aurora-postgresql",
          restoreToPointInTime: {
            sourceClusterIdentifier: "orders",
            useLatestRestorableTime: true,
            restoreType: "clone",
          },
        },
      ],
    },
    "aws.rds.cluster.timeout-action": {
      type: RDS_CLUSTER,
      require: { "scalingConfiguration.timeoutAction": ["ForceApplyCapacityChange", "RollbackCapacityChange"] },
      must: '`timeoutAction` must be "ForceApplyCapacityChange" or "RollbackCapacityChange".',
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ScalingConfiguration.html",
      accepts: [
        {
          engine: "aurora-postgresql",
          masterUsername: "orders",
          manageMasterUserPassword: true,
          engineMode: "serverless",
          scalingConfiguration: { timeoutAction: "ForceApplyCapacityChange" },
        },
      ],
      rejects: [
        {
          engine: "aurora-postgresql",
          masterUsername: "orders",
          manageMasterUserPassword: true,
          engineMode: "serverless",
          scalingConfiguration: { timeoutAction: "Rollback" },
        },
      ],
    },
    "aws.rds.cluster.timeout": {
      type: RDS_CLUSTER,
      require: { "scalingConfiguration.secondsBeforeTimeout": { min: 60, max: 600 } },
      must: "`secondsBeforeTimeout` must be from 60 to 600.",
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ScalingConfiguration.html",
      accepts: [
        {
          engine: "aurora-postgresql",
          masterUsername: "orders",
          manageMasterUserPassword: true,
          engineMode: "serverless",
          scalingConfiguration: { secondsBeforeTimeout: 600 },
        },
      ],
      rejects: [
        {
          engine: "aurora-postgresql",
          masterUsername: "orders",
          manageMasterUserPassword: true,
          engineMode: "serverless",
          scalingConfiguration: { secondsBeforeTimeout: 601 },
        },
        {
          engine: "aurora-postgresql",
          masterUsername: "orders",
          manageMasterUserPassword: true,
          engineMode: "serverless",
          scalingConfiguration: { secondsBeforeTimeout: 59 },
        },
      ],
    },
    "aws.rds.cluster.insights-retention": {
      type: RDS_CLUSTER,
      require: { performanceInsightsRetentionPeriod: { anyOf: [[7, 731], { multipleOf: 31, min: 31, max: 713 }] } },
      must: "Performance data is kept for 7 days, for months of 31 days, or for 731 days.",
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html",
      accepts: [
        {
          engine: "aurora-postgresql",
          masterUsername: "orders",
          manageMasterUserPassword: true,
          performanceInsightsEnabled: true,
          performanceInsightsRetentionPeriod: 31,
        },
      ],
      rejects: [
        {
          engine: "aurora-postgresql",
          masterUsername: "orders",
          manageMasterUserPassword: true,
          performanceInsightsEnabled: true,
          performanceInsightsRetentionPeriod: 30,
        },
        {
          engine: "aurora-postgresql",
          masterUsername: "orders",
          manageMasterUserPassword: true,
          performanceInsightsEnabled: true,
          performanceInsightsRetentionPeriod: 90,
        },
      ],
    },
    "aws.rds.cluster-instance.insights-retention": {
      type: RDS_CLUSTER_INSTANCE,
      require: { performanceInsightsRetentionPeriod: { anyOf: [[7, 731], { multipleOf: 31, min: 31, max: 713 }] } },
      must: "Performance data is kept for 7 days, for months of 31 days, or for 731 days.",
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html",
      accepts: [
        {
          clusterIdentifier: "orders",
          engine: "aurora-postgresql",
          instanceClass: "db.r6g.large",
          performanceInsightsEnabled: true,
          performanceInsightsRetentionPeriod: 31,
        },
      ],
      rejects: [
        {
          clusterIdentifier: "orders",
          engine: "aurora-postgresql",
          instanceClass: "db.r6g.large",
          performanceInsightsEnabled: true,
          performanceInsightsRetentionPeriod: 30,
        },
        {
          clusterIdentifier: "orders",
          engine: "aurora-postgresql",
          instanceClass: "db.r6g.large",
          performanceInsightsEnabled: true,
          performanceInsightsRetentionPeriod: 90,
        },
      ],
    },
    ...parametersOf("parameter-group", PARAMETER_GROUP, ["postgres17", "postgres"]),
    ...parametersOf("cluster-parameter-group", CLUSTER_PARAMETER_GROUP, ["aurora-postgresql16", "aurora-postgresql"]),
    "aws.rds.cluster-instance.serverless-capacity": {
      type: RDS_CLUSTER_INSTANCE,
      refers: { clusterIdentifier: RDS_CLUSTER },
      when: { instanceClass: "db.serverless" },
      require: { "clusterIdentifier->serverlessv2ScalingConfiguration": { present: true } },
      must: "Instances of the class `db.serverless` require a cluster with `serverlessv2ScalingConfiguration`.",
      awsError:
        "Set the Serverless v2 scaling configuration on the parent DB cluster before creating a Serverless v2 DB instance",
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.create.html",
      accepts: [
        {
          engine: "aurora-postgresql",
          instanceClass: "db.serverless",
          clusterIdentifier: {
            engine: "aurora-postgresql",
            serverlessv2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 4 },
          },
        },
      ],
      rejects: [
        {
          engine: "aurora-postgresql",
          instanceClass: "db.serverless",
          clusterIdentifier: { engine: "aurora-postgresql" },
        },
      ],
    },
    "aws.rds.cluster-instance.engine-of-cluster": {
      type: RDS_CLUSTER_INSTANCE,
      refers: { clusterIdentifier: RDS_CLUSTER },
      require: { engine: { sameAs: "clusterIdentifier->engine" } },
      must: "An instance has the `engine` of its cluster.",
      awsError:
        "The engine name requested for your DB instance (…) doesn't match the engine name of your DB cluster (…)",
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html",
      accepts: [
        { engine: "aurora-mysql", instanceClass: "db.r6g.large", clusterIdentifier: { engine: "aurora-mysql" } },
      ],
      rejects: [
        { engine: "aurora-mysql", instanceClass: "db.r6g.large", clusterIdentifier: { engine: "aurora-postgresql" } },
      ],
    },
    "aws.rds.instance.replica-needs-backups": {
      type: RDS_INSTANCE,
      refers: { replicateSourceDb: RDS_INSTANCE },
      // Replicas of PostgreSQL have replicas of their own without.
      when: { "replicateSourceDb->replicateSourceDb": { present: false } },
      require: { "replicateSourceDb->backupRetentionPeriod": { min: 1 } },
      must: "A read replica requires a source with automated backups: `backupRetentionPeriod` of 1 or more.",
      awsError: "Automated backups are not enabled for this database instance",
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.Create.html",
      accepts: [
        { instanceClass: "db.t4g.medium", replicateSourceDb: { backupRetentionPeriod: 7 } },
        { instanceClass: "db.t4g.medium", replicateSourceDb: {} },
      ],
      rejects: [{ instanceClass: "db.t4g.medium", replicateSourceDb: { backupRetentionPeriod: 0 } }],
    },
    "aws.rds.instance.option-group-engine": {
      type: RDS_INSTANCE,
      refers: { optionGroupName: OPTION_GROUP },
      require: { engine: { sameAs: "optionGroupName->engineName" } },
      must: "An option group is of the `engine` of its databases.",
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithOptionGroups.html",
      accepts: [optioned("mysql", "8.0")],
      rejects: [optioned("mariadb", "10.11")],
    },
    "aws.rds.instance.option-group-version": {
      type: RDS_INSTANCE,
      refers: { optionGroupName: OPTION_GROUP },
      when: { engineVersion: { matches: /^\d+\.\d/ } },
      require: { engineVersion: { versionOf: "optionGroupName->majorEngineVersion" } },
      must: "An option group is of the major version of its databases.",
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithOptionGroups.html",
      accepts: [optioned("mysql", "8.0")],
      rejects: [optioned("mysql", "5.7")],
    },
    "aws.rds.proxy-target.family-of-cluster": {
      type: "aws:rds/proxyTarget:ProxyTarget",
      refers: { dbProxyName: RDS_PROXY, dbClusterIdentifier: RDS_CLUSTER },
      require: [
        { "dbProxyName->engineFamily": "MYSQL", "dbClusterIdentifier->engine": { matches: /mysql|^aurora$/ } },
        { "dbProxyName->engineFamily": "POSTGRESQL", "dbClusterIdentifier->engine": { matches: /postgres/ } },
        { "dbProxyName->engineFamily": "SQLSERVER", "dbClusterIdentifier->engine": { matches: /sqlserver/ } },
      ],
      must: "The `engineFamily` of a proxy is that of its databases.",
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html",
      accepts: [proxied("dbClusterIdentifier", "POSTGRESQL", "aurora-postgresql")],
      rejects: [proxied("dbClusterIdentifier", "MYSQL", "aurora-postgresql")],
    },
    "aws.rds.proxy-target.family-of-instance": {
      type: "aws:rds/proxyTarget:ProxyTarget",
      refers: { dbProxyName: RDS_PROXY, dbInstanceIdentifier: RDS_INSTANCE },
      require: [
        { "dbProxyName->engineFamily": "MYSQL", "dbInstanceIdentifier->engine": { matches: /mysql|mariadb/ } },
        { "dbProxyName->engineFamily": "POSTGRESQL", "dbInstanceIdentifier->engine": { matches: /postgres/ } },
        { "dbProxyName->engineFamily": "SQLSERVER", "dbInstanceIdentifier->engine": { matches: /sqlserver/ } },
      ],
      must: "The `engineFamily` of a proxy is that of its databases.",
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html",
      accepts: [proxied("dbInstanceIdentifier", "POSTGRESQL", "postgres")],
      rejects: [proxied("dbInstanceIdentifier", "MYSQL", "postgres")],
    },
    "aws.rds.instance.symmetric-key": symmetricKey(
      RDS_INSTANCE,
      "kmsKeyId",
      "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html",
      { storageEncrypted: true, instanceClass: "db.t4g.medium" },
    ),
    "aws.rds.cluster.symmetric-key": symmetricKey(
      RDS_CLUSTER,
      "kmsKeyId",
      "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html",
      { storageEncrypted: true, engine: "aurora-mysql", snapshotIdentifier: "x" },
    ),
  },
} satisfies ServiceConstraints;
