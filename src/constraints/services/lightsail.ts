import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.lightsail.disk.size": {
      type: "aws:lightsail/disk:Disk",
      require: { sizeInGb: { min: 8, max: 16384 } },
      must: "`sizeInGb` is 8 to 16384.",
      source: "https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateDisk.html",
      accepts: [{ sizeInGb: 8 }],
      rejects: [{ sizeInGb: 4 }],
    },
  },
} satisfies ServiceConstraints;
