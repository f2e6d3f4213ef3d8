import rule from "../../../policies/validity/nat-gateway-elastic-ip-shared";
import { NAT } from "../../kit/network";
import { ruleTest } from "../../../testing/rule-test";
import { resource, text, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../testing/stack";

const eip = (name: string): BuiltResource => resource("aws:ec2/eip:Eip", name, { domain: "vpc" });
const [a, b] = [eip("address-a"), eip("address-b")];
const nat = (
  name: string,
  allocationId: Input,
  more: Record<string, Input> = {},
  options: BuildOptions = {},
): BuiltResource => resource(NAT, name, { subnetId: `subnet-${name}`, allocationId, ...more }, options);

ruleTest(rule, {
  valid: [
    { name: "an address each", stack: [a, b, nat("nat-a", a.id), nat("nat-b", b.id)] },
    {
      name: "ids of elsewhere",
      stack: [nat("nat-a", "eipalloc-0a"), nat("nat-b", "eipalloc-0b"), nat("nat-c", "")],
    },
    {
      name: "private gateways",
      stack: [
        nat("nat-a", undefined, { connectivityType: "private" }),
        nat("nat-b", undefined, { connectivityType: "private" }),
      ],
    },
    {
      name: "one that is only read",
      stack: [a, nat("nat-a", a.id), nat("nat-b", a.id, {}, { external: true })],
    },
    { name: "two addresses of one gateway", stack: [a, b, nat("nat-a", a.id, { secondaryAllocationIds: [b.id] })] },
    {
      name: "one of several addresses, which it is not known",
      stack: [a, b, nat("nat-a", text`${a.id}${b.id}`), nat("nat-b", text`${b.id}${a.id}`)],
    },
    {
      name: "secondary addresses that are not known",
      stack: [nat("nat-a", "eipalloc-0a", { secondaryAllocationIds: unknown })],
    },
  ],
  invalid: [
    {
      name: "one address for two gateways",
      stack: [a, nat("nat-a", a.id), nat("nat-b", a.id)],
      findings: [
        {
          resource: "nat-b",
          path: "allocationId",
          message: /nat-a has the Elastic IP address address-a.*AWS would answer: "Elastic IP address … is already/,
        },
      ],
    },
    {
      name: "one id of elsewhere for three",
      stack: [nat("nat-a", "eipalloc-0a"), nat("nat-b", "eipalloc-0a"), nat("nat-c", "eipalloc-0a")],
      findings: [
        { resource: "nat-b", path: "allocationId", message: /eipalloc-0a/ },
        { resource: "nat-c", path: "allocationId" },
      ],
    },
    {
      name: "a secondary address of another gateway, and its own first one",
      stack: [a, b, nat("nat-a", a.id), nat("nat-b", b.id, { secondaryAllocationIds: ["eipalloc-0c", a.id] })],
      findings: [{ resource: "nat-b", path: "secondaryAllocationIds[1]" }],
    },
    {
      name: "the same address twice in one",
      stack: [nat("nat-a", "eipalloc-0a", { secondaryAllocationIds: ["eipalloc-0a"] })],
      findings: [{ resource: "nat-a", path: "secondaryAllocationIds[0]", message: /itself/ }],
    },
    {
      name: "two that a package's component makes",
      stack: [
        a,
        resource("awsx:ec2:Vpc", "main"),
        nat("nat-a", a.id),
        nat("nat-b", a.id, {}, { parent: resource("awsx:ec2:Vpc", "main") }),
      ],
      findings: [{ resource: "nat-b", path: "allocationId", level: "advisory" }],
    },
  ],
  undecided: [
    {
      name: "an address that is not known",
      stack: [a, nat("nat-a", a.id), nat("nat-b", unknown)],
      at: ["nat-b.allocationId"],
    },
  ],
});
