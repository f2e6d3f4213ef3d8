import { containersOf } from "../../src/aws/containers/environments";
import { ECS_TASK_DEFINITION } from "../../src/aws/type-tokens";
import { UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "container-health-check",
  category: "containers",
  description: "Essential containers must have a health check",
  severity: "low",
  level: "advisory",
  failures: ["C7"],
  why:
    "Without a health check of its own, a container counts as healthy while its process runs, even when it hangs. " +
    "The check of a target group covers only containers that answer its requests, and notices later.",
  fix: {
    typescript: `containerDefinitions: pulumi.jsonStringify([{
  name: "api",
  image,
  healthCheck: {
    command: ["CMD-SHELL", "curl -f http://localhost:8080/health || exit 1"],
    interval: 30,
    timeout: 5,
    retries: 3,
    startPeriod: 60,
  },
}]),`,
    python: `container_definitions=pulumi.Output.json_dumps([{
    "name": "api",
    "image": image,
    "healthCheck": {
        "command": ["CMD-SHELL", "curl -f http://localhost:8080/health || exit 1"],
        "interval": 30,
        "timeout": 5,
        "retries": 3,
        "startPeriod": 60,
    },
}]),`,
    yaml: `containerDefinitions:
  fn::toJSON:
    - name: api
      image: \${image}
      healthCheck:
        command: ["CMD-SHELL", "curl -f http://localhost:8080/health || exit 1"]
        interval: 30
        timeout: 5
        retries: 3
        startPeriod: 60`,
  },
  limits: "Containers with essential: false. A health check in the image does not count: ECS does not use it either.",
  references: [
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/healthcheck.html",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html",
  ],
  resource: {
    types: [ECS_TASK_DEFINITION],
    check(task, { report, undecided }) {
      const containers = containersOf(task);
      if (containers === UNKNOWN) {
        undecided(task, "containerDefinitions");
        return;
      }
      const unchecked: View[] = [];
      for (const container of containers) {
        const isEssential = container.bool("essential") ?? true;
        if (!container.at("healthCheck").isAbsent || isEssential === false) {
          continue;
        }
        if (isEssential === UNKNOWN) {
          undecided(container, "essential");
        } else {
          unchecked.push(container);
        }
      }
      const [first, ...others] = unchecked;
      if (first) {
        report({
          at: first,
          alsoAt: others,
          property: "healthCheck",
          message:
            "The container has no health check, so ECS notices only when its process ends. " +
            'Set `healthCheck` with a command that fails when the application does, such as "curl -f http://localhost:8080/health".',
        });
      }
    },
  },
});
