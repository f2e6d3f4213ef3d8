import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "s3-account-public-access-block",
  category: "network",
  description: "The public access block of an S3 account must have all of its settings on",
  severity: "medium",
  level: "advisory-unless-required",
  why: "The block of the account holds for every bucket in it, those of other stacks included. Each setting that is off leaves a way to publish a bucket by mistake.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"],
  requirement: ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"].map((setting) => ({
    types: ["aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock"],
    property: setting,
    must: { equals: true },
    whenAbsent: false,
    consequence: "A policy or ACL can open buckets of this account to everyone.",
    fix: true,
    example: { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
  })),
});
