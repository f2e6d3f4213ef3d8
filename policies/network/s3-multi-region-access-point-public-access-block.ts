import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "s3-multi-region-access-point-public-access-block",
  category: "network",
  description: "S3 Multi-Region Access Points must block public access",
  severity: "high",
  level: "advisory-unless-required",
  why: "A Multi-Region Access Point has a policy of its own, which can open the buckets behind it. It cannot be changed after the access point is created.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"],
  requirement: ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"].map((setting) => ({
    types: ["aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint"],
    property: `details.publicAccessBlock.${setting}`,
    must: { equals: true },
    whenAbsent: true,
    consequence: "A policy or ACL can open the buckets to everyone by this access point.",
    fix: true,
    fixWhenNew: true as const,
    example: { details: { name: "orders", regions: [{ bucket: "orders" }] } },
  })),
});
