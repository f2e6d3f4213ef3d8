import { hasOrdinaryUser } from "../../src/aws/containers/environments";
import { anyOf, equals, not } from "../../src/graph/certainty";
import { defineRule } from "../../src/rules/rule";
import { eachContainer, nameOfContainer } from "../../src/rules/each-container";

export default defineRule({
  id: "ecs-host-network-user",
  category: "containers",
  description: "ECS containers in the network of their host must not run as root by default",
  severity: "medium",
  level: "only-if-required",
  why: "In the network mode 'host' a container reaches what listens on the host alone. As root it can also take the ports of the host and read its traffic.",
  fix: {
    typescript: `containerDefinitions: JSON.stringify([{ name: "web", image, user: "1000" }]),`,
    python: `container_definitions=json.dumps([{"name": "web", "image": image, "user": "1000"}]),`,
    yaml: `containerDefinitions:
  fn::toJSON:
    - name: web
      image: \${image}
      user: "1000"`,
  },
  limits: "Containers that are privileged on purpose (ecs-container-privileged).",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html",
  ],
  resource: eachContainer((container, { decide }, task) => {
    decide(
      anyOf([
        not(equals(task.str("networkMode"), "host")),
        container.bool("privileged") ?? false,
        hasOrdinaryUser(container, false),
      ]),
      {
        at: container,
        property: "user",
        message:
          `${nameOfContainer(container)} runs as root, or as the user of its image, in the network of its host. ` +
          'Set `networkMode: "awsvpc"` for the task, or `user: "1000"` for the container.',
      },
    );
  }),
});
