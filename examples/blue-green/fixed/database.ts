import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { key, logGroup, operatorsTopic } from "./foundation";
import { databaseSubnets, groups } from "./network";
import { COLORS, type Color, DATABASE_NAME, DATABASE_PORT, permissions, physicalName, trust } from "./settings";

/*
 * Credentials. There are two kinds, and no password passes through this program or its state:
 * - The administrator's is made and rotated by RDS itself (`manageMasterUserPassword`), in a secret under our key.
 *   People and the rotation function use it; services do not, for they need far less than an administrator may do.
 * - The service's own user has a secret of ours. The function below makes a new password every 30 days, and the first
 *   as soon as the rotation is set up. It speaks to Aurora through the Data API, so it needs neither a driver nor a
 *   place in the VPC.
 */
const ENGINE = aws.rds.EngineType.AuroraMysql;
const ENGINE_VERSION = "8.0.mysql_aurora.3.10.4";
const FAMILY = "aurora-mysql8.0";
const INSTANCES = 2;
const LOG_EXPORTS = ["audit", "error", "general", "slowquery"];

const subnetGroup = new aws.rds.SubnetGroup("databases", {
  description: "Database tier over three zones",
  subnetIds: databaseSubnets.map((subnet) => subnet.id),
});

// The general log stays off: its statements may hold card data. Its export is in place for when it is needed.
const clusterParameters = new aws.rds.ClusterParameterGroup("database-cluster-parameters", {
  family: FAMILY,
  description: "Encrypted connections, audit of who connects and what changes",
  parameters: [
    { name: "require_secure_transport", value: "ON" },
    { name: "server_audit_logging", value: "1" },
    { name: "server_audit_events", value: "CONNECT,QUERY_DCL,QUERY_DDL" },
    { name: "slow_query_log", value: "1" },
    { name: "long_query_time", value: "1" },
  ],
});

const instanceParameters = new aws.rds.ParameterGroup("database-instance-parameters", {
  family: FAMILY,
  description: "Instances of the payment databases",
});

export interface Database {
  cluster: aws.rds.Cluster;
  instances: aws.rds.ClusterInstance[];
  /** The service's user name and password, as JSON. */
  credentials: aws.secretsmanager.Secret;
  administratorSecretArn: pulumi.Output<string>;
  seed: aws.secretsmanager.SecretVersion;
}

function createDatabase(color: Color): Database {
  const clusterIdentifier = physicalName(color);
  // RDS would make these itself, unencrypted and kept for ever.
  const logGroups = LOG_EXPORTS.map((log) =>
    logGroup(`${color}-database-${log}-log`, `/aws/rds/cluster/${clusterIdentifier}/${log}`),
  );

  const cluster = new aws.rds.Cluster(
    `${color}-cluster`,
    {
      clusterIdentifier,
      engine: ENGINE,
      engineVersion: ENGINE_VERSION,
      databaseName: DATABASE_NAME,
      port: DATABASE_PORT,
      masterUsername: "payments_administrator",
      manageMasterUserPassword: true,
      masterUserSecretKmsKeyId: key.arn,
      enableHttpEndpoint: true,
      dbSubnetGroupName: subnetGroup.name,
      dbClusterParameterGroupName: clusterParameters.name,
      vpcSecurityGroupIds: [groups[color].database.id],
      storageEncrypted: true,
      kmsKeyId: key.arn,
      backupRetentionPeriod: 7,
      preferredBackupWindow: "02:00-03:00",
      preferredMaintenanceWindow: "sun:07:00-sun:08:00",
      enabledCloudwatchLogsExports: LOG_EXPORTS,
      copyTagsToSnapshot: true,
      deletionProtection: true,
      skipFinalSnapshot: false,
      finalSnapshotIdentifier: `${clusterIdentifier}-final`,
    },
    { dependsOn: logGroups },
  );

  const instances = Array.from(
    { length: INSTANCES },
    (_, index) =>
      new aws.rds.ClusterInstance(`${color}-instance-${index + 1}`, {
        identifier: `${clusterIdentifier}-${index + 1}`,
        clusterIdentifier: cluster.id,
        engine: ENGINE,
        engineVersion: ENGINE_VERSION,
        instanceClass: "db.r6g.large",
        dbSubnetGroupName: subnetGroup.name,
        dbParameterGroupName: instanceParameters.name,
        publiclyAccessible: false,
        // Upgrades are tried on the idle side first.
        autoMinorVersionUpgrade: false,
        performanceInsightsEnabled: true,
        performanceInsightsKmsKeyId: key.arn,
      }),
  );

  const credentials = new aws.secretsmanager.Secret(`${color}-service-credentials`, {
    description: `Database user of the ${color} service`,
    kmsKeyId: key.arn,
  });
  const administratorSecretArn = cluster.masterUserSecrets[0].secretArn.apply((arn) => arn!);

  // Says whom the rotation is for; the rotation adds the password. The extra label keeps Secrets Manager from dropping
  // this version, which would make a later update write it again, over the rotated one.
  const seed = new aws.secretsmanager.SecretVersion(
    `${color}-service-user`,
    {
      secretId: credentials.id,
      secretString: pulumi.jsonStringify({
        username: "payments_service",
        database: DATABASE_NAME,
        clusterArn: cluster.arn,
        administratorSecretArn,
      }),
      versionStages: ["AWSCURRENT", "SEED"],
    },
    { ignoreChanges: ["secretString", "versionStages"] },
  );

  return { cluster, instances, credentials, administratorSecretArn, seed };
}

