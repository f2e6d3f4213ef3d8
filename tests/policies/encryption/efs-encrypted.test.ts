import rule from "../../../policies/encryption/efs-encrypted";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const files = (encrypted?: Input): BuiltResource => resource("aws:efs/fileSystem:FileSystem", "files", { encrypted });

ruleTest(rule, {
  valid: [
    { name: "an encrypted file system", stack: [files(true)] },
    {
      name: "a file system that the stack only reads",
      stack: [resource("aws:efs/fileSystem:FileSystem", "files", {}, { external: true })],
    },
  ],
  invalid: [
    { name: "encryption not configured", stack: [files()], findings: [{ resource: "files", path: "encrypted" }] },
    {
      name: "encryption not configured where the contract requires customer keys",
      contract: { customerKeys: true },
      stack: [files()],
      findings: [{ resource: "files", path: "encrypted", level: "mandatory" }],
    },
    {
      name: "encryption switched off",
      stack: [files(false)],
      findings: [{ resource: "files", path: "encrypted" }],
      fixed: { files: { encrypted: true } },
    },
  ],
  undecided: [{ name: "encryption that is not known yet", stack: [files(unknown)], at: ["files.encrypted"] }],
});
