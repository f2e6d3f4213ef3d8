import {
  isAuroraEngine,
  isAuroraInstance,
  isReplica,
  isRestore,
  isServerlessV1,
} from "../../src/aws/databases/database";
import { RDS_CLUSTER, RDS_INSTANCE } from "../../src/aws/type-tokens";
import type { Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "rds-storage-encrypted",
  category: "encryption",
  description: "RDS storage must be encrypted",
  severity: "high",
  level: "advisory-unless-required",
  contractKeys: ["customerKeys"],
  failures: ["F5", "B18"],
  why:
    "Anyone with access to a snapshot, a backup or a disk of an unencrypted database can read its data. Encryption cannot " +
    "be switched on later: the database has to be restored from an encrypted copy.",
  fix: {
    typescript: `storageEncrypted: true,
kmsKeyId: key.arn,`,
    python: `storage_encrypted=True,
kms_key_id=key.arn,`,
    yaml: `storageEncrypted: true
kmsKeyId: \${key.arn}`,
  },
  limits:
    "Aurora clusters without `storageEncrypted`, which AWS has encrypted by default since February 2026; Aurora " +
    "instances, replicas, restores and secondaries of a global cluster, which inherit their encryption; Aurora " +
    "Serverless v1, which is always encrypted.",
  references: [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html",
  ],
  resource: {
    types: [RDS_INSTANCE, RDS_CLUSTER],
    check(database, { decide, undecided }) {
      if (isReplica(database) || isRestore(database) || isServerlessV1(database)) {
        return;
      }
      const encrypted = database.bool("storageEncrypted");
      const isInherited = isEncryptedByOrigin(database);
      if (isInherited === UNKNOWN && encrypted !== true && encrypted !== UNKNOWN) {
        undecided(database, "engine");
        return;
      }
      decide(isInherited === true || encrypted, {
        at: database,
        property: "storageEncrypted",
        fixWhenNew: { storageEncrypted: true },
        message:
          "The storage is not encrypted, and it cannot be encrypted once the database exists. " +
          "Set `storageEncrypted: true`, and `kmsKeyId` for a key of your own.",
      });
    },
  },
  remediation: {
    doesWhenNew: "sets `storageEncrypted: true`",
  },
});

/** True for an Aurora instance, whose cluster decides, and for an Aurora cluster that leaves it to AWS's default. */
function isEncryptedByOrigin(database: Resource): Certainty {
  if (database.type === RDS_INSTANCE) {
    return isAuroraInstance(database);
  }
  const engine = database.str("engine");
  return (
    database.at("storageEncrypted").isAbsent && (engine === UNKNOWN ? UNKNOWN : known(engine) && isAuroraEngine(engine))
  );
}
