import type { ServiceConstraints } from "../form";

const LUSTRE = "aws:fsx/lustreFileSystem:LustreFileSystem";
const WINDOWS = "aws:fsx/windowsFileSystem:WindowsFileSystem";
const LUSTRE_CONFIGURATION =
  "https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystemLustreConfiguration.html";
const WINDOWS_CONFIGURATION =
  "https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystemWindowsConfiguration.html";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.fsx.lustre-file-system.throughput-required": {
      type: LUSTRE,
      when: {
        deploymentType: ["PERSISTENT_1", "PERSISTENT_2"],
        storageType: ["SSD", "HDD"],
        backupId: { present: false },
      },
      defaults: { storageType: "SSD" },
      require: { perUnitStorageThroughput: { present: true } },
      must: "A persistent file system requires `perUnitStorageThroughput`.",
      source: LUSTRE_CONFIGURATION,
      accepts: [
        { deploymentType: "PERSISTENT_2", perUnitStorageThroughput: 125 },
        { deploymentType: "SCRATCH_2" },
        { deploymentType: "PERSISTENT_2", storageType: "INTELLIGENT_TIERING", throughputCapacity: 4000 },
      ],
      rejects: [{ deploymentType: "PERSISTENT_2" }, { deploymentType: "PERSISTENT_1" }],
    },
    "aws.fsx.lustre-file-system.persistent-2-throughput": {
      type: LUSTRE,
      when: { deploymentType: "PERSISTENT_2" },
      require: { perUnitStorageThroughput: [125, 250, 500, 1000] },
      must: "`perUnitStorageThroughput` of PERSISTENT_2 must be 125, 250, 500 or 1000.",
      source: LUSTRE_CONFIGURATION,
      accepts: [{ deploymentType: "PERSISTENT_2", perUnitStorageThroughput: 250 }],
      rejects: [{ deploymentType: "PERSISTENT_2", perUnitStorageThroughput: 200 }],
    },
    "aws.fsx.lustre-file-system.persistent-1-throughput": {
      type: LUSTRE,
      when: { deploymentType: "PERSISTENT_1" },
      require: { perUnitStorageThroughput: [12, 40, 50, 100, 200] },
      must: "`perUnitStorageThroughput` of PERSISTENT_1 must be 50, 100 or 200, and 12 or 40 with the storage type HDD.",
      source: LUSTRE_CONFIGURATION,
      accepts: [
        { deploymentType: "PERSISTENT_1", perUnitStorageThroughput: 200 },
        { deploymentType: "PERSISTENT_1", storageType: "HDD", perUnitStorageThroughput: 12, driveCacheType: "NONE" },
      ],
      rejects: [{ deploymentType: "PERSISTENT_1", perUnitStorageThroughput: 125 }],
    },
    "aws.fsx.lustre-file-system.scratch-throughput": {
      type: LUSTRE,
      when: { deploymentType: ["SCRATCH_1", "SCRATCH_2"] },
      defaults: { deploymentType: "SCRATCH_1" },
      require: { perUnitStorageThroughput: { present: false } },
      must: "Only persistent file systems have `perUnitStorageThroughput`.",
      source: LUSTRE_CONFIGURATION,
      accepts: [{ deploymentType: "SCRATCH_2" }],
      rejects: [{ deploymentType: "SCRATCH_2", perUnitStorageThroughput: 200 }, { perUnitStorageThroughput: 200 }],
    },
    "aws.fsx.lustre-file-system.scratch-backups": {
      type: LUSTRE,
      when: { deploymentType: ["SCRATCH_1", "SCRATCH_2"] },
      defaults: { deploymentType: "SCRATCH_1" },
      require: { automaticBackupRetentionDays: { max: 0 } },
      must: "Only persistent file systems have backups: leave out `automaticBackupRetentionDays`.",
      source: LUSTRE_CONFIGURATION,
      accepts: [
        { deploymentType: "SCRATCH_2", automaticBackupRetentionDays: 0 },
        { deploymentType: "PERSISTENT_2", perUnitStorageThroughput: 250, automaticBackupRetentionDays: 7 },
      ],
      rejects: [{ deploymentType: "SCRATCH_2", automaticBackupRetentionDays: 7 }],
    },
    "aws.fsx.lustre-file-system.capacity": {
      type: LUSTRE,
      when: { deploymentType: ["SCRATCH_2", "PERSISTENT_2"], storageType: "SSD" },
      defaults: { storageType: "SSD" },
      require: [{ storageCapacity: 1200 }, { storageCapacity: { multipleOf: 2400, min: 2400 } }],
      must: "`storageCapacity` must be 1200 or a multiple of 2400.",
      source: LUSTRE_CONFIGURATION,
      accepts: [
        { deploymentType: "SCRATCH_2", storageCapacity: 1200 },
        { deploymentType: "SCRATCH_2", storageCapacity: 4800 },
      ],
      rejects: [{ deploymentType: "SCRATCH_2", storageCapacity: 2000 }],
    },
    "aws.fsx.lustre-file-system.import-path": {
      type: LUSTRE,
      when: { exportPath: { present: true } },
      require: { importPath: { present: true } },
      must: "`exportPath` requires `importPath`.",
      source: LUSTRE_CONFIGURATION,
      accepts: [{ importPath: "s3://x", exportPath: "s3://x/out" }],
      rejects: [{ exportPath: "s3://x/out" }],
    },
    "aws.fsx.windows-file-system.preferred-subnet": {
      type: WINDOWS,
      when: { deploymentType: "MULTI_AZ_1" },
      require: { preferredSubnetId: { present: true }, subnetIds: { minItems: 2 } },
      must: "Several zones require two subnets and `preferredSubnetId`.",
      source: WINDOWS_CONFIGURATION,
      accepts: [
        { deploymentType: "MULTI_AZ_1", subnetIds: ["a", "b"], preferredSubnetId: "a" },
        { deploymentType: "SINGLE_AZ_2", subnetIds: ["a"] },
      ],
      rejects: [
        { deploymentType: "MULTI_AZ_1", subnetIds: ["a", "b"] },
        { deploymentType: "MULTI_AZ_1", subnetIds: ["a"], preferredSubnetId: "a" },
      ],
    },
    "aws.fsx.windows-file-system.one-subnet": {
      type: WINDOWS,
      when: { deploymentType: ["SINGLE_AZ_1", "SINGLE_AZ_2"] },
      defaults: { deploymentType: "SINGLE_AZ_1" },
      require: { subnetIds: { maxItems: 1 } },
      must: "A file system in one zone must be in one subnet.",
      source: WINDOWS_CONFIGURATION,
      accepts: [{ subnetIds: ["a"] }],
      rejects: [{ subnetIds: ["a", "b"] }, { deploymentType: "SINGLE_AZ_2", subnetIds: ["a", "b"] }],
    },
    "aws.fsx.windows-file-system.directory": {
      type: WINDOWS,
      require: { atMostOne: ["activeDirectoryId", "selfManagedActiveDirectory"] },
      must: "A file system joins either a managed or a self-managed directory.",
      source: WINDOWS_CONFIGURATION,
      accepts: [{ activeDirectoryId: "d-1" }],
      rejects: [{ activeDirectoryId: "d-1", selfManagedActiveDirectory: { domainName: "shop.io" } }],
    },
    "aws.fsx.windows-file-system.capacity": {
      type: WINDOWS,
      require: { storageCapacity: { min: 32, max: 65536 } },
      must: "`storageCapacity` must be from 32 to 65536.",
      source: WINDOWS_CONFIGURATION,
      accepts: [{ storageCapacity: 300 }],
      rejects: [{ storageCapacity: 16 }],
    },
    "aws.fsx.lustre-file-system.hdd-cache": {
      type: "aws:fsx/lustreFileSystem:LustreFileSystem",
      when: { storageType: "HDD" },
      require: { driveCacheType: { present: true } },
      must: "Storage on hard disks requires `driveCacheType`.",
      source: "https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystemLustreConfiguration.html",
      accepts: [
        {
          storageType: "HDD",
          deploymentType: "PERSISTENT_1",
          perUnitStorageThroughput: 12,
          storageCapacity: 6000,
          driveCacheType: "READ",
        },
      ],
      rejects: [
        { storageType: "HDD", deploymentType: "PERSISTENT_1", perUnitStorageThroughput: 12, storageCapacity: 6000 },
      ],
    },
    "aws.fsx.ontap-file-system.throughput-values": {
      type: "aws:fsx/ontapFileSystem:OntapFileSystem",
      when: { throughputCapacity: { present: true } },
      require: { throughputCapacity: [128, 256, 384, 512, 768, 1024, 1536, 2048, 3072, 4096, 6144] },
      must: "`throughputCapacity` is 128, 256, 512, 1024, 2048, 4096 or 6144.",
      source: "https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystemOntapConfiguration.html",
      accepts: [{ deploymentType: "SINGLE_AZ_1", storageCapacity: 1024, throughputCapacity: 256 }],
      rejects: [{ deploymentType: "SINGLE_AZ_1", storageCapacity: 1024, throughputCapacity: 300 }],
    },
    "aws.fsx.open-zfs-file-system.throughput-values": {
      type: "aws:fsx/openZfsFileSystem:OpenZfsFileSystem",
      when: { deploymentType: "SINGLE_AZ_1" },
      require: { throughputCapacity: [64, 128, 256, 512, 1024, 2048, 3072, 4096] },
      must: "`throughputCapacity` of a SINGLE_AZ_1 file system is 64, 128, 256, 512, 1024, 2048, 3072 or 4096.",
      source: "https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystemOpenZFSConfiguration.html",
      accepts: [
        { deploymentType: "SINGLE_AZ_1", storageCapacity: 64, throughputCapacity: 64 },
        { deploymentType: "SINGLE_AZ_2", storageCapacity: 64, throughputCapacity: 160 },
      ],
      rejects: [{ deploymentType: "SINGLE_AZ_1", storageCapacity: 64, throughputCapacity: 160 }],
    },
    "aws.fsx.windows-file-system.throughput-step": {
      type: WINDOWS,
      require: { throughputCapacity: [8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4608, 6144, 9216, 12288] },
      must: "The throughput is a step such as 8, 16, 32, 64 or 128 MB/s.",
      source: "https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystemWindowsConfiguration.html",
      accepts: [{ activeDirectoryId: "d-1234567890", storageCapacity: 300, subnetIds: ["a"], throughputCapacity: 32 }],
      rejects: [
        { activeDirectoryId: "d-1234567890", storageCapacity: 300, subnetIds: ["a"], throughputCapacity: 20 },
        { activeDirectoryId: "d-1234567890", storageCapacity: 300, subnetIds: ["a"], throughputCapacity: 100 },
      ],
    },
  },
} satisfies ServiceConstraints;
