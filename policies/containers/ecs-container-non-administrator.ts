import { hasOrdinaryUser, isForWindows } from "../../src/aws/containers/environments";
import { anyOf, not } from "../../src/graph/certainty";
import { defineRule } from "../../src/rules/rule";
import { eachContainer, nameOfContainer } from "../../src/rules/each-container";

export default defineRule({
  id: "ecs-container-non-administrator",
  category: "containers",
  description: "Windows containers of ECS must run as a user other than the administrator",
  severity: "medium",
  level: "only-if-required",
  why: "A program that runs as the administrator of a container can change all of its programs and settings.",
  fix: {
    typescript: `containerDefinitions: JSON.stringify([{ name: "web", image, user: "ContainerUser" }]),`,
    python: `container_definitions=json.dumps([{"name": "web", "image": image, "user": "ContainerUser"}]),`,
    yaml: `containerDefinitions:
  fn::toJSON:
    - name: web
      image: \${image}
      user: ContainerUser`,
  },
  limits: "Linux containers, and the user that an image sets: the definition must name one.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html",
  ],
  resource: eachContainer((container, { decide }, task) => {
    decide(anyOf([not(isForWindows(task)), hasOrdinaryUser(container, true)]), {
      at: container,
      property: "user",
      message:
        `${nameOfContainer(container)} runs as an administrator, or as the user of its image. ` +
        'Set an ordinary user, such as `user: "ContainerUser"`.',
    });
  }),
});
