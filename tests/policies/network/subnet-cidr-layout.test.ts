import rule from "../../../policies/network/subnet-cidr-layout";
import { subnet as zoned, vpc, VPC } from "../../kit/network";
import { createdAndDeployed, withNew } from "../../kit/deployed";
import { ruleTest, runRule } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const subnet = (name: string, cidrBlock: Input, more: Record<string, Input> = {}): BuiltResource =>
  zoned(name, "us-east-1a", { cidrBlock, ...more });
const secondary = (inputs: Record<string, Input>): BuiltResource =>
  resource("aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation", "second", { vpcId: vpc.id, ...inputs });
const other = resource(VPC, "other", { cidrBlock: "10.1.0.0/16" });
const ipam = resource(VPC, "main", { ipv4IpamPoolId: "ipam-pool-0123", ipv4NetmaskLength: 16 });
const inIpam = (name: string, cidrBlock: Input): BuiltResource =>
  resource("aws:ec2/subnet:Subnet", name, { vpcId: ipam.id, cidrBlock });

const contract = { subnetLayout: true };

ruleTest(rule, {
  valid: [
    { name: "a VPC without subnets", stack: [vpc] },
    {
      name: "subnets side by side",
      stack: [vpc, ...[0, 1, 2, 3].map((i) => subnet(`s${String(i)}`, `10.0.${String(i)}.0/24`))],
    },
    {
      name: "a whole VPC",
      stack: [vpc, subnet("low", "10.0.0.0/17"), subnet("high", "10.0.128.0/17")],
    },
    {
      name: "large gaps, without a contract",
      stack: [vpc, subnet("a", "10.0.0.0/24"), subnet("b", "10.0.9.0/24")],
    },
    {
      name: "gaps of alignment between tiers of different sizes, just as large as the subnets",
      contract,
      stack: [vpc, subnet("a", "10.0.0.0/24"), subnet("b", "10.0.3.0/24")],
    },
    {
      name: "the same block in another VPC, and outside the stack",
      stack: [
        vpc,
        other,
        subnet("a", "10.0.0.0/24"),
        subnet("b", "10.1.0.0/24", { vpcId: other.id }),
        subnet("c", "10.0.0.0/24", { vpcId: "vpc-0123" }),
        resource("aws:ec2/subnet:Subnet", "read", { vpcId: vpc.id, cidrBlock: "10.0.0.0/16" }, { external: true }),
      ],
    },
    {
      name: "a secondary block",
      stack: [vpc, secondary({ cidrBlock: "100.64.0.0/16" }), subnet("a", "100.64.1.0/24"), subnet("b", "10.0.0.0/24")],
    },
    { name: "a subnet with IPv6 only", stack: [vpc, subnet("a", undefined, { ipv6Native: true })] },
    { name: "a block that is not the VPC's whole in bits", stack: [vpc, subnet("a", "10.0.1.7/24")] },
  ],
  invalid: [
    ...createdAndDeployed([
      {
        name: "two subnets that overlap",
        stack: [vpc, subnet("a", "10.0.0.0/23"), subnet("b", "10.0.1.0/24"), subnet("c", "10.0.2.0/24")],
        findings: [
          {
            resource: "b",
            path: "cidrBlock",
            message:
              /10\.0\.1\.0\/24 overlaps with a \(10\.0\.0\.0\/23\) of the same VPC\..*conflicts with another subnet/,
          },
        ],
      },
      {
        name: "the same block twice, while the VPC's is not known",
        stack: [ipam, inIpam("a", "10.0.0.0/24"), inIpam("b", "10.0.0.0/24")],
        findings: [{ resource: "b", path: "cidrBlock" }],
      },
      {
        name: "outside the VPC's block, and larger than it",
        stack: [vpc, subnet("a", "10.1.0.0/24"), subnet("b", "10.0.0.0/15")],
        findings: [
          { resource: "a", path: "cidrBlock", message: /is not in 10\.0\.0\.0\/16, the VPC's block\./ },
          { resource: "b", path: "cidrBlock" },
          { resource: "b", path: "cidrBlock" },
        ],
      },
      {
        name: "outside all blocks",
        stack: [vpc, secondary({ cidrBlock: "100.64.0.0/16" }), subnet("a", "192.168.0.0/24")],
        findings: [{ resource: "a", path: "cidrBlock", message: /or its other blocks/ }],
      },
    ]),
    {
      name: "gaps one address block larger than the subnets",
      stack: [vpc, subnet("a", "10.0.0.0/24"), subnet("b", "10.0.4.0/24")],
      contract,
      findings: [{ resource: "main", message: /hold 768 addresses, more than the subnets.*\(512\)/ }],
    },
    {
      name: "tiers ten blocks apart, as in the document",
      stack: [
        vpc,
        ...[0, 1, 2].flatMap((i) => [
          subnet(`public-${String(i)}`, `10.0.${String(i)}.0/24`),
          subnet(`private-${String(i)}`, `10.0.${String(i + 10)}.0/24`),
        ]),
      ],
      contract,
      findings: [{ resource: "main", message: /1792 addresses.*6 subnets take up 5 %/ }],
    },
  ],
  undecided: [
    {
      name: "the VPC's block from IPAM",
      stack: [ipam, inIpam("a", "10.0.0.0/24"), inIpam("b", "10.0.9.0/24")],
      at: ["a.cidrBlock", "b.cidrBlock"],
    },
    {
      name: "a block that is not known yet",
      stack: [vpc, subnet("a", unknown), subnet("b", "10.0.0.0/24"), subnet("c", "10.0.9.0/24")],
      at: ["a.cidrBlock"],
    },
    {
      name: "a secondary block that is not known yet",
      stack: [vpc, secondary({ ipv4IpamPoolId: "ipam-pool-0123" }), subnet("a", "10.1.0.0/24")],
      at: ["a.cidrBlock"],
    },
    {
      name: "a secondary block of a VPC that is not known yet",
      stack: [vpc, secondary({ vpcId: unknown, cidrBlock: unknown }), subnet("a", "10.1.0.0/24")],
      at: ["a.cidrBlock"],
    },
    {
      name: "a gap in which a subnet of an unknown VPC may be",
      stack: [
        vpc,
        subnet("a", "10.0.0.0/24"),
        subnet("b", "10.0.9.0/24"),
        subnet("c", "10.0.1.0/21", { vpcId: unknown }),
      ],
      contract,
      at: [],
    },
  ],
});

it("reports a new subnet over an existing one, although it comes first", () => {
  const stack = [vpc, subnet("a", "10.0.0.0/24"), subnet("b", "10.0.0.0/24")];
  const { results } = runRule(rule, { name: "" }, "up", withNew(stack, "a"));
  expect(results.map(({ name, level }) => [name, level])).toEqual([["a", "mandatory"]]);
});
