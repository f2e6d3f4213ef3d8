import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { keyOf, primaryKey } from "./keys";
import { networks } from "./network";
import { named, primary, type Region } from "./settings";

const inPrimary = { provider: primary.provider };

/** Open carts and orders. */
export const orders = new aws.dynamodb.Table(
  named("orders"),
  {
    billingMode: "PAY_PER_REQUEST",
    hashKey: "orderId",
    attributes: [{ name: "orderId", type: "S" }],
    streamEnabled: true,
    streamViewType: "NEW_AND_OLD_IMAGES",
    deletionProtectionEnabled: true,
    serverSideEncryption: { enabled: true, kmsKeyArn: primaryKey.arn },
  },
  inPrimary,
);

const ENGINE = { engine: aws.rds.EngineType.AuroraPostgresql, engineVersion: "16.8" };
const USER = "orders_admin";
const password = new random.RandomPassword(named("database-password"), { length: 32, special: false });

/** What the functions sign in with. */
export const credentials = new aws.secretsmanager.Secret(
  named("database-credentials"),
  { kmsKeyId: primaryKey.arn },
  inPrimary,
);
interface Database {
  cluster: aws.rds.Cluster;
  instances: aws.rds.ClusterInstance[];
}

function databaseIn(region: Region): Database {
  const { subnets, databases } = networks[region.part];
  const options = { provider: region.provider };
  const subnetGroup = new aws.rds.SubnetGroup(
    named("database", region),
    { subnetIds: subnets.map(({ id }) => id) },
    options,
  );
  const parameters = new aws.rds.ClusterParameterGroup(
    named("database", region),
    {
      family: "aurora-postgresql16",
      description: "Orders",
      parameters: [
        { name: "rds.force_ssl", value: "1" },
        { name: "log_min_duration_statement", value: "1000" },
      ],
    },
    options,
  );
  const cluster = new aws.rds.Cluster(
    named("database", region),
    {
      clusterIdentifier: named("database", region),
      ...ENGINE,
      storageEncrypted: true,
      kmsKeyId: keyOf(region),
      dbSubnetGroupName: subnetGroup.name,
      vpcSecurityGroupIds: [databases.id],
      backupRetentionPeriod: 14,
      preferredBackupWindow: "07:00-08:00",
      preferredMaintenanceWindow: "sun:09:00-sun:10:00",
      dbClusterParameterGroupName: parameters.name,
      enabledCloudwatchLogsExports: ["postgresql"],
      copyTagsToSnapshot: true,
      deletionProtection: true,
      finalSnapshotIdentifier: named("database-last", region),
      databaseName: "orders",
      masterUsername: USER,
      masterPassword: password.result,
    },
    options,
  );
  const instances = [
    new aws.rds.ClusterInstance(
      named("database-1", region),
      {
        clusterIdentifier: cluster.id,
        ...ENGINE,
        instanceClass: "db.r6g.large",
        performanceInsightsEnabled: true,
        performanceInsightsKmsKeyId: keyOf(region),
      },
      options,
    ),
  ];
  return { cluster, instances };
}

export const database = databaseIn(primary);

new aws.secretsmanager.SecretVersion(
  named("database-credentials"),
  {
    secretId: credentials.id,
    secretString: pulumi.jsonStringify({
      username: USER,
      password: password.result,
    }),
  },
  inPrimary,
);

/** Receipts. */
function bucketIn(region: Region): { bucket: aws.s3.Bucket; versioning: aws.s3.BucketVersioning } {
  const options = { provider: region.provider };
  const bucket = new aws.s3.Bucket(named("receipts", region), {}, options);
  const versioning = new aws.s3.BucketVersioning(
    named("receipts", region),
    { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } },
    options,
  );
  new aws.s3.BucketLifecycleConfiguration(
    named("receipts", region),
    {
      bucket: bucket.id,
      rules: [
        {
          id: "old-versions",
          status: "Enabled",
          filter: { prefix: "" },
          noncurrentVersionExpiration: { noncurrentDays: 90 },
          abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
        },
      ],
    },
    { ...options, dependsOn: [versioning] },
  );
  const block = new aws.s3.BucketPublicAccessBlock(
    named("receipts", region),
    {
      bucket: bucket.id,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    options,
  );
  new aws.s3.BucketPolicy(
    named("receipts", region),
    {
      bucket: bucket.id,
      policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Deny",
            Principal: "*",
            Action: "s3:*",
            Resource: [bucket.arn, pulumi.interpolate`${bucket.arn}/*`],
            Condition: { Bool: { "aws:SecureTransport": "false" } },
          },
        ],
      }),
    },
    { ...options, dependsOn: [block] },
  );
  new aws.s3.BucketServerSideEncryptionConfiguration(
    named("receipts", region),
    {
      bucket: bucket.id,
      rules: [
        {
          applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyOf(region) },
          bucketKeyEnabled: true,
        },
      ],
    },
    options,
  );
  return { bucket, versioning };
}

export const { bucket: receipts } = bucketIn(primary);

/** The image of the functions. */
export const repository = new aws.ecr.Repository(
  named("api"),
  {
    name: named("api"),
    imageTagMutability: "IMMUTABLE",
    imageScanningConfiguration: { scanOnPush: true },
    encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: primaryKey.arn }],
  },
  inPrimary,
);
