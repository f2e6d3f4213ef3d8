import { defineRequirement } from "../../src/rules/requirement";

const OPENZFS = {
  deploymentType: "SINGLE_AZ_HA_2",
  storageCapacity: 64,
  throughputCapacity: 160,
  subnetIds: "${subnet.id}",
};

export default defineRequirement({
  id: "fsx-copy-tags",
  category: "tagging",
  description: "FSx file systems must copy their tags to backups and volumes",
  severity: "low",
  level: "only-if-required",
  why:
    "Tags show who owns a backup, what it costs and when it may go. Backups that do not have those of their file " +
    "system fall out of every report and every rule.",
  limits: "File systems for Lustre that are named as scratch, which have no backups.",
  references: ["https://docs.aws.amazon.com/fsx/latest/OpenZFSGuide/tag-resources.html"],
  requirement: [
    {
      types: ["aws:fsx/openZfsFileSystem:OpenZfsFileSystem"],
      property: "copyTagsToBackups",
      must: { equals: true },
      whenAbsent: false,
      consequence: "Backups do not get the tags of the file system.",
      fix: true,
      example: { ...OPENZFS, copyTagsToVolumes: true },
    },
    {
      types: ["aws:fsx/openZfsFileSystem:OpenZfsFileSystem"],
      property: "copyTagsToVolumes",
      must: { equals: true },
      whenAbsent: false,
      consequence: "Volumes do not get the tags of the file system.",
      fix: true,
      example: { ...OPENZFS, copyTagsToBackups: true },
    },
    {
      types: ["aws:fsx/lustreFileSystem:LustreFileSystem"],
      when: [{ property: "deploymentType", must: { isNotOneOf: ["SCRATCH_1", "SCRATCH_2"] } }],
      property: "copyTagsToBackups",
      must: { equals: true },
      whenAbsent: false,
      consequence: "Backups do not get the tags of the file system.",
      fix: true,
      example: {
        deploymentType: "PERSISTENT_2",
        perUnitStorageThroughput: 125,
        storageCapacity: 1200,
        subnetIds: "${subnet.id}",
      },
    },
  ],
});
