import { isForWindows } from "../../src/aws/containers/environments";
import { anyOf } from "../../src/graph/certainty";
import { defineRule } from "../../src/rules/rule";
import { eachContainer, nameOfContainer } from "../../src/rules/each-container";

export default defineRule({
  id: "ecs-container-read-only",
  category: "containers",
  description: "ECS containers must have a read-only root filesystem",
  severity: "high",
  level: "only-if-required",
  why: "An attacker who gets into a container that cannot be written to can neither change its programs nor leave new ones.",
  fix: {
    typescript: `containerDefinitions: JSON.stringify([{ name: "web", image, readonlyRootFilesystem: true }]),`,
    python: `container_definitions=json.dumps([{"name": "web", "image": image, "readonlyRootFilesystem": True}]),`,
    yaml: `containerDefinitions:
  fn::toJSON:
    - name: web
      image: \${image}
      readonlyRootFilesystem: true`,
  },
  limits: "Windows containers, which do not have this setting.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html",
  ],
  resource: eachContainer((container, { decide }, task) => {
    decide(anyOf([isForWindows(task), container.bool("readonlyRootFilesystem") ?? false]), {
      at: container,
      property: "readonlyRootFilesystem",
      message:
        `${nameOfContainer(container)} can write to its root filesystem. Set \`readonlyRootFilesystem: true\`, and mount ` +
        "volumes where it has to write.",
    });
  }),
});
