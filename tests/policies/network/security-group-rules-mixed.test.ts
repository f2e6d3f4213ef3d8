import rule from "../../../policies/network/security-group-rules-mixed";
import { runRule } from "../../../src/testing/rule-test";
import { build } from "../../../src/testing/stack";
import { resource, ruleTest, unknown, type BuiltResource, type Input } from "../../../src/testing";

const open = { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/16"] };
const group = (more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:ec2/securityGroup:SecurityGroup", "web", { vpcId: "vpc-0a", ...more });
const classic = (type: Input, of: BuiltResource): BuiltResource =>
  resource("aws:ec2/securityGroupRule:SecurityGroupRule", "api", {
    type,
    securityGroupId: of.id,
    protocol: "tcp",
    fromPort: 8443,
    toPort: 8443,
    cidrBlocks: ["10.0.0.0/16"],
  });
const ingress = (of: BuiltResource): BuiltResource =>
  resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "api", {
    securityGroupId: of.id,
    ipProtocol: "tcp",
    fromPort: 8443,
    toPort: 8443,
    cidrIpv4: "10.0.0.0/16",
  });
const inline = group({ ingress: [open] });
ruleTest(rule, {
  valid: [
    { name: "inline rules", stack: [inline] },
    { name: "rules of their own", stack: [group(), ingress(group())] },
    { name: "the other direction", stack: [inline, classic("egress", inline)] },
    { name: "an empty list", stack: [group({ ingress: [] }), ingress(group({ ingress: [] }))] },
    { name: "a direction that is not known yet", stack: [inline, classic(unknown, inline)] },
    { name: "another group", stack: [inline, ingress(resource("aws:ec2/securityGroup:SecurityGroup", "db"))] },
  ],
  invalid: [
    {
      name: "both",
      stack: [inline, ingress(inline)],
      findings: [{ resource: "web", path: "ingress", level: "advisory", message: /api is a rule of its own/ }],
    },
    {
      name: "both, with a rule of the older type",
      stack: [group({ egress: [open] }), classic("egress", group({ egress: [open] }))],
      findings: [{ resource: "web", path: "egress", level: "advisory" }],
    },
  ],
});

it.each([
  [["ingress"], 0],
  [["tags"], 1],
])("leaves a group alone whose rules are in ignoreChanges: %j", (ignoreChanges, count) => {
  const stack = build([inline, ingress(inline)], "up");
  for (const one of stack.resources.filter(({ name }) => name === "web")) {
    one.ignoreChanges = ignoreChanges;
  }
  expect(runRule(rule, { name: "" }, "up", stack).results).toHaveLength(count);
});
