import { not } from "../../src/graph/certainty";
import { defineRule } from "../../src/rules/rule";
import { eachContainer, nameOfContainer } from "../../src/rules/each-container";

export default defineRule({
  id: "ecs-container-privileged",
  category: "containers",
  description: "ECS containers must not be privileged",
  severity: "high",
  level: "only-if-required",
  why: "A privileged container has the rights of root on its host, and with them access to the other tasks there.",
  fix: {
    typescript: `containerDefinitions: JSON.stringify([{ name: "web", image, privileged: false }]),`,
    python: `container_definitions=json.dumps([{"name": "web", "image": image, "privileged": False}]),`,
    yaml: `containerDefinitions:
  fn::toJSON:
    - name: web
      image: \${image}
      privileged: false`,
  },
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html",
  ],
  resource: eachContainer((container, { decide }) => {
    decide(not(container.bool("privileged") ?? false), {
      at: container,
      property: "privileged",
      message:
        `${nameOfContainer(container)} is privileged, so that it has the rights of root on its host. ` +
        "Set `privileged: false`, and add single capabilities in `linuxParameters`.",
    });
  }),
});
