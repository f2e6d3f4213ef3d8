import rule from "../../../policies/delivery/blue-green-target-groups";
import { vpc } from "../../kit/network";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const contract = { deployment: "blue-green" } as const;
const group = (name: string, more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:lb/targetGroup:TargetGroup", name, {
    vpcId: vpc.id,
    port: 8080,
    protocol: "HTTP",
    targetType: "ip",
    ...more,
  });
const blue = group("blue");
const green = group("green");
const other = resource("aws:ec2/vpc:Vpc", "other", { cidrBlock: "10.1.0.0/16" });

const toOne = (to: BuiltResource): Input => [{ type: "forward", targetGroupArn: to.arn }];
const toBoth = (...groups: BuiltResource[]): Input => [
  { type: "forward", forward: { targetGroups: groups.map(({ arn }) => ({ arn, weight: 1 })) } },
];
const listener = (defaultActions: Input, more: Record<string, Input> = {}, name = "listener"): BuiltResource =>
  resource("aws:lb/listener:Listener", name, { port: 443, protocol: "HTTPS", defaultActions, ...more });
const deployment = resource("aws:codedeploy/deploymentGroup:DeploymentGroup", "deployment", {
  deploymentStyle: { deploymentType: "BLUE_GREEN" },
  loadBalancerInfo: { targetGroupPairInfo: { targetGroups: [{ name: blue.name }, { name: green.name }] } },
});

ruleTest(rule, {
  valid: [
    { name: "no contract", stack: [vpc, blue] },
    { name: "two behind one listener", contract, stack: [vpc, blue, green, listener(toBoth(blue, green))] },
    {
      name: "two behind one listener and a rule of it",
      contract,
      stack: [
        vpc,
        blue,
        green,
        listener(toOne(blue)),
        resource("aws:lb/listenerRule:ListenerRule", "rule", {
          listenerArn: listener(toOne(blue)).arn,
          actions: toOne(green),
        }),
      ],
    },
    { name: "two that CodeDeploy shifts", contract, stack: [vpc, blue, green, listener(toOne(blue)), deployment] },
    {
      name: "two with equal settings and one with others",
      contract,
      stack: [vpc, group("admin", { port: 9090 }), blue, green, listener(toBoth(group("admin"), blue, green))],
    },
    {
      name: "groups in a VPC of another stack",
      contract,
      stack: [
        group("blue", { vpcId: "vpc-1" }),
        group("green", { vpcId: "vpc-1" }),
        listener(toBoth(group("blue"), group("green"))),
      ],
    },
    {
      name: "one behind an HTTPS listener, which listener-weighted-forward reports",
      contract,
      stack: [vpc, blue, green, listener(toOne(blue))],
    },
  ],
  invalid: [
    {
      name: "one group",
      contract,
      stack: [vpc, blue, listener(toOne(blue))],
      findings: [{ resource: "blue", message: /only this one/ }],
    },
    { name: "no group", contract, stack: [vpc], findings: [{ message: /has none/ }] },
    {
      name: "a group of tasks and one of functions",
      contract,
      stack: [vpc, blue, group("function", { targetType: "lambda" }), group("inner", { targetType: "alb" })],
      findings: [{ resource: "blue" }],
    },
    {
      name: "two ports",
      contract,
      stack: [vpc, blue, group("green", { port: 8081 }), listener(toBoth(blue, group("green")))],
      findings: [{ resource: "green", path: "port", message: /differs from blue in `port`/ }],
    },
    {
      name: "two protocols, not behind a listener",
      contract,
      stack: [vpc, blue, group("green", { protocol: "HTTPS", port: "8080" })],
      findings: [{ resource: "green", path: "protocol" }],
    },
    {
      name: "two VPCs",
      contract,
      stack: [vpc, other, blue, group("green", { vpcId: other.id }), listener(toBoth(blue, group("green")))],
      findings: [{ resource: "green", path: "vpcId" }],
    },
    {
      name: "a network load balancer that forwards to one",
      contract,
      stack: [
        vpc,
        group("blue", { protocol: "TCP" }),
        group("green", { protocol: "TCP" }),
        listener(toOne(group("blue")), { protocol: "TCP" }),
      ],
      findings: [{ resource: "listener", path: "defaultActions" }],
    },
  ],
  undecided: [
    {
      name: "a port that is not known yet",
      contract,
      stack: [vpc, blue, group("green", { port: unknown }), listener(toBoth(blue, group("green")))],
      at: ["green.port"],
    },
    {
      name: "a second group of another stack",
      contract,
      stack: [
        vpc,
        blue,
        listener([{ type: "forward", forward: { targetGroups: [{ arn: blue.arn }, { arn: "arn:x" }] } }]),
      ],
      at: ["listener.defaultActions"],
    },
    {
      name: "a rule with groups of another stack only",
      contract,
      stack: [
        resource("aws:lb/listenerRule:ListenerRule", "rule", {
          listenerArn: "arn:x",
          actions: [{ type: "forward", targetGroupArn: "arn:y" }],
        }),
      ],
      at: ["rule.actions"],
    },
    { name: "a listener of another stack", contract, stack: [vpc, blue, green], at: ["blue"] },
  ],
});
