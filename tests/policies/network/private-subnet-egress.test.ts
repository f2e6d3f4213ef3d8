import rule from "../../../policies/network/private-subnet-egress";
import { associate, internet, nat, publicSubnet, privateSubnet, route, subnet, table, vpc } from "../../kit/network";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, text, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const [open = vpc, ...openRest] = publicSubnet("open", "us-east-1a");
const gateway = nat("nat", open);
const [app = vpc, appRoutes = vpc, ...appRest] = privateSubnet("app", "us-east-1a");
const [served = vpc, ...servedRest] = privateSubnet("served", "us-east-1b", gateway);
const base = [vpc, internet, open, ...openRest, gateway];
const closed = [...base, app, appRoutes, ...appRest];

const endpoint = (service: string, more: Record<string, Input> = {}): BuiltResource =>
  resource(ENDPOINT, service, {
    vpcId: vpc.id,
    serviceName: `com.amazonaws.us-east-1.${service}`,
    vpcEndpointType: "Interface",
    subnetIds: [app.id],
    ...more,
  });
const endpoints = (...services: string[]): BuiltResource[] => services.map((service) => endpoint(service));

const repository = resource("aws:ecr/repository:Repository", "images");
const task = (image: Input, more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:ecs/taskDefinition:TaskDefinition", "task", {
    requiresCompatibilities: ["FARGATE"],
    containerDefinitions: json([{ name: "shop", image, ...more }]),
  });
const fromEcr = task(text`${repository.repositoryUrl}:1`);
const literal = task("464738291005.dkr.ecr.us-east-1.amazonaws.com/shop:1", {
  logConfiguration: { logDriver: "awslogs" },
});
const fromHub = task("nginx:1.29");
const service = (
  definition: BuiltResource,
  subnets: Input = [app.id],
  more: Record<string, Input> = {},
): BuiltResource =>
  resource("aws:ecs/service:Service", "shop", {
    taskDefinition: definition.arn,
    launchType: "FARGATE",
    networkConfiguration: { subnets },
    ...more,
  });
const addressed = { networkConfiguration: { subnets: [open.id], assignPublicIp: true } };
const [dual = vpc, ...dualRest] = publicSubnet("dual", "us-east-1b", { ipv6CidrBlock: "2001:db8::/64" });
const ipv6 = [dual, ...dualRest];
const queue = resource("aws:sqs/queue:Queue", "jobs");
const secret = resource("aws:secretsmanager/secret:Secret", "keys");
const fn = (variables: Record<string, Input>, subnetIds: Input = [app.id]): BuiltResource =>
  resource("aws:lambda/function:Function", "worker", { vpcConfig: { subnetIds }, environment: { variables } });
const source = (of: BuiltResource): BuiltResource =>
  resource("aws:lambda/eventSourceMapping:EventSourceMapping", "source", {
    functionName: of.arn,
    eventSourceArn: queue.arn,
  });
const byQueue = fn({});
const wiredToo = fn({ QUEUE_URL: queue.url });
const topic = resource("aws:sns/topic:Topic", "events");
const steps = resource("aws:sfn/stateMachine:StateMachine", "steps");
const instance = resource("aws:ec2/instance:Instance", "worker", { subnetId: app.id });
const vgw = resource("aws:ec2/vpnGateway:VpnGateway", "office", { vpcId: vpc.id });

const propagating = table("propagating", undefined, { propagatingVgws: [vgw.id] });
const maybePropagating = table("propagating", undefined, { propagatingVgws: unknown });
const inMain = subnet("main-only", "us-east-1c");
const external = subnet("external", "us-east-1c", { vpcId: "vpc-0123" });
const externalRoutes = table("external-routes", undefined, { vpcId: "vpc-0123" });
const mapping = subnet("mapping", "us-east-1c", { mapPublicIpOnLaunch: true });

