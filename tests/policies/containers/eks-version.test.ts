import rule from "../../../policies/containers/eks-version";
import type { Contract } from "../../../src/contract/contract";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const contract: Contract = { frameworks: ["AWS FSBP"] };

const cluster = (version?: Input): BuiltResource =>
  resource("aws:eks/cluster:Cluster", "shop", { roleArn: "arn:aws:iam::464738291005:role/eks", version });

ruleTest(rule, {
  valid: [
    { name: "an old version, where the contract requires nothing", stack: [cluster("1.29")] },
    { name: "a version with standard support", contract, stack: [cluster("1.35")] },
    { name: "a newer version than the table has", contract, stack: [cluster("1.40")] },
    { name: "the version that AWS chooses", contract, stack: [cluster()] },
    { name: "the last day of its support", contract, day: "2026-12-02", stack: [cluster("1.34")] },
  ],
  invalid: [
    {
      name: "a version whose standard support has ended",
      contract,
      stack: [cluster("1.32")],
      findings: [
        { resource: "shop", path: "version", level: "mandatory", message: /Kubernetes 1.32 has no standard support/ },
      ],
    },
    {
      name: "a version that is older than the table",
      contract,
      stack: [cluster("1.9")],
      findings: [{ resource: "shop", path: "version", level: "mandatory" }],
    },
    {
      name: "the day after its support",
      contract,
      day: "2026-12-03",
      stack: [cluster("1.34")],
      findings: [{ resource: "shop", path: "version", level: "mandatory" }],
    },
  ],
  undecided: [{ name: "a version that is not known yet", contract, stack: [cluster(unknown)], at: ["shop.version"] }],
});
