import rule from "../../../policies/delivery/classic-load-balancer-zones";
import type { Contract } from "../../../src/contract/contract";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const contract: Contract = { frameworks: ["AWS FSBP"] };

const CLASSIC = "aws:elb/loadBalancer:LoadBalancer";
const balancer = (inputs: Record<string, Input>): BuiltResource => resource(CLASSIC, "web", inputs);
const subnet = (name: string, availabilityZone: string): BuiltResource =>
  resource("aws:ec2/subnet:Subnet", name, { availabilityZone });
const a = subnet("a", "us-east-1a");
const b = subnet("b", "us-east-1b");

ruleTest(rule, {
  valid: [
    { name: "two zones by name", contract, stack: [balancer({ availabilityZones: ["us-east-1a", "us-east-1b"] })] },
    { name: "subnets in two zones", contract, stack: [a, b, balancer({ subnets: [a.id, b.id] })] },
    { name: "two subnets of another stack", contract, stack: [balancer({ subnets: ["subnet-1", "subnet-2"] })] },
  ],
  invalid: [
    {
      name: "one zone by name",
      contract,
      stack: [balancer({ availabilityZones: ["us-east-1a"] })],
      findings: [{ resource: "web", path: "availabilityZones", level: "mandatory" }],
    },
    {
      name: "one subnet",
      contract,
      stack: [a, balancer({ subnets: [a.id] })],
      findings: [{ resource: "web", path: "subnets", level: "mandatory" }],
    },
  ],
  undecided: [
    { name: "subnets that are not known yet", contract, stack: [balancer({ subnets: unknown })], at: ["web.subnets"] },
  ],
});
