import { containersOf, TASK_DEFINITION } from "../../stack/environments";
import type { Resource } from "../../stack/resource";
import { SECRET, SECRET_VERSION } from "../../stack/secrets";
import type { Stack } from "../../stack/stack";
import { known, UNKNOWN, type Unknown } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule } from "../rule";

const SECRET_ARN = /^arn:[\w-]+:secretsmanager:[^:]*:[^:]*:secret:/;
/** The fields of an ARN that names a whole secret, and of one with `:json-key:version-stage:version-id` behind it. */
const WHOLE = 7;
const WITH_KEY = 10;

export default defineRule({
  id: "ecs-secret-json-key",
  category: "secrets",
  description: "Containers get the value of a secret, not its JSON",
  severity: "high",
  level: "mandatory",
  failures: ["C4"],
  why:
    "Without a key, ECS puts the whole JSON of a secret into the variable, which no database driver takes for a password. " +
    "With a key and the wrong number of colons, ECS finds no secret and does not start the task.",
  fix: {
    typescript:
      'containerDefinitions: pulumi.jsonStringify([{ name: "api", image,\n' +
      '  secrets: [{ name: "DB_PASSWORD", valueFrom: pulumi.interpolate`${secret.arn}:password::` }] }]),',
    python:
      'container_definitions=pulumi.Output.json_dumps([{"name": "api", "image": image,\n' +
      '    "secrets": [{"name": "DB_PASSWORD", "valueFrom": pulumi.Output.concat(secret.arn, ":password::")}]}]),',
    yaml:
      "containerDefinitions:\n  fn::toJSON:\n    - name: api\n      image: ${image}\n      secrets:\n" +
      '        - name: DB_PASSWORD\n          valueFrom: "${secret.arn}:password::"',
  },
  limits:
    "Texts that are not known before the deployment; whether the JSON has the key; parameters of Systems Manager; " +
    "the credentials of a registry, which ECS takes as a whole.",
  resource: {
    types: [TASK_DEFINITION],
    check(task, { report, undecided }) {
      const places = placesOf(task);
      if (places === UNKNOWN) {
        undecided(task, "containerDefinitions");
        return;
      }
      for (const place of places) {
        const problem = problemOf(fieldsOf(place));
        if (problem !== undefined) {
          report({
            at: place,
            message:
              `${problem}; behind the ARN of a secret stand its JSON key, version stage and version id with three colons, ` +
              'such as "<arn>:password::", or nothing.',
          });
        }
      }
    },
  },
  stack(stack, { report }) {
    for (const task of stack.ofType(TASK_DEFINITION).filter(({ outside }) => !outside)) {
      const places = placesOf(task);
      for (const place of places === UNKNOWN ? [] : places) {
        const fields = fieldsOf(place);
        if (fields.length === WHOLE && holdsJson(stack, fields)) {
          report({
            at: place,
            message:
              "this hands over the whole secret, which holds JSON; name the key that the container needs behind the ARN, " +
              'such as "<arn>:password::", unless the application reads JSON from this variable.',
            level: "advisory",
            restsOnComputedText: task.isComputed("containerDefinitions"),
          });
        }
      }
    }
  },
});

/** The places from which ECS takes what it puts into variables and into the options of log drivers. */
function placesOf(task: Resource): View[] | Unknown {
  const containers = containersOf(task);
  return known(containers)
    ? containers
        .flatMap((container) => [container.at("secrets"), container.at("logConfiguration", "secretOptions")])
        .flatMap((place) => {
          const secrets = place.list();
          return known(secrets) ? secrets : [];
        })
        .map((secret) => secret.at("valueFrom"))
    : UNKNOWN;
}

/** The fields of a secret's ARN and what follows it; none for anything else. */
function fieldsOf(place: View): string[] {
  const text = place.str();
  return known(text) && SECRET_ARN.test(text) ? text.split(":") : [];
}

function problemOf(fields: readonly string[]): string | undefined {
  const suffix = fields.length - WHOLE;
  if (fields.length > WHOLE && fields.length !== WITH_KEY) {
    return `the ARN has ${String(suffix)} ${suffix === 1 ? "field" : "fields"} too many or too few behind it`;
  }
  const [stage, version] = fields.slice(WITH_KEY - 2);
  return stage && version
    ? "a version stage and a version id stand behind the ARN, which exclude each other"
    : undefined;
}

/** True for a secret whose version in the stack is JSON, and for one that RDS writes. */
function holdsJson(stack: Stack, fields: readonly string[]): boolean {
  const arn = fields.join(":");
  const secret = stack.named(arn, [SECRET]);
  const isOfSecret = (version: Resource): boolean =>
    [version.str("secretId"), version.outputs.str("arn")].includes(arn) ||
    (secret !== undefined && stack.refs(version.at("secretId"), SECRET).resources.includes(secret));
  return (
    /:rds![^:]*$/.test(arn) || stack.ofType(SECRET_VERSION).some((version) => isOfSecret(version) && isJson(version))
  );
}

function isJson(version: Resource): boolean {
  return ["secretString", "secretStringWo"].some((property) => {
    const { value } = version.json(property);
    return typeof value === "object" && !Array.isArray(value);
  });
}
