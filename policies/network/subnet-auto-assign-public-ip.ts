import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "subnet-auto-assign-public-ip",
  category: "network",
  description: "Subnets must not assign public addresses to what is started in them",
  severity: "medium",
  level: "only-if-required",
  why:
    "Where a subnet assigns public addresses, each instance in it has one, also those that were never meant to be " +
    "reached.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
    "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html",
  ],
  requirement: [
    {
      types: ["aws:ec2/subnet:Subnet"],
      property: "mapPublicIpOnLaunch",
      must: { equals: false },
      whenAbsent: false,
      consequence: "Every instance in the subnet gets a public address.",
      fix: false,
      example: { vpcId: "vpc-0123456789abcdef0", cidrBlock: "10.0.1.0/24" },
    },
    {
      types: ["aws:ec2/defaultSubnet:DefaultSubnet"],
      property: "mapPublicIpOnLaunch",
      must: { equals: false },
      whenAbsent: true,
      consequence: "Every instance in the subnet gets a public address.",
      fix: false,
      example: { availabilityZone: "us-east-1a" },
    },
  ],
});
