import rule from "../../../policies/network/security-group-egress";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const open = (port: number): Input => ({ protocol: "tcp", fromPort: port, toPort: port, cidrBlocks: ["0.0.0.0/0"] });
const all: Input = { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] };
const group = (name: string, more: Record<string, Input>): BuiltResource =>
  resource("aws:ec2/securityGroup:SecurityGroup", name, { vpcId: "vpc-0a", ...more });
const service = (of: BuiltResource, more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:ecs/service:Service", "api", {
    launchType: "FARGATE",
    networkConfiguration: { subnets: ["subnet-0a"], securityGroups: [of.id] },
    ...more,
  });
const blue = resource("aws:lb/targetGroup:TargetGroup", "blue", { port: 8080, protocol: "HTTP", targetType: "ip" });
const tasks = group("tasks", { ingress: [open(8080)], egress: [all] });
const behind = (front: BuiltResource, more: Record<string, Input> = {}): BuiltResource[] => {
  const web = resource("aws:lb/loadBalancer:LoadBalancer", "web", { securityGroups: [front.id], ...more });
  return [
    front,
    web,
    blue,
    tasks,
    resource("aws:lb/listener:Listener", "http", {
      loadBalancerArn: web.arn,
      port: 80,
      protocol: "HTTP",
      defaultActions: [{ type: "forward", targetGroupArn: blue.arn }],
    }),
    service(tasks, { loadBalancers: [{ targetGroupArn: blue.arn, containerName: "api", containerPort: 8080 }] }),
  ];
};
const TASKS = { resource: "api", path: "networkConfiguration.securityGroups" };

ruleTest(rule, {
  valid: [
    { name: "a load balancer that is let out to everything", stack: behind(group("front", { egress: [all] })) },
    { name: "a load balancer that is let out to the port", stack: behind(group("front", { egress: [open(8080)] })) },
    {
      name: "a load balancer that is let out to the targets by a rule of its own",
      stack: (() => {
        const front = group("front", { ingress: [open(80)] });
        return [
          ...behind(front),
          resource("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "to-tasks", {
            securityGroupId: front.id,
            referencedSecurityGroupId: tasks.id,
            ipProtocol: "tcp",
            fromPort: 8080,
            toPort: 8080,
          }),
        ];
      })(),
    },
    {
      name: "a network load balancer without groups",
      stack: behind(group("front", { egress: [all] }), { securityGroups: undefined, loadBalancerType: "network" }),
    },
    { name: "tasks that are let out to HTTPS", stack: [service(group("tasks", { egress: [open(443)] }))] },
    {
      name: "tasks on instances, which pull the images themselves",
      stack: (() => {
        const shut = group("tasks", { ingress: [open(80)] });
        return [shut, service(shut, { launchType: "EC2" })];
      })(),
    },
    { name: "tasks in a group of another stack", stack: [service(resource("x:y:Z", "z"))] },
  ],
  invalid: [
    {
      name: "a load balancer that is let out to another port",
      stack: behind(group("front", { ingress: [open(443)], egress: [open(443)] })),
      findings: [
        { resource: "web", path: "securityGroups", message: /\(front\) have no egress rule to port 8080 of api/ },
      ],
    },
    {
      name: "a load balancer that is not let out",
      shape: "preview",
      stack: behind(group("front", { ingress: [open(443)] })),
      findings: [{ resource: "web", path: "securityGroups" }],
    },
    {
      name: "tasks that are not let out",
      stack: (() => {
        const shut = group("tasks", { ingress: [open(80)], egress: [] });
        return [shut, service(shut)];
      })(),
      findings: [{ ...TASKS, message: /\(tasks\) have no egress rule to port 443/ }],
    },
    {
      name: "a group without any rule, and tasks that are let out to another port",
      stack: (() => {
        const [bare, database] = [group("bare", {}), group("tasks", { egress: [open(5432)] })];
        return [
          bare,
          database,
          service(bare),
          resource("aws:ecs/service:Service", "other", {
            launchType: "FARGATE",
            networkConfiguration: { subnets: ["subnet-0a"], securityGroups: [database.id] },
          }),
        ];
      })(),
      findings: [
        { ...TASKS, level: "advisory" },
        { ...TASKS, resource: "other", level: "advisory" },
      ],
    },
  ],
  undecided: [
    {
      name: "egress rules that are not known",
      stack: (() => {
        const some = group("tasks", { ingress: [open(80)], egress: unknown });
        return [some, service(some)];
      })(),
      at: ["api"],
    },
  ],
});
