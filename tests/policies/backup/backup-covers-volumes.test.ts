import rule from "../../../policies/backup/backup-covers-volumes";
import type { Contract } from "../../../src/contract/contract";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const contract: Contract = { frameworks: ["AWS FSBP"] };

const VOLUME = "aws:ebs/volume:Volume";
const volume = resource(VOLUME, "data", { availabilityZone: "us-east-1a", size: 100 });
const tagged = resource(VOLUME, "data", { availabilityZone: "us-east-1a", tags: { Backup: "daily" } });
const files = resource("aws:efs/fileSystem:FileSystem", "files");
const select = (inputs: Record<string, Input>): BuiltResource =>
  resource("aws:backup/selection:Selection", "volumes", { planId: "plan", ...inputs });
const policy = (status: Input): BuiltResource =>
  resource("aws:efs/backupPolicy:BackupPolicy", "policy", { fileSystemId: files.id, backupPolicy: { status } });

ruleTest(rule, {
  valid: [
    { name: "no backup, where the contract requires nothing", stack: [volume, files] },
    { name: "by ARN", contract, stack: [volume, files, select({ resources: [volume.arn, files.arn] })] },
    {
      name: "by tag",
      contract,
      stack: [tagged, select({ selectionTags: [{ type: "STRINGEQUALS", key: "Backup", value: "daily" }] })],
    },
    {
      name: "by patterns",
      contract,
      stack: [
        volume,
        files,
        select({ resources: ["arn:aws:ec2:*:*:volume/*", "arn:aws:elasticfilesystem:*:*:file-system/*"] }),
      ],
    },
    { name: "a file system with automatic backups", contract, stack: [files, policy("ENABLED")] },
  ],
  invalid: [
    {
      name: "no backup",
      contract,
      stack: [volume, files],
      findings: [
        { resource: "data", level: "mandatory" },
        { resource: "files", level: "mandatory" },
      ],
    },
    {
      name: "backups of something else",
      contract,
      stack: [volume, files, select({ resources: ["arn:aws:rds:*:*:db:*"] })],
      findings: [
        { resource: "data", level: "mandatory" },
        { resource: "files", level: "mandatory" },
      ],
    },
    {
      name: "automatic backups that are switched off",
      contract,
      stack: [files, policy("DISABLED")],
      findings: [{ resource: "files", level: "mandatory" }],
    },
  ],
  undecided: [
    {
      name: "a selection that is not known yet",
      contract,
      stack: [volume, select({ resources: [unknown] })],
      at: ["data"],
    },
    { name: "whether automatic backups are on", contract, stack: [files, policy(unknown)], at: ["files"] },
  ],
});
