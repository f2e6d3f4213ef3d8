import { EC2_EIP, EC2_NAT_GATEWAY } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule } from "../../src/rules/rule";

interface Address {
  at: View;
  /** The resource, or its id where it is outside the stack; absent where it is not known. */
  address: Resource | string | undefined;
}

/** The addresses that properties name; an unknown one is certain where only one is left that it can be. */
function addressesAt(stack: Stack, views: readonly View[]): Address[] {
  const named = views.map((at): Address => {
    const id = at.str();
    return { at, address: known(id) && id !== "" ? (stack.named(id, [EC2_EIP]) ?? id) : undefined };
  });
  const unknown = views.filter(({ isUnknown }) => isUnknown);
  const sources = views.flatMap(({ property, resource }) => resource.propertyDependencies.get(property) ?? []);
  const left = [...new Set(sources)].filter(
    (source) => source.type === EC2_EIP && !named.some(({ address }) => address === source),
  );
  const [only] = unknown.length === 1 && left.length === 1 ? left : [];
  return named.map((one) => (one.at.isUnknown ? { ...one, address: only } : one));
}

function addressesOf(stack: Stack, gateway: Resource): Address[] {
  const secondary = gateway.list("secondaryAllocationIds") ?? [];
  return [
    ...addressesAt(stack, [gateway.at("allocationId")]),
    ...addressesAt(stack, known(secondary) ? secondary : [gateway.at("secondaryAllocationIds")]),
  ];
}

export default defineRule({
  id: "nat-gateway-elastic-ip-shared",
  category: "validity",
  description: "Each NAT gateway must have an Elastic IP address of its own",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "An Elastic IP address belongs to one network interface at a time, so AWS rejects the second NAT gateway with the same " +
    "address.",
  fix: {
    typescript: `zones.map((zone, i) => new aws.ec2.NatGateway(\`nat-\${zone}\`, {
  subnetId: publicSubnets[i].id,
  allocationId: new aws.ec2.Eip(\`nat-\${zone}\`, { domain: "vpc" }).id,
}));`,
    python: `for zone, subnet in zip(zones, public_subnets):
    address = aws.ec2.Eip(f"nat-{zone}", domain="vpc")
    aws.ec2.NatGateway(f"nat-{zone}", subnet_id=subnet.id, allocation_id=address.id)`,
    yaml: `resources:
  address-a:
    type: aws:ec2:Eip
    properties:
      domain: vpc
  nat-a:
    type: aws:ec2:NatGateway
    properties:
      subnetId: \${publicA.id}
      allocationId: \${address-a.id}
  address-b:
    type: aws:ec2:Eip
    properties:
      domain: vpc
  nat-b:
    type: aws:ec2:NatGateway
    properties:
      subnetId: \${publicB.id}
      allocationId: \${address-b.id}`,
  },
  limits:
    "Addresses that something other than a NAT gateway has, and those that are not known yet. On a NAT gateway that exists " +
    "already a finding is advisory.",
  references: ["https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html"],
  stack(stack, { report, undecided }) {
    const users = new Map<Resource | string, Resource>();
    for (const gateway of stack.managed(EC2_NAT_GATEWAY)) {
      for (const { at, address } of addressesOf(stack, gateway)) {
        const user = address === undefined ? undefined : users.get(address);
        if (address === undefined) {
          if (at.isUnknown) {
            undecided(at);
          }
        } else if (user) {
          const name = typeof address === "string" ? address : address.name;
          report({
            at,
            onlyAtCreation: user.exists === true,
            message:
              (user === gateway
                ? `This NAT gateway names the Elastic IP address ${name} twice. `
                : `The NAT gateway ${user.name} uses the same Elastic IP address, ${name}, which can have one user only. `) +
              "Create another aws.ec2.Eip, and use its `id` here.",
            awsError: "Resource.AlreadyAssociated",
          });
        } else {
          users.set(address, gateway);
        }
      }
    }
  },
});
