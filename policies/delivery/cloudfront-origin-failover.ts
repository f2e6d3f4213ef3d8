import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "cloudfront-origin-failover",
  category: "delivery",
  description: "Distributions must have a second origin to fail over to",
  severity: "low",
  level: "only-if-required",
  why:
    "With an origin group CloudFront turns to the second origin where the first fails, so that clients do not " +
    "see the failure.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html"],
  requirement: {
    types: ["aws:cloudfront/distribution:Distribution"],
    property: "originGroups",
    must: { isSet: true },
    correct: [
      {
        originId: "both",
        failoverCriteria: { statusCodes: [503] },
        members: [{ originId: "files" }, { originId: "copy" }],
      },
    ],
    consequence: "The distribution is down while its origin is.",
    instead: "Add an origin group with two members to `originGroups`.",
    example: { enabled: true, origins: [{ originId: "files", domainName: "files.s3.us-east-1.amazonaws.com" }] },
  },
});
