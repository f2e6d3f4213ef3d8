import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "emr-block-public-access",
  category: "network",
  description: "EMR must not create clusters in security groups that are open to the internet",
  severity: "critical",
  level: "advisory-unless-required",
  why: "The setting prevents a cluster whose nodes can be reached from the internet. Port 22 may be allowed beside it, and nothing else.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/emr-controls.html"],
  requirement: [
    {
      types: ["aws:emr/blockPublicAccessConfiguration:BlockPublicAccessConfiguration"],
      property: "blockPublicSecurityGroupRules",
      must: { equals: true },
      consequence: "Clusters can be created in security groups that are open to the internet.",
      fix: true,
    },
    ...(["minRange", "maxRange"] as const).map((bound) => ({
      types: ["aws:emr/blockPublicAccessConfiguration:BlockPublicAccessConfiguration"],
      property: `permittedPublicSecurityGroupRuleRanges[].${bound}`,
      must: { equals: 22 },
      consequence: "Clusters may have this port open to the internet.",
      instead: "Allow port 22 only, or none.",
      example: {
        blockPublicSecurityGroupRules: true,
        permittedPublicSecurityGroupRuleRanges: [{ minRange: 22, maxRange: 22 }],
      },
    })),
  ],
});