ruleTest(rule, {
  valid: [
    { name: "no workload", stack: closed },
    {
      name: "Fargate behind a NAT gateway",
      stack: [...base, served, ...servedRest, fromEcr, service(fromEcr, [served.id])],
    },
    {
      name: "Fargate with a public address in a public subnet",
      stack: [...base, fromEcr, service(fromEcr, [open.id], addressed)],
    },
    {
      name: "Fargate in a subnet whose addresses of IPv6 are public",
      stack: [...base, ...ipv6, fromEcr, service(fromEcr, [dual.id])],
    },
    {
      name: "a function that calls no service in a public subnet",
      stack: [...base, fn({ TABLE: "orders" }, [open.id])],
    },
    ...(
      [
        ["a transit gateway", { transitGatewayId: "tgw-0123" }],
        ["a firewall", { vpcEndpointId: "vpce-0123" }],
        ["an instance that does NAT", { networkInterfaceId: "eni-0123" }],
        ["a gateway of another stack", { gatewayId: "vgw-0123" }],
      ] as const
    ).map(([name, target]) => ({
      name: `a route to ${name}`,
      stack: [...closed, route("out", appRoutes, target), fromEcr, service(fromEcr)],
    })),
    {
      name: "routes that are propagated from a VPN",
      stack: [
        ...base,
        vgw,
        inMain,
        propagating,
        associate(inMain, propagating),
        fromEcr,
        service(fromEcr, [inMain.id]),
      ],
    },
    {
      name: "routes that are propagated by a resource of its own",
      stack: [
        ...closed,
        vgw,
        fromEcr,
        service(fromEcr),
        resource("aws:ec2/vpnGatewayRoutePropagation:VpnGatewayRoutePropagation", "office", {
          routeTableId: appRoutes.id,
          vpnGatewayId: vgw.id,
        }),
      ],
    },
    {
      name: "endpoints for all that the task needs",
      stack: [...closed, literal, service(literal), ...endpoints("ecr.api", "ecr.dkr", "s3", "logs")],
    },
    {
      name: "a function with the endpoints of the topic and the machine that it is wired to",
      stack: [...closed, topic, steps, fn({ TOPIC: topic.arn, STEPS: steps.arn }), ...endpoints("sns", "states")],
    },
    { name: "a function that only talks to its VPC", stack: [...closed, fn({ TABLE: "orders" })] },
    { name: "a function that a queue calls, which Lambda polls", stack: [...closed, queue, byQueue, source(byQueue)] },
    {
      name: "a function with the endpoint that it needs",
      stack: [...closed, secret, fn({ SECRET_ARN: secret.arn }), ...endpoints("secretsmanager")],
    },
    { name: "an instance in a VPC with endpoints", stack: [...closed, instance, ...endpoints("ssm")] },
    {
      name: "tasks on instances, which pull the image themselves",
      stack: [...closed, fromEcr, service(fromEcr, [app.id], { launchType: "EC2" })],
    },
    {
      name: "a subnet and a service that the stack only reads",
      stack: [
        ...closed,
        fromEcr,
        resource("aws:ec2/subnet:Subnet", "shared", { vpcId: vpc.id }, { external: true }),
        resource(
          "aws:ecs/service:Service",
          "shop",
          { networkConfiguration: { subnets: [app.id] } },
          { external: true },
        ),
      ],
    },
  ],
  invalid: [
    {
      name: "Fargate without a public address in a public subnet",
      stack: [...base, fromEcr, service(fromEcr, [open.id])],
      findings: [
        {
          resource: "open",
          level: "mandatory",
          message: /internet gateway only.*shop cannot pull.*assignPublicIp: true/,
        },
      ],
    },
    {
      name: "a function in a public subnet that calls a service",
      stack: [...base, queue, fn({ QUEUE_URL: queue.url }, [open.id])],
      findings: [{ resource: "open", level: "advisory", message: /internet gateway only.*worker calls sqs/ }],
    },
    {
      name: "Fargate in a subnet without a route out of the VPC, in a VPC without endpoints",
      stack: [...closed, fromEcr, service(fromEcr)],
      findings: [{ resource: "app", level: "mandatory", message: /tasks of shop cannot pull.*natGatewayId/ }],
    },
    {
      name: "a subnet of the main route table, beside one that is served, with a local route only",
      stack: [...base, served, ...servedRest, inMain, fromHub, service(fromHub, [served.id, inMain.id])],
      findings: [{ resource: "main-only", level: "mandatory" }],
    },
    {
      name: "an inline local route",
      stack: [
        ...base,
        ...[table("local", [{ cidrBlock: "10.0.0.0/16", gatewayId: "local" }])].flatMap((one) => [
          inMain,
          one,
          associate(inMain, one),
        ]),
        fromEcr,
        service(fromEcr, [inMain.id]),
      ],
      findings: [{ resource: "main-only", level: "mandatory" }],
    },
    {
      name: "public addresses in a subnet without a route out of the VPC",
      stack: [vpc, mapping, fromHub, service(fromHub, [mapping.id])],
      findings: [{ resource: "mapping", level: "mandatory" }],
    },
    {
      name: "a task whose subnets, one list, all have no route out of the VPC",
      stack: [...closed, inMain, fromEcr, service(fromEcr, text`${app.id},${inMain.id}`)],
      findings: [
        { resource: "app", level: "mandatory" },
        { resource: "main-only", level: "mandatory" },
      ],
    },
    {
      name: "not all of the endpoints",
      stack: [...closed, literal, service(literal), ...endpoints("ecr.api", "s3")],
      findings: [{ resource: "app", level: "advisory", message: /shop calls ecr\.dkr, logs/ }],
    },
    {
      name: "endpoints, and an image from another registry",
      stack: [...closed, fromHub, service(fromHub), ...endpoints("ecr.api", "ecr.dkr", "s3")],
      findings: [{ resource: "app", level: "advisory", message: /cannot pull their image/ }],
    },
    {
      name: "functions without the endpoints of what they are wired to",
      stack: [...closed, queue, wiredToo, source(wiredToo), ...endpoints("s3")],
      findings: [{ resource: "app", level: "advisory", message: /worker calls sqs/ }],
    },
    {
      name: "a function that publishes to a topic and starts a state machine",
      stack: [...closed, topic, steps, fn({ TOPIC: topic.arn, STEPS: steps.arn }), ...endpoints("sns")],
      findings: [{ resource: "app", level: "advisory", message: /worker calls states/ }],
    },
    {
      name: "a stream, whose endpoint has another name",
      stack: [
        ...closed,
        ...[resource("aws:kinesis/stream:Stream", "events")].flatMap((one) => [one, fn({ STREAM_NAME: one.name })]),
      ],
      findings: [{ resource: "app", level: "advisory", message: /kinesis-streams/ }],
    },
    {
      name: "an instance in a VPC without endpoints",
      stack: [...closed, instance],
      findings: [{ resource: "app", level: "advisory", message: /worker reaches neither/ }],
    },
  ],
  undecided: [
    {
      name: "a route that a targeted operation skips",
      stack: [
        ...closed,
        fromEcr,
        service(fromEcr, [app.id]),
        resource("aws:ec2/route:Route", "skipped", {}, { external: true }),
      ],
      at: ["app"],
    },
    {
      name: "an endpoint that a targeted operation skips",
      stack: [
        ...closed,
        fromEcr,
        service(fromEcr, [app.id]),
        resource("aws:ec2/vpcEndpoint:VpcEndpoint", "skipped", {}, { external: true }),
      ],
      at: ["app"],
    },
    {
      name: "routes that are not known yet",
      stack: [
        ...base,
        ...[table("later", unknown)].flatMap((one) => [inMain, one, associate(inMain, one)]),
        fromEcr,
        service(fromEcr, [inMain.id]),
      ],
      at: ["main-only"],
    },
    {
      name: "a route to what is not known yet",
      stack: [...closed, route("out", appRoutes, { gatewayId: unknown }), fromEcr, service(fromEcr)],
      at: ["app"],
    },
    {
      name: "propagations that are not known yet",
      stack: [
        ...base,
        inMain,
        maybePropagating,
        associate(inMain, maybePropagating),
        fromEcr,
        service(fromEcr, [inMain.id]),
      ],
      at: ["main-only"],
    },
    {
      name: "a VPC outside the stack",
      stack: [external, externalRoutes, associate(external, externalRoutes), fromEcr, service(fromEcr, [external.id])],
      at: ["external"],
    },
    {
      name: "an endpoint of a service that is not known yet",
      stack: [...closed, literal, service(literal), endpoint("s3", { serviceName: unknown })],
      at: ["app"],
    },
  ],
});
