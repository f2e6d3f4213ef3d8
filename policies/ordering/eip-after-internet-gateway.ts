import { isMadeByPackage } from "../../stack/components";
import { NAT_GATEWAY, vpcOfNat } from "../../stack/nat-gateways";
import { makeWait, waitsForOneOf } from "../../stack/ordering";
import type { Resource } from "../../stack/resource";
import { internetAccessOf } from "../../stack/vpc";
import { defineRule } from "../rule";

const EIP = "aws:ec2/eip:Eip";

export default defineRule({
  id: "eip-after-internet-gateway",
  category: "ordering",
  description: "Addresses of NAT gateways wait for the internet gateway of their VPC",
  severity: "low",
  level: "advisory",
  failures: ["C2"],
  why:
    "An Elastic IP address leads nowhere before its VPC has an internet gateway, and AWS may refuse to use it until " +
    "then. When the stack is destroyed, the gateway cannot be detached while the address is still in use.",
  fix: {
    typescript: 'new aws.ec2.Eip("nat", { domain: "vpc" }, { dependsOn: [internetGateway] });',
    python: 'aws.ec2.Eip("nat", domain="vpc", opts=pulumi.ResourceOptions(depends_on=[internet_gateway]))',
    yaml:
      "resources:\n  nat:\n    type: aws:ec2:Eip\n    properties:\n      domain: vpc\n    options:\n" +
      '      dependsOn: ["${internetGateway}"]',
  },
  limits:
    "Addresses of anything else than NAT gateways; those of a VPC whose internet gateway the stack does not make; those " +
    "that a component of a published package makes.",
  stack(stack, { report, project }) {
    const judged = new Set<Resource>();
    for (const gateway of stack.ofType(NAT_GATEWAY)) {
      const vpc = vpcOfNat(stack, gateway);
      const { ways, attached } = vpc ? internetAccessOf(stack, vpc) : { ways: [], attached: [] };
      const addresses = ["allocationId", "secondaryAllocationIds", "availabilityZoneAddresses"].flatMap(
        (property) => stack.refs(gateway.at(property), EIP).resources,
      );
      for (const address of addresses) {
        const isLeftOut = address.outside || isMadeByPackage(address) || judged.has(address);
        if (!isLeftOut && ways.length > 0 && !waitsForOneOf(stack, address, [...ways, ...attached])) {
          judged.add(address);
          report({
            at: address,
            awaits: ways,
            message:
              `nothing makes this address of the NAT gateway ${gateway.name} wait for the internet gateway of the VPC; ` +
              `${makeWait(stack, address, ways, project.files?.settings?.runtime)}.`,
          });
        }
      }
    }
  },
});
