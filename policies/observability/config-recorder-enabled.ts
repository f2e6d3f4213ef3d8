import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "config-recorder-enabled",
  category: "observability",
  description: "AWS Config recorders must record",
  severity: "medium",
  level: "advisory-unless-required",
  why: "A recorder that is stopped records no change, so that AWS Config cannot show afterwards what changed and when.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/config-controls.html"],
  requirement: {
    types: ["aws:cfg/recorderStatus:RecorderStatus"],
    property: "isEnabled",
    must: { equals: true },
    consequence: "AWS Config records no changes.",
    fix: true,
    example: { name: "default" },
  },
});
