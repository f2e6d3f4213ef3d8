import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "macie-enabled",
  category: "observability",
  description: "Macie must be enabled",
  severity: "medium",
  level: "advisory-unless-required",
  why: "Macie finds personal data and credentials in buckets, and buckets that are open. Paused, it finds nothing.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/macie-controls.html"],
  requirement: {
    types: ["aws:macie2/account:Account"],
    property: "status",
    must: { equals: "ENABLED" },
    whenAbsent: "ENABLED",
    consequence: "Macie is paused and finds nothing.",
    fix: "ENABLED",
  },
});
