import type { Resource } from "../../src/graph/resource";
import { grouped } from "../../src/graph/stack";
import { known, UNKNOWN, type Unknown } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule, type Finding } from "../../src/rules/rule";

const SETTINGS = ["deploymentMinimumHealthyPercent", "deploymentMaximumPercent", "deploymentCircuitBreaker"];

export default defineRule({
  id: "ecs-deployment-configuration",
  category: "containers",
  description: "ECS services must configure how they are deployed",
  severity: "low",
  level: "only-if-required",
  contractKeys: ["deploymentSettings"],
  failures: ["C11"],
  why:
    "Without settings, a deployment that never becomes healthy goes on for hours instead of rolling back. " +
    "Without a grace period, ECS stops tasks that are still starting whenever the load balancer's checks fail.",
  fix: {
    typescript: `deploymentMinimumHealthyPercent: 100,
deploymentMaximumPercent: 200,
deploymentCircuitBreaker: { enable: true, rollback: true },
healthCheckGracePeriodSeconds: 60,`,
    python: `deployment_minimum_healthy_percent=100,
deployment_maximum_percent=200,
deployment_circuit_breaker=aws.ecs.ServiceDeploymentCircuitBreakerArgs(enable=True, rollback=True),
health_check_grace_period_seconds=60,`,
    yaml: `deploymentMinimumHealthyPercent: 100
deploymentMaximumPercent: 200
deploymentCircuitBreaker:
  enable: true
  rollback: true
healthCheckGracePeriodSeconds: 60`,
  },
  limits:
    "The percentages of daemons and of services that CodeDeploy or another controller deploys, or that ECS itself deploys " +
    "blue-green, linear or as a canary; the values of percentages that are set.",
  references: [
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html",
  ],
  stack(stack, { report, undecided }) {
    const services = stack.managed("aws:ecs/service:Service");
    for (const service of services.filter((one) => balancersOf(one) === UNKNOWN)) {
      undecided(service, "loadBalancers");
    }
    const alike = grouped(services, (service) => [missingIn(service)]);
    for (const [missing, [first, ...others]] of alike) {
      const finding = FINDINGS.get(missing);
      if (first && finding) {
        report({ at: first, alsoAt: others, ...finding });
      }
    }
  },
});

const PERCENTAGES = "`deploymentMinimumHealthyPercent: 100, deploymentMaximumPercent: 200`";
const BREAKER = "`deploymentCircuitBreaker: { enable: true, rollback: true }`";
const GRACE = "`healthCheckGracePeriodSeconds: 60`";

/** What a service lacks. */
type Missing = "settings" | "grace period" | "both" | undefined;

const FINDINGS: ReadonlyMap<Missing, Pick<Finding, "message" | "property">> = new Map([
  [
    "settings",
    {
      property: "deploymentMinimumHealthyPercent",
      message:
        "The service sets nothing for its deployments, so one that fails is never rolled back. " +
        `Set ${PERCENTAGES} and ${BREAKER}.`,
    },
  ],
  [
    "grace period",
    {
      property: "healthCheckGracePeriodSeconds",
      message:
        "The service has a load balancer but no grace period, so a task that starts slowly is stopped before it is ready. " +
        `Set the seconds that the application takes to start, such as ${GRACE}.`,
    },
  ],
  [
    "both",
    {
      property: "deploymentMinimumHealthyPercent",
      message:
        "The service sets nothing for its deployments, so one that fails is never rolled back, and a task that starts " +
        `slowly is stopped before it is ready. Set ${PERCENTAGES}, ${BREAKER} and ${GRACE}.`,
    },
  ],
]);

function missingIn(service: Resource): Missing {
  const balancers = balancersOf(service);
  const hasSettings = !isRollingUpdate(service) || SETTINGS.some((property) => !service.at(property).isAbsent);
  const hasGrace = !known(balancers) || balancers.length === 0;
  return hasSettings ? (hasGrace ? undefined : "grace period") : hasGrace ? "settings" : "both";
}

/** The load balancers of a service without a grace period, which is for them. */
const balancersOf = (service: Resource): View[] | Unknown =>
  service.at("healthCheckGracePeriodSeconds").isAbsent ? (service.list("loadBalancers") ?? []) : [];

/** True for a service that ECS deploys by replacing tasks, as far as is known. */
function isRollingUpdate(service: Resource): boolean {
  const controller = service.str("deploymentController", "type") ?? "ECS";
  const strategy = service.str("deploymentConfiguration", "strategy") ?? "ROLLING";
  // A daemon allows no maximum above 100: it can only stop a task before it starts the next one.
  return (
    controller === "ECS" && strategy === "ROLLING" && (service.str("schedulingStrategy") ?? "REPLICA") === "REPLICA"
  );
}
