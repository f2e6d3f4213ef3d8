import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";
import { eachContainer, nameOfContainer } from "../../src/rules/each-container";

export default defineRule({
  id: "ecs-container-logging",
  category: "observability",
  description: "ECS containers must have a log configuration",
  severity: "high",
  level: "only-if-required",
  why: "What a container prints is lost with it: without a log there is no way to see why it ended, or what was done to it.",
  fix: {
    typescript: `containerDefinitions: JSON.stringify([{ name: "web", image, logConfiguration: { logDriver: "awslogs", options } }]),`,
    python: `container_definitions=json.dumps([{"name": "web", "image": image, "logConfiguration": {"logDriver": "awslogs", "options": options}}]),`,
    yaml: `containerDefinitions:
  fn::toJSON:
    - name: web
      image: \${image}
      logConfiguration:
        logDriver: awslogs
        options:
          awslogs-group: /ecs/web
          awslogs-region: us-east-1
          awslogs-stream-prefix: web`,
  },
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html",
  ],
  resource: eachContainer((container, { decide }) => {
    const driver = container.at("logConfiguration", "logDriver");
    decide(driver.isUnknown ? UNKNOWN : !driver.isAbsent && driver.value !== "", {
      at: container,
      property: "logConfiguration",
      message:
        `${nameOfContainer(container)} has no log configuration, so that its output is lost with it. ` +
        'Set `logConfiguration` with a driver, such as `logDriver: "awslogs"`.',
    });
  }),
});
