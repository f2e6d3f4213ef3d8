import rule from "../../../policies/network/load-balancer-bypass";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const from = (source: Record<string, Input>, port = 8080): Input => ({
  protocol: "tcp",
  fromPort: port,
  toPort: port,
  ...source,
});
const INTERNET = { cidrBlocks: ["0.0.0.0/0"] };
const group = (name: string, ...ingress: Input[]): BuiltResource =>
  resource("aws:ec2/securityGroup:SecurityGroup", name, { vpcId: "vpc-0a", ingress });
const front = group("front", from(INTERNET, 443));
const blue = resource("aws:lb/targetGroup:TargetGroup", "blue", { port: 8080, protocol: "HTTP", targetType: "ip" });
const stack = (of: BuiltResource, more: Record<string, Input> = {}, balancerGroup = front): BuiltResource[] => {
  const web = resource("aws:lb/loadBalancer:LoadBalancer", "web", { securityGroups: [balancerGroup.id], ...more });
  return [
    ...new Set([front, balancerGroup, of]),
    web,
    blue,
    resource("aws:lb/listener:Listener", "https", {
      loadBalancerArn: web.arn,
      port: 443,
      protocol: "HTTPS",
      defaultActions: [{ type: "forward", targetGroupArn: blue.arn }],
    }),
    resource("aws:ecs/service:Service", "api", {
      networkConfiguration: { subnets: ["subnet-0a"], securityGroups: [of.id] },
      loadBalancers: [{ targetGroupArn: blue.arn, containerName: "api", containerPort: 8080 }],
    }),
  ];
};
const shared = group("shared", from(INTERNET, 443), from(INTERNET));

ruleTest(rule, {
  valid: [
    {
      name: "the group of the load balancer alone",
      stack: stack(group("tasks", from({ securityGroups: [front.id] }))),
    },
    { name: "the addresses of the VPC", stack: stack(group("tasks", from({ cidrBlocks: ["10.0.0.0/16"] }))) },
    { name: "the internet to another port", stack: stack(group("tasks", from(INTERNET, 9090))) },
    {
      name: "a network load balancer, whose clients come with their addresses",
      stack: stack(group("tasks", from(INTERNET)), { loadBalancerType: "network" }),
    },
    { name: "a service without a load balancer", stack: stack(group("tasks", from(INTERNET))).slice(0, 2) },
  ],
  invalid: [
    {
      name: "the internet",
      stack: stack(group("tasks", from(INTERNET))),
      findings: [
        { resource: "tasks", path: "ingress[0].cidrBlocks[0]", message: /to port 8080 of api, which is behind web\./ },
      ],
    },
    {
      name: "one group for both",
      stack: stack(shared, {}, shared),
      findings: [
        { resource: "shared", path: "ingress[1].cidrBlocks[0]", message: /behind web and shares its security group/ },
      ],
    },
  ],
  undecided: [
    {
      name: "blocks that are not known",
      stack: stack(group("tasks", from({ cidrBlocks: [unknown] }))),
      at: ["api.loadBalancers[0].containerPort"],
    },
  ],
});
