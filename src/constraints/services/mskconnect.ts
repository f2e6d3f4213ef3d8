import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.mskconnect.connector.workers": {
      type: "aws:mskconnect/connector:Connector",
      when: { "capacity.autoscaling.minWorkerCount": { present: true } },
      require: { "capacity.autoscaling.minWorkerCount": { max: { property: "capacity.autoscaling.maxWorkerCount" } } },
      must: "`minWorkerCount` is at most `maxWorkerCount`.",
      source: "https://docs.aws.amazon.com/MSKC/latest/mskc/API_AutoScaling.html",
      accepts: [{ capacity: { autoscaling: { minWorkerCount: 1, maxWorkerCount: 2 } } }],
      rejects: [{ capacity: { autoscaling: { minWorkerCount: 5, maxWorkerCount: 2 } } }],
    },
    "aws.mskconnect.connector.one-capacity": {
      type: "aws:mskconnect/connector:Connector",
      require: { exactlyOne: ["capacity.autoscaling", "capacity.provisionedCapacity"] },
      must: "A connector has either `capacity.autoscaling` or `capacity.provisionedCapacity`.",
      source: "https://docs.aws.amazon.com/MSKC/latest/mskc/API_Capacity.html",
      accepts: [
        { capacity: { autoscaling: { minWorkerCount: 1, maxWorkerCount: 2 } } },
        { capacity: { provisionedCapacity: { workerCount: 1 } } },
      ],
      rejects: [
        {
          capacity: { autoscaling: { minWorkerCount: 1, maxWorkerCount: 2 }, provisionedCapacity: { workerCount: 1 } },
        },
      ],
    },
  },
} satisfies ServiceConstraints;
