import rule from "../../../policies/network/ec2-instance-not-public";
import type { Contract } from "../../../src/contract/contract";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const contract: Contract = { frameworks: ["AWS FSBP"] };

const subnet = (mapPublicIpOnLaunch: boolean): BuiltResource =>
  resource("aws:ec2/subnet:Subnet", "subnet", { cidrBlock: "10.0.1.0/24", mapPublicIpOnLaunch });
const instance = (inputs: Record<string, Input>): BuiltResource => resource("aws:ec2/instance:Instance", "web", inputs);
const open = subnet(true);
const hidden = subnet(false);
const closed = instance({ associatePublicIpAddress: false });

ruleTest(rule, {
  valid: [
    {
      name: "a public address, where the contract requires nothing",
      stack: [instance({ associatePublicIpAddress: true })],
    },
    { name: "no public address", contract, stack: [instance({ associatePublicIpAddress: false })] },
    { name: "a private subnet", contract, stack: [hidden, instance({ subnetId: hidden.id })] },
  ],
  invalid: [
    {
      name: "a public address",
      contract,
      stack: [instance({ associatePublicIpAddress: true })],
      findings: [{ resource: "web", path: "associatePublicIpAddress", level: "mandatory" }],
    },
    {
      name: "a public subnet",
      contract,
      stack: [open, instance({ subnetId: open.id })],
      findings: [{ resource: "web", path: "associatePublicIpAddress", level: "mandatory" }],
    },
    {
      name: "an Elastic IP",
      contract,
      stack: [closed, resource("aws:ec2/eip:Eip", "address", { instance: closed.id })],
      findings: [{ resource: "web", path: "associatePublicIpAddress", level: "mandatory" }],
    },
  ],
  undecided: [
    {
      name: "a setting that is not known yet",
      contract,
      stack: [instance({ associatePublicIpAddress: unknown })],
      at: ["web.associatePublicIpAddress"],
    },
  ],
});
