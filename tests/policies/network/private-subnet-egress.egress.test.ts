import { hasWayOut, servicesCalledBy } from "../../../policies/network/private-subnet-egress.egress";
import { Stack } from "../../../src/graph/stack";
import { UNKNOWN } from "../../../src/graph/value";
import { certainSubnets, vpcWorkloads } from "../../../src/aws/network/vpc-workloads";
import { associate, route, subnet, table, vpc } from "../../kit/network";
import {
  build,
  json,
  resource,
  text,
  unknown,
  type BuiltResource,
  type Input,
  type Shape,
} from "../../../src/testing/stack";

const app = subnet("app", "us-east-1a");
const routes = table("routes");
const base = [vpc, app, routes, associate(app, routes)];
const propagation = (more: Record<string, Input>): BuiltResource =>
  resource("aws:vpc/routeServerPropagation:RouteServerPropagation", "server", { routeServerId: "rs-0123", ...more });

describe.each(["preview", "up"] as const)("a route out of the VPC, %s", (shape: Shape) => {
  const way = (...resources: BuiltResource[]): unknown => {
    const stack = Stack.from(build(resources, shape));
    const found = stack.resources.find(({ name }) => name === "app");
    return found && hasWayOut(stack, found);
  };

  it("is none without a route, in a table of its own or the main one", () => {
    expect(way(...base)).toBe(false);
    expect(way(vpc, app)).toBe(false);
  });

  it("is any route but a local one", () => {
    expect(way(...base, route("out", routes, { natGatewayId: "nat-0123" }))).toBe(true);
    expect(way(...base, route("in", routes, { gatewayId: "local" }))).toBe(false);
    expect(way(...base, route("peer", routes, { vpcPeeringConnectionId: "pcx-0123" }))).toBe(true);
  });

  it("is what is propagated into the table", () => {
    expect(way(...base, propagation({ routeTableId: routes.id }))).toBe(true);
    expect(way(...base, table("other"), propagation({ routeTableId: "rtb-0123" }))).toBe(UNKNOWN);
    const other = table("other");
    expect(way(...base, other, propagation({ routeTableId: other.id }))).toBe(false);
  });

  it("is not known where the routes of the table or the table itself are not", () => {
    const literal = resource("aws:ec2/routeTableAssociation:RouteTableAssociation", "literal", {
      subnetId: app.id,
      routeTableId: "rtb-0123",
    });
    expect(way(vpc, app, literal)).toBe(UNKNOWN);
    expect(way(vpc, app, routes, associate(app, routes), route("out", routes, { gatewayId: "other" }))).toBe(UNKNOWN);
    const [first, second] = [table("first"), table("second")];
    const either = resource("aws:ec2/routeTableAssociation:RouteTableAssociation", "either", {
      subnetId: app.id,
      routeTableId: text`${first.id}${second.id}`,
    });
    const out = route("out", first, { natGatewayId: "nat-0123" });
    expect(way(vpc, app, first, second, either, out)).toBe(UNKNOWN);
    const toEither = resource("aws:ec2/route:Route", "to-either", {
      routeTableId: text`${first.id}${second.id}`,
      natGatewayId: "nat-0123",
    });
    expect(way(vpc, app, first, second, associate(app, first), toEither)).toBe(UNKNOWN);
    const inDefault = resource("aws:ec2/subnet:Subnet", "app", { vpcId: "vpc-0123" });
    expect(way(inDefault)).toBe(UNKNOWN);
    const standard = resource("aws:ec2/defaultVpc:DefaultVpc", "standard");
    expect(way(standard, resource("aws:ec2/subnet:Subnet", "app", { vpcId: standard.id }))).toBe(UNKNOWN);
  });
});

describe.each(["preview", "up"] as const)("the services that a workload calls, %s", (shape: Shape) => {
  const called = (...resources: BuiltResource[]): string[] => {
    const stack = Stack.from(build(resources, shape));
    return vpcWorkloads(stack).flatMap((workload) => servicesCalledBy(stack, workload));
  };
  const stream = resource("aws:kinesis/stream:Stream", "events");
  const fn = (variables: Record<string, Input>): BuiltResource =>
    resource("aws:lambda/function:Function", "worker", {
      vpcConfig: { subnetIds: [app.id] },
      environment: { variables },
    });
  const service = (inputs: Record<string, Input>): BuiltResource =>
    resource("aws:ecs/service:Service", "shop", { networkConfiguration: { subnets: [app.id] }, ...inputs });
  const task = resource("aws:ecs/taskDefinition:TaskDefinition", "task", {
    containerDefinitions: json([
      {
        image: "1.dkr.ecr.us-east-1.amazonaws.com/a:1",
        environment: [{ name: "STREAM_NAME", value: "events-of-shop" }],
        logConfiguration: { logDriver: "awslogs" },
      },
      {},
    ]),
  });
  const later = resource("aws:ecs/taskDefinition:TaskDefinition", "task", {
    containerDefinitions: json([{ image: "nginx", environment: [{ name: "STREAM_NAME", value: stream.name }] }]),
  });

  it("are those that a function is wired to, once each", () => {
    const queue = resource("aws:sqs/queue:Queue", "queue");
    const second = resource("aws:sqs/queue:Queue", "second");
    const worker = fn({ STREAM_NAME: stream.name, QUEUE_URL: queue.url, SECOND_QUEUE_URL: second.url });
    expect(called(...base, stream, queue, second, worker).sort()).toEqual(["kinesis-streams", "sqs"]);
    expect(called(...base, stream, fn({ NAME: "x" }))).toEqual([]);
  });

  it("are not those whose changes Lambda brings it", () => {
    const worker = fn({ NAME: "x" });
    const mapping = resource("aws:lambda/eventSourceMapping:EventSourceMapping", "mapping", {
      functionName: worker.arn,
      eventSourceArn: stream.arn,
    });
    expect(called(...base, stream, worker, mapping)).toEqual([]);
  });

  it("are also those of the image and the logs on Fargate", () => {
    expect(called(...base, task, service({ taskDefinition: task.arn, launchType: "FARGATE" }))).toEqual([
      "ecr.api",
      "ecr.dkr",
      "s3",
      "logs",
    ]);
    expect(called(...base, task, service({ taskDefinition: task.arn, launchType: "EC2" }))).toEqual([]);
    expect(called(...base, stream, later, service({ taskDefinition: later.arn, launchType: "FARGATE" }))).toEqual([
      "kinesis-streams",
    ]);
  });

  it("are none of what is not in the stack, and of instances", () => {
    const read = resource("aws:ecs/taskDefinition:TaskDefinition", "read", {}, { external: true });
    expect(called(...base, service({ taskDefinition: "shop:7" }))).toEqual([]);
    expect(called(...base, read, service({ taskDefinition: read.arn }))).toEqual([]);
    expect(called(...base, resource("aws:ec2/instance:Instance", "worker", { subnetId: app.id }))).toEqual([]);
  });
});

test("a workload is surely in its subnets unless its text may leave some out", () => {
  const other = subnet("other", "us-east-1b");
  const subnets = (subnetIds: Input): string[] => {
    const worker = resource("aws:lambda/function:Function", "worker", { vpcConfig: { subnetIds } });
    const [workload] = vpcWorkloads(Stack.from(build([vpc, app, other, worker], "preview")));
    return workload ? certainSubnets(workload).map(({ name }) => name) : [];
  };
  expect(subnets([app.id, other.id])).toEqual(["app", "other"]);
  expect(subnets([app.id, unknown])).toEqual(["app"]);
  expect(subnets(text`${app.id},${other.id}`)).toEqual([]);
});
