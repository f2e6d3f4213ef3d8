import { originOf } from "../../stack/origin";
import { isHeldInSecret, masterPasswords } from "../../stack/master-passwords";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "database-credentials-managed",
  category: "secrets",
  description: "Database passwords are managed by AWS or kept in Secrets Manager",
  severity: "high",
  level: "raised-by-contract",
  contractKeys: ["managedCredentials"],
  failures: ["P6", "B4", "F4"],
  why:
    "A password that is not kept in Secrets Manager has to be passed on by hand, so that it ends up in variables and " +
    "chats, and nobody can rotate it without breaking its users.",
  fix: {
    typescript: "manageMasterUserPassword: true,\nmasterUserSecretKmsKeyId: key.arn,",
    python: "manage_master_user_password=True,\nmaster_user_secret_kms_key_id=key.arn,",
    yaml: "manageMasterUserPassword: true\nmasterUserSecretKmsKeyId: ${key.arn}",
  },
  limits:
    "Replicas, restores, Aurora instances and secondaries of a global cluster, which have no password of their own; " +
    "databases without a password that take IAM authentication; passwords from another stack.",
  stack(stack, { report, undecided, project }) {
    for (const { database, place, managed, managedBy, mayBeLeftOut } of masterPasswords(stack)) {
      if (managed === UNKNOWN) {
        undecided(database, managedBy);
      } else if (!managed && !place && !mayBeLeftOut) {
        report({
          at: database,
          property: managedBy,
          message: `the database has no master password; set ${managedBy}: true, so that AWS makes one and keeps it.`,
        });
      } else if (!managed && place) {
        const text = place.str();
        const origin = known(text) ? originOf({ view: place, text }, project) : "elsewhere";
        const isWritten = origin === "source" || origin === "placeholder";
        const held = isWritten ? false : isHeldInSecret(stack, place);
        if (held === UNKNOWN) {
          undecided(place);
        } else if (!held) {
          report({
            at: place,
            message:
              `${isWritten ? "the program writes this password itself" : "no secret holds this password"}; ` +
              `set ${managedBy}: true instead, or generate it with random.RandomPassword and keep the same value in an ` +
              "aws.secretsmanager.SecretVersion.",
          });
        }
      }
    }
  },
});
