import { isCustomerKey } from "../../stack/keys";
import { known, UNKNOWN } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule, type Context } from "../rule";

const TABLE = "aws:dynamodb/table:Table";
const REPLICA = "aws:dynamodb/tableReplica:TableReplica";

function checkReplica(replica: View, { report }: Context): void {
  if (!isCustomerKey(replica.str("kmsKeyArn"))) {
    report({
      at: replica,
      property: "kmsKeyArn",
      message:
        "the replica is encrypted with a key that AWS manages; " +
        "set kmsKeyArn to the ARN of a key of your own in the replica's region.",
    });
  }
}

export default defineRule({
  id: "dynamodb-customer-key",
  category: "encryption",
  description: "DynamoDB tables are encrypted with a customer-managed key",
  severity: "medium",
  level: "raised-by-contract",
  contractKeys: ["customerKeys"],
  failures: ["B13"],
  why:
    "DynamoDB encrypts every table, by default with a key that AWS owns: nobody can see who uses it, limit it or take " +
    "it away. A key of your own makes access to the data a matter of the key's policy and of CloudTrail.",
  fix: {
    typescript: "serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },",
    python: 'server_side_encryption={"enabled": True, "kms_key_arn": key.arn},',
    yaml: "serverSideEncryption:\n  enabled: true\n  kmsKeyArn: ${key.arn}",
  },
  limits:
    "Tables restored from a backup or another table that say nothing of encryption, since they have what the source has; " +
    "an AWS-managed key that is given by its ARN, which reads like any other.",
  resource: {
    types: [TABLE, REPLICA],
    check(table, context) {
      if (table.type === REPLICA) {
        checkReplica(table, context);
        return;
      }
      checkTable(table, context);
      const replicas = table.list("replicas");
      (known(replicas) ? replicas : []).forEach((replica) => {
        checkReplica(replica, context);
      });
    },
  },
});

function checkTable(table: View, { report, undecided }: Context): void {
  const encryption = table.at("serverSideEncryption");
  const sources = ["restoreSourceName", "restoreSourceTableArn", "restoreBackupArn"];
  if (encryption.isAbsent && sources.some((source) => !table.at(source).isAbsent)) {
    return;
  }
  const enabled = encryption.isUnknown ? UNKNOWN : encryption.bool("enabled");
  if (enabled === UNKNOWN) {
    undecided(encryption.isUnknown ? encryption : encryption.at("enabled"));
  } else if (!enabled) {
    report({
      at: encryption,
      message:
        "the table is encrypted with a key that AWS owns; " +
        "set serverSideEncryption: { enabled: true, kmsKeyArn: key.arn } with a key of your own.",
    });
  } else if (!isCustomerKey(encryption.str("kmsKeyArn"))) {
    report({
      at: encryption,
      property: "kmsKeyArn",
      message:
        "the table is encrypted with the AWS-managed key aws/dynamodb; " +
        "set serverSideEncryption.kmsKeyArn to the ARN of a key of your own (kmsKeyArn: key.arn).",
    });
  }
}
