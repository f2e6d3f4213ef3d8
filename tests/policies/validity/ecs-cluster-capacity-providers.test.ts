import rule from "../../../policies/validity/ecs-cluster-capacity-providers";
import { resource, ruleTest, unknown, type BuiltResource, type Input } from "../../../src/testing";
import type { BuildOptions } from "../../../src/testing/stack";

const cluster = resource("aws:ecs/cluster:Cluster", "main", {});
const own = resource("aws:ecs/capacityProvider:CapacityProvider", "instances", {});
const providers = (capacityProviders: Input, clusterName: Input = cluster.name): BuiltResource =>
  resource("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders", "providers", {
    clusterName,
    capacityProviders,
  });
const both = providers(["FARGATE", "FARGATE_SPOT"]);
const service = (capacityProvider: Input, options: BuildOptions = {}, of: Input = cluster.arn): BuiltResource =>
  resource(
    "aws:ecs/service:Service",
    "web",
    { cluster: of, capacityProviderStrategies: [{ capacityProvider, weight: 1 }] },
    options,
  );
const at = "capacityProviderStrategies[0].capacityProvider";

ruleTest(rule, {
  valid: [
    { name: "a provider of the cluster", stack: [cluster, both, service("FARGATE_SPOT", { dependsOn: [both] })] },
    { name: "a service that does not wait", stack: [cluster, both, service("FARGATE")] },
    { name: "a provider of the program's own", stack: [cluster, own, service(own.name)] },
    { name: "a cluster of another stack", stack: [service("FARGATE", {}, "main")] },
    {
      name: "a cluster with a list of its own, as older versions of the provider have it",
      stack: [
        resource("aws:ecs/cluster:Cluster", "main", { capacityProviders: ["FARGATE"] }),
        service("FARGATE", {}, cluster.arn),
      ],
    },
    { name: "a provider that is not known yet", stack: [cluster, service(unknown)] },
  ],
  invalid: [
    {
      name: "a cluster without capacity providers",
      shape: "preview",
      stack: [cluster, service("FARGATE")],
      findings: [{ resource: "web", path: at, message: /main does not have.*not associated with the cluster/s }],
    },
    {
      name: "a cluster with another one",
      shape: "preview",
      stack: [cluster, own, providers(["FARGATE", own.name]), service("FARGATE_SPOT")],
      findings: [{ resource: "web", path: at }],
    },
  ],
  undecided: [
    {
      name: "capacity providers that are not known yet",
      stack: [cluster, providers([unknown]), service("FARGATE")],
      at: [`web.${at}`],
    },
    {
      name: "capacity providers of a cluster that is not known yet",
      stack: [cluster, providers(["FARGATE"], unknown), service("FARGATE")],
      at: [`web.${at}`],
    },
  ],
});
