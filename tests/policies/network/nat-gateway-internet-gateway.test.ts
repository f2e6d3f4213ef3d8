import rule from "../../../policies/network/nat-gateway-internet-gateway";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown } from "../../../src/testing/stack";
import { internet, nat, subnet, vpc } from "../../kit/network";

const edge = subnet("public", "us-east-1a");
const gateway = nat("nat", edge);
const attachment = resource("aws:ec2/internetGatewayAttachment:InternetGatewayAttachment", "attachment", {
  vpcId: vpc.id,
  internetGatewayId: "igw-0123",
});

ruleTest(rule, {
  valid: [
    { name: "a VPC with an internet gateway", stack: [vpc, edge, internet, gateway] },
    { name: "a gateway that is attached", stack: [vpc, edge, attachment, gateway] },
    {
      name: "a private NAT gateway",
      stack: [vpc, edge, nat("nat", edge, { connectivityType: "private", allocationId: undefined })],
    },
    {
      name: "a subnet that is not in the stack",
      stack: [resource(gateway.$type, "nat", { subnetId: "subnet-0a1b", allocationId: "eipalloc-0123" })],
    },
    {
      name: "an internet gateway whose VPC is not known",
      stack: [vpc, edge, resource("aws:ec2/internetGateway:InternetGateway", "gateway", { vpcId: unknown }), gateway],
    },
    {
      name: "a resource of another provider in the VPC",
      stack: [vpc, edge, resource("aws-native:ec2:VpcGatewayAttachment", "attachment", { vpcId: vpc.id }), gateway],
    },
  ],
  undecided: [
    {
      name: "a connectivity that is not known",
      stack: [vpc, edge, nat("nat", edge, { connectivityType: unknown })],
      at: ["nat.connectivityType"],
    },
  ],
  invalid: [
    {
      name: "a VPC without an internet gateway",
      stack: [vpc, edge, gateway],
      shape: "preview",
      findings: [{ resource: "nat", message: /The VPC main has no internet gateway/ }],
    },
    {
      name: "a VPC whose gateway is for outgoing IPv6 only",
      stack: [
        vpc,
        edge,
        resource("aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway", "egress", { vpcId: vpc.id }),
        gateway,
      ],
      shape: "preview",
      findings: [{ resource: "nat", message: /no internet gateway/ }],
    },
  ],
});
