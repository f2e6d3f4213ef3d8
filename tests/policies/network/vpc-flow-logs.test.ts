import rule from "../../../policies/network/vpc-flow-logs";
import { subnet, vpc, VPC } from "../../kit/network";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../testing/stack";

const log = (name: string, inputs: Record<string, Input>): BuiltResource =>
  resource("aws:ec2/flowLog:FlowLog", name, { trafficType: "ALL", logDestination: "arn:aws:s3:::logs", ...inputs });
const left = subnet("left", "us-east-1a");
const right = subnet("right", "us-east-1b");
const component = resource("shop:index:Network", "network");
const inner = resource(VPC, "inner", { cidrBlock: "10.1.0.0/16" }, { parent: component });

ruleTest(rule, {
  valid: [
    { name: "no VPC", stack: [log("gateway", { transitGatewayId: "tgw-0123" })] },
    { name: "a log of the VPC", stack: [vpc, left, log("all", { vpcId: vpc.id })] },
    { name: "a log of the VPC of a component", stack: [component, inner, log("all", { vpcId: inner.id })] },
    {
      name: "a log of each subnet",
      stack: [vpc, left, right, log("one", { subnetId: left.id }), log("two", { subnetId: right.id })],
    },
    {
      name: "VPCs that the stack does not make",
      stack: [
        resource(VPC, "shared", {}, { external: true }),
        resource("aws:ec2/defaultVpc:DefaultVpc", "default"),
        log("elsewhere", { vpcId: "vpc-0123" }),
      ],
    },
  ],
  invalid: [
    {
      name: "none",
      stack: [vpc, left],
      findings: [{ resource: "main", message: /no flow log; add an aws.ec2.FlowLog/ }],
    },
    {
      name: "none, and the contract wants one",
      stack: [vpc],
      contract: { flowLogs: true },
      findings: [{ resource: "main", level: "mandatory" }],
    },
    {
      name: "none, and the contract does not care",
      stack: [vpc],
      contract: { flowLogs: false },
      findings: [{ resource: "main", level: "advisory" }],
    },
    {
      name: "logs of another VPC, of an interface and of one that the stack only reads",
      stack: [
        vpc,
        inner,
        component,
        log("inner", { vpcId: inner.id }),
        log("eni", { eniId: "eni-0123" }),
        log("literal", { vpcId: "vpc-0123" }),
        resource("aws:ec2/flowLog:FlowLog", "read", { vpcId: vpc.id }, { external: true }),
      ],
      findings: [{ resource: "main" }],
    },
    {
      name: "a log of one subnet of two",
      stack: [vpc, left, right, log("one", { subnetId: left.id })],
      findings: [{ resource: "main", message: /but right and the VPC itself have none/ }],
    },
  ],
  undecided: [
    { name: "a log of what is not known yet", stack: [vpc, log("all", { vpcId: unknown })], at: ["main"] },
    {
      name: "logs of subnets, while another subnet may be in the VPC",
      stack: [vpc, left, subnet("loose", "us-east-1b", { vpcId: unknown }), log("one", { subnetId: left.id })],
      at: ["main"],
    },
  ],
});
