import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "autoscaling-launch-template",
  category: "delivery",
  description: "Auto Scaling groups must use launch templates",
  severity: "medium",
  level: "only-if-required",
  why:
    "Launch configurations get no new features, and new accounts cannot create them. Templates have versions " +
    "and all options.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html"],
  requirement: {
    types: ["aws:autoscaling/group:Group"],
    property: "launchConfiguration",
    must: { isAbsent: true },
    incorrect: "web",
    consequence: "Launch configurations are closed to new accounts and get no new features.",
    instead: "Set `launchTemplate` instead.",
    example: { minSize: 2, maxSize: 4 },
  },
});
