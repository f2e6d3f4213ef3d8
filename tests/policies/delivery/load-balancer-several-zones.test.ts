import rule from "../../../policies/delivery/load-balancer-several-zones";
import type { Contract } from "../../../src/contract/contract";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const contract: Contract = { frameworks: ["AWS FSBP"] };

const balancer = (inputs: Record<string, Input>): BuiltResource =>
  resource("aws:lb/loadBalancer:LoadBalancer", "web", { loadBalancerType: "network", ...inputs });
const subnet = (name: string, availabilityZone: string): BuiltResource =>
  resource("aws:ec2/subnet:Subnet", name, { availabilityZone });
const a = subnet("a", "us-east-1a");
const b = subnet("b", "us-east-1b");

ruleTest(rule, {
  valid: [
    { name: "subnets in two zones", contract, stack: [a, b, balancer({ subnets: [a.id, b.id] })] },
    {
      name: "mappings in two zones",
      contract,
      stack: [a, b, balancer({ subnetMappings: [{ subnetId: a.id }, { subnetId: b.id }] })],
    },
  ],
  invalid: [
    {
      name: "one subnet",
      contract,
      stack: [a, balancer({ subnets: [a.id] })],
      findings: [{ resource: "web", path: "subnets", level: "mandatory" }],
    },
    {
      name: "one mapping",
      contract,
      stack: [balancer({ subnetMappings: [{ subnetId: "subnet-1" }] })],
      findings: [{ resource: "web", path: "subnetMappings", level: "mandatory" }],
    },
  ],
  undecided: [
    { name: "subnets that are not known yet", contract, stack: [balancer({ subnets: unknown })], at: ["web.subnets"] },
  ],
});
