import { EC2_LAUNCH_CONFIGURATION } from "../../src/aws/type-tokens";
import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "launch-configuration-public-ip",
  category: "network",
  description: "Launch configurations must not give instances public addresses",
  severity: "high",
  level: "only-if-required",
  why:
    "An instance with a public address can be reached from the internet as soon as one rule of a security " +
    "group allows it.",
  limits: "Addresses that a subnet assigns where the launch configuration does not set it.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html"],
  requirement: {
    types: [EC2_LAUNCH_CONFIGURATION],
    property: "associatePublicIpAddress",
    must: { isNot: true },
    fix: false,
    fixWhenNew: true,
    consequence: "Every instance of the group gets a public address.",
    example: { imageId: "ami-0a1b2c3d4e5f", instanceType: "t3.micro" },
  },
});
