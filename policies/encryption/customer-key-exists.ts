import { hasCustomerKey } from "../../src/aws/identity/keys";
import { RDS_CLUSTER, RDS_INSTANCE } from "../../src/aws/type-tokens";
import { defineRule } from "../../src/rules/rule";

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

export default defineRule({
  id: "customer-key-exists",
  category: "encryption",
  description: "A stack with data at rest must have a customer-managed KMS key",
  severity: "high",
  level: "only-if-required",
  contractKeys: ["customerKeys"],
  failures: ["B2"],
  why:
    "Encryption with keys that you manage begins with such a key. Without one, every data store falls back to keys whose " +
    "policy, rotation and deletion are in AWS's hands.",
  fix: {
    typescript: `const key = new aws.kms.Key("data", { enableKeyRotation: true });
// then kmsKeyId: key.arn in each store`,
    python: `key = aws.kms.Key("data", enable_key_rotation=True)
# then kms_key_id=key.arn in each store`,
    yaml: `resources:
  data: # then kmsKeyId: \${data.arn} in each store
    type: aws:kms:Key
    properties:
      enableKeyRotation: true`,
  },
  limits:
    "Stacks without a database, table, stream, cache or file system. Other rules check whether each store uses the key.",
  references: ["https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html"],
  stack(stack, { report }) {
    const stores = stack.managed(...DATA_STORES);
    const [first] = stores;
    if (first && !hasCustomerKey(stack)) {
      const others = stores.length === 1 ? "" : ` and ${String(stores.length - 1)} more`;
      report({
        message:
          `The stack stores data (${first.name}${others}) but neither creates nor uses a KMS key of its own. Create an ` +
          "aws.kms.Key with `enableKeyRotation: true`, and give its ARN to every data store.",
      });
    }
  },
});
