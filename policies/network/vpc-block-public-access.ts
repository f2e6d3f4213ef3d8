import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "vpc-block-public-access",
  category: "network",
  description: "VPC Block Public Access must block traffic of internet gateways",
  severity: "medium",
  level: "only-if-required",
  why: "The setting blocks traffic of internet gateways for every VPC of the account and region, whatever routes and groups allow; exclusions name what is meant to be public.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"],
  requirement: {
    types: ["aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions"],
    property: "internetGatewayBlockMode",
    must: { isNotOneOf: ["off"] },
    consequence: "Routes and security groups alone decide what the internet reaches.",
    correct: "block-ingress",
  },
});
