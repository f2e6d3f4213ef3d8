import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.mediaconvert.queue.reservation": {
      type: "aws:mediaconvert/queue:Queue",
      when: { pricingPlan: "RESERVED" },
      require: { reservationPlanSettings: { present: true } },
      must: "A reserved queue requires `reservationPlanSettings`.",
      source: "https://docs.aws.amazon.com/mediaconvert/latest/apireference/queues.html",
      accepts: [
        {
          pricingPlan: "RESERVED",
          reservationPlanSettings: { commitment: "ONE_YEAR", renewalType: "EXPIRE", reservedSlots: 1 },
        },
        { pricingPlan: "ON_DEMAND" },
      ],
      rejects: [{ pricingPlan: "RESERVED" }],
    },
  },
} satisfies ServiceConstraints;
