import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { DATABASE_PORT } from "./shared";
import type { Foundation } from "./foundation";
import type { Network } from "./network";

const ENGINE = aws.rds.EngineType.AuroraMysql;
const ENGINE_VERSION = "8.0.mysql_aurora.3.10.4";
const FAMILY = "aurora-mysql8.0";
const LOG_EXPORTS = ["audit", "error", "general", "slowquery"];
const INSTANCES = 2;

export const DATABASE_NAME = "payments";
/** Signs in with IAM tokens; the migration makes it. */
export const DATABASE_USER = "payments_service";

export interface DatabaseArgs {
  environmentSuffix: string;
  foundation: Foundation;
  network: Network;
}

/**
 * Aurora Serverless v2. RDS makes the administrator's password and keeps it in Secrets Manager; only migrations use it.
 * The environment is destroyed after its tests, and the database with it.
 */
export class Database extends pulumi.ComponentResource {
  readonly cluster: aws.rds.Cluster;
  readonly instances: aws.rds.ClusterInstance[];
  readonly secretArn: pulumi.Output<string>;
  readonly rotation: aws.secretsmanager.SecretRotation;

  constructor(name: string, args: DatabaseArgs, opts?: pulumi.ComponentResourceOptions) {
    super("payments:index:Database", name, {}, opts);
    const parent = { parent: this };
    const { environmentSuffix, foundation, network } = args;
    const named = (part: string): string => `payments-${part}-${environmentSuffix}`;
    const clusterIdentifier = named("database");

    const subnets = new aws.rds.SubnetGroup(
      named("database-subnets"),
      { description: "Database tier", subnetIds: network.subnetIds.database },
      parent,
    );
    const clusterParameters = new aws.rds.ClusterParameterGroup(
      named("cluster-parameters"),
      {
        family: FAMILY,
        description: "Encrypted connections and an audit log",
        parameters: [
          { name: "require_secure_transport", value: "ON" },
          { name: "server_audit_logging", value: "1" },
          { name: "server_audit_events", value: "CONNECT,QUERY_DCL,QUERY_DDL" },
          { name: "slow_query_log", value: "1" },
        ],
      },
      parent,
    );
    const instanceParameters = new aws.rds.ParameterGroup(
      named("instance-parameters"),
      { family: FAMILY, description: "Instances of the payment database" },
      parent,
    );
    const logs = LOG_EXPORTS.map((log) =>
      foundation.logGroup(`database-${log}`, `/aws/rds/cluster/${clusterIdentifier}/${log}`),
    );

    this.cluster = new aws.rds.Cluster(
      named("database"),
      {
        clusterIdentifier,
        engine: ENGINE,
        engineMode: "provisioned",
        engineVersion: ENGINE_VERSION,
        serverlessv2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 4 },
        databaseName: DATABASE_NAME,
        port: DATABASE_PORT,
        masterUsername: "payments_owner",
        manageMasterUserPassword: true,
        masterUserSecretKmsKeyId: foundation.key.arn,
        iamDatabaseAuthenticationEnabled: true,
        dbSubnetGroupName: subnets.name,
        dbClusterParameterGroupName: clusterParameters.name,
        vpcSecurityGroupIds: [network.databaseGroup.id],
        storageEncrypted: true,
        kmsKeyId: foundation.key.arn,
        backupRetentionPeriod: 7,
        preferredBackupWindow: "01:00-02:00",
        preferredMaintenanceWindow: "sun:04:00-sun:05:00",
        enabledCloudwatchLogsExports: LOG_EXPORTS,
        copyTagsToSnapshot: true,
        deletionProtection: false,
        skipFinalSnapshot: true,
      },
      { parent: this, dependsOn: logs },
    );

    this.instances = Array.from(
      { length: INSTANCES },
      (_, index) =>
        new aws.rds.ClusterInstance(
          named(`database-${index + 1}`),
          {
            identifier: `${clusterIdentifier}-${index + 1}`,
            clusterIdentifier: this.cluster.id,
            engine: ENGINE,
            engineVersion: ENGINE_VERSION,
            instanceClass: "db.serverless",
            dbSubnetGroupName: subnets.name,
            dbParameterGroupName: instanceParameters.name,
            publiclyAccessible: false,
            performanceInsightsEnabled: true,
            performanceInsightsKmsKeyId: foundation.key.arn,
          },
          parent,
        ),
    );

    this.secretArn = this.cluster.masterUserSecrets[0].secretArn.apply((arn) => arn!);
    this.rotation = new aws.secretsmanager.SecretRotation(
      named("database-rotation"),
      { secretId: this.secretArn, rotationRules: { automaticallyAfterDays: 30 } },
      { parent: this, dependsOn: this.instances },
    );
    this.registerOutputs({ secretArn: this.secretArn });
  }
}
