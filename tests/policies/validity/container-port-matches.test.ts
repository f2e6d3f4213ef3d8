import rule from "../../../policies/validity/container-port-matches";
import { ruleTest, runRule } from "../../../src/testing/rule-test";
import {
  build,
  json,
  resource,
  text,
  unknown,
  type BuildOptions,
  type BuiltResource,
  type Input,
} from "../../../src/testing/stack";

const group = (protocol: Input = "HTTP", name = "blue"): BuiltResource =>
  resource("aws:lb/targetGroup:TargetGroup", name, { port: 80, protocol, targetType: "ip" });
const blue = group();
const task = (containers: Input, options: BuildOptions = {}): BuiltResource =>
  resource(
    "aws:ecs/taskDefinition:TaskDefinition",
    "api",
    { family: "api", containerDefinitions: containers },
    options,
  );
const container = (portMappings: Input, name: Input = "api"): Input => ({
  name,
  image: "shop/api:1.4.2",
  portMappings,
});
const mapped = (containerPort: Input, more: Record<string, Input> = {}): Input =>
  json([container([{ containerPort, ...more }])]);
const service = (
  of: BuiltResource | string,
  entry: Input,
  options: BuildOptions = {},
  type = "aws:ecs/service:Service",
): BuiltResource =>
  resource(type, "api", { taskDefinition: typeof of === "string" ? of : of.arn, loadBalancers: entry }, options);
const target = (containerPort: Input = 8080, containerName: Input = "api", of: BuiltResource = blue): Input => [
  { targetGroupArn: of.arn, containerName, containerPort },
];
const with8080 = task(mapped(8080));
const STALE = "arn:aws:ecs:us-east-1:464738291005:task-definition/api:7";
const built = resource("docker:index/image:Image", "api", {});

ruleTest(rule, {
  valid: [
    {
      name: "another revision, which a pipeline has deployed (ignoreChanges)",
      stack: [blue, with8080, service(STALE, target(80))],
    },
    {
      name: "another revision, of a service that still depends on the stack's",
      stack: [blue, with8080, service(STALE, target(80), { dependsOn: [with8080] })],
    },
    { name: "the mapped port, and another of the target group", stack: [blue, with8080, service(with8080, target())] },
    {
      name: "a port in a range",
      stack: [
        blue,
        task(json([container([{ containerPortRange: "8000-8100" }])])),
        service(task(json([container([{ containerPortRange: "8000-8100" }])])), target()),
      ],
    },
    {
      name: "a second container, and ports as strings",
      stack: [
        blue,
        task(json([container([], "sidecar"), container([{ containerPort: "8080" }])])),
        service(task(json([container([], "sidecar"), container([{ containerPort: "8080" }])])), target("8080")),
      ],
    },
    { name: "no load balancer", stack: [with8080, service(with8080, undefined)] },
    { name: "load balancers that are not known", stack: [with8080, service(with8080, unknown)] },
    { name: "a task definition of another stack", stack: [blue, service("api:12", target(80))] },
    {
      name: "a task definition that the stack only reads",
      stack: [task(mapped(80), { external: true }), service(task(mapped(80), { external: true }), target())],
    },
    {
      name: "a service that the stack only reads",
      stack: [blue, with8080, service(with8080, target(80), { external: true })],
    },
    {
      name: "a port for UDP and for TCP, and a group for UDP",
      stack: [
        group("UDP", "dns"),
        task(json([container([{ containerPort: 53, protocol: "udp" }])])),
        service(
          task(json([container([{ containerPort: 53, protocol: "udp" }])])),
          target(53, "api", group("UDP", "dns")),
        ),
      ],
    },
    {
      name: "a port for both protocols",
      stack: [
        blue,
        task(json([container([{ containerPort: 8080, protocol: "udp" }, { containerPort: 8080 }])])),
        service(task(json([container([{ containerPort: 8080, protocol: "udp" }, { containerPort: 8080 }])])), target()),
      ],
    },
  ],
  invalid: [
    {
      name: "another port",
      stack: [blue, with8080, service(with8080, target(80))],
      findings: [
        {
          resource: "api",
          path: "loadBalancers[0].containerPort",
          message:
            /requests to port 80 of the container api, which maps 8080\. .*"The container api did not have a container port 80 defined"/,
        },
      ],
    },
    {
      name: "no mapping, of a task set",
      stack: [
        blue,
        task(json([container(undefined)])),
        service(task(json([container(undefined)])), target(), {}, "aws:ecs/taskSet:TaskSet"),
      ],
      findings: [{ resource: "api", path: "loadBalancers[0].containerPort", message: /maps no port/ }],
    },
    {
      name: "outside of a range",
      stack: [
        blue,
        task(json([container([{ containerPortRange: "8000-8010" }])])),
        service(task(json([container([{ containerPortRange: "8000-8010" }])])), target()),
      ],
      findings: [{ resource: "api", path: "loadBalancers[0].containerPort" }],
    },
    {
      name: "another container",
      stack: [blue, with8080, service(with8080, target(8080, "web"))],
      findings: [
        {
          resource: "api",
          path: "loadBalancers[0].containerName",
          message: /no container named web\. .*: api\. .*"The container web does not exist in the task definition"/,
        },
      ],
    },
    {
      name: "a port for UDP behind HTTP",
      stack: [
        blue,
        task(mapped(8080, { protocol: "udp" })),
        service(task(mapped(8080, { protocol: "udp" })), target()),
      ],
      findings: [
        { resource: "api", path: "loadBalancers[0].containerPort", level: "advisory", message: /for UDP only/ },
      ],
    },
    {
      name: "a deployment, which knows the containers at last",
      stack: [
        blue,
        built,
        task(json([{ ...(container([{ containerPort: 8080 }]) as object), image: text`${built.repoDigest}` }])),
        service(
          task(json([{ ...(container([{ containerPort: 8080 }]) as object), image: text`${built.repoDigest}` }])),
          target(80),
        ),
      ],
      shape: "up",
      deploying: true,
      findings: [{ resource: "api", path: "loadBalancers[0].containerPort", level: "advisory" }],
    },
  ],
  undecided: [
    {
      name: "containers that are not known",
      stack: [blue, task(unknown), service(task(unknown), target())],
      at: ["api.loadBalancers[0].containerPort"],
    },
    ...[
      { Name: "api", portMappings: [{ containerPort: 80 }] },
      { name: "api", PortMappings: [{ ContainerPort: 80 }] },
      { name: "api", portMappings: [{ ContainerPort: 80 }] },
    ].map((one) => ({
      name: `keys in capitals: ${Object.keys(one).join()}`,
      stack: [blue, task(json([one])), service(task(json([one])), target())],
      at: ["api.loadBalancers[0].containerPort"],
    })),
    {
      name: "a name that is not known",
      stack: [blue, with8080, service(with8080, target(8080, unknown))],
      at: ["api.loadBalancers[0].containerName"],
    },
  ],
});

it.each([
  ["that exists", "up", "advisory"],
  ["that is new", "preview", "mandatory"],
] as const)("honours ignoreChanges of the load balancers of a service %s", (_name, shape, level) => {
  const stack = build([blue, with8080, service(with8080, target(80))], shape);
  for (const one of stack.resources.filter(({ type }) => type.endsWith(":Service"))) {
    one.ignoreChanges = ["loadBalancers"];
  }
  expect(runRule(rule, { name: "" }, shape, stack).results).toMatchObject([{ level }]);
});
