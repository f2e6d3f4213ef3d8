import { originOf } from "../../src/source/origin";
import { isHeldInSecret, masterPasswords, type MasterPassword } from "../../src/aws/databases/master-passwords";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule, type Context } from "../../src/rules/rule";

export default defineRule({
  id: "database-credentials-managed",
  category: "secrets",
  description: "Database passwords must be managed by AWS or stored in Secrets Manager",
  severity: "high",
  level: "advisory-unless-required",
  contractKeys: ["managedCredentials"],
  failures: ["P6", "B4", "F4"],
  why:
    "A password that is not in Secrets Manager has to be passed on by hand: it ends up in variables and chats, and cannot " +
    "be rotated without breaking its users.",
  fix: {
    typescript: `manageMasterUserPassword: true,
masterUserSecretKmsKeyId: key.arn,`,
    python: `manage_master_user_password=True,
master_user_secret_kms_key_id=key.arn,`,
    yaml: `manageMasterUserPassword: true
masterUserSecretKmsKeyId: \${key.arn}`,
  },
  limits:
    "Replicas, restores, Aurora instances and secondaries of a global cluster, which have no password of their own; " +
    "databases with IAM authentication and no password; passwords from another stack; databases that were found in an " +
    "account, whose passwords AWS does not show.",
  references: ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html"],
  stack(stack, context) {
    for (const master of masterPasswords(stack)) {
      checkPassword(stack, master, context);
    }
  },
});

function checkPassword(stack: Stack, master: MasterPassword, context: Context): void {
  const { database, password, managed, managedBy, isOptional } = master;
  if (managed === UNKNOWN) {
    context.undecided(database, managedBy);
  } else if (managed !== true && password) {
    const isWritten = isWrittenByProgram(password, context);
    context.decide(isWritten ? false : isHeldInSecret(stack, password), {
      at: password,
      message:
        `${isWritten ? "The program itself contains this password" : "No secret holds this password"}. ` +
        `Set \`${managedBy}: true\` instead, or generate it with random.RandomPassword and store the same value in an ` +
        "aws.secretsmanager.SecretVersion.",
    });
  } else if (managed !== true && !isOptional && !database.discovered) {
    context.report({
      at: database,
      property: managedBy,
      message:
        `${database.imported ? "The password of this imported database is kept outside the program" : "The database has no master password"}. ` +
        `Set \`${managedBy}: true\`, so that AWS creates and stores one.`,
    });
  }
}

function isWrittenByProgram(view: View, { project }: Context): boolean {
  const text = view.str();
  return known(text) && ["source", "placeholder"].includes(originOf({ view, text }, project));
}
