import { isMadeByPackage } from "../../stack/components";
import { isPrivateNat, NAT_GATEWAY, vpcOfNat } from "../../stack/nat-gateways";
import { makeWait, waitsForOneOf } from "../../stack/ordering";
import { UNKNOWN } from "../../stack/value";
import { internetAccessOf } from "../../stack/vpc";
import { defineRule } from "../rule";

export default defineRule({
  id: "nat-gateway-after-internet-gateway",
  category: "ordering",
  description: "Public NAT gateways wait for the internet gateway of their VPC",
  severity: "high",
  level: "mandatory",
  failures: ["F18", "C2"],
  why:
    "AWS does not make a public NAT gateway in a VPC that has no internet gateway yet. Nothing that the NAT gateway is " +
    "given comes from the internet gateway, so without an explicit dependency it is chance which of them is made first.",
  fix: {
    typescript:
      'new aws.ec2.NatGateway("nat", { subnetId: publicSubnet.id, allocationId: address.id }, {\n' +
      "  dependsOn: [internetGateway],\n});",
    python:
      'aws.ec2.NatGateway("nat", subnet_id=public_subnet.id, allocation_id=address.id,\n' +
      "    opts=pulumi.ResourceOptions(depends_on=[internet_gateway]))",
    yaml:
      "resources:\n  nat:\n    type: aws:ec2:NatGateway\n    properties:\n" +
      "      subnetId: ${publicSubnet.id}\n      allocationId: ${address.id}\n    options:\n" +
      '      dependsOn: ["${internetGateway}"]',
  },
  limits:
    "Private NAT gateways; NAT gateways in a VPC whose internet gateway the stack does not make, or of which the VPC " +
    "is not known; those that a component of a published package makes.",
  stack(stack, { report, undecided, project }) {
    for (const gateway of stack.ofType(NAT_GATEWAY)) {
      const vpc = vpcOfNat(stack, gateway);
      const { ways } = vpc ? internetAccessOf(stack, vpc) : { ways: [] };
      if (gateway.outside || isMadeByPackage(gateway) || ways.length === 0 || waitsForOneOf(stack, gateway, ways)) {
        continue;
      }
      const isPrivate = isPrivateNat(gateway);
      if (isPrivate === UNKNOWN) {
        undecided(gateway, "connectivityType");
      } else if (!isPrivate) {
        report({
          at: gateway,
          awaits: ways,
          message:
            "nothing makes this NAT gateway wait for the internet gateway of its VPC, and AWS would answer that the " +
            `network has no internet gateway attached; ${makeWait(stack, gateway, ways, project.files?.settings?.runtime)}.`,
        });
      }
    }
  },
});
