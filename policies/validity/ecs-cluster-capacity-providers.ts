import {
  ECS_CAPACITY_PROVIDER,
  ECS_CLUSTER,
  ECS_CLUSTER_CAPACITY_PROVIDERS,
  ECS_SERVICE,
} from "../../src/aws/type-tokens";
import { newWithAllParts } from "../../src/graph/opaque";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule, type Context } from "../../src/rules/rule";

const REJECTION =
  "The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster";

/** The cluster of a service that this operation creates, so that the stack has all of its capacity providers. */
function newClusterOf(stack: Stack, service: Resource): Resource | undefined {
  const cluster = newWithAllParts(stack, service.at("cluster"), ECS_CLUSTER);
  // Older versions of the provider have the list on the cluster itself.
  return cluster?.find("capacityProviders") === undefined ? cluster : undefined;
}

/** The association with a provider of Fargate that a strategy names; undefined where none has it, unknown where one may. */
function associationWith(name: string, associations: readonly Resource[]): Resource | undefined | typeof UNKNOWN {
  const lists = associations.map((association) => association.list("capacityProviders") ?? []);
  const index = lists.findIndex((list) => known(list) && list.some((view) => view.str() === name));
  const isOpen = lists.some((list) => list === UNKNOWN || list.some((view) => view.isUnknown && !isOfOwn(view)));
  return associations[index] ?? (isOpen ? UNKNOWN : undefined);
}

/** True for the name of a capacity provider of the stack, which is not one of Fargate. */
const isOfOwn = ({ resource, property }: View): boolean =>
  (resource.propertyDependencies.get(property) ?? []).some(({ type }) => type === ECS_CAPACITY_PROVIDER);

function check(stack: Stack, { service, cluster }: { service: Resource; cluster: Resource }, context: Context): void {
  const { report, undecided } = context;
  const strategies = service.list("capacityProviderStrategies") ?? [];
  if (strategies === UNKNOWN) {
    undecided(service, "capacityProviderStrategies");
    return;
  }
  const associations = stack.referrers(cluster, "clusterName", ECS_CLUSTER_CAPACITY_PROVIDERS);
  const isUnclear = stack.unclearReferrers(ECS_CLUSTER, "clusterName", ECS_CLUSTER_CAPACITY_PROVIDERS).length > 0;
  for (const strategy of strategies) {
    const at = strategy.at("capacityProvider");
    const name = at.str();
    if (name !== "FARGATE" && name !== "FARGATE_SPOT") {
      continue;
    }
    const association = associationWith(name, associations);
    if (association === UNKNOWN || (association === undefined && isUnclear)) {
      undecided(at);
    } else if (association === undefined) {
      report({
        at,
        onlyAtCreation: true,
        message:
          `The cluster ${cluster.name} does not have the capacity provider ${name}. Name it in the \`capacityProviders\` of an ` +
          "aws.ecs.ClusterCapacityProviders for this cluster.",
        awsError: REJECTION,
      });
    }
  }
}

export default defineRule({
  id: "ecs-cluster-capacity-providers",
  category: "validity",
  description: "Services must use capacity providers that their cluster has",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "A cluster has no capacity provider at first, not even those of Fargate. They are associated with it by a resource of " +
    "their own. ECS rejects a strategy with any other.",
  fix: {
    typescript: `const providers = new aws.ecs.ClusterCapacityProviders("main", {
  clusterName: cluster.name,
  capacityProviders: ["FARGATE", "FARGATE_SPOT"],
});
new aws.ecs.Service("web", { cluster: cluster.arn, capacityProviderStrategies: [{ capacityProvider: "FARGATE_SPOT", weight: 1 }], /* … */ }, { dependsOn: [providers] });`,
    python: `providers = aws.ecs.ClusterCapacityProviders("main",
    cluster_name=cluster.name,
    capacity_providers=["FARGATE", "FARGATE_SPOT"])
aws.ecs.Service("web",
    cluster=cluster.arn,
    capacity_provider_strategies=[{"capacity_provider": "FARGATE_SPOT", "weight": 1}],
    opts=pulumi.ResourceOptions(depends_on=[providers]))`,
    yaml: `resources:
  providers:
    type: aws:ecs:ClusterCapacityProviders
    properties:
      clusterName: \${cluster.name}
      capacityProviders: [FARGATE, FARGATE_SPOT]`,
  },
  limits:
    "Clusters that exist already or are in another stack, and capacity providers of your own. On a service that exists " +
    "already a finding is advisory.",
  references: [
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html",
    "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
  ],
  stack(stack, context) {
    for (const service of stack.managed(ECS_SERVICE)) {
      const cluster = newClusterOf(stack, service);
      if (cluster) {
        check(stack, { service, cluster }, context);
      }
    }
  },
});
