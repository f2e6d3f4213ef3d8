import rule from "../../../policies/network/nat-gateway-elastic-ip";
import { createdAndDeployed } from "../../kit/deployed";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const address = resource("aws:ec2/eip:Eip", "address", { domain: "vpc" });
const subnet = resource("aws:ec2/subnet:Subnet", "public", { cidrBlock: "10.0.0.0/24" });
const nat = (inputs: Record<string, Input>): BuiltResource[] => [
  address,
  subnet,
  resource("aws:ec2/natGateway:NatGateway", "nat", { subnetId: subnet.id, ...inputs }),
];

ruleTest(rule, {
  valid: [
    { name: "with an Elastic IP address", stack: nat({ allocationId: address.id }) },
    { name: "with a literal allocation", stack: nat({ allocationId: "eipalloc-0123", connectivityType: "public" }) },
    { name: "a private NAT gateway", stack: nat({ connectivityType: "private" }) },
    { name: "a regional NAT gateway", stack: nat({ availabilityMode: "regional", subnetId: undefined }) },
    { name: "an allocation that is not known yet", stack: nat({ allocationId: unknown }) },
    { name: "a private one of unknown mode", stack: nat({ connectivityType: "private", availabilityMode: unknown }) },
    {
      name: "a NAT gateway that the stack only reads",
      stack: [resource("aws:ec2/natGateway:NatGateway", "nat", {}, { external: true })],
    },
  ],
  invalid: createdAndDeployed([
    {
      name: "no allocation",
      stack: nat({}),
      findings: [{ resource: "nat", path: "allocationId", message: /Elastic IP.*`allocationId`/ }],
    },
    {
      name: "an empty allocation, and secondary ones only",
      stack: nat({ allocationId: "", secondaryAllocationIds: ["eipalloc-0123"], availabilityMode: "zonal" }),
      findings: [{ resource: "nat", path: "allocationId" }],
    },
  ]),
  undecided: [
    { name: "an unknown kind", stack: nat({ connectivityType: unknown }), at: ["nat.connectivityType"] },
    { name: "an unknown mode", stack: nat({ availabilityMode: unknown }), at: ["nat.availabilityMode"] },
  ],
});
