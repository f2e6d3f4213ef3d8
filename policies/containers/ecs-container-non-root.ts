import { hasOrdinaryUser, isForWindows } from "../../src/aws/containers/environments";
import { anyOf } from "../../src/graph/certainty";
import { defineRule } from "../../src/rules/rule";
import { eachContainer, nameOfContainer } from "../../src/rules/each-container";

export default defineRule({
  id: "ecs-container-non-root",
  category: "containers",
  description: "Linux containers of ECS must run as a user other than root",
  severity: "medium",
  level: "only-if-required",
  why: "A program that runs as root inside of a container needs one vulnerability of the kernel to be root on the host.",
  fix: {
    typescript: `containerDefinitions: JSON.stringify([{ name: "web", image, user: "1000" }]),`,
    python: `container_definitions=json.dumps([{"name": "web", "image": image, "user": "1000"}]),`,
    yaml: `containerDefinitions:
  fn::toJSON:
    - name: web
      image: \${image}
      user: "1000"`,
  },
  limits: "Windows containers, and the user that an image sets: the definition must name one.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html",
  ],
  resource: eachContainer((container, { decide }, task) => {
    decide(anyOf([isForWindows(task), hasOrdinaryUser(container, false)]), {
      at: container,
      property: "user",
      message:
        `${nameOfContainer(container)} runs as root, or as the user of its image. ` +
        'Set `user: "1000"` or another user without privileges.',
    });
  }),
});
