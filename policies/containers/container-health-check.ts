import { containersOf, TASK_DEFINITION } from "../../stack/environments";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "container-health-check",
  category: "containers",
  description: "Essential containers have a health check",
  severity: "low",
  level: "advisory",
  failures: ["C7"],
  why:
    "Without a health check of its own, a container counts as healthy while its process runs, even when it hangs. " +
    "The check of a target group sees only what answers its requests, and later.",
  fix: {
    typescript:
      'containerDefinitions: pulumi.jsonStringify([{ name: "api", image, healthCheck: {\n' +
      '  command: ["CMD-SHELL", "curl -f http://localhost:8080/health || exit 1"],\n  interval: 30,\n' +
      "  timeout: 5,\n  retries: 3,\n  startPeriod: 60,\n} }]),",
    python:
      'container_definitions=pulumi.Output.json_dumps([{"name": "api", "image": image, "healthCheck": {\n' +
      '    "command": ["CMD-SHELL", "curl -f http://localhost:8080/health || exit 1"],\n' +
      '    "interval": 30,\n    "timeout": 5,\n    "retries": 3,\n    "startPeriod": 60,\n}}]),',
    yaml:
      "containerDefinitions:\n  fn::toJSON:\n    - name: api\n      image: ${image}\n      healthCheck:\n" +
      '        command: ["CMD-SHELL", "curl -f http://localhost:8080/health || exit 1"]\n' +
      "        interval: 30\n        timeout: 5\n        retries: 3\n        startPeriod: 60",
  },
  limits: "Containers with essential: false. A health check in the image is not seen: ECS does not use it either.",
  resource: {
    types: [TASK_DEFINITION],
    check(task, { report, undecided }) {
      const containers = containersOf(task);
      if (containers === UNKNOWN) {
        undecided(task, "containerDefinitions");
        return;
      }
      for (const container of containers) {
        const isEssential = container.bool("essential") ?? true;
        if (!container.at("healthCheck").isAbsent || isEssential === false) {
          continue;
        }
        if (isEssential === UNKNOWN) {
          undecided(container, "essential");
        } else {
          report({
            at: container,
            property: "healthCheck",
            message:
              "the container has no health check, so that ECS notices only when its process ends; set healthCheck with a " +
              'command that fails when the application does, such as ["CMD-SHELL", "curl -f http://localhost:8080/health ' +
              '|| exit 1"].',
          });
        }
      }
    },
  },
});
