import { EC2_NAT_GATEWAY } from "../../src/aws/type-tokens";
import { allOf, not } from "../../src/graph/certainty";
import { isPrivateNat, isRegionalNat } from "../../src/aws/network/nat-gateways";
import { UNKNOWN } from "../../src/graph/value";
import { atCreation } from "../../src/rules/at-creation";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "nat-gateway-elastic-ip",
  category: "network",
  description: "Public NAT gateways must have an Elastic IP address",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  failures: ["B9", "B10"],
  why:
    "AWS does not create a public NAT gateway without an Elastic IP address, so the deployment stops half-way, with the " +
    "private subnets cut off from the internet.",
  fix: {
    typescript: `const address = new aws.ec2.Eip("nat", { domain: "vpc" });
new aws.ec2.NatGateway("nat", { subnetId: publicSubnet.id, allocationId: address.id });`,
    python: `address = aws.ec2.Eip("nat", domain="vpc")
aws.ec2.NatGateway("nat", subnet_id=public_subnet.id, allocation_id=address.id)`,
    yaml: `resources:
  address:
    type: aws:ec2:Eip
    properties:
      domain: vpc
  nat:
    type: aws:ec2:NatGateway
    properties:
      subnetId: \${publicSubnet.id}
      allocationId: \${address.id}`,
  },
  limits: "Private NAT gateways, and regional ones, for which AWS allocates the addresses.",
  references: [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNatGateway.html",
    "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html",
  ],
  ...atCreation({
    types: [EC2_NAT_GATEWAY],
    check(gateway, { report, undecided }) {
      const { value } = gateway.at("allocationId");
      if (value !== undefined && value !== "") {
        return;
      }
      const needsAddress = allOf([not(isPrivateNat(gateway)), not(isRegionalNat(gateway))]);
      if (needsAddress === UNKNOWN) {
        undecided(gateway, isPrivateNat(gateway) === UNKNOWN ? "connectivityType" : "availabilityMode");
      } else if (needsAddress) {
        report({
          at: gateway,
          property: "allocationId",
          message:
            "This public NAT gateway has no Elastic IP address, and AWS rejects it without one. Set `allocationId` to the " +
            'id of an aws.ec2.Eip, or set `connectivityType: "private"`.',
        });
      }
    },
  }),
});
