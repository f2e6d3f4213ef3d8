import { ECS_SERVICE } from "../../stack/load-balancing";
import { makeWait, waitsForOneOf } from "../../stack/ordering";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { known } from "../../stack/value";
import { defineRule } from "../rule";

const TARGET = "aws:appautoscaling/target:Target";
const CLUSTER = "aws:ecs/cluster:Cluster";

const isNamed = (resource: Resource, name: string): boolean =>
  [resource, resource.outputs].some((view) => view.texts(["name"]).includes(name));

/** True for a service whose cluster has another name than this. */
function isElsewhere(stack: Stack, service: Resource, cluster: string | undefined): boolean {
  const place = service.at("cluster");
  const [own] = stack.refs(place, CLUSTER).resources;
  // By its name, or as the end of its ARN.
  const text = own ? own.str("name") : place.str();
  return known(text) && text.split("/").at(-1) !== cluster;
}

/** The services of the stack that a target is for, or one of which it is for. */
function servicesOf(stack: Stack, target: Resource): Resource[] {
  const services = stack.ofType(ECS_SERVICE).filter(({ outside }) => !outside);
  const inCluster = (clusters: readonly Resource[]): Resource[] =>
    services.filter((service) =>
      stack.refs(service.at("cluster"), CLUSTER).resources.some((cluster) => clusters.includes(cluster)),
    );
  const text = target.str("resourceId");
  if (!known(text)) {
    // A part of it is computed: the name of the cluster, where it is not the service's.
    return inCluster(stack.refs(target.at("resourceId"), CLUSTER).resources);
  }
  const [, cluster, name = ""] = /^service\/([^/]+)\/([^/]+)$/.exec(text) ?? [];
  const named = services.filter((service) => isNamed(service, name) && !isElsewhere(stack, service, cluster));
  const clusters = stack.ofType(CLUSTER).filter((one) => cluster !== undefined && isNamed(one, cluster));
  const both = named.filter((service) => inCluster(clusters).includes(service));
  return both.length > 0 ? both : named;
}

export default defineRule({
  id: "autoscaling-target-after-service",
  category: "ordering",
  description: "Scalable targets wait for the ECS service that they scale",
  severity: "medium",
  level: "mandatory",
  failures: ["C12"],
  why:
    "Application Auto Scaling registers only a service that exists. A target that names it by a text of the program is " +
    "made at the same time as the service, and whether that works is chance.",
  fix: {
    typescript:
      'new aws.appautoscaling.Target("api", {\n  serviceNamespace: "ecs",\n' +
      "  resourceId: pulumi.interpolate`service/${cluster.name}/${service.name}`,\n" +
      '  scalableDimension: "ecs:service:DesiredCount",\n  minCapacity: 2,\n  maxCapacity: 10,\n});',
    python:
      'aws.appautoscaling.Target("api", service_namespace="ecs",\n' +
      '    resource_id=pulumi.Output.concat("service/", cluster.name, "/", service.name),\n' +
      '    scalable_dimension="ecs:service:DesiredCount", min_capacity=2, max_capacity=10)',
    yaml:
      "resources:\n  api:\n    type: aws:appautoscaling:Target\n    properties:\n" +
      "      serviceNamespace: ecs\n      resourceId: service/${cluster.name}/${service.name}\n" +
      "      scalableDimension: ecs:service:DesiredCount\n      minCapacity: 2\n      maxCapacity: 10",
  },
  limits: "Targets of other services than ECS, and targets whose ECS service is not in the stack.",
  stack(stack, { report, project }) {
    for (const target of stack.ofType(TARGET)) {
      const services = target.str("serviceNamespace") === "ecs" ? servicesOf(stack, target) : [];
      const [first] = services;
      if (first && !waitsForOneOf(stack, target, services)) {
        report({
          at: target,
          property: "resourceId",
          awaits: [first],
          message:
            "nothing makes this target wait for the service that it scales, since its name is given as a text; use " +
            `${first.name}.name in resourceId, or ${makeWait(stack, target, [first], project.files?.settings?.runtime)}.`,
        });
      }
    }
  },
});
