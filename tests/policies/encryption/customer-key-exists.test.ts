import rule from "../../../policies/encryption/customer-key-exists";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown } from "../../../src/testing/stack";

const contract = { customerKeys: true };
const table = resource("aws:dynamodb/table:Table", "sessions", { hashKey: "id" });
const cluster = resource("aws:rds/cluster:Cluster", "orders", { engine: "aurora-mysql" });

ruleTest(rule, {
  valid: [
    { name: "no key and no contract", stack: [table] },
    { name: "a contract that does not require keys", contract: { customerKeys: false }, stack: [table] },
    { name: "a key", contract, stack: [table, resource("aws:kms/key:Key", "data")] },
    {
      name: "a key that another stack manages",
      contract,
      stack: [table, resource("aws:kms/key:Key", "shared", {}, { external: true })],
    },
    {
      name: "a replica of a key of another region",
      contract,
      stack: [table, resource("aws:kms/replicaKey:ReplicaKey", "data", { primaryKeyArn: unknown })],
    },
    {
      name: "a key given by its ARN",
      contract,
      stack: [
        table,
        resource("aws:rds/instance:Instance", "db", {
          kmsKeyId: "arn:aws:kms:us-east-1:464738291005:key/7c6b5a49-3827-4615-8c9d-0e1f2a3b4c5d",
        }),
      ],
    },
    {
      name: "a key in a block that is not known yet",
      contract,
      stack: [
        resource("aws:dynamodb/table:Table", "t", { serverSideEncryption: { enabled: true, kmsKeyArn: unknown } }),
      ],
    },
    {
      name: "a block that is not known yet",
      contract,
      stack: [resource("aws:dynamodb/table:Table", "t", { serverSideEncryption: unknown })],
    },
    { name: "no data stores", contract, stack: [resource("aws:ec2/vpc:Vpc", "main")] },
    {
      name: "data stores that the stack only reads",
      contract,
      stack: [resource("aws:rds/instance:Instance", "shared", {}, { external: true })],
    },
  ],
  invalid: [
    {
      name: "a data store and no key",
      contract,
      stack: [cluster],
      findings: [{ message: /\(orders\).*aws\.kms\.Key/ }],
    },
    {
      name: "data stores with the keys that AWS manages",
      contract,
      stack: [
        cluster,
        table,
        resource("aws:kinesis/stream:Stream", "events", { encryptionType: "KMS", kmsKeyId: "alias/aws/kinesis" }),
      ],
      findings: [{ message: /and 2 more/ }],
    },
  ],
});
