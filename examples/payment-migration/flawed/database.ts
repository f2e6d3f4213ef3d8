import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { DATABASE_PORT, type Network } from "./network";

export const DATABASE_NAME = "payments";
const DATABASE_USER = "payments";
const DATABASE_PASSWORD = "Pay-m3nts-Migr8!"; // P3: a password in the source.

export interface DatabaseArgs {
  tags: Record<string, string>;
  network: Network;
}

export class Database extends pulumi.ComponentResource {
  readonly instance: aws.rds.Instance;

  constructor(name: string, { tags, network }: DatabaseArgs, opts?: pulumi.ComponentResourceOptions) {
    super("payments:index:Database", name, {}, opts);
    const parent = { parent: this };

    const subnets = new aws.rds.SubnetGroup(
      "payments-database-subnets",
      { description: "Private subnets", subnetIds: network.privateSubnets.map((subnet) => subnet.id), tags },
      parent,
    );
    // P4: an RDS instance of MySQL instead of Aurora Serverless v2.
    this.instance = new aws.rds.Instance(
      "payments-database",
      {
        identifier: "payments-database",
        engine: "mysql",
        engineVersion: "8.4.9",
        instanceClass: "db.m7g.large",
        allocatedStorage: 100,
        storageType: "gp3",
        storageEncrypted: true,
        dbName: DATABASE_NAME,
        port: DATABASE_PORT,
        username: DATABASE_USER,
        password: DATABASE_PASSWORD, // P6: it is written here too; the secret below is only a copy of it.
        multiAz: true,
        publiclyAccessible: false,
        dbSubnetGroupName: subnets.name,
        vpcSecurityGroupIds: [network.databaseGroup.id],
        backupRetentionPeriod: 7,
        backupWindow: "01:00-02:00",
        maintenanceWindow: "sun:04:00-sun:05:00",
        enabledCloudwatchLogsExports: ["audit", "error", "general", "slowquery"],
        copyTagsToSnapshot: true,
        skipFinalSnapshot: false, // P5: the environment cannot be destroyed and made anew.
        finalSnapshotIdentifier: "payments-database-final",
        tags,
      },
      parent,
    );

    // P7: no rotation.
    const secret = new aws.secretsmanager.Secret(
      "payments-database-secret",
      { name: "payments/database", description: "Database user of the payment platform", tags },
      parent,
    );
    new aws.secretsmanager.SecretVersion(
      "payments-database-secret-version",
      {
        secretId: secret.id,
        secretString: JSON.stringify({ username: DATABASE_USER, password: DATABASE_PASSWORD }),
      },
      parent,
    );
    this.registerOutputs({ address: this.instance.address });
  }
}
