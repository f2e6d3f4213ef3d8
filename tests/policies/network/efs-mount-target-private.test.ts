import rule from "../../../policies/network/efs-mount-target-private";
import type { Contract } from "../../../src/contract/contract";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, type BuiltResource, type Input } from "../../../src/testing/stack";

const contract: Contract = { frameworks: ["AWS FSBP"] };

const subnet = (mapPublicIpOnLaunch: boolean): BuiltResource =>
  resource("aws:ec2/subnet:Subnet", "subnet", { cidrBlock: "10.0.1.0/24", mapPublicIpOnLaunch });
const target = (subnetId: Input): BuiltResource =>
  resource("aws:efs/mountTarget:MountTarget", "files", { fileSystemId: "fs-1", subnetId });
const open = subnet(true);
const closed = subnet(false);

ruleTest(rule, {
  valid: [{ name: "a private subnet", contract, stack: [closed, target(closed.id)] }],
  invalid: [
    {
      name: "a public subnet",
      contract,
      stack: [open, target(open.id)],
      findings: [{ resource: "files", path: "subnetId", level: "mandatory", message: /The subnet subnet assigns/ }],
    },
  ],
  undecided: [{ name: "a subnet of another stack", contract, stack: [target("subnet-1")], at: ["files.subnetId"] }],
});
