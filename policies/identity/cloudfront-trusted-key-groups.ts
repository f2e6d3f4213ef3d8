import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "cloudfront-trusted-key-groups",
  category: "identity",
  description: "Signed URLs must be checked by key groups, not by accounts",
  severity: "medium",
  level: "only-if-required",
  why:
    "Keys of accounts belong to the root user, which should not be used. Key groups are managed with IAM and " +
    "can be rotated.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html"],
  requirement: [
    {
      types: ["aws:cloudfront/distribution:Distribution"],
      property: "defaultCacheBehavior.trustedSigners",
      must: { isAbsent: true },
      incorrect: ["self"],
      consequence: "Keys of the root user sign URLs.",
      instead: "Set `trustedKeyGroups` instead.",
    },
    {
      types: ["aws:cloudfront/distribution:Distribution"],
      property: "orderedCacheBehaviors[].trustedSigners",
      must: { isAbsent: true },
      incorrect: ["self"],
      consequence: "Keys of the root user sign URLs.",
      instead: "Set `trustedKeyGroups` instead.",
    },
  ],
});
