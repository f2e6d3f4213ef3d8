import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "s3-access-point-public-access-block",
  category: "network",
  description: "S3 access points must block public access",
  severity: "critical",
  level: "advisory-unless-required",
  why: "An access point has a policy of its own, which can open the bucket behind it. AWS blocks public policies of access points unless the program switches that off.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"],
  requirement: ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"].map((setting) => ({
    types: ["aws:s3/accessPoint:AccessPoint"],
    property: `publicAccessBlockConfiguration.${setting}`,
    must: { equals: true },
    whenAbsent: true,
    consequence: "A policy or ACL can open the bucket to everyone by this access point.",
    fix: true,
    example: { bucket: "orders" },
  })),
});
