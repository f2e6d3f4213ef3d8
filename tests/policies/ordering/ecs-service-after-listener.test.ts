import rule from "../../../policies/ordering/ecs-service-after-listener";
import { createdAndDeployed } from "../../kit/deployed";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const balancer = resource("aws:lb/loadBalancer:LoadBalancer", "public");
const group = (name: string): BuiltResource =>
  resource("aws:lb/targetGroup:TargetGroup", name, { port: 8080, protocol: "HTTP", targetType: "ip" });
const blue = group("blue");
const green = group("green");
const listener = (name: string, action: Input, type = "aws:lb/listener:Listener"): BuiltResource =>
  resource(type, name, { loadBalancerArn: balancer.arn, port: 443, protocol: "HTTPS", defaultActions: [action] });
const forward = (to: BuiltResource): Input => ({ type: "forward", targetGroupArn: to.arn });
const https = listener("https", forward(blue));
const redirect = listener("http", { type: "redirect", redirect: { protocol: "HTTPS", statusCode: "HTTP_301" } });
const rule443 = resource("aws:lb/listenerRule:ListenerRule", "by-host", {
  listenerArn: redirect.arn,
  actions: [forward(green)],
  conditions: [{ hostHeader: { values: ["shop.io"] } }],
});

const service = (targets: Input, dependsOn: BuiltResource[] = [], more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:ecs/service:Service", "api", { loadBalancers: targets, ...more }, { dependsOn });
const target = (of: BuiltResource, more: Record<string, Input> = {}): Input => ({
  targetGroupArn: of.arn,
  containerName: "api",
  containerPort: 8080,
  ...more,
});
const all = [balancer, blue, green, https, redirect, rule443];

ruleTest(rule, {
  valid: [
    { name: "a service that waits for its listener", stack: [...all, service([target(blue)], [https])] },
    { name: "one that waits for the rule that forwards to it", stack: [...all, service([target(green)], [rule443])] },
    {
      name: "one that waits for something that waits for the listener",
      stack: [
        ...all,
        resource("aws:route53/record:Record", "name", { records: [https.arn] }),
        service([target(blue)], [resource("aws:route53/record:Record", "name", { records: [https.arn] })]),
      ],
    },
    {
      name: "a blue-green service that names the rule",
      stack: [
        ...all,
        service([
          target(green, {
            advancedConfiguration: {
              alternateTargetGroupArn: blue.arn,
              productionListenerRule: rule443.arn,
              roleArn: "arn:aws:iam::464738291005:role/ecs",
            },
          }),
        ]),
      ],
    },
    { name: "no load balancer", stack: [...all, service(undefined)] },
    {
      name: "a classic load balancer",
      stack: [...all, service([{ elbName: "old", containerName: "api", containerPort: 80 }])],
    },
    {
      name: "a target group of another stack",
      stack: [
        ...all,
        service([
          {
            targetGroupArn: "arn:aws:elasticloadbalancing:us-east-1:464738291005:targetgroup/x/1",
            containerName: "api",
            containerPort: 80,
          },
        ]),
      ],
    },
    { name: "a listener of another stack", stack: [blue, service([target(blue)])] },
    {
      name: "a service that the stack only reads",
      stack: [
        ...all,
        resource("aws:ecs/service:Service", "api", { loadBalancers: [target(blue)] }, { external: true }),
      ],
    },
  ],
  invalid: createdAndDeployed([
    {
      name: "a service that waits for nothing",
      stack: [...all, service([target(blue)])],
      findings: [
        {
          resource: "api",
          path: "loadBalancers",
          message: /add `dependsOn: \[https\]`.*"The target group with targetGroupArn … does not have an associated/,
        },
      ],
    },
    {
      name: "one that waits for nothing, in Python",
      stack: [...all, service([target(blue)])],
      files: { "Pulumi.yaml": "name: shop\nruntime: python\n" },
      findings: [{ resource: "api", path: "loadBalancers", message: /add `depends_on=\[https\]`/ }],
    },
    {
      name: "one that waits for the load balancer and the listener that only redirects",
      stack: [...all, service([target(blue)], [balancer, redirect])],
      findings: [{ resource: "api", path: "loadBalancers" }],
    },
    {
      name: "older names of the types, and a network load balancer",
      stack: [
        resource("aws:lb/loadBalancer:LoadBalancer", "tcp", { loadBalancerType: "network" }),
        blue,
        listener("tcp-listener", forward(blue), "aws:alb/listener:Listener"),
        service([target(blue)]),
      ],
      findings: [{ resource: "api", path: "loadBalancers", message: /tcp-listener/ }],
    },
    {
      name: "one that CodeDeploy deploys",
      stack: [...all, service([target(blue)], [], { deploymentController: { type: "CODE_DEPLOY" } })],
      findings: [{ resource: "api", path: "loadBalancers" }],
    },
    {
      name: "weights over two groups",
      stack: [
        balancer,
        blue,
        green,
        listener("weighted", { type: "forward", forward: { targetGroups: [{ arn: blue.arn }, { arn: green.arn }] } }),
        service([target(green)]),
      ],
      findings: [{ resource: "api", path: "loadBalancers", message: /weighted/ }],
    },
    {
      name: "two groups, when it waits for one of them",
      stack: [...all, service([target(blue), target(green)], [https])],
      findings: [
        {
          resource: "api",
          path: "loadBalancers",
          message: /the aws\.lb\.ListenerRule named "by-host" to its `dependsOn`/,
        },
      ],
    },
    {
      name: "a service that a component of a package creates",
      stack: [
        ...all,
        resource("awsx:ecs:FargateService", "shop"),
        resource(
          "aws:ecs/service:Service",
          "api",
          { loadBalancers: [target(blue)] },
          { parent: resource("awsx:ecs:FargateService", "shop") },
        ),
      ],
      findings: [{ resource: "api", path: "loadBalancers", level: "advisory" }],
    },
  ]),
  undecided: [
    { name: "a listener of another stack", stack: [blue, service([target(blue)])], at: ["api.loadBalancers"] },
    {
      name: "a listener of another stack, which gets the group",
      stack: [
        balancer,
        blue,
        service([target(blue)]),
        resource("pulumi:pulumi:Stack", "shop-dev", { blueGroupArn: blue.arn }),
      ],
      at: ["api.loadBalancers"],
    },
    {
      name: "a listener whose group is not known",
      stack: [balancer, blue, listener("https", unknown), service([target(blue)])],
      at: ["api.loadBalancers"],
    },
    { name: "load balancers that are not known yet", stack: [...all, service(unknown)], at: ["api.loadBalancers"] },
  ],
});
