import rule from "../../../policies/ordering/autoscaling-target-after-service";
import { createdAndDeployed } from "../../kit/deployed";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, text, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing/stack";

const cluster = resource("aws:ecs/cluster:Cluster", "main");
const service = resource("aws:ecs/service:Service", "api", { name: "shop-api", cluster: cluster.arn });
const unnamed = resource("aws:ecs/service:Service", "worker", { cluster: cluster.id });
const target = (resourceId: Input, options: BuildOptions = {}, serviceNamespace: Input = "ecs"): BuiltResource =>
  resource(
    "aws:appautoscaling/target:Target",
    "scaling",
    { resourceId, serviceNamespace, scalableDimension: "ecs:service:DesiredCount", minCapacity: 1, maxCapacity: 4 },
    options,
  );

ruleTest(rule, {
  valid: [
    {
      name: "the service's own name",
      stack: [cluster, unnamed, target(text`service/${cluster.name}/${unnamed.name}`)],
    },
    {
      name: "the name that the program gave, through the service",
      stack: [cluster, service, target(text`service/shop/${service.name}`)],
    },
    {
      name: "a string, and an explicit dependency",
      stack: [cluster, service, target("service/shop/shop-api", { dependsOn: [service] })],
    },
    { name: "a service of another stack", stack: [cluster, service, target("service/shop/other")] },
    {
      name: "a service of another stack in this stack's cluster",
      stack: [cluster, target(text`service/${cluster.name}/api`)],
    },
    {
      name: "a service of the same name in a cluster of another stack",
      stack: [
        resource("aws:ecs/cluster:Cluster", "blue", { name: "blue" }),
        resource("aws:ecs/service:Service", "api", {
          name: "shop-api",
          cluster: resource("aws:ecs/cluster:Cluster", "blue", { name: "blue" }).arn,
        }),
        resource("aws:ecs/service:Service", "other", {
          name: "shop-api",
          cluster: "arn:aws:ecs:us-east-1:590184027351:cluster/green",
        }),
        target("service/shop/shop-api"),
      ],
    },
    { name: "a name from a data source", stack: [cluster, service, target(unknown)], shape: "preview" },
    {
      name: "a table",
      stack: [cluster, service, target("table/shop-api", {}, "dynamodb")],
    },
    { name: "a string of another form", stack: [cluster, service, target("shop-api")] },
    {
      name: "a target that the stack only reads",
      stack: [cluster, service, target("service/shop/shop-api", { external: true })],
    },
  ],
  invalid: createdAndDeployed([
    {
      name: "the service by a string",
      stack: [cluster, service, target("service/shop/shop-api")],
      findings: [
        {
          resource: "scaling",
          path: "resourceId",
          message:
            /service api by a string.*in `resourceId`, or add `dependsOn: \[api\]`\..*"ECS service doesn't exist"/,
        },
      ],
    },
    {
      name: "a service of a cluster that is named by its ARN",
      stack: [
        resource("aws:ecs/service:Service", "api", {
          name: "shop-api",
          cluster: "arn:aws:ecs:us-east-1:590184027351:cluster/shop",
        }),
        target("service/shop/shop-api"),
      ],
      findings: [{ resource: "scaling", path: "resourceId" }],
    },
    {
      name: "the cluster's name, and the service's as a string",
      stack: [cluster, service, target(text`service/${cluster.name}/shop-api`)],
      findings: [{ resource: "scaling", path: "resourceId" }],
    },
    {
      name: "services of one name in two clusters",
      stack: [
        resource("aws:ecs/cluster:Cluster", "blue", { name: "blue" }),
        resource("aws:ecs/cluster:Cluster", "green", { name: "green" }),
        resource("aws:ecs/service:Service", "api-blue", {
          name: "api",
          cluster: resource("aws:ecs/cluster:Cluster", "blue", { name: "blue" }).arn,
        }),
        resource("aws:ecs/service:Service", "api-green", {
          name: "api",
          cluster: resource("aws:ecs/cluster:Cluster", "green", { name: "green" }).arn,
        }),
        target("service/green/api", {
          dependsOn: [
            resource("aws:ecs/service:Service", "api-blue", {
              name: "api",
              cluster: resource("aws:ecs/cluster:Cluster", "blue", { name: "blue" }).arn,
            }),
          ],
        }),
      ],
      findings: [{ resource: "scaling", path: "resourceId", message: /api-green/ }],
    },
  ]),
});
