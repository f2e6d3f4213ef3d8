import rule from "../../../policies/network/emr-cluster-not-public";
import type { Contract } from "../../../src/contract/contract";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, type BuiltResource, type Input } from "../../../src/testing/stack";

const contract: Contract = { frameworks: ["AWS FSBP"] };

const subnet = (mapPublicIpOnLaunch: boolean): BuiltResource =>
  resource("aws:ec2/subnet:Subnet", "subnet", { cidrBlock: "10.0.1.0/24", mapPublicIpOnLaunch });
const cluster = (ec2Attributes: Input): BuiltResource =>
  resource("aws:emr/cluster:Cluster", "jobs", { releaseLabel: "emr-7.9.0", ec2Attributes });
const open = subnet(true);
const closed = subnet(false);

ruleTest(rule, {
  valid: [{ name: "a private subnet", contract, stack: [closed, cluster({ subnetId: closed.id })] }],
  invalid: [
    {
      name: "a public subnet",
      contract,
      stack: [open, cluster({ subnetId: open.id })],
      findings: [{ resource: "jobs", path: "ec2Attributes.subnetId", level: "mandatory" }],
    },
  ],
  undecided: [
    {
      name: "a subnet of another stack",
      contract,
      stack: [cluster({ subnetId: "subnet-1" })],
      at: ["jobs.ec2Attributes.subnetId"],
    },
    {
      name: "one of several subnets",
      contract,
      stack: [cluster({ subnetIds: ["subnet-1", "subnet-2"] })],
      at: ["jobs.ec2Attributes.subnetIds"],
    },
  ],
});
