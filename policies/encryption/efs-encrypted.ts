import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "efs-encrypted",
  category: "encryption",
  description: "EFS file systems must be encrypted",
  severity: "high",
  level: "advisory-unless-required",
  contractKeys: ["customerKeys"],
  failures: [],
  why:
    "Anyone with access to the disks or to a backup of an unencrypted file system can read its files. Encryption cannot " +
    "be switched on later: the files have to be copied into a new file system.",
  fix: {
    typescript: `encrypted: true,
kmsKeyId: key.arn,`,
    python: `encrypted=True,
kms_key_id=key.arn,`,
    yaml: `encrypted: true
kmsKeyId: \${key.arn}`,
  },
  limits: "Which key encrypts the file system, and whether clients mount it over TLS.",
  references: ["https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html"],
  resource: {
    types: ["aws:efs/fileSystem:FileSystem"],
    check(fileSystem, { decide }) {
      decide(fileSystem.bool("encrypted"), {
        at: fileSystem,
        property: "encrypted",
        fixWhenNew: { encrypted: true },
        message:
          "The file system is not encrypted, and it cannot be encrypted once it exists. Set `encrypted: true`, and " +
          "`kmsKeyId` for a key of your own.",
      });
    },
  },
  remediation: {
    doesWhenNew: "sets `encrypted: true`",
  },
});
