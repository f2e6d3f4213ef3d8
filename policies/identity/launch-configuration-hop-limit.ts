import { EC2_LAUNCH_CONFIGURATION } from "../../src/aws/type-tokens";
import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "launch-configuration-hop-limit",
  category: "identity",
  description: "Launch configurations must keep metadata tokens on the instance",
  severity: "high",
  level: "only-if-required",
  why:
    "With a hop limit of more than 1, containers and proxies on the instance get the credentials of its role " + "too.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html"],
  requirement: {
    types: [EC2_LAUNCH_CONFIGURATION],
    property: "metadataOptions.httpPutResponseHopLimit",
    must: { atMost: 1 },
    whenAbsent: 1,
    fix: 1,
    fixWhenNew: true,
    consequence: "Tokens of the metadata service reach beyond the instance.",
    example: { imageId: "ami-0a1b2c3d4e5f", instanceType: "t3.micro", metadataOptions: { httpTokens: "required" } },
  },
});
