import rule from "../../../policies/validity/listener-port-admitted";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing/stack";

const internet = (fromPort: number, toPort = fromPort, protocol = "tcp"): Input => ({
  protocol,
  fromPort,
  toPort,
  cidrBlocks: ["0.0.0.0/0"],
});
const group = (name: string, ingress?: Input, options: BuildOptions = {}): BuiltResource =>
  resource("aws:ec2/securityGroup:SecurityGroup", name, { vpcId: "vpc-0a", ingress }, options);
const balancer = (of: BuiltResource, more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:lb/loadBalancer:LoadBalancer", "public", { securityGroups: [of.id], ...more });
const target = (protocol: Input = "HTTP"): BuiltResource =>
  resource("aws:lb/targetGroup:TargetGroup", "blue", { port: 8080, protocol, targetType: "ip" });
const blue = target();
const listener = (of: BuiltResource, port: Input, protocol: Input = "HTTPS", to = blue): BuiltResource =>
  resource("aws:lb/listener:Listener", "https", {
    loadBalancerArn: of.arn,
    port,
    protocol,
    defaultActions: [{ type: "forward", targetGroupArn: to.arn }],
  });
const service = (
  of: BuiltResource,
  containerPort: Input = 8080,
  to = blue,
  options: BuildOptions = {},
): BuiltResource =>
  resource(
    "aws:ecs/service:Service",
    "api",
    {
      networkConfiguration: { subnets: ["subnet-0a"], securityGroups: [of.id] },
      loadBalancers: [{ targetGroupArn: to.arn, containerName: "api", containerPort }],
    },
    options,
  );
const server = (of: BuiltResource, port?: Input): BuiltResource[] => [
  resource("aws:ec2/instance:Instance", "server", { subnetId: "subnet-0a", vpcSecurityGroupIds: [of.id] }),
  resource("aws:lb/targetGroupAttachment:TargetGroupAttachment", "server", {
    targetGroupArn: blue.arn,
    targetId: resource("aws:ec2/instance:Instance", "server").id,
    port,
  }),
];
const front = group("front", [internet(443)]);
const web = balancer(front);
const entry = [front, web, blue, listener(web, 443)];
const fromFront = (port: number): Input => ({
  protocol: "tcp",
  fromPort: port,
  toPort: port,
  securityGroups: [front.id],
});
const tasks = (...ingress: Input[]): BuiltResource => group("tasks", ingress);
const rule8080 = (of: BuiltResource, more: Record<string, Input>): BuiltResource =>
  resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "to-tasks", {
    securityGroupId: of.id,
    ipProtocol: "tcp",
    fromPort: 8080,
    toPort: 8080,
    ...more,
  });

