import { isAuroraInstance, isReplica, isRestore } from "../../src/aws/databases/database";
import { isCustomerKey } from "../../src/aws/identity/keys";
import { RDS_CLUSTER, RDS_INSTANCE } from "../../src/aws/type-tokens";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "rds-customer-key",
  category: "encryption",
  description: "RDS storage must be encrypted with a customer-managed key",
  severity: "medium",
  level: "only-if-required",
  contractKeys: ["customerKeys"],
  failures: ["F5", "B19"],
  why:
    "Keys that AWS manages or owns cannot be limited, shared with another account or disabled: anyone who can read the " +
    "database's snapshots can decrypt them. The key cannot be changed once the database exists.",
  fix: {
    typescript: `storageEncrypted: true,
kmsKeyId: key.arn,`,
    python: `storage_encrypted=True,
kms_key_id=key.arn,`,
    yaml: `storageEncrypted: true
kmsKeyId: \${key.arn}`,
  },
  limits:
    "Replicas, restores and secondaries of a global cluster without a key, since they may inherit it; an AWS-managed key " +
    "that is given by its ARN, which looks like any other.",
  references: [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html",
  ],
  resource: {
    types: [RDS_INSTANCE, RDS_CLUSTER],
    check(database, { decide, undecided }) {
      const key = database.str("kmsKeyId");
      const hasKey = key !== undefined && key !== "";
      const isAurora = isAuroraInstance(database);
      if (isAurora === true || (!hasKey && (isReplica(database) || isRestore(database)))) {
        return;
      }
      if (isAurora === UNKNOWN && !isCustomerKey(key)) {
        undecided(database, "engine");
        return;
      }
      decide(isCustomerKey(key), {
        at: database,
        property: "kmsKeyId",
        message:
          `${hasKey ? "This key is managed by AWS" : "Without a key of its own, the database is at best encrypted with a key of AWS"}. ` +
          "Set `kmsKeyId: key.arn`, since the key cannot be changed once the database exists.",
      });
    },
  },
});
