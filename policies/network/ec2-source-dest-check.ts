import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "ec2-source-dest-check",
  category: "network",
  description: "Network interfaces must check the source and destination of traffic",
  severity: "medium",
  level: "only-if-required",
  why:
    "The check drops traffic that an instance neither sends nor is the target of. Without it, an instance that is " +
    "taken over can pass on traffic of others.",
  limits: "Instances that route traffic, such as NAT instances, need the check switched off: exempt them.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html",
  ],
  requirement: {
    types: ["aws:ec2/networkInterface:NetworkInterface", "aws:ec2/instance:Instance"],
    property: "sourceDestCheck",
    must: { equals: true },
    whenAbsent: true,
    consequence: "Traffic passes through it that is neither from it nor for it.",
    fix: true,
    example: { subnetId: "subnet-0123456789abcdef0" },
  },
});
