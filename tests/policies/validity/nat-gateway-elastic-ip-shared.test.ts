import rule from "../../../policies/validity/nat-gateway-elastic-ip-shared";
import { createdAndDeployed, withNew } from "../../kit/deployed";
import { NAT } from "../../kit/network";
import { ruleTest, runRule } from "../../../src/testing/rule-test";
import { resource, text, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing/stack";

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
      name: "addresses outside the stack",
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
      name: "a gateway that the stack only reads",
      stack: [a, nat("nat-a", a.id), nat("nat-b", a.id, {}, { external: true })],
    },
    { name: "two addresses of one gateway", stack: [a, b, nat("nat-a", a.id, { secondaryAllocationIds: [b.id] })] },
    {
      name: "one of several addresses",
      stack: [a, b, nat("nat-a", text`${a.id}${b.id}`), nat("nat-b", text`${b.id}${a.id}`)],
    },
    {
      name: "secondary addresses that are not known",
      stack: [nat("nat-a", "eipalloc-0a", { secondaryAllocationIds: unknown })],
    },
  ],
  invalid: [
    ...createdAndDeployed([
      {
        name: "one address for two gateways",
        stack: [a, nat("nat-a", a.id), nat("nat-b", a.id)],
        findings: [
          {
            resource: "nat-b",
            path: "allocationId",
            message:
              /^The NAT gateway nat-a uses the same Elastic IP address, address-a, .*Create another aws\.ec2\.Eip, and use its `id` here\. AWS rejects this with: "Resource\.AlreadyAssociated/,
          },
        ],
      },
      {
        name: "one address outside the stack for three",
        stack: [nat("nat-a", "eipalloc-0a"), nat("nat-b", "eipalloc-0a"), nat("nat-c", "eipalloc-0a")],
        findings: [
          { resource: "nat-b", path: "allocationId", message: /nat-a uses the same Elastic IP address, eipalloc-0a,/ },
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
        findings: [
          {
            resource: "nat-a",
            path: "secondaryAllocationIds[0]",
            message: /^This NAT gateway names the Elastic IP address eipalloc-0a twice\./,
          },
        ],
      },
    ]),
    {
      name: "two gateways that a component of a package creates",
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

test("a gateway that is added with the address of one that exists is rejected", () => {
  const stack = [a, nat("nat-a", a.id), nat("nat-b", a.id)];
  const levelsWith = (...added: string[]): string[] =>
    runRule(rule, { name: "", stack }, "up", withNew(stack, ...added)).results.map(({ level }) => level);
  expect(levelsWith("nat-a")).toEqual(["mandatory"]);
  expect(levelsWith("nat-b")).toEqual(["mandatory"]);
});
