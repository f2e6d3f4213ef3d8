import rule from "../../../policies/network/security-group-rule-description";
import { ruleTest, type InvalidCase } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const DEFAULT_GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
const CLASSIC = "aws:ec2/securityGroupRule:SecurityGroupRule";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

const group = (inputs: Record<string, Input>, external = false): BuiltResource =>
  resource("aws:ec2/securityGroup:SecurityGroup", "app", { description: "Tasks", ...inputs }, { external });
const open = { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] };
const out = { securityGroupId: "sg-0123", ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" };

const required = <Case extends object>(one: Case): Case => ({ ...one, contract: { securityGroupDescriptions: true } });
const stops = (one: InvalidCase): InvalidCase => ({
  ...required(one),
  findings: one.findings.map((finding) => ({ ...finding, level: "mandatory" })),
});

ruleTest(rule, {
  valid: [
    { name: "a rule without a description, without a contract", stack: [group({ ingress: [open] })] },
    ...[
      { name: "no rules", stack: [group({})] },
      {
        name: "rules with descriptions",
        stack: [
          group({ ingress: [{ ...open, description: "Customers" }], egress: [{ ...open, description: "AWS" }] }),
          resource(EGRESS, "out", { ...out, description: "AWS" }),
        ],
      },
      {
        name: "a description that is not known yet",
        stack: [group({ ingress: [{ ...open, description: unknown }] })],
      },
      { name: "a group that the stack only reads", stack: [group({ ingress: [open] }, true)] },
      { name: "a rule that is not known yet", stack: [group({ ingress: [unknown] })], shape: "preview" as const },
    ].map(required),
  ],
  invalid: [
    {
      name: "inline rules, both ways, without one",
      stack: [group({ ingress: [{ ...open, description: "Customers" }, open], egress: open })],
      findings: [
        { resource: "app", path: "ingress[1].description", message: /Set `description`/ },
        { resource: "app", path: "egress.description" },
      ],
    },
    {
      name: "an empty one, of a default group",
      stack: [resource(DEFAULT_GROUP, "default", { ingress: [{ ...open, description: "" }] })],
      findings: [{ resource: "default", path: "ingress[0].description" }],
    },
    {
      name: "rules that are resources of their own",
      stack: [
        resource(CLASSIC, "classic", { ...open, type: "ingress", securityGroupId: "sg-0123" }),
        resource(INGRESS, "in", { ...out, description: null }),
        resource(EGRESS, "out", out),
      ],
      findings: [
        { resource: "classic", path: "description" },
        { resource: "in", path: "description" },
        { resource: "out", path: "description" },
      ],
    },
  ].map(stops),
  undecided: [{ name: "rules that are not known yet", stack: [group({ egress: unknown })], at: ["app.egress"] }].map(
    required,
  ),
});
