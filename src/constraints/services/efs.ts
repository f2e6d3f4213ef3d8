import { EC2_SUBNET, EFS_ACCESS_POINT, EFS_FILE_SYSTEM, EFS_MOUNT_TARGET } from "../../aws/type-tokens";
import { symmetricKey } from "../symmetric-keys";
import type { ServiceConstraints, Test } from "../form";

const CREATE = "https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html";

const after = (list: object[]): Record<string, unknown> => ({ encrypted: true, lifecyclePolicies: list });
const PUT_LIFECYCLE = "https://docs.aws.amazon.com/efs/latest/ug/API_PutLifecycleConfiguration.html";
const MOMENTS = [1, 7, 14, 30, 60, 90, 180, 270, 365].map(
  (days) => `AFTER_${String(days)}_DAY${days === 1 ? "" : "S"}`,
);

export default {
  date: "2026-11-29",
  constraints: {
    "aws.efs.file-system.provisioned-throughput": {
      type: EFS_FILE_SYSTEM,
      when: { throughputMode: "provisioned" },
      require: { provisionedThroughputInMibps: { present: true, min: 1 } },
      must: "Provisioned throughput requires `provisionedThroughputInMibps`.",
      source: CREATE,
      accepts: [{ throughputMode: "provisioned", provisionedThroughputInMibps: 64 }, { throughputMode: "elastic" }],
      rejects: [{ throughputMode: "provisioned" }],
    },
    "aws.efs.file-system.throughput-mode": {
      type: EFS_FILE_SYSTEM,
      when: { provisionedThroughputInMibps: { above: 0 } },
      defaults: { throughputMode: "bursting" },
      require: { throughputMode: "provisioned" },
      must: '`provisionedThroughputInMibps` requires `throughputMode: "provisioned"`.',
      source: CREATE,
      accepts: [{ throughputMode: "provisioned", provisionedThroughputInMibps: 64 }],
      rejects: [{ throughputMode: "elastic", provisionedThroughputInMibps: 64 }],
    },
    "aws.efs.file-system.key-needs-encryption": {
      type: EFS_FILE_SYSTEM,
      when: { kmsKeyId: { present: true } },
      defaults: { encrypted: false },
      require: { encrypted: true },
      must: "A key requires `encrypted: true`.",
      source: CREATE,
      accepts: [{ encrypted: true, kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/x" }],
      rejects: [{ encrypted: false, kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/x" }],
    },
    "aws.efs.file-system.max-io": {
      type: EFS_FILE_SYSTEM,
      when: { performanceMode: "maxIO" },
      require: { throughputMode: { not: "elastic" }, availabilityZoneName: { present: false } },
      must: "The mode maxIO is not for elastic throughput and not for one zone: leave out `performanceMode`.",
      source: CREATE,
      accepts: [{ performanceMode: "maxIO", throughputMode: "bursting" }, { throughputMode: "elastic" }],
      rejects: [
        { performanceMode: "maxIO", throughputMode: "elastic" },
        { performanceMode: "maxIO", availabilityZoneName: "us-east-1a" },
      ],
    },
    "aws.efs.file-system.transition-days": {
      type: "aws:efs/fileSystem:FileSystem",
      each: "lifecyclePolicies",
      require: {
        transitionToIa: { matches: /^AFTER_(?:1_DAY|(?:7|14|30|60|90|180|270|365)_DAYS)$/ },
        transitionToArchive: { matches: /^AFTER_(?:1_DAY|(?:7|14|30|60|90|180|270|365)_DAYS)$/ },
      },
      must: "Files move after 1, 7, 14, 30, 60, 90, 180, 270 or 365 days.",
      source: "https://docs.aws.amazon.com/efs/latest/ug/API_LifecyclePolicy.html",
      accepts: [{ lifecyclePolicies: [{ transitionToIa: "AFTER_14_DAYS" }, { transitionToArchive: "AFTER_90_DAYS" }] }],
      rejects: [{ lifecyclePolicies: [{ transitionToIa: "AFTER_15_DAYS" }] }],
    },
    "aws.efs.file-system.archive-later": {
      type: EFS_FILE_SYSTEM,
      when: { lifecyclePolicies: { some: { transitionToArchive: { present: true } } } },
      require: MOMENTS.map((_, index): Readonly<Record<string, Test>> => ({
        lifecyclePolicies: {
          not: {
            anyOf: [
              { some: { transitionToIa: MOMENTS.slice(index + 1) } },
              { some: { transitionToArchive: MOMENTS.slice(0, index + 1) } },
            ],
          },
        },
      })),
      must: "Files are archived later than they become rarely used: `transitionToArchive` after `transitionToIa`.",
      source: PUT_LIFECYCLE,
      accepts: [
        after([{ transitionToIa: "AFTER_30_DAYS" }, { transitionToArchive: "AFTER_90_DAYS" }]),
        after([{ transitionToIa: "AFTER_1_DAY" }]),
      ],
      rejects: [
        after([{ transitionToIa: "AFTER_90_DAYS" }, { transitionToArchive: "AFTER_30_DAYS" }]),
        after([{ transitionToIa: "AFTER_30_DAYS" }, { transitionToArchive: "AFTER_30_DAYS" }]),
      ],
    },
    "aws.efs.file-system.one-transition": {
      type: EFS_FILE_SYSTEM,
      each: "lifecyclePolicies",
      require: { exactlyOne: ["transitionToIa", "transitionToArchive", "transitionToPrimaryStorageClass"] },
      must: "An entry of `lifecyclePolicies` has one transition: write one for each.",
      source: PUT_LIFECYCLE,
      accepts: [after([{ transitionToIa: "AFTER_30_DAYS" }, { transitionToPrimaryStorageClass: "AFTER_1_ACCESS" }])],
      rejects: [after([{ transitionToIa: "AFTER_30_DAYS", transitionToPrimaryStorageClass: "AFTER_1_ACCESS" }])],
    },
    "aws.efs.file-system.elastic-max-io": {
      type: EFS_FILE_SYSTEM,
      when: { throughputMode: "elastic" },
      require: { performanceMode: "generalPurpose" },
      must: "Elastic throughput is for the mode generalPurpose: leave out `performanceMode`.",
      source: "https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html",
      accepts: [{ encrypted: true, throughputMode: "elastic" }],
      rejects: [{ encrypted: true, throughputMode: "elastic", performanceMode: "maxIO" }],
    },
    "aws.efs.access-point.user": {
      type: EFS_ACCESS_POINT,
      require: { "posixUser.uid": { min: 0, max: 4294967295 } },
      must: "`uid` must be from 0 to 4,294,967,295.",
      source: "https://docs.aws.amazon.com/efs/latest/ug/API_PosixUser.html",
      accepts: [{ fileSystemId: "fs-1", posixUser: { gid: 1000, uid: 4294967295 } }],
      rejects: [{ fileSystemId: "fs-1", posixUser: { gid: 1000, uid: 4294967296 } }],
    },
    "aws.efs.access-point.group": {
      type: EFS_ACCESS_POINT,
      require: { "posixUser.gid": { min: 0, max: 4294967295 } },
      must: "`gid` must be from 0 to 4,294,967,295.",
      source: "https://docs.aws.amazon.com/efs/latest/ug/API_PosixUser.html",
      accepts: [{ fileSystemId: "fs-1", posixUser: { uid: 1000, gid: 4294967295 } }],
      rejects: [{ fileSystemId: "fs-1", posixUser: { uid: 1000, gid: 4294967296 } }],
    },
    "aws.efs.mount-target.address": {
      type: EFS_MOUNT_TARGET,
      refers: { subnetId: EC2_SUBNET },
      require: { ipAddress: { hostOf: "subnetId->cidrBlock" } },
      must: "An address is one of its subnet, and not one of the first four or the last, which AWS keeps.",
      source: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
      accepts: [{ ipAddress: "10.0.1.10", subnetId: { cidrBlock: "10.0.1.0/24" } }],
      rejects: [
        { ipAddress: "10.0.1.3", subnetId: { cidrBlock: "10.0.1.0/24" } },
        { ipAddress: "10.0.2.10", subnetId: { cidrBlock: "10.0.1.0/24" } },
      ],
    },
    "aws.efs.file-system.symmetric-key": symmetricKey(EFS_FILE_SYSTEM, "kmsKeyId", CREATE, { encrypted: true }),
  },
} satisfies ServiceConstraints;
