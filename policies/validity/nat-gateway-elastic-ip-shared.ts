import { NAT_GATEWAY } from "../../stack/nat-gateways";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { known } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule } from "../rule";

const EIP = "aws:ec2/eip:Eip";

/** The one address at a place: the resource, or the id of one outside the stack; absent where it cannot be told yet. */
function addressAt(stack: Stack, view: View): Resource | string | undefined {
  const text = view.str();
  if (known(text) && text !== "") {
    return stack.named(text, [EIP]) ?? text;
  }
  const { resources } = stack.refs(view, EIP);
  return view.isUnknown && resources.length === 1 ? resources[0] : undefined;
}

/** The places at which a NAT gateway takes addresses. */
function placesOf(gateway: Resource): View[] {
  const secondary = gateway.list("secondaryAllocationIds") ?? [];
  return [gateway.at("allocationId"), ...(known(secondary) ? secondary : [])];
}

export default defineRule({
  id: "nat-gateway-elastic-ip-shared",
  category: "validity",
  description: "Each NAT gateway has an Elastic IP address of its own",
  severity: "high",
  level: "mandatory",
  failures: [],
  why: "An Elastic IP address belongs to one network interface at a time, so that the second NAT gateway with it fails.",
  fix: {
    typescript:
      "zones.map((zone, i) => new aws.ec2.NatGateway(`nat-${zone}`, {\n  subnetId: publicSubnets[i].id,\n" +
      '  allocationId: new aws.ec2.Eip(`nat-${zone}`, { domain: "vpc" }).id,\n}));',
    python:
      "for zone, subnet in zip(zones, public_subnets):\n" +
      '    address = aws.ec2.Eip(f"nat-{zone}", domain="vpc")\n' +
      '    aws.ec2.NatGateway(f"nat-{zone}", subnet_id=subnet.id, allocation_id=address.id)',
    yaml:
      "resources:\n  address-a:\n    type: aws:ec2:Eip\n    properties:\n      domain: vpc\n  nat-a:\n" +
      "    type: aws:ec2:NatGateway\n    properties:\n      subnetId: ${publicA.id}\n" +
      "      allocationId: ${address-a.id}\n  address-b:\n    type: aws:ec2:Eip\n    properties:\n" +
      "      domain: vpc\n  nat-b:\n    type: aws:ec2:NatGateway\n    properties:\n" +
      "      subnetId: ${publicB.id}\n      allocationId: ${address-b.id}",
  },
  limits: "Addresses that something else than a NAT gateway has, and those that are not known yet.",
  stack(stack, { report, undecided }) {
    const users = new Map<Resource | string, Resource>();
    for (const gateway of stack.ofType(NAT_GATEWAY).filter(({ outside }) => !outside)) {
      for (const place of placesOf(gateway)) {
        const address = addressAt(stack, place);
        const user = address === undefined ? undefined : users.get(address);
        if (address === undefined) {
          if (place.isUnknown) {
            undecided(place);
          }
        } else if (user) {
          const name = typeof address === "string" ? address : address.name;
          report({
            at: place,
            message:
              `the NAT gateway ${user === gateway ? "itself" : user.name} has the Elastic IP address ${name} already, and ` +
              'an address serves one only; allocate another (aws.ec2.Eip with domain: "vpc") and use its id here.',
            answer: "Elastic IP address … is already associated",
          });
        } else {
          users.set(address, gateway);
        }
      }
    }
  },
});
