import type { Resource } from "../../../src/graph/resource";
import { Stack } from "../../../src/graph/stack";
import { UNKNOWN } from "../../../src/graph/value";
import { endpointsOf, shortServiceName, type VpcEndpoint } from "../../../src/aws/network/vpc-endpoints";
import { isOnFargate, pullsFromEcr, vpcWorkloads } from "../../../src/aws/network/vpc-workloads";
import { subnet, table, vpc } from "../../kit/network";
import { build, json, resource, unknown, type BuiltResource, type Input, type Shape } from "../../../src/testing/stack";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const SERVICE = "aws:ecs/service:Service";

it.each([
  ["com.amazonaws.eu-west-1.s3", "s3"],
  ["com.amazonaws.us-gov-west-1.kms-fips", "kms"],
  ["com.amazonaws.us-east-1.ecr-fips.api", "ecr.api"],
  ["cn.com.amazonaws.cn-north-1.ecr.dkr", "ecr.dkr"],
  ["aws.sagemaker.us-east-1.notebook", "aws.sagemaker.us-east-1.notebook"],
  ["", ""],
])("%p is the service %p", (name, short) => {
  expect(shortServiceName(name)).toBe(short);
});

describe.each(["preview", "up"] as const)("VPC endpoints, %s", (shape: Shape) => {
  const routes = table("routes");
  const inner = subnet("inner", "us-east-1a");
  const stackOf = (...resources: BuiltResource[]): Stack =>
    Stack.from(build([vpc, routes, inner, ...resources], shape));
  const main = (stack: Stack): Resource => {
    const [found] = stack.ofType("aws:ec2/vpc:Vpc");
    if (!found) {
      throw new Error("there is no VPC");
    }
    return found;
  };
  const read = (inputs: Record<string, Input>, ...resources: BuiltResource[]): VpcEndpoint | undefined => {
    const stack = stackOf(resource(ENDPOINT, "one", { vpcId: vpc.id, ...inputs }), ...resources);
    return endpointsOf(stack, main(stack)).endpoints[0];
  };

  it("have a service and a type", () => {
    expect(read({ serviceName: "com.amazonaws.us-east-1.s3" })).toMatchObject({ service: "s3", type: "Gateway" });
    expect(read({ vpcEndpointType: "" })).toMatchObject({ service: "", type: "Gateway" });
    expect(read({ vpcEndpointType: "Interface" })).toMatchObject({ type: "Interface" });
    expect(read({ serviceName: unknown })?.service).toBe(shape === "preview" ? UNKNOWN : "outside-1a2b3c4");
  });

  it("are attached by themselves or by resources of their own", () => {
    const one = resource(ENDPOINT, "one", { vpcId: vpc.id });
    const other = resource(ENDPOINT, "other", { vpcId: vpc.id, subnetIds: [inner.id], routeTableIds: [routes.id] });
    const parts = [
      one,
      other,
      resource("aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation", "by-table", {
        vpcEndpointId: one.id,
        routeTableId: vpc.mainRouteTableId,
      }),
      resource("aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation", "by-subnet", {
        vpcEndpointId: one.id,
        subnetId: inner.id,
      }),
      resource("aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation", "external", {
        vpcEndpointId: "vpce-0123",
        subnetId: inner.id,
      }),
    ];
    const stack = stackOf(...parts);
    const { endpoints, complete } = endpointsOf(stack, main(stack));
    expect(complete).toBe(true);
    expect(
      endpoints.map((found) => [
        found.resource.name,
        found.routeTables.resources.map(({ name }) => name),
        found.routeTables.complete,
        found.isInSubnet,
      ]),
    ).toEqual([
      ["one", ["main"], true, true],
      ["other", ["routes"], true, true],
    ]);
    expect(read({})).toMatchObject({ isInSubnet: false, routeTables: { resources: [], complete: true } });
    expect(read({ subnetIds: [] })?.isInSubnet).toBe(false);
    expect(read({ subnetIds: unknown })?.isInSubnet).toBe(true);
    expect(read({ subnetConfigurations: [{ subnetId: inner.id }] })?.isInSubnet).toBe(true);
  });

  it("may be of another VPC", () => {
    const external = stackOf(resource(ENDPOINT, "one", { vpcId: "vpc-0123" }));
    expect(endpointsOf(external, main(external))).toEqual({ endpoints: [], complete: true });
    const any = stackOf(resource(ENDPOINT, "one", { vpcId: unknown }));
    expect(endpointsOf(any, main(any)).complete).toBe(shape === "up");
  });

  describe("workloads", () => {
    it("name their subnets", () => {
      const stack = stackOf(
        resource(SERVICE, "svc", { networkConfiguration: { subnets: [inner.id] } }),
        resource("aws:lambda/function:Function", "fn", { vpcConfig: { subnetIds: [inner.id, "subnet-0123"] } }),
        resource("aws:ec2/instance:Instance", "vm", { subnetId: inner.id }),
        resource("aws:lambda/function:Function", "plain", {}),
        resource(SERVICE, "read", {}, { external: true }),
      );
      expect(
        vpcWorkloads(stack).map(({ resource: one, kind, subnetsAt, subnets }) => [
          one.name,
          kind,
          subnetsAt.path,
          subnets.resources.length,
          subnets.complete,
        ]),
      ).toEqual([
        ["svc", "task", "networkConfiguration.subnets", 1, true],
        ["fn", "function", "vpcConfig.subnetIds", 1, false],
        ["vm", "instance", "subnetId", 1, true],
      ]);
    });

    const task = (inputs: Record<string, Input>): BuiltResource =>
      resource("aws:ecs/taskDefinition:TaskDefinition", "task", inputs);
    const answer = <T>(
      question: (stack: Stack, service: Resource) => T,
      inputs: Record<string, Input>,
      of: BuiltResource,
    ): T | undefined => {
      const stack = stackOf(of, resource(SERVICE, "svc", { taskDefinition: of.arn, ...inputs }));
      const [service] = stack.ofType(SERVICE);
      return service && question(stack, service);
    };

    it("run on Fargate, or not", () => {
      const onFargate = (inputs: Record<string, Input>, definition: Record<string, Input> = {}): unknown =>
        answer(isOnFargate, inputs, task(definition));
      const later = shape === "preview" ? UNKNOWN : false;
      expect(onFargate({ launchType: "FARGATE" })).toBe(true);
      expect(onFargate({ launchType: "EC2" }, { requiresCompatibilities: ["FARGATE"] })).toBe(false);
      expect(onFargate({}, { requiresCompatibilities: ["EC2", "FARGATE"] })).toBe(true);
      expect(onFargate({}, { requiresCompatibilities: unknown })).toBe(later);
      expect(onFargate({})).toBe(false);
      expect(onFargate({ capacityProviderStrategies: [{ capacityProvider: "FARGATE_SPOT" }] })).toBe(true);
      expect(onFargate({ capacityProviderStrategies: [{ capacityProvider: unknown }] })).toBe(later);
      expect(onFargate({ capacityProviderStrategies: [{}] })).toBe(false);
      expect(answer(isOnFargate, { taskDefinition: "arn:aws:ecs:task" }, task({}))).toBe(false);
    });

    it("pull from ECR, or not", () => {
      const pulls = (containerDefinitions: Input): unknown => answer(pullsFromEcr, {}, task({ containerDefinitions }));
      expect(pulls(json([{ image: "464738291005.dkr.ecr.us-east-1.amazonaws.com/shop:1" }]))).toBe(true);
      expect(pulls(json([{ image: "nginx" }]))).toBe(false);
      expect(pulls(undefined)).toBe(false);
      expect(pulls(json([{ image: unknown }]))).toBe(shape === "preview" ? UNKNOWN : false);
      expect(answer(pullsFromEcr, { taskDefinition: "arn:aws:ecs:task" }, task({}))).toBe(UNKNOWN);
    });

    it("pull what a build pushed to ECR", () => {
      const repository = resource("aws:ecr/repository:Repository", "images", {});
      const build = resource("docker-build:index:Image", "build", { tags: [repository.repositoryUrl] });
      const hub = resource("docker:index/image:Image", "hub", { imageName: "docker.io/shop" });
      const awsx = resource("awsx:ecr:Image", "image", {});
      const pulls = (...images: BuiltResource[]): unknown => {
        const definition = task({ containerDefinitions: json(images.map((image) => ({ image: image["ref"] }))) });
        const stack = stackOf(
          repository,
          build,
          hub,
          awsx,
          definition,
          resource(SERVICE, "svc", { taskDefinition: definition.arn }),
        );
        const [service] = stack.ofType(SERVICE);
        return service && pullsFromEcr(stack, service);
      };
      expect([pulls(repository), pulls(build), pulls(awsx)]).toEqual([true, true, true]);
      expect(pulls(hub)).toBe(UNKNOWN);
    });
  });
});
