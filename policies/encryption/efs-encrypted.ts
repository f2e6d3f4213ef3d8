import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "efs-encrypted",
  category: "encryption",
  description: "EFS file systems are encrypted",
  severity: "high",
  level: "advisory",
  failures: [],
  why:
    "Without encryption, whoever gets at the disks or a backup reads the files. It cannot be switched on later: the files " +
    "have to be copied into a new file system.",
  fix: {
    typescript: "encrypted: true,\nkmsKeyId: key.arn,",
    python: "encrypted=True,\nkms_key_id=key.arn,",
    yaml: "encrypted: true\nkmsKeyId: ${key.arn}",
  },
  limits: "Which key encrypts it, and whether clients mount it over TLS.",
  resource: {
    types: ["aws:efs/fileSystem:FileSystem"],
    check(fileSystem, { report, undecided }) {
      const encrypted = fileSystem.bool("encrypted");
      if (encrypted === UNKNOWN) {
        undecided(fileSystem, "encrypted");
      } else if (!encrypted) {
        report({
          at: fileSystem,
          property: "encrypted",
          mendWhenNew: { encrypted: true },
          message:
            "the file system is not encrypted, and cannot be once it exists; set encrypted: true (with kmsKeyId for a key of your own).",
        });
      }
    },
  },
  remediation: {
    doesWhenNew: "sets `encrypted: true`",
  },
});
