import type { Contract } from "../../../src/contract/schema";
import rule from "../../../policies/network/vpc-endpoints";
import { internet, privateSubnet, publicSubnet, subnet, vpc } from "../../kit/network";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, text, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const REQUIRED: Contract = { vpcEndpoints: ["s3", "ecr.api"] };

const [app = vpc, appRoutes = vpc, ...appRest] = privateSubnet("app", "us-east-1a");
const [second = vpc, secondRoutes = vpc, ...secondRest] = privateSubnet("second", "us-east-1b");
const [open = vpc, ...openRest] = publicSubnet("open", "us-east-1a");
const network = [vpc, internet, app, appRoutes, ...appRest];
const both = [...network, second, secondRoutes, ...secondRest];

const gateway = (name: string, routeTableIds?: Input, more: Record<string, Input> = {}): BuiltResource =>
  resource(ENDPOINT, name, { vpcId: vpc.id, serviceName: `com.amazonaws.us-east-1.${name}`, routeTableIds, ...more });
const byInterface = (name: string, more: Record<string, Input> = { subnetIds: [app.id] }): BuiltResource =>
  gateway(name, undefined, { vpcEndpointType: "Interface", ...more });
const lambda = (...subnetIds: Input[]): BuiltResource =>
  resource("aws:lambda/function:Function", "worker", { vpcConfig: { subnetIds, securityGroupIds: [] } });
const items = resource("aws:dynamodb/table:Table", "items", { hashKey: "id" });

const repository = resource("aws:ecr/repository:Repository", "images", {});
const task = (image: Input, more: Record<string, Input> = {}, name = "task"): BuiltResource =>
  resource("aws:ecs/taskDefinition:TaskDefinition", name, {
    containerDefinitions: json([{ name: "shop", image }]),
    requiresCompatibilities: ["FARGATE"],
    ...more,
  });
const service = (definition: BuiltResource, more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:ecs/service:Service", "shop", {
    taskDefinition: definition.arn,
    networkConfiguration: { subnets: [app.id] },
    ...more,
  });
const fromEcr = task(text`${repository.repositoryUrl}:1`);
const toS3 = gateway("s3", [appRoutes.id]);

