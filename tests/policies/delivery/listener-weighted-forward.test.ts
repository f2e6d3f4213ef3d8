import rule from "../../../policies/delivery/listener-weighted-forward";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const LISTENER = "aws:lb/listener:Listener";
const contract = { deployment: "blue-green" } as const;

const alb = resource("aws:lb/loadBalancer:LoadBalancer", "alb");
const nlb = resource("aws:lb/loadBalancer:LoadBalancer", "nlb", { loadBalancerType: "network" });
const blue = resource("aws:lb/targetGroup:TargetGroup", "blue", { port: 80, protocol: "HTTP" });
const green = resource("aws:lb/targetGroup:TargetGroup", "green", { port: 80, protocol: "HTTP" });
const admin = resource("aws:lb/targetGroup:TargetGroup", "admin", { port: 80, protocol: "HTTP" });
const groups = [alb, blue, green];

const single = (group: BuiltResource): Input => [{ type: "forward", targetGroupArn: group.arn }];
const both: Input = [
  {
    type: "forward",
    forward: {
      targetGroups: [
        { arn: blue.arn, weight: 100 },
        { arn: green.arn, weight: 0 },
      ],
    },
  },
];
const redirect: Input = [{ type: "redirect", redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" } }];
const fixed: Input = [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "404" } }];

const listener = (name: string, defaultActions: Input, inputs: Record<string, Input> = {}): BuiltResource =>
  resource(LISTENER, name, { loadBalancerArn: alb.arn, port: 80, protocol: "HTTP", defaultActions, ...inputs });
const ruleOf = (owner: BuiltResource, name: string, actions: Input): BuiltResource =>
  resource("aws:lb/listenerRule:ListenerRule", name, {
    listenerArn: owner.arn,
    actions,
    conditions: [{ pathPattern: { values: ["/*"] } }],
  });

const toBlue = listener("http", single(blue));
const weighted = listener("https", both, { port: 443, protocol: "HTTPS" });
const notFound = listener("http", fixed);

ruleTest(rule, {
  valid: [
    { name: "weights over both", contract, stack: [...groups, weighted] },
    { name: "no contract", stack: [...groups, toBlue] },
    { name: "a redirect and weights", contract, stack: [...groups, listener("http", redirect), weighted] },
    { name: "a fixed response", contract, stack: [...groups, notFound] },
    { name: "weights in a rule", contract, stack: [...groups, notFound, ruleOf(notFound, "app", both)] },
    { name: "a default beside a rule with weights", contract, stack: [...groups, toBlue, ruleOf(toBlue, "app", both)] },
    { name: "a rule to test green", contract, stack: [...groups, weighted, ruleOf(weighted, "test", single(green))] },
    {
      name: "a test listener",
      contract,
      stack: [...groups, weighted, listener("test", single(green), { port: 8443 })],
    },
    { name: "another service", contract, stack: [...groups, admin, weighted, listener("admin", single(admin))] },
    {
      name: "a network load balancer",
      contract,
      stack: [
        nlb,
        blue,
        resource(LISTENER, "tcp", { loadBalancerArn: nlb.arn, port: 80, defaultActions: single(blue) }),
      ],
    },
    {
      name: "a listener that the stack only reads",
      contract,
      stack: [...groups, resource(LISTENER, "read", {}, { external: true })],
    },
    {
      name: "groups that CodeDeploy shifts",
      contract,
      stack: [
        ...groups,
        toBlue,
        resource("aws:codedeploy/deploymentGroup:DeploymentGroup", "app", {
          deploymentStyle: { deploymentType: "BLUE_GREEN", deploymentOption: "WITH_TRAFFIC_CONTROL" },
          loadBalancerInfo: {
            targetGroupPairInfo: {
              prodTrafficRoute: { listenerArns: [toBlue.arn] },
              targetGroups: [{ name: blue.name }, { name: green.name }],
            },
          },
        }),
      ],
    },
    {
      name: "groups that ECS shifts",
      contract,
      stack: [
        ...groups,
        toBlue,
        resource("aws:ecs/service:Service", "app", {
          deploymentConfiguration: { strategy: "BLUE_GREEN" },
          loadBalancers: [
            {
              targetGroupArn: blue.arn,
              containerName: "app",
              containerPort: 80,
              advancedConfiguration: { alternateTargetGroupArn: green.arn },
            },
          ],
        }),
      ],
    },
  ],
  invalid: [
    {
      name: "B27: one group",
      contract,
      stack: [...groups, toBlue],
      findings: [{ resource: "http", path: "defaultActions[0].forward", message: /weight: 100/ }],
    },
    {
      name: "an older name of the type, a listener without protocol",
      contract,
      stack: [
        ...groups,
        resource("aws:alb/listener:Listener", "http", {
          loadBalancerArn: alb.arn,
          port: 80,
          defaultActions: single(blue),
        }),
      ],
      findings: [{ resource: "http", path: "defaultActions[0].forward" }],
    },
    {
      name: "one group in a block",
      contract,
      stack: [
        ...groups,
        listener("http", [{ type: "forward", forward: { targetGroups: [{ arn: blue.arn, weight: 100 }] } }]),
      ],
      findings: [{ resource: "http", path: "defaultActions[0].forward" }],
    },
    {
      name: "one group behind a rule",
      contract,
      stack: [...groups, notFound, ruleOf(notFound, "app", single(blue))],
      findings: [{ resource: "app", path: "actions[0].forward" }],
    },
    {
      name: "port 80 without weights",
      contract,
      stack: [...groups, weighted, toBlue],
      findings: [{ resource: "http", path: "defaultActions[0].forward" }],
    },
    {
      name: "a group of another account",
      contract,
      stack: [alb, listener("http", [{ type: "forward", targetGroupArn: "arn:aws:elasticloadbalancing:x" }])],
      findings: [{ resource: "http", path: "defaultActions[0].forward" }],
    },
    {
      name: "a service that rolls",
      contract,
      stack: [
        ...groups,
        toBlue,
        resource("aws:ecs/service:Service", "app", { loadBalancers: [{ targetGroupArn: blue.arn }] }),
      ],
      findings: [{ resource: "http", path: "defaultActions[0].forward" }],
    },
  ],
  undecided: [
    {
      name: "actions that are not known yet",
      contract,
      stack: [...groups, listener("http", unknown)],
      at: ["http.defaultActions"],
    },
    {
      name: "groups that are not known yet",
      contract,
      stack: [...groups, listener("http", [{ type: "forward", forward: { targetGroups: unknown } }])],
      at: ["http.defaultActions"],
    },
    {
      name: "a deployment whose groups are in another stack",
      contract,
      stack: [
        ...groups,
        toBlue,
        resource("aws:codedeploy/deploymentGroup:DeploymentGroup", "app", {
          deploymentStyle: { deploymentType: "BLUE_GREEN" },
          loadBalancerInfo: unknown,
        }),
      ],
      at: ["http.defaultActions"],
    },
  ],
});
