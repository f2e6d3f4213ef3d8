import rule from "../../../policies/encryption/rds-customer-key";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown } from "../../../testing/stack";

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
      name: "a key by its ARN",
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
      name: "without a contract, what is not encrypted at all, which another rule reports",
      stack: [resource(INSTANCE, "db", { engine: "postgres" })],
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
      stack: [resource(INSTANCE, "db", encrypted)],
      findings: [{ resource: "db", path: "kmsKeyId", level: "advisory", message: /names no key/ }],
    },
    {
      name: "no key, where the contract asks for one",
      contract,
      stack: [resource(CLUSTER, "db", { engine: "aurora-mysql", storageEncrypted: true })],
      findings: [{ resource: "db", path: "kmsKeyId", level: "mandatory", message: /kmsKeyId: key\.arn/ }],
    },
    {
      name: "no key and no encryption, where the contract asks for a key",
      contract,
      stack: [resource(CLUSTER, "db", { engine: "mysql" })],
      findings: [{ resource: "db", path: "kmsKeyId", level: "mandatory" }],
    },
    {
      name: "the key that AWS manages",
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
        { resource: "a", path: "kmsKeyId", message: /AWS manages/ },
        { resource: "b", path: "kmsKeyId", message: /AWS manages/ },
      ],
    },
    {
      name: "Aurora Serverless v1, which is always encrypted",
      stack: [resource(CLUSTER, "db", { engine: "aurora-mysql", engineMode: "serverless", kmsKeyId: "" })],
      findings: [{ resource: "db", path: "kmsKeyId" }],
    },
  ],
  undecided: [
    {
      name: "encryption that is not known yet",
      stack: [resource(INSTANCE, "db", { engine: "postgres", storageEncrypted: unknown })],
      at: ["db.storageEncrypted"],
    },
    {
      name: "an engine that is not known yet",
      contract,
      stack: [resource(INSTANCE, "db", { engine: unknown, storageEncrypted: true })],
      at: ["db.engine"],
    },
  ],
});
