import { containersOf } from "../../src/aws/containers/environments";
import { ECS_TASK_DEFINITION, SECRETSMANAGER_SECRET, SECRETSMANAGER_SECRET_VERSION } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN, type Unknown } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule } from "../../src/rules/rule";

const SECRET_ARN = /^arn:[\w-]+:secretsmanager:[^:]*:[^:]*:secret:/;
/** The fields of an ARN of a whole secret, and of one followed by `:json-key:version-stage:version-id`. */
const WHOLE = 7;
const WITH_KEY = 10;

export default defineRule({
  id: "ecs-secret-json-key",
  category: "secrets",
  description: "Containers must get the value of a secret, not its JSON",
  severity: "high",
  level: "mandatory",
  basis: "cannot-work",
  failures: ["C4"],
  why:
    "Without a key, ECS puts the whole JSON of a secret into the variable, which no database driver accepts as a " +
    "password. With a key and the wrong number of colons, ECS finds no secret and does not start the task.",
  fix: {
    typescript: `containerDefinitions: pulumi.jsonStringify([{
  name: "api",
  image,
  secrets: [{ name: "DB_PASSWORD", valueFrom: pulumi.concat(secret.arn, ":password::") }],
}]),`,
    python: `container_definitions=pulumi.Output.json_dumps([{
    "name": "api",
    "image": image,
    "secrets": [{"name": "DB_PASSWORD", "valueFrom": pulumi.Output.concat(secret.arn, ":password::")}],
}]),`,
    yaml: `containerDefinitions:
  fn::toJSON:
    - name: api
      image: \${image}
      secrets:
        - name: DB_PASSWORD
          valueFrom: "\${secret.arn}:password::"`,
  },
  limits:
    "Strings that are not known before the deployment; whether the JSON has the key; parameters of Systems Manager; the " +
    "credentials of a registry, which ECS takes as a whole. A whole secret with JSON is advisory, since an application " +
    "may parse it.",
  references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html"],
  resource: {
    types: [ECS_TASK_DEFINITION],
    check(task, { report, undecided }) {
      const references = referencesOf(task);
      if (references === UNKNOWN) {
        undecided(task, "containerDefinitions");
        return;
      }
      for (const reference of references) {
        const problem = problemOf(fieldsOf(reference));
        if (problem !== undefined) {
          report({
            at: reference,
            message:
              `${problem}, so ECS does not start the task. Write the JSON key, version stage and version id after the ` +
              'ARN with three colons, as in "<arn>:password::", or the ARN alone.',
          });
        }
      }
    },
  },
  stack(stack, { report }) {
    for (const task of stack.managed(ECS_TASK_DEFINITION)) {
      const references = referencesOf(task);
      for (const reference of references === UNKNOWN ? [] : references) {
        const fields = fieldsOf(reference);
        if (fields.length === WHOLE && holdsJson(stack, fields)) {
          report({
            at: reference,
            message:
              "This passes the whole secret, which holds JSON. Name the key that the container needs after the ARN, as in " +
              '"<arn>:password::", unless the application parses JSON from this variable.',
            level: "advisory",
            restsOnComputedText: task.isComputed("containerDefinitions"),
          });
        }
      }
    }
  },
});

/** The references from which ECS fills variables and the options of log drivers. */
function referencesOf(task: Resource): View[] | Unknown {
  const containers = containersOf(task);
  return known(containers)
    ? containers
        .flatMap((container) => [container.at("secrets"), container.at("logConfiguration", "secretOptions")])
        .flatMap((view) => {
          const secrets = view.list();
          return known(secrets) ? secrets : [];
        })
        .map((secret) => secret.at("valueFrom"))
    : UNKNOWN;
}

/** The fields of a secret's ARN and of its suffix; none for anything else. */
function fieldsOf(reference: View): string[] {
  const text = reference.str();
  return known(text) && SECRET_ARN.test(text) ? text.split(":") : [];
}

function problemOf(fields: readonly string[]): string | undefined {
  const suffix = fields.length - WHOLE;
  if (fields.length > WHOLE && fields.length !== WITH_KEY) {
    return `The ARN is followed by ${String(suffix)} ${suffix === 1 ? "field" : "fields"} instead of three`;
  }
  const [stage, version] = fields.slice(WITH_KEY - 2);
  return stage && version
    ? "The ARN is followed by a version stage and a version id, which exclude each other"
    : undefined;
}

/** True for a secret whose version in the stack is JSON, and for one that RDS writes. */
function holdsJson(stack: Stack, fields: readonly string[]): boolean {
  const arn = fields.join(":");
  const secret = stack.named(arn, [SECRETSMANAGER_SECRET]);
  const isOfSecret = (version: Resource): boolean =>
    [version.str("secretId"), version.outputs.str("arn")].includes(arn) ||
    (secret !== undefined && stack.refs(version.at("secretId"), SECRETSMANAGER_SECRET).resources.includes(secret));
  return (
    /:rds![^:]*$/.test(arn) ||
    stack.ofType(SECRETSMANAGER_SECRET_VERSION).some((version) => isOfSecret(version) && isJson(version))
  );
}

function isJson(version: Resource): boolean {
  return ["secretString", "secretStringWo"].some((property) => {
    const { value } = version.json(property);
    return typeof value === "object" && !Array.isArray(value);
  });
}
