import {
  isAuroraInstance,
  isReplica,
  isRestore,
  isServerlessV1,
  RDS_CLUSTER,
  RDS_INSTANCE,
} from "../../stack/database";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "rds-storage-encrypted",
  category: "encryption",
  description: "RDS storage is encrypted",
  severity: "high",
  level: "mandatory",
  failures: ["F5", "B18"],
  controls: [
    { framework: "AWS FSBP", reference: "RDS.3" },
    { framework: "AWS FSBP", reference: "RDS.27" },
    { framework: "CIS AWS Foundations 5.0", reference: "2.2.1" },
  ],
  why:
    "Without encryption, whoever gets at a snapshot, a backup or the disk reads the data. " +
    "Encryption cannot be switched on later: the database has to be restored from an encrypted copy.",
  fix: {
    typescript: "storageEncrypted: true,\nkmsKeyId: key.arn,",
    python: "storage_encrypted=True,\nkms_key_id=key.arn,",
    yaml: "storageEncrypted: true\nkmsKeyId: ${key.arn}",
  },
  limits:
    "Aurora instances, replicas, restores and secondaries of a global cluster, which inherit their encryption; " +
    "Aurora Serverless v1, which is always encrypted.",
  resource: {
    types: [RDS_INSTANCE, RDS_CLUSTER],
    check(database, { report, undecided }) {
      const isAurora = isAuroraInstance(database);
      if (isAurora === true || isReplica(database) || isRestore(database) || isServerlessV1(database)) {
        return;
      }
      const encrypted = database.bool("storageEncrypted");
      if (encrypted === UNKNOWN) {
        undecided(database, "storageEncrypted");
      } else if (!encrypted && isAurora === UNKNOWN) {
        undecided(database, "engine");
      } else if (!encrypted) {
        report({
          at: database,
          property: "storageEncrypted",
          mendWhenNew: { storageEncrypted: true },
          message:
            "the storage is not encrypted, and cannot be encrypted once the database exists; " +
            "set storageEncrypted: true (with kmsKeyId for a key of your own).",
        });
      }
    },
  },
  remediation: {
    doesWhenNew: "sets `storageEncrypted: true`",
  },
});
