import rule from "../../../policies/network/vpc-flow-logs";
import { subnet, vpc, VPC } from "../../kit/network";
import { ruleTest } from "../../../src/testing/rule-test";
import { underContract } from "../../kit/under-contract";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const log = (name: string, inputs: Record<string, Input>): BuiltResource =>
  resource("aws:ec2/flowLog:FlowLog", name, { trafficType: "ALL", logDestination: "arn:aws:s3:::logs", ...inputs });
const left = subnet("left", "us-east-1a");
const right = subnet("right", "us-east-1b");
const component = resource("shop:index:Network", "network");
const inner = resource(VPC, "inner", { cidrBlock: "10.1.0.0/16" }, { parent: component });

ruleTest(
  rule,
  underContract(
    { flowLogs: true },
    {
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
            log("external", { vpcId: "vpc-0123" }),
          ],
        },
      ],
      invalid: [
        {
          name: "none",
          stack: [vpc, left],
          findings: [{ resource: "main", message: /no flow log\. Add an aws\.ec2\.FlowLog/ }],
        },
        {
          name: "logs of another VPC, and of an interface",
          stack: [
            vpc,
            inner,
            component,
            log("inner", { vpcId: inner.id }),
            log("eni", { eniId: "eni-0123" }),
            log("literal", { vpcId: "vpc-0123" }),
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
        {
          name: "a log that a targeted operation skips",
          stack: [vpc, resource("aws:ec2/flowLog:FlowLog", "skipped", {}, { external: true })],
          at: ["main"],
        },
        { name: "a log of what is not known yet", stack: [vpc, log("all", { vpcId: unknown })], at: ["main"] },
        {
          name: "logs of subnets, while another subnet may be in the VPC",
          stack: [vpc, left, subnet("loose", "us-east-1b", { vpcId: unknown }), log("one", { subnetId: left.id })],
          at: ["main"],
        },
      ],
    },
  ),
);
