import rule from "../../../policies/validity/service-quota";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing/stack";

const EIP = "aws:ec2/eip:Eip";
const provider = (name: string, region: string): BuiltResource => resource("pulumi:providers:aws", name, { region });
const many = (
  count: number,
  type: string,
  inputs: Record<string, Input> = {},
  options: BuildOptions = {},
): BuiltResource[] => Array.from({ length: count }, (_, index) => resource(type, `r${String(index)}`, inputs, options));
const frankfurt = provider("frankfurt", "eu-central-1");
const subnet = (zone: Input): BuiltResource =>
  resource("aws:ec2/subnet:Subnet", "public", { vpcId: "vpc-1", availabilityZone: zone });
const nats = (count: number, zone: Input, more: Record<string, Input> = {}): BuiltResource[] => {
  const zonal = subnet(zone);
  return [zonal, ...many(count, "aws:ec2/natGateway:NatGateway", { subnetId: zonal["id"], ...more })];
};

ruleTest(rule, {
  valid: [
    { name: "as many addresses as the quota", stack: many(5, EIP) },
    {
      name: "more, in two regions",
      stack: [
        ...many(3, EIP),
        frankfurt,
        ...many(3, EIP, { domain: "vpc" }, { provider: frankfurt }).map((one) =>
          resource(EIP, `f-${one.$name}`, one.$inputs, one.$options),
        ),
      ],
    },
    {
      name: "more, in two regions of one provider",
      stack: [
        ...many(4, EIP),
        resource(EIP, "e", { region: "eu-west-1" }),
        resource(EIP, "f", { region: "eu-west-1" }),
      ],
    },
    { name: "addresses from a pool of your own", stack: many(6, EIP, { publicIpv4Pool: "ipv4pool-ec2-1" }) },
    { name: "addresses of a pool that is not known yet", stack: many(6, EIP, { ipamPoolId: unknown }) },
    { name: "addresses that the stack only reads", stack: many(6, EIP, {}, { external: true }) },
    { name: "five NAT gateways in a zone", stack: nats(5, "us-east-1a") },
    { name: "NAT gateways in a zone that is not known yet", stack: nats(6, unknown), shape: "preview" },
    { name: "regional NAT gateways", stack: nats(6, "us-east-1a", { availabilityMode: "regional" }) },
    {
      name: "a contract with a higher quota",
      stack: many(6, EIP),
      contract: { facts: { "service-quotas": { quotas: { [EIP]: { limit: 20 } } } } },
    },
  ],
  invalid: [
    {
      name: "more addresses than the quota",
      stack: many(6, EIP),
      findings: [
        {
          resource: "r5",
          message:
            /^This is one of 6 Elastic IP addresses that the stack creates in one region\. The default quota of an account is 5, and AWS rejects more with "AddressLimitExceeded.*facts\.service-quotas\.quotas\."aws:ec2\/eip:Eip"\.limit/,
        },
      ],
    },
    {
      name: "more addresses of Amazon's own pool",
      stack: many(7, EIP, { publicIpv4Pool: "amazon" }),
      findings: [{ resource: "r5", message: /one of 7/ }],
    },
    {
      name: "more networks",
      stack: many(6, "aws:ec2/vpc:Vpc"),
      findings: [{ resource: "r5", message: /VpcLimitExceeded/ }],
    },
    {
      name: "more internet gateways, whose error is not known",
      stack: many(6, "aws:ec2/internetGateway:InternetGateway"),
      findings: [{ resource: "r5", message: /an account is 5\. Create fewer/ }],
    },
    {
      name: "more NAT gateways in a zone",
      stack: nats(6, "us-east-1a"),
      findings: [{ resource: "r5", message: /in one zone/ }],
    },
  ],
});