ruleTest(rule, {
  valid: [
    {
      name: "an instance on the port of its attachment",
      stack: [...entry, tasks(fromFront(9090)), ...server(tasks(fromFront(9090)), 9090)],
    },
    {
      name: "a network load balancer that does not apply its rules to PrivateLink",
      stack: [
        group("front", [internet(80)]),
        balancer(front, {
          loadBalancerType: "network",
          enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: "off",
        }),
        listener(web, 443, "TCP"),
      ],
    },
    {
      name: "a port that is open, and one from the load balancer",
      stack: [...entry, tasks(fromFront(8080)), service(tasks(fromFront(8080)))],
    },
    {
      name: "rules of their own",
      stack: [
        ...entry,
        group("tasks"),
        rule8080(group("tasks"), { referencedSecurityGroupId: front.id }),
        service(group("tasks")),
      ],
    },
    { name: "addresses", stack: [...entry, tasks(internet(8000, 8100)), service(tasks(internet(8000, 8100)))] },
    {
      name: "a prefix list",
      stack: [...entry, group("tasks"), rule8080(group("tasks"), { prefixListId: "pl-0a" }), service(group("tasks"))],
    },
    {
      name: "all protocols, from another group outside the stack too",
      stack: [
        ...entry,
        tasks({ protocol: "-1", fromPort: 0, toPort: 0, securityGroups: [front.id, "sg-0a"] }),
        service(tasks({ protocol: "-1", fromPort: 0, toPort: 0, securityGroups: [front.id, "sg-0a"] })),
      ],
    },
    {
      name: "one group for both that admits itself",
      stack: [
        group("shared", [internet(443), { protocol: "tcp", fromPort: 0, toPort: 65535, self: true }]),
        balancer(group("shared", [internet(443), { protocol: "tcp", fromPort: 0, toPort: 65535, self: true }])),
        blue,
        listener(web, 443),
        service(group("shared", [internet(443), { protocol: "tcp", fromPort: 0, toPort: 65535, self: true }])),
      ],
    },
    {
      name: "groups outside the stack",
      stack: [
        resource("aws:lb/loadBalancer:LoadBalancer", "public", { securityGroups: ["sg-0a"] }),
        blue,
        listener(web, 443),
      ],
    },
    { name: "no groups", stack: [resource("aws:lb/loadBalancer:LoadBalancer", "public"), blue, listener(web, 443)] },
    {
      name: "a group that the stack only reads",
      stack: [group("front", [internet(80)], { external: true }), web, blue, listener(web, 443)],
    },
    {
      name: "a service without groups of its own",
      stack: [...entry, resource("aws:ecs/service:Service", "api", { loadBalancers: [{ targetGroupArn: blue.arn }] })],
    },
    {
      name: "a listener over UDP",
      stack: [front, balancer(front, { loadBalancerType: "network" }), listener(web, 53, "UDP")],
    },
    { name: "no load balancer", stack: [group("tasks"), blue, service(group("tasks"))] },
    {
      name: "a network load balancer, whose clients come with their addresses",
      stack: [
        front,
        balancer(front, { loadBalancerType: "network" }),
        target("TCP"),
        listener(web, 443, "TCP", target("TCP")),
        tasks({ protocol: "tcp", fromPort: 8080, toPort: 8080, securityGroups: ["sg-0a"] }),
        service(
          tasks({ protocol: "tcp", fromPort: 8080, toPort: 8080, securityGroups: ["sg-0a"] }),
          8080,
          target("TCP"),
        ),
      ],
    },
    {
      name: "a target group over UDP",
      stack: [...entry, target("UDP"), tasks(internet(80)), service(tasks(internet(80)), 53, target("UDP"))],
    },
    {
      name: "what the stack only reads",
      stack: [
        group("front", [internet(443)]),
        web,
        resource(
          "aws:lb/listener:Listener",
          "https",
          { loadBalancerArn: web.arn, port: 80, protocol: "HTTP", defaultActions: [] },
          { external: true },
        ),
        service(group("front", [internet(443)]), 8080, blue, { external: true }),
      ],
    },
  ],
  invalid: [
    {
      name: "an instance on the port of the target group",
      stack: [...entry, tasks(fromFront(22)), ...server(tasks(fromFront(22)))],
      findings: [
        {
          resource: "server",
          path: "vpcSecurityGroupIds",
          message: /this instance \(tasks\) do not admit public on port 8080/,
        },
      ],
    },
    {
      name: "a listener for tests beside one that is admitted",
      stack: [
        ...entry,
        resource("aws:lb/listener:Listener", "test", {
          loadBalancerArn: web.arn,
          port: 8443,
          protocol: "HTTPS",
          defaultActions: [{ type: "forward", targetGroupArn: blue.arn }],
        }),
      ],
      findings: [{ resource: "test", path: "port", level: "advisory" }],
    },
    {
      name: "another port",
      stack: [group("front", [internet(80)]), web, blue, listener(web, 443)],
      findings: [
        {
          resource: "https",
          path: "port",
          message: /^The security groups of public \(front\) have no ingress rule for port 443/,
        },
      ],
    },
    {
      name: "the port over UDP",
      stack: [group("front", [internet(443, 443, "udp")]), web, blue, listener(web, 443)],
      findings: [{ resource: "https", path: "port" }],
    },
    {
      name: "a listener without a protocol, and a group without rules",
      stack: [group("front"), web, blue, listener(web, 80, undefined)],
      findings: [{ resource: "https", path: "port", level: "advisory" }],
    },
    {
      name: "tasks on another port",
      stack: [...entry, tasks(fromFront(80)), service(tasks(fromFront(80)))],
      findings: [
        {
          resource: "api",
          path: "networkConfiguration.securityGroups",
          message:
            /\(tasks\) do not admit public on port 8080.*to the `ingress` of tasks, with front in its `securityGroups`/,
        },
      ],
    },
    {
      name: "tasks that admit another group",
      stack: [
        ...entry,
        group("other"),
        tasks({ protocol: "tcp", fromPort: 8080, toPort: 8080, securityGroups: [group("other").id], self: true }),
        service(
          tasks({ protocol: "tcp", fromPort: 8080, toPort: 8080, securityGroups: [group("other").id], self: true }),
        ),
      ],
      findings: [{ resource: "api", path: "networkConfiguration.securityGroups" }],
    },
    {
      name: "tasks behind a rule of the listener, without rules",
      stack: [
        front,
        web,
        blue,
        resource("aws:lb/targetGroup:TargetGroup", "green", { port: 80, protocol: "HTTP" }),
        listener(
          web,
          443,
          "HTTPS",
          resource("aws:lb/targetGroup:TargetGroup", "green", { port: 80, protocol: "HTTP" }),
        ),
        resource("aws:lb/listenerRule:ListenerRule", "by-host", {
          listenerArn: listener(web, 443, "HTTPS").arn,
          actions: [{ type: "forward", targetGroupArn: blue.arn }],
          conditions: [{ hostHeader: { values: ["shop.io"] } }],
        }),
        group("tasks"),
        service(group("tasks")),
      ],
      findings: [{ resource: "api", path: "networkConfiguration.securityGroups", level: "advisory" }],
    },
    {
      name: "a network load balancer without groups",
      stack: [
        resource("aws:lb/loadBalancer:LoadBalancer", "public", { loadBalancerType: "network" }),
        target("TCP"),
        listener(web, 443, "TCP", target("TCP")),
        tasks(internet(80)),
        service(tasks(internet(80)), 8080, target("TCP")),
      ],
      findings: [
        {
          resource: "api",
          path: "networkConfiguration.securityGroups",
          message: /rule for the port to the `ingress` of tasks\./,
        },
      ],
    },
  ],
  undecided: [
    {
      name: "rules that another provider may add",
      stack: [
        group("front", [internet(80)]),
        web,
        blue,
        listener(web, 443),
        resource("aws-native:ec2:SecurityGroupIngress", "https", { groupId: front.id, fromPort: 443, toPort: 443 }),
      ],
      at: ["https.port"],
    },
    { name: "a port that is not known", stack: [front, web, blue, listener(web, unknown)], at: ["https.port"] },
    {
      name: "rules that are not known",
      stack: [group("front", unknown), web, blue, listener(web, 443)],
      at: ["https.port"],
    },
    {
      name: "a container port that is not known, and one from a group that is not",
      stack: [
        ...entry,
        tasks({ protocol: "tcp", fromPort: 8080, toPort: 8080, securityGroups: [unknown] }),
        service(tasks({ protocol: "tcp", fromPort: 8080, toPort: 8080, securityGroups: [unknown] })),
        resource("aws:ecs/service:Service", "worker", {
          networkConfiguration: { subnets: ["subnet-0a"], securityGroups: [group("tasks").id] },
          loadBalancers: [{ targetGroupArn: blue.arn, containerName: "api", containerPort: unknown }],
        }),
      ],
      at: ["api.loadBalancers[0].containerPort", "worker.loadBalancers[0].containerPort"],
    },
    {
      name: "a rule whose direction is not known",
      stack: [
        group("front"),
        web,
        blue,
        listener(web, 443),
        resource("aws:ec2/securityGroupRule:SecurityGroupRule", "some", {
          type: unknown,
          securityGroupId: group("front").id,
          protocol: "tcp",
          fromPort: 443,
          toPort: 443,
          cidrBlocks: ["0.0.0.0/0"],
        }),
      ],
      at: ["https.port"],
    },
  ],
});
