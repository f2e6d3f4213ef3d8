import rule from "../../../policies/database/neptune-multi-az";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";
import { underContract } from "../../kit/under-contract";

const cluster = resource("aws:neptune/cluster:Cluster", "graph");
const instance = (name: string, availabilityZone?: Input, of: Input = cluster.id): BuiltResource =>
  resource("aws:neptune/clusterInstance:ClusterInstance", name, { clusterIdentifier: of, availabilityZone });

ruleTest(
  rule,
  underContract(
    { frameworks: ["AWS FSBP"] },
    {
      valid: [
        { name: "two instances, whose zones Neptune chooses", stack: [cluster, instance("one"), instance("two")] },
        { name: "two zones", stack: [cluster, instance("one", "us-east-1a"), instance("two", "us-east-1b")] },
      ],
      invalid: [
        { name: "no instance", stack: [cluster], findings: [{ resource: "graph", message: /has no instance/ }] },
        {
          name: "one instance",
          stack: [cluster, instance("one")],
          findings: [{ resource: "graph", message: /has 1 instance/ }],
        },
        {
          name: "two instances in one zone",
          stack: [cluster, instance("one", "us-east-1a"), instance("two", "us-east-1a")],
          findings: [{ resource: "graph", message: /in one availability zone/ }],
        },
      ],
      undecided: [
        { name: "the zones", stack: [cluster, instance("one", "us-east-1a"), instance("two", unknown)], at: ["graph"] },
        {
          name: "the cluster of an instance",
          stack: [cluster, instance("one"), instance("two", undefined, unknown)],
          at: ["graph"],
        },
      ],
    },
  ),
);
