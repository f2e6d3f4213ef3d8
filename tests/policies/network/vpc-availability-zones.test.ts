import rule from "../../../policies/network/vpc-availability-zones";
import { privateSubnet, publicSubnet, internet, subnet, SUBNET, vpc } from "../../kit/network";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource } from "../../../src/testing/stack";

const zones = (...letters: string[]): string[] => letters.map((letter) => `us-east-1${letter}`);
const publics = (...letters: string[]): BuiltResource[] =>
  zones(...letters).flatMap((zone, index) => publicSubnet(`public-${String(index)}`, zone));
const privates = (...letters: string[]): BuiltResource[] =>
  zones(...letters).flatMap((zone, index) => privateSubnet(`private-${String(index)}`, zone));

ruleTest(rule, {
  valid: [
    { name: "two zones in both tiers", stack: [vpc, internet, ...publics("a", "b"), ...privates("a", "b")] },
    {
      name: "just as many zones as the contract requires",
      stack: [vpc, internet, ...publics("a", "b", "c"), ...privates("a", "b", "c", "c")],
      contract: { availabilityZones: { exactly: 3 } },
    },
    {
      name: "zones by their ids",
      stack: [
        vpc,
        ...["use1-az1", "use1-az2"].map((availabilityZoneId) =>
          subnet(availabilityZoneId, undefined, { availabilityZoneId }),
        ),
      ],
    },
    {
      name: "one zone, where the contract requires no more",
      stack: [vpc, ...privates("a")],
      contract: { availabilityZones: { minimum: 1 } },
    },
    { name: "a VPC without subnets", stack: [vpc] },
    {
      name: "subnets of a VPC outside the stack",
      stack: [
        resource("aws:ec2/vpc:Vpc", "shared", {}, { external: true }),
        resource(SUBNET, "one", { vpcId: "vpc-0123", availabilityZone: "us-east-1a" }),
      ],
    },
  ],
  invalid: [
    {
      name: "one zone for all tiers: one finding",
      stack: [vpc, internet, ...publics("a"), ...privates("a")],
      findings: [
        {
          resource: "main",
          message: /The subnets \(private-0, public-0\) span 1 availability zone \(us-east-1a\), and 2 or more.*Add/,
        },
      ],
    },
    {
      name: "two zones where the contract requires exactly three",
      stack: [vpc, internet, ...publics("a", "b"), ...privates("a", "b")],
      contract: { availabilityZones: { exactly: 3 } },
      findings: [
        {
          resource: "main",
          level: "mandatory",
          message: /span 2 availability zones \(us-east-1a, us-east-1b\), and exactly 3/,
        },
      ],
    },
    {
      name: "a tier with fewer zones than the other",
      stack: [vpc, internet, ...publics("a", "b", "c"), ...privates("a", "b")],
      contract: { availabilityZones: { minimum: 3 } },
      findings: [{ resource: "main", level: "mandatory", message: /The private subnets/ }],
    },
    {
      name: "more zones than the contract requires",
      stack: [vpc, internet, ...publics("a", "b"), ...privates("a", "b", "c")],
      contract: { availabilityZones: { exactly: 2 } },
      findings: [{ resource: "main", level: "mandatory", message: /private subnets.*span 3.*Remove/ }],
    },
    {
      name: "fewer subnets than required zones, although no zone is known",
      stack: [vpc, subnet("one", unknown), subnet("two", undefined)],
      contract: { availabilityZones: { minimum: 3 } },
      findings: [{ resource: "main", level: "mandatory", message: /one, two\) span at most 2/ }],
      shape: "preview",
    },
    {
      name: "subnets whose tier is not known, in one zone",
      stack: [
        vpc,
        subnet("one", "us-east-1a", { mapPublicIpOnLaunch: unknown }),
        subnet("two", "us-east-1a", { mapPublicIpOnLaunch: unknown }),
      ],
      findings: [{ resource: "main" }],
      shape: "preview",
    },
    {
      name: "a subnet in the zone of another",
      stack: [vpc, ...[subnet("one", "us-east-1a")].flatMap((one) => [one, subnet("two", one.availabilityZone)])],
      findings: [{ resource: "main", message: /span 1/ }],
      shape: "preview",
    },
  ],
  undecided: [
    {
      name: "enough subnets, of zones that are not known",
      stack: [vpc, subnet("one", "us-east-1a"), subnet("two", unknown)],
      at: ["two.availabilityZone"],
    },
    {
      name: "zones by name and by id",
      stack: [vpc, subnet("one", "us-east-1a"), subnet("two", undefined, { availabilityZoneId: "use1-az1" })],
      at: ["main"],
    },
    {
      name: "a subnet that may be of this tier or that",
      stack: [
        vpc,
        internet,
        ...publics("a"),
        ...privates("a", "b"),
        subnet("third", "us-east-1b", { mapPublicIpOnLaunch: unknown }),
      ],
      at: ["main"],
    },
    {
      name: "a subnet whose VPC is not known",
      stack: [vpc, subnet("one", "us-east-1a"), resource(SUBNET, "two", { vpcId: unknown })],
      at: ["main"],
    },
  ],
});
