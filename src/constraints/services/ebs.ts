import { EBS_VOLUME } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";
const CREATE = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html";
const volume = { availabilityZone: "us-east-1a", size: 100, encrypted: true };

export default {
  date: "2026-11-29",
  constraints: {
    "aws.ebs.volume.size-or-snapshot": {
      type: EBS_VOLUME,
      require: { atLeastOne: ["size", "snapshotId"] },
      must: "A volume requires `size` or `snapshotId`.",
      source: CREATE,
      accepts: [volume, { availabilityZone: "us-east-1a", snapshotId: "snap-0a" }],
      rejects: [{ availabilityZone: "us-east-1a" }],
    },
    "aws.ebs.volume.provisioned-iops": {
      type: EBS_VOLUME,
      when: { type: ["io1", "io2"] },
      require: { iops: { present: true } },
      must: 'A volume of type "io1" or "io2" requires `iops`.',
      source: CREATE,
      accepts: [
        { ...volume, type: "io2", iops: 3000 },
        { ...volume, type: "gp3" },
      ],
      rejects: [{ ...volume, type: "io1" }],
    },
    "aws.ebs.volume.iops-type": {
      type: EBS_VOLUME,
      when: { iops: { above: 0 } },
      defaults: { type: "gp2" },
      require: { type: ["io1", "io2", "gp3"] },
      must: 'Only volumes of type "io1", "io2" or "gp3" have IOPS of their own: change `type`, or leave out `iops`.',
      source: CREATE,
      accepts: [{ ...volume, type: "gp3", iops: 4000 }],
      rejects: [
        { ...volume, type: "gp2", iops: 4000 },
        { ...volume, iops: 4000 },
      ],
    },
    "aws.ebs.volume.throughput-type": {
      type: EBS_VOLUME,
      when: { throughput: { above: 0 } },
      defaults: { type: "gp2" },
      require: { type: "gp3" },
      must: 'Only volumes of type "gp3" have a throughput of their own: change `type`, or leave out `throughput`.',
      source: CREATE,
      accepts: [{ ...volume, type: "gp3", throughput: 250 }],
      rejects: [{ ...volume, type: "io2", iops: 3000, throughput: 250 }],
    },
    "aws.ebs.volume.gp3-minimum": {
      type: EBS_VOLUME,
      when: { type: "gp3" },
      require: { iops: { min: 3000 }, throughput: { min: 125 } },
      must: "A volume of type gp3 must have at least 3000 IOPS and 125 MiB/s.",
      source: CREATE,
      accepts: [{ ...volume, type: "gp3", iops: 3000, throughput: 125 }],
      rejects: [{ ...volume, type: "gp3", iops: 1000 }],
    },
    "aws.ebs.volume.io1-ratio": {
      type: EBS_VOLUME,
      when: { type: "io1" },
      require: { iops: { min: 100, max: { property: "size", times: 50 } } },
      must: "A volume of type io1 must have at least 100 IOPS, and at most 50 for each GiB.",
      source: CREATE,
      accepts: [{ ...volume, type: "io1", iops: 5000 }],
      rejects: [{ ...volume, type: "io1", iops: 10000 }],
    },
    "aws.ebs.volume.throughput-optimized-size": {
      type: EBS_VOLUME,
      when: { type: ["st1", "sc1"] },
      require: { size: { min: 125 } },
      must: 'A volume of type "st1" or "sc1" must have at least 125 GiB.',
      source: CREATE,
      accepts: [{ ...volume, type: "st1", size: 125 }],
      rejects: [{ ...volume, type: "sc1" }],
    },
    "aws.ebs.volume.multi-attach-type": {
      type: EBS_VOLUME,
      when: { multiAttachEnabled: true },
      defaults: { type: "gp2" },
      require: { type: ["io1", "io2"] },
      must: 'Only volumes of type "io1" or "io2" are attached to several instances.',
      source: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volumes-multi.html",
      accepts: [{ ...volume, type: "io2", iops: 3000, multiAttachEnabled: true }],
      rejects: [{ ...volume, type: "gp3", multiAttachEnabled: true }],
    },
  },
} satisfies ServiceConstraints;
