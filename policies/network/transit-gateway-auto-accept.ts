import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "transit-gateway-auto-accept",
  category: "network",
  description: "Transit gateways must not accept shared attachments automatically",
  severity: "high",
  level: "only-if-required",
  why: "Any account that a transit gateway is shared with could join its own VPC to the network without a review.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
    "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html",
  ],
  requirement: {
    types: ["aws:ec2transitgateway/transitGateway:TransitGateway"],
    property: "autoAcceptSharedAttachments",
    must: { equals: "disable" },
    whenAbsent: "disable",
    consequence: "Other accounts join their VPCs to the network without a review.",
    fix: "disable",
    incorrect: "enable",
  },
});
