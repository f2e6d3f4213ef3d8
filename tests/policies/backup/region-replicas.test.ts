import rule from "../../../policies/backup/region-replicas";
import type { Contract } from "../../../src/contract/contract";
import { resource, ruleTest, unknown, type BuiltResource, type Input } from "../../../src/testing";

const names = ["us-east-1", "us-west-2"];
const contract: Contract = {
  regions: { names, replicated: ["backup", "dynamodb", "ecr", "efs", "kms", "rds", "s3", "secretsmanager"] },
};
const config = { "aws:region": "us-east-1" };
const inWest = { region: "us-west-2" };

const table = (more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:dynamodb/table:Table", "orders", { hashKey: "id", ...more });
const secret = (more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:secretsmanager/secret:Secret", "keys", more);
const bucket = resource("aws:s3/bucket:Bucket", "pictures");
const copies = resource("aws:s3/bucket:Bucket", "copies", inWest);
const replication = resource("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "pictures", {
  bucket: bucket.id,
  role: "arn:aws:iam::464738291005:role/replication",
  rules: [{ status: "Enabled", destination: { bucket: copies.arn } }],
});
const database = resource("aws:rds/instance:Instance", "ledger", { instanceClass: "db.t4g.medium" });
const replica = resource("aws:rds/instance:Instance", "ledger-west", {
  instanceClass: "db.t4g.medium",
  replicateSourceDb: database.arn,
  ...inWest,
});
const cluster = (more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:rds/cluster:Cluster", "shop", { engine: "aurora-mysql", ...more });
const repository = resource("aws:ecr/repository:Repository", "web");
const images = resource("aws:ecr/replicationConfiguration:ReplicationConfiguration", "web", {
  replicationConfiguration: { rules: [{ destinations: [{ region: "us-west-2", registryId: "464738291005" }] }] },
});
const key = resource("aws:kms/key:Key", "data", { multiRegion: true });
const keyCopy = resource("aws:kms/replicaKey:ReplicaKey", "data", { primaryKeyArn: key.arn, ...inWest });
const files = resource("aws:efs/fileSystem:FileSystem", "files");
const filesCopy = resource("aws:efs/replicationConfiguration:ReplicationConfiguration", "files", {
  sourceFileSystemId: files.id,
  destination: { region: "us-west-2" },
});
const plan = (more: Record<string, Input>): BuiltResource =>
  resource("aws:backup/plan:Plan", "daily", {
    name: "daily",
    rules: [{ ruleName: "d", targetVaultName: "v", ...more }],
  });

const globalCluster = resource("aws:rds/globalCluster:GlobalCluster", "shop", { globalClusterIdentifier: "shop" });
const inGlobal = { engine: "aurora-mysql", globalClusterIdentifier: globalCluster.id };
const vault = resource("aws:backup/vault:Vault", "tokyo", { region: "ap-northeast-1" });
const replicated = (to: Input): BuiltResource =>
  resource("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "pictures", {
    bucket: bucket.id,
    role: "arn:aws:iam::464738291005:role/replication",
    rules: [{ status: "Enabled", destination: { bucket: to } }],
  });

ruleTest(rule, {
  valid: [
    { name: "no contract", config, stack: [table()] },
    { name: "another promise", contract: { regions: { names, replicated: ["s3"] } }, config, stack: [table()] },
    { name: "replicas of a table", contract, config, stack: [table({ replicas: [{ regionName: "us-west-2" }] })] },
    {
      name: "a replica of a table as a resource",
      contract,
      config,
      stack: [
        table(),
        resource("aws:dynamodb/tableReplica:TableReplica", "west", { globalTableArn: table().arn, ...inWest }),
      ],
    },
    { name: "a secret", contract, config, stack: [secret({ replicas: [{ region: "us-west-2" }] })] },
    { name: "a bucket and its destination", contract, config, stack: [bucket, copies, replication] },
    { name: "a database", contract, config, stack: [database, replica] },
    {
      name: "a global cluster",
      contract,
      config,
      stack: [
        globalCluster,
        cluster(inGlobal),
        resource("aws:rds/cluster:Cluster", "west", { ...inGlobal, ...inWest }),
      ],
    },
    { name: "images", contract, config, stack: [repository, images] },
    { name: "a key", contract, config, stack: [key, keyCopy] },
    { name: "files", contract, config, stack: [files, filesCopy] },
    {
      name: "backups",
      contract,
      config,
      stack: [plan({ copyActions: [{ destinationVaultArn: "arn:aws:backup:us-west-2:464738291005:backup-vault:x" }] })],
    },
    { name: "a region that nothing shows", contract, stack: [table()] },
  ],
  invalid: [
    {
      name: "all of it in one region",
      contract,
      config,
      stack: [table(), secret(), bucket, database, cluster(), repository, key, files, plan({})],
      findings: [
        {
          resource: "orders",
          level: "mandatory",
          message: /requires this in us-west-2, and nothing copies it there from us-east-1\. Add the region to/,
        },
        ...["keys", "pictures", "ledger", "shop", "web", "data", "files", "daily"].map((name) => ({
          resource: name,
          level: "mandatory" as const,
        })),
      ],
    },
    {
      name: "a replica in a third region",
      contract,
      config,
      stack: [table({ replicas: [{ regionName: "eu-west-1" }] })],
      findings: [{ resource: "orders", level: "mandatory" }],
    },
    {
      name: "copies that stay in the region or go to a third one",
      contract,
      config,
      stack: [
        bucket,
        resource("aws:s3/bucket:Bucket", "beside"),
        replicated(resource("aws:s3/bucket:Bucket", "beside").arn),
        globalCluster,
        cluster(inGlobal),
        repository,
        resource("aws:ecr/replicationConfiguration:ReplicationConfiguration", "web", {
          replicationConfiguration: {
            rules: [{ destinations: [{ region: "eu-west-1", registryId: "464738291005" }] }],
          },
        }),
        files,
        resource("aws:efs/replicationConfiguration:ReplicationConfiguration", "files", {
          sourceFileSystemId: files.id,
          destination: { region: "eu-west-1" },
        }),
        vault,
        plan({ copyActions: [{ destinationVaultArn: vault.arn }] }),
      ],
      findings: ["pictures", "shop", "web", "files", "daily"].map((name) => ({
        resource: name,
        level: "mandatory" as const,
      })),
    },
  ],
  undecided: [
    {
      name: "what leads to other stacks",
      contract,
      config,
      stack: [
        bucket,
        replicated("arn:aws:s3:::shop-copies"),
        cluster({ globalClusterIdentifier: "shop" }),
        plan({ copyActions: [{ destinationVaultArn: unknown }] }),
      ],
      at: ["pictures", "shop", "daily"],
    },
    {
      name: "replicas that are not known yet",
      contract,
      config,
      stack: [table({ replicas: unknown })],
      at: ["orders"],
    },
  ],
});
