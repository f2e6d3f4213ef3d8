import rule from "../../../policies/validity/load-balancer-zones";
import { createdAndDeployed } from "../../kit/deployed";
import { internet, subnet, SUBNET, vpc, VPC } from "../../kit/network";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing/stack";

const a = subnet("a", "us-east-1a");
const a2 = subnet("a2", "us-east-1a");
const b = subnet("b", "us-east-1b");
const balancer = (more: Record<string, Input>, options: BuildOptions = {}): BuiltResource =>
  resource("aws:lb/loadBalancer:LoadBalancer", "public", more, options);
const network = [vpc, internet];

ruleTest(rule, {
  valid: [
    { name: "two zones", stack: [...network, a, b, balancer({ subnets: [a.id, b.id] })] },
    {
      name: "two zones by mappings",
      stack: [...network, a, b, balancer({ subnetMappings: [{ subnetId: a.id }, { subnetId: b.id }] })],
    },
    {
      name: "zones that AWS chooses",
      stack: [
        ...network,
        subnet("x", undefined),
        subnet("y", undefined),
        balancer({ subnets: [subnet("x", undefined).id, subnet("y", undefined).id] }),
      ],
    },
    {
      name: "a network load balancer in one zone",
      stack: [...network, a, balancer({ loadBalancerType: "network", subnets: [a.id] })],
    },
    {
      name: "a network load balancer in two zones",
      stack: [...network, a, b, balancer({ loadBalancerType: "network", subnets: [a.id, b.id] })],
    },
    { name: "one subnet outside the stack", stack: [balancer({ subnets: ["subnet-0a"] })] },
    {
      name: "one subnet in a local zone",
      stack: [
        ...network,
        subnet("lax", "us-west-2-lax-1a"),
        balancer({ subnets: [subnet("lax", "us-west-2-lax-1a").id] }),
      ],
    },
    {
      name: "one subnet in a local zone by the id of the zone",
      stack: [
        ...network,
        subnet("lax", undefined, { availabilityZoneId: "usw2-lax1-az1" }),
        balancer({ subnets: [subnet("lax", undefined, { availabilityZoneId: "usw2-lax1-az1" }).id] }),
      ],
    },
    {
      name: "one subnet on an Outpost",
      stack: [
        ...network,
        subnet("rack", "us-east-1a", { outpostArn: "arn:aws:outposts:us-east-1:464738291005:outpost/op-0a" }),
        balancer({
          subnets: [
            subnet("rack", "us-east-1a", { outpostArn: "arn:aws:outposts:us-east-1:464738291005:outpost/op-0a" }).id,
          ],
        }),
        a,
        resource("aws:lb/loadBalancer:LoadBalancer", "rack", { subnets: [a.id], customerOwnedIpv4Pool: "ipv4pool-0a" }),
      ],
    },
    {
      name: "an older name of the type",
      stack: [...network, a, b, resource("aws:alb/loadBalancer:LoadBalancer", "public", { subnets: [a.id, b.id] })],
    },
    {
      name: "an internal load balancer without an internet gateway",
      stack: [vpc, a, b, balancer({ internal: true, subnets: [a.id, b.id] })],
    },
    {
      name: "an internet gateway that is attached",
      stack: [
        vpc,
        a,
        b,
        resource("aws:ec2/internetGateway:InternetGateway", "loose"),
        resource("aws:ec2/internetGatewayAttachment:InternetGatewayAttachment", "tie", {
          vpcId: vpc.id,
          internetGatewayId: resource("aws:ec2/internetGateway:InternetGateway", "loose").id,
        }),
        balancer({ subnets: [a.id, b.id] }),
      ],
    },
    {
      name: "an internet gateway of a VPC that is not known",
      stack: [
        vpc,
        a,
        b,
        resource("aws:ec2/internetGateway:InternetGateway", "some", { vpcId: unknown }),
        balancer({ subnets: [a.id, b.id] }),
      ],
    },
    {
      name: "an imported VPC, whose internet gateway may not be imported",
      stack: (() => {
        const adopted = resource("aws:ec2/vpc:Vpc", "adopted", { cidrBlock: "10.9.0.0/16" }, { imported: true });
        const [c, d] = ["a", "b"].map((zone) =>
          resource("aws:ec2/subnet:Subnet", `subnet-${zone}`, {
            vpcId: adopted.id,
            availabilityZone: `us-east-1${zone}`,
          }),
        );
        return [adopted, c, d, balancer({ subnets: [c?.id, d?.id] as Input[] })] as BuiltResource[];
      })(),
    },
    {
      name: "an internet gateway of another provider",
      stack: [vpc, a, b, resource("aws-native:ec2:InternetGateway", "native"), balancer({ subnets: [a.id, b.id] })],
    },
    {
      name: "a component of a package that uses the VPC",
      stack: [
        vpc,
        a,
        b,
        resource("network:index:Exits", "exits", { vpcId: vpc.id }),
        balancer({ subnets: [a.id, b.id] }),
      ],
    },
    {
      name: "a VPC that is only read",
      stack: [
        resource(VPC, "main", { cidrBlock: "10.0.0.0/16" }, { external: true }),
        a,
        b,
        balancer({ subnets: [a.id, b.id] }),
      ],
    },
    {
      name: "a VPC by its id",
      stack: [
        resource(SUBNET, "p", { vpcId: "vpc-0a", availabilityZone: "us-east-1a" }),
        resource(SUBNET, "q", { vpcId: "vpc-0a", availabilityZone: "us-east-1b" }),
        balancer({
          subnets: [
            resource(SUBNET, "p", { vpcId: "vpc-0a", availabilityZone: "us-east-1a" }).id,
            resource(SUBNET, "q", { vpcId: "vpc-0a", availabilityZone: "us-east-1b" }).id,
          ],
        }),
      ],
    },
    {
      name: "a load balancer that the stack only reads",
      stack: [a, balancer({ subnets: [a.id] }, { external: true })],
    },
  ],
  invalid: [
    {
      name: "a network load balancer with two subnets of one zone",
      shape: "preview",
      stack: [...network, a, a2, balancer({ loadBalancerType: "network", subnets: [a.id, a2.id] })],
      findings: [{ resource: "public", path: "subnets", message: /a, a2 are both in the zone us-east-1a/ }],
    },
    {
      name: "one subnet",
      stack: [...network, a, balancer({ subnets: [a.id] })],
      findings: [
        {
          resource: "public",
          path: "subnets",
          message:
            /has a only\. Add a subnet in another zone to `subnets`\. AWS rejects this with: "At least two subnets/,
        },
      ],
    },
    {
      name: "one mapping",
      stack: [...network, a, balancer({ subnetMappings: [{ subnetId: a.id }] })],
      findings: [{ resource: "public", path: "subnetMappings" }],
    },
    {
      name: "two subnets of one zone",
      stack: [...network, a, a2, balancer({ subnets: [a.id, a2.id] })],
      findings: [
        {
          resource: "public",
          path: "subnets",
          message: /The subnets a, a2 are both in the zone us-east-1a.*multiple subnets/,
        },
      ],
    },
    {
      name: "two zones, one of them twice",
      stack: [...network, a, a2, b, balancer({ subnets: [a.id, a2.id, b.id] })],
      findings: [{ resource: "public", path: "subnets", message: /a, a2 are both/ }],
    },
    ...createdAndDeployed([
      {
        name: "no subnets",
        stack: [balancer({})],
        findings: [{ resource: "public", path: "subnets", message: /has none\. Set `subnets`/ }],
      },
    ]),
    {
      name: "a zone by its id, in a load balancer that a component of a package creates",
      stack: [
        ...network,
        subnet("z", undefined, { availabilityZoneId: "use1-az1" }),
        resource("awsx:lb:ApplicationLoadBalancer", "shop"),
        balancer(
          { subnets: [subnet("z", undefined, { availabilityZoneId: "use1-az1" }).id] },
          { parent: resource("awsx:lb:ApplicationLoadBalancer", "shop") },
        ),
      ],
      findings: [{ resource: "public", path: "subnets", level: "advisory" }],
    },
    ...createdAndDeployed([
      {
        name: "no internet gateway",
        stack: [vpc, a, b, balancer({ subnets: [a.id, b.id] })],
        findings: [
          {
            resource: "public",
            path: "internal",
            message: /in the VPC main, which has no internet gateway\. Add an aws\.ec2\.InternetGateway/,
          },
        ],
      },
      {
        name: "an internet gateway of another VPC",
        stack: [
          vpc,
          a,
          b,
          resource(VPC, "other", { cidrBlock: "10.1.0.0/16" }),
          resource("aws:ec2/internetGateway:InternetGateway", "there", {
            vpcId: resource(VPC, "other", { cidrBlock: "10.1.0.0/16" }).id,
          }),
          balancer({ internal: false, subnets: [a.id, b.id] }),
        ],
        findings: [{ resource: "public", path: "internal" }],
      },
    ]),
  ],
  undecided: [
    { name: "subnets that are not known", stack: [balancer({ subnets: unknown })], at: ["public.subnets"] },
    {
      name: "a type that is not known",
      stack: [balancer({ loadBalancerType: unknown })],
      at: ["public.loadBalancerType"],
    },
    {
      name: "one subnet of a zone that is not known",
      stack: [...network, subnet("x", unknown), balancer({ subnets: [subnet("x", unknown).id] })],
      at: ["public.subnets"],
    },
  ],
});