ruleTest(rule, {
  valid: [
    { name: "nothing in private subnets", stack: [...network, open, ...openRest, lambda(open.id), items] },
    { name: "an S3 endpoint for what runs in a private subnet", stack: [...network, lambda(app.id), toS3] },
    {
      name: "a DynamoDB endpoint too where there is a table, attached by a resource of its own",
      stack: [
        ...network,
        lambda(app.id),
        toS3,
        items,
        ...[gateway("dynamodb")].flatMap((endpoint) => [
          endpoint,
          resource("aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation", "tables", {
            vpcEndpointId: endpoint.id,
            routeTableId: appRoutes.id,
          }),
        ]),
      ],
    },
    {
      name: "endpoints for ECR where Fargate pulls from it",
      stack: [...network, repository, fromEcr, service(fromEcr), toS3, byInterface("ecr.api"), byInterface("ecr.dkr")],
    },
    {
      name: "an image that is not in ECR, or not on Fargate",
      stack: [
        ...network,
        toS3,
        ...[task("public.ecr.aws/nginx/nginx:1.27", {}, "web")].flatMap((definition) => [
          definition,
          service(definition),
        ]),
        fromEcr,
        repository,
        resource("aws:ecs/taskSet:TaskSet", "set", {
          taskDefinition: fromEcr.arn,
          launchType: "EC2",
          networkConfiguration: { subnets: [app.id] },
        }),
      ],
    },
    {
      name: "what the contract names: by FIPS name, by interface for S3, with a main route table",
      stack: [
        ...network,
        byInterface("s3", { subnetConfigurations: [{ subnetId: app.id }] }),
        ...[byInterface("ecr-fips.api", {})].flatMap((endpoint) => [
          endpoint,
          resource("aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation", "in", {
            vpcEndpointId: endpoint.id,
            subnetId: app.id,
          }),
        ]),
      ],
      contract: REQUIRED,
    },
    {
      name: "the main route table, where subnets have no other",
      stack: [
        vpc,
        ...[subnet("plain", "us-east-1a")].flatMap((plain) => [plain, lambda(plain.id)]),
        gateway("s3", [vpc.mainRouteTableId]),
      ],
    },
    { name: "a stack without a VPC, whatever the contract names", stack: [items], contract: REQUIRED },
    {
      name: "a VPC outside the stack",
      stack: [resource("aws:ec2/vpc:Vpc", "shared", {}, { external: true })],
      contract: REQUIRED,
    },
    { name: "a contract that names none", stack: [...network, lambda(app.id), items], contract: { vpcEndpoints: [] } },
    {
      name: "an endpoint of another kind",
      stack: [...network, gateway("vpce-svc-0123", undefined, { vpcEndpointType: "GatewayLoadBalancer" })],
    },
  ],
  invalid: [
    {
      name: "a function in a private subnet, a table, and no endpoints",
      stack: [...network, lambda(app.id), items],
      findings: [
        { resource: "main", message: /no endpoint for s3, which worker/ },
        { resource: "main", message: /no endpoint for dynamodb.*routeTableIds/ },
      ],
    },
    {
      name: "tasks that pull from ECR, in each form of Fargate",
      stack: [
        ...network,
        toS3,
        repository,
        fromEcr,
        service(fromEcr, { capacityProviderStrategies: [{ capacityProvider: "FARGATE_SPOT", weight: 1 }] }),
      ],
      findings: [
        { resource: "main", message: /ecr\.api, from which shop pulls its image.*Interface/ },
        { resource: "main", message: /ecr\.dkr/ },
      ],
    },
    {
      name: "an image of a literal registry, and one that a docker build pushed",
      stack: [
        ...network,
        toS3,
        byInterface("ecr.api"),
        repository,
        ...[
          resource("docker-build:index:Image", "built", { tags: [text`${repository.repositoryUrl}:1`] }),
          resource("docker:index/image:Image", "hub", { imageName: "docker.io/shop/app" }),
        ],
        ...[task("464738291005.dkr.ecr.us-east-1.amazonaws.com/shop:1")].flatMap((definition) => [
          definition,
          service(definition, { launchType: "FARGATE" }),
        ]),
      ],
      findings: [{ resource: "main", message: /ecr\.dkr/ }],
    },
    {
      name: "what the contract names and the VPC lacks, also without workloads",
      stack: [vpc],
      contract: REQUIRED,
      findings: [
        { resource: "main", level: "mandatory", message: /no endpoint for s3, which the contract requires/ },
        { resource: "main", level: "mandatory", message: /ecr\.api/ },
      ],
    },
    {
      name: "endpoints that are attached to nothing",
      stack: [...network, gateway("s3"), byInterface("ecr.api", {}), byInterface("logs", { subnetIds: [] })],
      contract: REQUIRED,
      findings: [
        { resource: "s3", path: "routeTableIds", level: "mandatory", message: /no route table/ },
        { resource: "ecr.api", path: "subnetIds", level: "mandatory", message: /no subnet/ },
        { resource: "logs", path: "subnetIds", level: "advisory" },
      ],
    },
    {
      name: "an endpoint that forgets a route table",
      stack: [...both, lambda(app.id, second.id), toS3],
      findings: [{ resource: "s3", path: "routeTableIds", message: /Add second-routes to `routeTableIds`/ }],
    },
    {
      name: "an endpoint that forgets the main route table",
      stack: [...network, ...[subnet("plain", "us-east-1a")].flatMap((plain) => [plain, lambda(plain.id)]), toS3],
      findings: [{ resource: "s3", path: "routeTableIds", message: /Add the main route table/ }],
    },
    {
      name: "an endpoint that is attached to public subnets only",
      stack: [...network, open, ...openRest, lambda(app.id), gateway("s3", openRest[0] ? [openRest[0].id] : [])],
      findings: [{ resource: "s3", path: "routeTableIds", message: /app-routes/ }],
    },
  ],
  undecided: [
    {
      name: "an endpoint of a service that is not known",
      stack: [...network, lambda(app.id), gateway("any", [appRoutes.id], { serviceName: unknown })],
      at: ["any.serviceName"],
    },
    {
      name: "an endpoint whose VPC is not known",
      stack: [...network, lambda(app.id), gateway("s3", [appRoutes.id], { vpcId: unknown })],
      at: ["main"],
    },
    {
      name: "route tables that are not known",
      stack: [...network, lambda(app.id), gateway("s3", unknown)],
      at: ["s3.routeTableIds"],
    },
    {
      name: "an association whose endpoint is not known",
      stack: [
        ...network,
        lambda(app.id),
        gateway("s3"),
        resource("aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation", "any", {
          vpcEndpointId: unknown,
          routeTableId: appRoutes.id,
        }),
      ],
      at: ["s3.routeTableIds"],
    },
  ],
});
