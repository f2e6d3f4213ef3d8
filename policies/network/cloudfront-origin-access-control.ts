import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "cloudfront-origin-access-control",
  category: "network",
  description: "Distributions must identify themselves to buckets and functions",
  severity: "medium",
  level: "only-if-required",
  why:
    "With an origin access control a bucket or a function admits the distribution alone, so that no client " +
    "gets around it and what it checks.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html"],
  requirement: [
    {
      types: ["aws:cloudfront/distribution:Distribution"],
      property: "origins[].originAccessControlId",
      must: { isSet: true },
      whenElement: [
        { property: "customOriginConfig", must: { isAbsent: true } },
        { property: "vpcOriginConfig", must: { isAbsent: true } },
      ],
      correct: "E1A2B3C4D5",
      consequence: "The bucket cannot admit this distribution alone.",
      instead: "Set `originAccessControlId` to an `aws.cloudfront.OriginAccessControl`.",
      example: { enabled: true, origins: [{ originId: "files", domainName: "files.s3.us-east-1.amazonaws.com" }] },
    },
    {
      types: ["aws:cloudfront/distribution:Distribution"],
      property: "origins[].originAccessControlId",
      must: { isSet: true },
      whenElement: [
        { property: "customOriginConfig", must: { isSet: true } },
        { property: "domainName", must: { hasText: ".lambda-url." } },
      ],
      correct: "E1A2B3C4D5",
      consequence: "The function cannot admit this distribution alone.",
      instead: "Set `originAccessControlId` to an `aws.cloudfront.OriginAccessControl`.",
      example: {
        origins: [
          {
            originId: "api",
            domainName: "a1b2c3.lambda-url.us-east-1.on.aws",
            customOriginConfig: { originProtocolPolicy: "https-only" },
          },
        ],
      },
    },
  ],
});