export const databases = Object.fromEntries(COLORS.map((color) => [color, createDatabase(color)])) as Record<
  Color,
  Database
>;

const allDatabases = Object.values(databases);

const rotationName = physicalName("rotate-credentials");
const rotationLog = logGroup("rotation-log", `/aws/lambda/${rotationName}`);
const rotationRole = new aws.iam.Role("rotation-role", { assumeRolePolicy: trust("lambda.amazonaws.com") });
const rotationPolicy = new aws.iam.RolePolicy("rotation-policy", {
  role: rotationRole.id,
  policy: permissions([
    {
      Effect: "Allow",
      Action: [
        "secretsmanager:DescribeSecret",
        "secretsmanager:GetSecretValue",
        "secretsmanager:PutSecretValue",
        "secretsmanager:UpdateSecretVersionStage",
      ],
      Resource: allDatabases.map(({ credentials }) => credentials.arn),
    },
    {
      Effect: "Allow",
      Action: ["secretsmanager:GetSecretValue"],
      Resource: allDatabases.map(({ administratorSecretArn }) => administratorSecretArn),
    },
    // Traces cannot be limited to a resource.
    { Effect: "Allow", Action: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], Resource: "*" },
    {
      Effect: "Allow",
      Action: ["rds-data:ExecuteStatement"],
      Resource: allDatabases.map(({ cluster }) => cluster.arn),
    },
    { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: key.arn },
    { Effect: "Allow", Action: ["sns:Publish"], Resource: operatorsTopic.arn },
    {
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: pulumi.interpolate`${rotationLog.arn}:*`,
    },
  ]),
});

export const rotationFunction = new aws.lambda.Function(
  "rotation-function",
  {
    name: rotationName,
    description: "Gives the services' database users new passwords",
    role: rotationRole.arn,
    runtime: aws.lambda.Runtime.Python3d13,
    architectures: ["arm64"],
    handler: "rotate_credentials.handler",
    code: new pulumi.asset.AssetArchive({
      "rotate_credentials.py": new pulumi.asset.FileAsset("./lambda/rotate_credentials.py"),
    }),
    timeout: 60,
    memorySize: 256,
    kmsKeyArn: key.arn,
    deadLetterConfig: { targetArn: operatorsTopic.arn },
    tracingConfig: { mode: "Active" },
    loggingConfig: { logFormat: "JSON", logGroup: rotationLog.name },
  },
  { dependsOn: rotationPolicy },
);

/** The rotation of each side's secret; its service waits for it. */
export const rotations = Object.fromEntries(
  COLORS.map((color) => {
    const { credentials, instances, seed } = databases[color];
    const permission = new aws.lambda.Permission(`${color}-rotation-permission`, {
      function: rotationFunction.name,
      action: "lambda:InvokeFunction",
      principal: "secretsmanager.amazonaws.com",
      sourceArn: credentials.arn,
    });
    const rotation = new aws.secretsmanager.SecretRotation(
      `${color}-rotation`,
      {
        secretId: credentials.id,
        rotationLambdaArn: rotationFunction.arn,
        rotationRules: { automaticallyAfterDays: 30 },
      },
      { dependsOn: [permission, seed, ...instances] },
    );
    return [color, rotation];
  }),
) as Record<Color, aws.secretsmanager.SecretRotation>;

/** Sessions outlive a switch, so both sides share them. */
export const sessionTable = new aws.dynamodb.Table("sessions", {
  billingMode: "PAY_PER_REQUEST",
  hashKey: "sessionId",
  attributes: [{ name: "sessionId", type: "S" }],
  ttl: { enabled: true, attributeName: "expiresAt" },
  pointInTimeRecovery: { enabled: true },
  serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
  deletionProtectionEnabled: true,
});
