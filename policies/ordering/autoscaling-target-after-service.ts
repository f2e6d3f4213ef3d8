import { APPAUTOSCALING_TARGET, ECS_CLUSTER, ECS_SERVICE } from "../../src/aws/type-tokens";
import { isAlreadyOrdered, makeWait, waitsForOneOf } from "../../src/graph/ordering";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import { variablesOf } from "../../src/source/variables";
import { defineRule } from "../../src/rules/rule";

const isNamed = (resource: Resource, name: string): boolean =>
  [resource, resource.outputs].some((view) => view.texts(["name"]).includes(name));

/** True for a service whose cluster has another name than this, or may have one. */
function isOfOtherCluster(stack: Stack, service: Resource, cluster: string | undefined): boolean {
  const at = service.at("cluster");
  const [own] = stack.refs(at, ECS_CLUSTER).resources;
  // By its name, or as the end of its ARN.
  const name = own ? own.str("name") : at.str();
  return name === UNKNOWN || (known(name) && name.split("/").at(-1) !== cluster);
}

/** The services of the stack that a target scales; several where it is not known which of them. */
function servicesOf(stack: Stack, target: Resource): Resource[] {
  const services = stack.managed(ECS_SERVICE);
  const inCluster = (clusters: readonly Resource[]): Resource[] =>
    services.filter((service) =>
      stack.refs(service.at("cluster"), ECS_CLUSTER).resources.some((cluster) => clusters.includes(cluster)),
    );
  const id = target.str("resourceId");
  if (!known(id)) {
    // A part of it is computed: the name of the cluster, where it is not the service's.
    return inCluster(stack.refs(target.at("resourceId"), ECS_CLUSTER).resources);
  }
  const [, cluster, name = ""] = /^service\/([^/]+)\/([^/]+)$/.exec(id) ?? [];
  const named = services.filter((service) => isNamed(service, name) && !isOfOtherCluster(stack, service, cluster));
  const clusters = stack.ofType(ECS_CLUSTER).filter((one) => cluster !== undefined && isNamed(one, cluster));
  const both = named.filter((service) => inCluster(clusters).includes(service));
  return both.length > 0 ? both : named;
}

export default defineRule({
  id: "autoscaling-target-after-service",
  category: "ordering",
  description: "Scalable targets must wait for the ECS service that they scale",
  severity: "medium",
  level: "mandatory",
  basis: "aws-rejects",
  failures: ["C12"],
  why:
    "Application Auto Scaling registers only a service that exists. Pulumi creates a target that names the service by a " +
    "string at the same time as the service, so it is chance whether the deployment succeeds.",
  fix: {
    typescript: `new aws.appautoscaling.Target("api", {
  serviceNamespace: "ecs",
  resourceId: pulumi.interpolate\`service/\${cluster.name}/\${service.name}\`,
  scalableDimension: "ecs:service:DesiredCount",
  minCapacity: 2,
  maxCapacity: 10,
});`,
    python: `aws.appautoscaling.Target("api", service_namespace="ecs",
    resource_id=pulumi.Output.concat("service/", cluster.name, "/", service.name),
    scalable_dimension="ecs:service:DesiredCount", min_capacity=2, max_capacity=10)`,
    yaml: `resources:
  api:
    type: aws:appautoscaling:Target
    properties:
      serviceNamespace: ecs
      resourceId: service/\${cluster.name}/\${service.name}
      scalableDimension: ecs:service:DesiredCount
      minCapacity: 2
      maxCapacity: 10`,
  },
  limits:
    "Targets of other services than ECS, and targets whose ECS service is not in the stack. On a target that exists the " +
    "finding is advisory.",
  references: [
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html",
    "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html",
  ],
  stack(stack, { project, report }) {
    for (const target of stack.managed(APPAUTOSCALING_TARGET)) {
      const services = target.str("serviceNamespace") === "ecs" ? servicesOf(stack, target) : [];
      const [first] = services;
      if (first && !waitsForOneOf(stack, target, services)) {
        report({
          at: target,
          property: "resourceId",
          onlyAtCreation: true,
          missingDependencies: [first],
          message:
            `This target names the service ${first.name} by a string, so it does not wait for it: use the service's ` +
            `\`name\` output in \`resourceId\`, or ${makeWait(stack, target, [first], variablesOf(project.files))}.`,
          awsError: "ECS service doesn't exist",
          ...(isAlreadyOrdered(target, services) && { level: "advisory" }),
        });
      }
    }
  },
});
