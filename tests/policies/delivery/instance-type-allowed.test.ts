import rule from "../../../policies/delivery/instance-type-allowed";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type Input } from "../../../src/testing/stack";

const INSTANCE = "aws:ec2/instance:Instance";
const NODES = "aws:eks/nodeGroup:NodeGroup";
const contract = { allowedInstanceTypes: ["m7g.*", "t4g.small"] };
const group = (overrides: Input) =>
  resource("aws:autoscaling/group:Group", "group", { mixedInstancesPolicy: { launchTemplate: { overrides } } });

ruleTest(rule, {
  valid: [
    {
      name: "any type where the contract requires nothing",
      stack: [resource(INSTANCE, "a", { instanceType: "p5.2xlarge" })],
    },
    {
      name: "allowed types",
      contract,
      stack: [
        resource(INSTANCE, "a", { instanceType: "m7g.4xlarge" }),
        resource(NODES, "b", { instanceTypes: ["m7g.large", "t4g.small"] }),
        group([{ instanceType: "m7g.large" }]),
      ],
    },
    {
      name: "no type: that of a launch template, and what instances need",
      contract,
      stack: [
        resource(INSTANCE, "a", { launchTemplate: { name: "web" } }),
        group([{ instanceRequirements: { vcpuCount: { min: 2 } } }]),
      ],
    },
  ],
  invalid: [
    {
      name: "other types",
      contract,
      stack: [
        resource(INSTANCE, "a", { instanceType: "m7gd.large" }),
        resource(NODES, "b", { instanceTypes: ["m7g.large", "t4g.large"] }),
        group([{ instanceType: "c7g.large" }]),
      ],
      findings: [
        { resource: "a", path: "instanceType", level: "mandatory", message: /do not have "m7gd.large"/ },
        { resource: "b", path: "instanceTypes[1]" },
        { resource: "group", path: "mixedInstancesPolicy.launchTemplate.overrides[0].instanceType" },
      ],
    },
  ],
  undecided: [
    {
      name: "a type that is not known",
      contract,
      stack: [resource(INSTANCE, "a", { instanceType: unknown })],
      at: ["a.instanceType"],
    },
    {
      name: "types that are not known",
      contract,
      stack: [resource(NODES, "b", { instanceTypes: unknown })],
      at: ["b.instanceTypes"],
    },
  ],
});
