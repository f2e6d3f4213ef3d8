import {
  isAuroraInstance,
  isReplica,
  isRestore,
  isServerlessV1,
  RDS_CLUSTER,
  RDS_INSTANCE,
} from "../../stack/database";
import { isCustomerKey } from "../../stack/keys";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "rds-customer-key",
  category: "encryption",
  description: "RDS storage is encrypted with a customer-managed key",
  severity: "medium",
  level: "raised-by-contract",
  contractKeys: ["customerKeys"],
  failures: ["F5", "B19"],
  why:
    "The key that AWS manages (aws/rds) cannot be limited, shared with another account or taken away: " +
    "whoever may read the database's snapshots may decrypt them. The key cannot be changed once the database exists.",
  fix: {
    typescript: "storageEncrypted: true,\nkmsKeyId: key.arn,",
    python: "storage_encrypted=True,\nkms_key_id=key.arn,",
    yaml: "storageEncrypted: true\nkmsKeyId: ${key.arn}",
  },
  limits:
    "Replicas, restores and secondaries of a global cluster that name no key, since they may inherit it; an AWS-managed " +
    "key that is given by its ARN, which reads like any other; without a contract, databases that are not encrypted at all.",
  resource: {
    types: [RDS_INSTANCE, RDS_CLUSTER],
    check(database, { contract, report, undecided }) {
      const key = database.str("kmsKeyId");
      const isNamed = key !== undefined && key !== "";
      const isAurora = isAuroraInstance(database);
      if (isCustomerKey(key) || isAurora === true || (!isNamed && (isReplica(database) || isRestore(database)))) {
        return;
      }
      if (isAurora === UNKNOWN) {
        undecided(database, "engine");
        return;
      }
      // What is not encrypted at all is for rds-storage-encrypted to say, unless the key itself is asked for.
      const encrypted = contract.customerKeys === true || isServerlessV1(database) || database.bool("storageEncrypted");
      if (encrypted === UNKNOWN) {
        undecided(database, "storageEncrypted");
      }
      if (encrypted !== true) {
        return;
      }
      report({
        at: database,
        property: "kmsKeyId",
        message:
          `the database ${isNamed ? "names a key that AWS manages" : "names no key, which leaves it to the AWS-managed key aws/rds"}; ` +
          "set kmsKeyId to the ARN of a key of your own (kmsKeyId: key.arn), as it cannot be changed later.",
      });
    },
  },
});
