import { isCustomerKey } from "../../src/aws/identity/keys";
import { DYNAMODB_TABLE, DYNAMODB_TABLE_REPLICA } from "../../src/aws/type-tokens";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule, type Context } from "../../src/rules/rule";
/** The arguments of a table that copies another table or a backup, with its encryption. */
const SOURCES = ["restoreSourceName", "restoreSourceTableArn", "restoreBackupArn"];

export default defineRule({
  id: "dynamodb-customer-key",
  category: "encryption",
  description: "DynamoDB tables must be encrypted with a customer-managed key",
  severity: "medium",
  level: "only-if-required",
  contractKeys: ["customerKeys"],
  failures: ["B13"],
  why:
    "DynamoDB encrypts every table, by default with a key that AWS owns: you can neither see who uses it, nor limit or " +
    "disable it. With a key of your own, its policy decides who can read the data, and CloudTrail records who did.",
  fix: {
    typescript: "serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },",
    python: 'server_side_encryption={"enabled": True, "kms_key_arn": key.arn},',
    yaml: `serverSideEncryption:
  enabled: true
  kmsKeyArn: \${key.arn}`,
  },
  limits:
    "Tables restored from a backup or another table without `serverSideEncryption`, since they take over that of the " +
    "source; an AWS-managed key that is given by its ARN, which looks like any other.",
  references: ["https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html"],
  resource: {
    types: [DYNAMODB_TABLE, DYNAMODB_TABLE_REPLICA],
    check(table, context) {
      if (table.type === DYNAMODB_TABLE_REPLICA) {
        checkReplica(table, context);
        return;
      }
      checkTable(table, context);
      const replicas = table.list("replicas");
      for (const replica of known(replicas) ? replicas : []) {
        checkReplica(replica, context);
      }
    },
  },
});

function checkReplica(replica: View, { decide }: Context): void {
  decide(isCustomerKey(replica.str("kmsKeyArn")), {
    at: replica,
    property: "kmsKeyArn",
    message:
      "The replica is encrypted with a key that AWS manages. Set `kmsKeyArn: key.arn` to a key of your own in the " +
      "replica's region.",
  });
}

function checkTable(table: View, { decide, undecided }: Context): void {
  const encryption = table.at("serverSideEncryption");
  if (encryption.isAbsent && SOURCES.some((source) => !table.at(source).isAbsent)) {
    return;
  }
  const enabled = encryption.isUnknown ? UNKNOWN : encryption.bool("enabled");
  if (enabled === UNKNOWN) {
    undecided(encryption.isUnknown ? encryption : encryption.at("enabled"));
  } else if (!enabled) {
    decide(false, {
      at: encryption,
      message:
        "The table is encrypted with a key that AWS owns. Set `serverSideEncryption: { enabled: true, kmsKeyArn: key.arn }` " +
        "with a key of your own.",
    });
  } else {
    decide(isCustomerKey(encryption.str("kmsKeyArn")), {
      at: encryption,
      property: "kmsKeyArn",
      message:
        'The table is encrypted with the AWS-managed key "aws/dynamodb". Set `kmsKeyArn: key.arn` to a key of your own.',
    });
  }
}
