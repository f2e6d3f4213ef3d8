import { ECS_TASK_DEFINITION } from "../../src/aws/type-tokens";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule } from "../../src/rules/rule";

/** The known names in a list of a container. */
function namesIn(container: View, list: string): Map<string, View> {
  const entries = container.list(list);
  return new Map(
    (known(entries) ? entries : []).flatMap((entry): [string, View][] => {
      const name = entry.str("name");
      return known(name) ? [[name, entry]] : [];
    }),
  );
}

export default defineRule({
  id: "ecs-secret-names",
  category: "validity",
  description: "The secrets of a container must have other names than its variables",
  severity: "medium",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "Secrets become environment variables of a container, so a secret and a variable of one name exclude each other. ECS " +
    "rejects the task definition.",
  fix: {
    typescript: `containerDefinitions: pulumi.jsonStringify([{
  name: "orders",
  environment: [{ name: "DATABASE_HOST", value: host }],
  secrets: [{ name: "DATABASE_PASSWORD", valueFrom: secret.arn }],
}]),`,
    python: `container_definitions=pulumi.Output.json_dumps([{
    "name": "orders",
    "environment": [{"name": "DATABASE_HOST", "value": host}],
    "secrets": [{"name": "DATABASE_PASSWORD", "valueFrom": secret.arn}],
}]),`,
    yaml: `containerDefinitions:
  fn::toJSON:
    - name: orders
      environment:
        - name: DATABASE_HOST
          value: \${host}
      secrets:
        - name: DATABASE_PASSWORD
          valueFrom: \${secret.arn}`,
  },
  limits: "Container definitions that are not known yet.",
  references: ["https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html"],
  resource: {
    types: [ECS_TASK_DEFINITION],
    check(task, { report, undecided }) {
      const containers = task.json("containerDefinitions").list();
      if (containers === UNKNOWN) {
        undecided(task, "containerDefinitions");
        return;
      }
      for (const container of containers ?? []) {
        const variables = namesIn(container, "environment");
        const [name, at] = [...namesIn(container, "secrets")].find(([secret]) => variables.has(secret)) ?? [];
        if (name !== undefined && at) {
          report({
            at,
            message: `The container has a variable named "${name}" as well. Remove it from "environment", or rename one of them.`,
          });
        }
      }
    },
  },
});
