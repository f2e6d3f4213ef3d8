import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.synthetics.canary.memory-step": {
      type: "aws:synthetics/canary:Canary",
      when: { "runConfig.memoryInMb": { present: true } },
      require: { "runConfig.memoryInMb": { multipleOf: 64 } },
      must: "`runConfig.memoryInMb` is a multiple of 64.",
      source: "https://docs.aws.amazon.com/AmazonSynthetics/latest/APIReference/API_CanaryRunConfigInput.html",
      accepts: [{ runConfig: { memoryInMb: 960 } }],
      rejects: [{ runConfig: { memoryInMb: 1000 } }],
    },
  },
} satisfies ServiceConstraints;
