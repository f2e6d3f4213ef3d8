import rule from "../../../policies/encryption/efs-encrypted";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../testing/stack";

const files = (encrypted?: Input): BuiltResource => resource("aws:efs/fileSystem:FileSystem", "files", { encrypted });

ruleTest(rule, {
  valid: [
    { name: "encrypted", stack: [files(true)] },
    { name: "a read one", stack: [resource("aws:efs/fileSystem:FileSystem", "files", {}, { external: true })] },
  ],
  invalid: [
    { name: "nothing is said", stack: [files()], findings: [{ resource: "files", path: "encrypted" }] },
    {
      name: "not encrypted",
      stack: [files(false)],
      findings: [{ resource: "files", path: "encrypted" }],
      mended: { files: { encrypted: true } },
    },
  ],
  undecided: [{ name: "the encryption", stack: [files(unknown)], at: ["files.encrypted"] }],
});
