import rule from "../../../policies/encryption/dynamodb-customer-key";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown } from "../../../src/testing/stack";

const TABLE = "aws:dynamodb/table:Table";
const REPLICA = "aws:dynamodb/tableReplica:TableReplica";
const key = resource("aws:kms/key:Key", "data");
const encryption = { enabled: true, kmsKeyArn: key.arn };
const table = resource(TABLE, "sessions", { hashKey: "id", serverSideEncryption: encryption });
const contract = { customerKeys: true };

ruleTest(rule, {
  valid: [
    { name: "no key, without a contract", stack: [resource(TABLE, "sessions", { hashKey: "id" })] },
    { name: "a key of the stack", contract, stack: [key, table] },
    {
      name: "a key that will be known after the deployment",
      contract,
      stack: [resource(TABLE, "sessions", { serverSideEncryption: { enabled: true, kmsKeyArn: unknown } })],
    },
    {
      name: "a table that is restored with the encryption of its source",
      contract,
      stack: [
        resource(TABLE, "a", { restoreSourceName: "sessions" }),
        resource(TABLE, "b", { restoreSourceTableArn: table.arn }),
        resource(TABLE, "c", { restoreBackupArn: unknown }),
        table,
        key,
      ],
    },
    {
      name: "replicas with keys",
      contract,
      stack: [
        key,
        table,
        resource(TABLE, "global", {
          serverSideEncryption: encryption,
          replicas: [{ regionName: "eu-west-1", kmsKeyArn: unknown }],
        }),
        resource(REPLICA, "eu", { globalTableArn: table.arn, kmsKeyArn: unknown }),
      ],
    },
    {
      name: "replicas that are not known yet",
      contract,
      stack: [key, resource(TABLE, "sessions", { serverSideEncryption: encryption, replicas: unknown })],
    },
    { name: "a table that the stack only reads", contract, stack: [resource(TABLE, "shared", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "encryption not configured",
      contract,
      stack: [resource(TABLE, "sessions", { hashKey: "id" })],
      findings: [{ resource: "sessions", path: "serverSideEncryption", message: /kmsKeyArn: key\.arn/ }],
    },
    {
      name: "a key that is not enabled; the table is never called unencrypted (trivy-checks#18)",
      contract,
      stack: [key, resource(TABLE, "sessions", { serverSideEncryption: { enabled: false, kmsKeyArn: key.arn } })],
      findings: [
        {
          resource: "sessions",
          path: "serverSideEncryption",
          message: /^(?!.*(?:not encrypted|unencrypted)).*encrypted with a key that AWS owns/,
        },
      ],
    },
    {
      name: "the key that AWS manages",
      contract,
      stack: [
        resource(TABLE, "a", { serverSideEncryption: { enabled: true } }),
        resource(TABLE, "b", { serverSideEncryption: { enabled: true, kmsKeyArn: "alias/aws/dynamodb" } }),
        resource(TABLE, "c", { restoreSourceName: "a", serverSideEncryption: { enabled: true } }),
      ],
      findings: [
        { resource: "a", path: "serverSideEncryption.kmsKeyArn", message: /aws\/dynamodb/ },
        { resource: "b", path: "serverSideEncryption.kmsKeyArn" },
        { resource: "c", path: "serverSideEncryption.kmsKeyArn" },
      ],
    },
    {
      name: "replicas without a key of their own",
      contract,
      stack: [
        key,
        table,
        resource(TABLE, "global", {
          serverSideEncryption: encryption,
          replicas: [{ regionName: "eu-west-1", kmsKeyArn: unknown }, { regionName: "eu-central-1" }],
        }),
        resource(REPLICA, "eu", { globalTableArn: table.arn }),
      ],
      findings: [
        { resource: "global", path: "replicas[1].kmsKeyArn" },
        { resource: "eu", path: "kmsKeyArn", message: /region/ },
      ],
    },
  ],
  undecided: [
    {
      name: "encryption that is not known yet",
      contract,
      stack: [
        resource(TABLE, "a", { serverSideEncryption: unknown }),
        resource(TABLE, "b", { serverSideEncryption: { enabled: unknown } }),
      ],
      at: ["a.serverSideEncryption", "b.serverSideEncryption.enabled"],
    },
  ],
});
