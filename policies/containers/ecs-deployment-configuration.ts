import type { Resource } from "../../stack/resource";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const SETTINGS = ["deploymentMinimumHealthyPercent", "deploymentMaximumPercent", "deploymentCircuitBreaker"];

export default defineRule({
  id: "ecs-deployment-configuration",
  category: "containers",
  description: "ECS services say how they are deployed",
  severity: "low",
  level: "advisory",
  failures: ["C11"],
  why:
    "Without settings, a deployment that never becomes healthy goes on for hours instead of rolling back. " +
    "Without a grace period, the load balancer's checks kill tasks that are still starting, over and over.",
  fix: {
    typescript:
      "deploymentMinimumHealthyPercent: 100,\ndeploymentMaximumPercent: 200,\n" +
      "deploymentCircuitBreaker: { enable: true, rollback: true },\nhealthCheckGracePeriodSeconds: 60,",
    python:
      "deployment_minimum_healthy_percent=100,\ndeployment_maximum_percent=200,\n" +
      "deployment_circuit_breaker=aws.ecs.ServiceDeploymentCircuitBreakerArgs(enable=True, rollback=True),\n" +
      "health_check_grace_period_seconds=60,",
    yaml:
      "deploymentMinimumHealthyPercent: 100\ndeploymentMaximumPercent: 200\ndeploymentCircuitBreaker:\n" +
      "  enable: true\n  rollback: true\nhealthCheckGracePeriodSeconds: 60",
  },
  limits:
    "The percentages of services that CodeDeploy or another controller deploys, or that ECS itself deploys blue-green, " +
    "linear or as a canary, and of daemons. The percentages that are given are not judged.",
  resource: {
    types: ["aws:ecs/service:Service"],
    check(service, { report, undecided }) {
      const isRolling = rollsOut(service);
      if (isRolling && SETTINGS.every((property) => service.at(property).isAbsent)) {
        report({
          at: service,
          property: "deploymentMinimumHealthyPercent",
          message:
            "the service leaves to defaults how it is deployed; set deploymentMinimumHealthyPercent: 100 and " +
            "deploymentMaximumPercent: 200, and deploymentCircuitBreaker with enable and rollback to end what fails.",
        });
      }
      const balancers = service.list("loadBalancers") ?? [];
      if (!service.at("healthCheckGracePeriodSeconds").isAbsent) {
        return;
      }
      if (balancers === UNKNOWN) {
        undecided(service, "loadBalancers");
      } else if (balancers.length > 0) {
        report({
          at: service,
          property: "healthCheckGracePeriodSeconds",
          message:
            "the service has a load balancer and no grace period, so that a task that starts slowly is stopped before it is " +
            "ready; set healthCheckGracePeriodSeconds to the seconds that the application takes to start, such as 60.",
        });
      }
    },
  },
});

/** True for a service that ECS deploys by replacing tasks, as far as can be told. */
function rollsOut(service: Resource): boolean {
  const controller = service.str("deploymentController", "type") ?? "ECS";
  const strategy = service.str("deploymentConfiguration", "strategy") ?? "ROLLING";
  // A daemon takes no maximum above 100, so that it can only stop a task before it starts the next one.
  return (
    controller === "ECS" && strategy === "ROLLING" && (service.str("schedulingStrategy") ?? "REPLICA") === "REPLICA"
  );
}
