import { allOf, not } from "../../stack/certainty";
import { isPrivateNat, isRegionalNat, NAT_GATEWAY } from "../../stack/nat-gateways";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "nat-gateway-elastic-ip",
  category: "network",
  description: "Public NAT gateways have an Elastic IP address",
  severity: "high",
  level: "mandatory",
  failures: ["B9", "B10"],
  why:
    "AWS does not make a public NAT gateway without an Elastic IP address, so the deployment stops half-way, with the " +
    "private subnets cut off from the internet.",
  fix: {
    typescript:
      'const address = new aws.ec2.Eip("nat", { domain: "vpc" });\n' +
      'new aws.ec2.NatGateway("nat", { subnetId: publicSubnet.id, allocationId: address.id });',
    python:
      'address = aws.ec2.Eip("nat", domain="vpc")\n' +
      'aws.ec2.NatGateway("nat", subnet_id=public_subnet.id, allocation_id=address.id)',
    yaml:
      "resources:\n  address:\n    type: aws:ec2:Eip\n    properties:\n      domain: vpc\n  nat:\n" +
      "    type: aws:ec2:NatGateway\n    properties:\n      subnetId: ${publicSubnet.id}\n" +
      "      allocationId: ${address.id}",
  },
  limits: "Private NAT gateways, and regional ones, for which AWS allocates the addresses.",
  resource: {
    types: [NAT_GATEWAY],
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
            "this public NAT gateway has no Elastic IP address, without which AWS does not make it; " +
            'allocate one (aws.ec2.Eip with domain: "vpc") and set allocationId to its id, ' +
            'or set connectivityType: "private".',
        });
      }
    },
  },
});
