import { EC2_SUBNET, EC2_VPC } from "../../aws/type-tokens";
import { named } from "../cases";
import type { ServiceConstraints } from "../form";
const VPC_ATTACHMENT = "aws:ec2transitgateway/vpcAttachment:VpcAttachment";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.ec2transitgateway.transit-gateway.asn": {
      type: "aws:ec2transitgateway/transitGateway:TransitGateway",
      when: { amazonSideAsn: { present: true } },
      require: [{ amazonSideAsn: { min: 64512, max: 65534 } }, { amazonSideAsn: { min: 4200000000, max: 4294967294 } }],
      must: "`amazonSideAsn` is 64512 to 65534 or 4200000000 to 4294967294.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayRequestOptions.html",
      accepts: [{ amazonSideAsn: 64512 }, { amazonSideAsn: 4200000000 }, { description: "x" }],
      rejects: [{ amazonSideAsn: 7224 }],
    },
    "aws.ec2transitgateway.vpc-attachment.a-subnet": {
      type: VPC_ATTACHMENT,
      require: { subnetIds: { present: true } },
      must: "An attachment has at least one subnet.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTransitGatewayVpcAttachment.html",
      accepts: [{ transitGatewayId: "tgw-1", vpcId: "vpc-1", subnetIds: ["subnet-1"] }],
      rejects: [{ transitGatewayId: "tgw-1", vpcId: "vpc-1", subnetIds: [] }],
    },
    "aws.ec2transitgateway.vpc-attachment.dns": {
      type: VPC_ATTACHMENT,
      require: { dnsSupport: ["enable", "disable"] },
      must: '`dnsSupport` must be "enable" or "disable".',
      source:
        "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTransitGatewayVpcAttachmentRequestOptions.html",
      accepts: [{ transitGatewayId: "tgw-1", vpcId: "vpc-1", subnetIds: ["subnet-1"], dnsSupport: "enable" }],
      rejects: [{ transitGatewayId: "tgw-1", vpcId: "vpc-1", subnetIds: ["subnet-1"], dnsSupport: "enabled" }],
    },
    "aws.ec2transitgateway.vpc-attachment.ipv6": {
      type: VPC_ATTACHMENT,
      require: { ipv6Support: ["enable", "disable"] },
      must: '`ipv6Support` must be "enable" or "disable".',
      source:
        "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTransitGatewayVpcAttachmentRequestOptions.html",
      accepts: [{ transitGatewayId: "tgw-1", vpcId: "vpc-1", subnetIds: ["subnet-1"], ipv6Support: "enable" }],
      rejects: [{ transitGatewayId: "tgw-1", vpcId: "vpc-1", subnetIds: ["subnet-1"], ipv6Support: "enabled" }],
    },
    "aws.ec2transitgateway.vpc-attachment.appliancemode": {
      type: VPC_ATTACHMENT,
      require: { applianceModeSupport: ["enable", "disable"] },
      must: '`applianceModeSupport` must be "enable" or "disable".',
      source:
        "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTransitGatewayVpcAttachmentRequestOptions.html",
      accepts: [{ transitGatewayId: "tgw-1", vpcId: "vpc-1", subnetIds: ["subnet-1"], applianceModeSupport: "enable" }],
      rejects: [
        { transitGatewayId: "tgw-1", vpcId: "vpc-1", subnetIds: ["subnet-1"], applianceModeSupport: "enabled" },
      ],
    },
    "aws.ec2transitgateway.vpc-attachment.subnets-vpc": {
      type: VPC_ATTACHMENT,
      refers: { vpcId: EC2_VPC, subnetIds: EC2_SUBNET, "subnetIds->vpcId": EC2_VPC },
      require: { "subnetIds->vpcId": { sameResourceAs: "vpcId" } },
      must: "The subnets of an attachment are of its VPC.",
      source: "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html",
      accepts: [{ vpcId: named("left"), subnetIds: [{ vpcId: named("left") }] }],
      rejects: [{ vpcId: named("left"), subnetIds: [{ vpcId: named("left") }, { vpcId: named("right") }] }],
    },
  },
} satisfies ServiceConstraints;
