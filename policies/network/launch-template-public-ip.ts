import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "launch-template-public-ip",
  category: "network",
  description: "Launch templates must not assign public addresses",
  severity: "high",
  level: "only-if-required",
  why: "Each instance of the template would be one wrong security group rule away from the internet.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"],
  requirement: {
    types: ["aws:ec2/launchTemplate:LaunchTemplate"],
    property: "networkInterfaces[].associatePublicIpAddress",
    must: { equals: false },
    whenAbsent: false,
    consequence: "Each instance that is started from the template gets a public address.",
    fix: false,
    incorrect: true,
    example: { imageId: "ami-0abcdef1234567890", instanceType: "t4g.small" },
  },
});
