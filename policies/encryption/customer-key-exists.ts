import { RDS_CLUSTER, RDS_INSTANCE } from "../../stack/database";
import { isCustomerKey } from "../../stack/keys";
import type { Resource } from "../../stack/resource";
import { defineRule } from "../rule";

const KEYS = [
  "aws:kms/key:Key",
  "aws:kms/externalKey:ExternalKey",
  "aws:kms/replicaKey:ReplicaKey",
  "aws:kms/replicaExternalKey:ReplicaExternalKey",
  "aws:kms/alias:Alias",
];

const DATA_STORES = [
  RDS_INSTANCE,
  RDS_CLUSTER,
  "aws:docdb/cluster:Cluster",
  "aws:dynamodb/table:Table",
  "aws:efs/fileSystem:FileSystem",
  "aws:elasticache/cluster:Cluster",
  "aws:elasticache/replicationGroup:ReplicationGroup",
  "aws:elasticache/serverlessCache:ServerlessCache",
  "aws:kinesis/stream:Stream",
  "aws:memorydb/cluster:Cluster",
  "aws:neptune/cluster:Cluster",
  "aws:opensearch/domain:Domain",
  "aws:redshift/cluster:Cluster",
];

// kmsKeyId, kmsKeyArn, kmsMasterKeyId, …, also in a block; a block that is not known yet may name one.
const KEY_PROPERTY = /(kms\w*key\w*|serverSideEncryption|encryptAtRest)$/i;

const namesCustomerKey = (resource: Resource): boolean =>
  resource.scalars().some((scalar) => KEY_PROPERTY.test(scalar.path) && isCustomerKey(scalar.str()));

export default defineRule({
  id: "customer-key-exists",
  category: "encryption",
  description: "Data at rest has a customer-managed KMS key",
  severity: "high",
  level: "contract",
  contractKeys: ["customerKeys"],
  failures: ["B2"],
  why:
    "Encryption with keys that the customer manages begins with such a key: " +
    "without one, every data store falls back to keys whose policy, rotation and removal are AWS's.",
  fix: {
    typescript:
      'const key = new aws.kms.Key("data", { enableKeyRotation: true });\n// then kmsKeyId: key.arn in each store',
    python: 'key = aws.kms.Key("data", enable_key_rotation=True)\n# then kms_key_id=key.arn in each store',
    yaml:
      "resources:\n  data: # then kmsKeyId: ${data.arn} in each store\n    type: aws:kms:Key\n" +
      "    properties:\n      enableKeyRotation: true",
  },
  limits:
    "Stacks without a database, table, stream, cache or file system. Whether each store uses the key is for its own rule.",
  stack(stack, { report }) {
    const stores = stack.ofType(...DATA_STORES).filter(({ outside }) => !outside);
    const [first] = stores;
    const hasKey = stack.ofType(...KEYS).length > 0 || stack.resources.some(namesCustomerKey);
    if (first && !hasKey) {
      const others = stores.length === 1 ? "" : ` and ${String(stores.length - 1)} more`;
      report({
        message:
          `the stack keeps data (${first.name}${others}) and neither makes nor names a KMS key of its own; ` +
          "make an aws.kms.Key with enableKeyRotation: true and give its ARN to every data store.",
      });
    }
  },
});
