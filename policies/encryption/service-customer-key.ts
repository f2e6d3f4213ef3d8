import {
  EBS_VOLUME,
  ECR_REPOSITORY,
  EFS_FILE_SYSTEM,
  RDS_CLUSTER,
  RDS_CLUSTER_INSTANCE,
  RDS_INSTANCE,
  SECRETSMANAGER_SECRET,
} from "../../src/aws/type-tokens";
import { defineRequirement, type Plain, type Requirement } from "../../src/rules/requirement";

const KEY = "${key.arn}";
const withKey = (
  types: readonly string[],
  property: string,
  example: Readonly<Record<string, Plain>>,
  more: Partial<Requirement> = {},
): Requirement => ({
  types,
  property,
  must: { isSet: true },
  consequence: "A key that AWS manages encrypts this, and its policy cannot be limited.",
  correct: KEY,
  example,
  ...more,
});

const insights = (type: string): Requirement =>
  withKey(
    [type],
    "performanceInsightsKmsKeyId",
    { engine: "aurora-postgresql" },
    {
      when: [{ property: "performanceInsightsEnabled", must: { equals: true } }],
    },
  );

export default defineRequirement({
  id: "service-customer-key",
  category: "encryption",
  description: "Data at rest must be encrypted with a customer-managed key",
  severity: "low",
  level: "only-if-required",
  contractKeys: ["customerKeys"],
  why:
    "With a key of your own, its policy decides who can read the data, CloudTrail shows each use, and disabling it stops " +
    "every access at once. None of that can be done with the keys that AWS manages.",
  limits: "Which key is set; templates of instances; the keys of an account's defaults (aws.ebs.DefaultKmsKey).",
  references: ["https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html"],
  requirement: [
    withKey(
      [ECR_REPOSITORY],
      "encryptionConfigurations[].kmsKey",
      { name: "orders" },
      {
        inAnyElement: true,
        correct: KEY,
        instead: 'Set `encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: key.arn }]`.',
      },
    ),
    withKey([SECRETSMANAGER_SECRET], "kmsKeyId", { name: "orders" }),
    withKey([EBS_VOLUME], "kmsKeyId", { availabilityZone: "us-east-1a", size: 20, encrypted: true }),
    withKey([EFS_FILE_SYSTEM], "kmsKeyId", { encrypted: true }),
    withKey(["aws:appflow/flow:Flow"], "kmsArn", { name: "orders" }),
    withKey(["aws:appflow/connectorProfile:ConnectorProfile"], "kmsArn", { name: "orders" }),
    withKey(["aws:athena/database:Database"], "encryptionConfiguration.kmsKey", { name: "orders", bucket: "results" }),
    withKey(["aws:docdb/cluster:Cluster"], "kmsKeyId", { storageEncrypted: true }),
    withKey(["aws:neptune/cluster:Cluster"], "kmsKeyArn", { storageEncrypted: true }),
    withKey(["aws:fsx/lustreFileSystem:LustreFileSystem"], "kmsKeyId", { storageCapacity: 1200 }),
    withKey(["aws:fsx/openZfsFileSystem:OpenZfsFileSystem"], "kmsKeyId", { storageCapacity: 64 }),
    withKey(["aws:fsx/ontapFileSystem:OntapFileSystem"], "kmsKeyId", { storageCapacity: 1024 }),
    withKey(["aws:fsx/windowsFileSystem:WindowsFileSystem"], "kmsKeyId", { storageCapacity: 300 }),
    withKey(["aws:mq/broker:Broker"], "encryptionOptions.kmsKeyId", { brokerName: "orders" }),
    withKey(["aws:msk/cluster:Cluster"], "encryptionInfo.encryptionAtRestKmsKeyArn", { clusterName: "orders" }),
    withKey(["aws:dms/replicationInstance:ReplicationInstance"], "kmsKeyArn", { replicationInstanceId: "orders" }),
    withKey(["aws:redshiftserverless/namespace:Namespace"], "kmsKeyId", { namespaceName: "orders" }),
    withKey(["aws:networkfirewall/firewall:Firewall"], "encryptionConfiguration.keyId", { name: "orders" }),
    withKey(["aws:backup/vault:Vault"], "kmsKeyArn", { name: "orders" }),
    withKey(["aws:sagemaker/notebookInstance:NotebookInstance"], "kmsKeyId", { name: "orders" }),
    ...[RDS_INSTANCE, RDS_CLUSTER_INSTANCE, RDS_CLUSTER].map(insights),
  ],
});
