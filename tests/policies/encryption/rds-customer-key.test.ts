import rule from "../../../policies/encryption/rds-customer-key";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown } from "../../../src/testing/stack";

const INSTANCE = "aws:rds/instance:Instance";
const CLUSTER = "aws:rds/cluster:Cluster";
const key = resource("aws:kms/key:Key", "data", { enableKeyRotation: true });
const contract = { customerKeys: true };
const encrypted = { engine: "postgres", storageEncrypted: true };

ruleTest(rule, {
  valid: [
    {
      name: "a key of the stack",
      contract,
      stack: [key, resource(INSTANCE, "db", { ...encrypted, kmsKeyId: key.arn })],
    },
    {
      name: "a key given by its ARN",
      contract,
      stack: [
        resource(INSTANCE, "db", {
          ...encrypted,
          kmsKeyId: "arn:aws:kms:us-east-1:464738291005:key/7c6b5a49-3827-4615-8c9d-0e1f2a3b4c5d",
        }),
      ],
    },
    {
      name: "a key that will be known after the deployment",
      contract,
      stack: [resource(CLUSTER, "db", { engine: "aurora-mysql", storageEncrypted: true, kmsKeyId: unknown })],
    },
    {
      name: "no key, without a contract",
      stack: [resource(INSTANCE, "a", { engine: "postgres" }), resource(INSTANCE, "b", encrypted)],
    },
    { name: "an Aurora instance", contract, stack: [resource(INSTANCE, "db", { engine: "aurora-mysql" })] },
    {
      name: "a replica and a restore, which may inherit the key",
      contract,
      stack: [
        resource(INSTANCE, "replica", { replicateSourceDb: "orders", storageEncrypted: true }),
        resource(CLUSTER, "restored", { ...encrypted, snapshotIdentifier: "nightly" }),
      ],
    },
  ],
  invalid: [
    {
      name: "no key",
      contract,
      stack: [
        resource(INSTANCE, "a", encrypted),
        resource(CLUSTER, "b", { engine: "aurora-mysql", storageEncrypted: true }),
      ],
      findings: [
        { resource: "a", path: "kmsKeyId", message: /kmsKeyId: key\.arn/ },
        { resource: "b", path: "kmsKeyId" },
      ],
    },
    {
      name: "neither a key nor encryption",
      contract,
      stack: [resource(CLUSTER, "db", { engine: "mysql" })],
      findings: [{ resource: "db", path: "kmsKeyId" }],
    },
    {
      name: "an Aurora cluster that AWS encrypts by default",
      contract,
      stack: [resource(CLUSTER, "db", { engine: "aurora-postgresql" })],
      findings: [{ resource: "db", path: "kmsKeyId", message: /at best encrypted with a key of AWS/ }],
    },
    {
      name: "the key that AWS manages",
      contract,
      stack: [
        resource(INSTANCE, "a", { ...encrypted, kmsKeyId: "alias/aws/rds" }),
        resource(CLUSTER, "b", {
          engine: "aurora-mysql",
          replicationSourceIdentifier: "orders",
          storageEncrypted: true,
          kmsKeyId: "arn:aws:kms:us-east-1:464738291005:alias/aws/rds",
        }),
      ],
      findings: [
        { resource: "a", path: "kmsKeyId", message: /managed by AWS/ },
        { resource: "b", path: "kmsKeyId", message: /managed by AWS/ },
      ],
    },
    {
      name: "Aurora Serverless v1, which is always encrypted",
      contract,
      stack: [resource(CLUSTER, "db", { engine: "aurora-mysql", engineMode: "serverless", kmsKeyId: "" })],
      findings: [{ resource: "db", path: "kmsKeyId" }],
    },
  ],
  undecided: [
    {
      name: "an engine that is not known yet",
      contract,
      stack: [resource(INSTANCE, "db", { engine: unknown, storageEncrypted: true })],
      at: ["db.engine"],
    },
  ],
});
