import { containersOf } from "../../src/aws/containers/environments";
import { ECS_TASK_DEFINITION, LAMBDA_FUNCTION, SECRETSMANAGER_SECRET_VERSION } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { wordsOf } from "../../src/graph/words";
import { defineRule, type Context } from "../../src/rules/rule";

/** The address of a database or cache, followed by a port. */
const ENDPOINT = /^[a-z0-9][a-z0-9.-]{0,250}\.(?:rds|cache)\.amazonaws\.com(?:\.cn)?:\d{1,5}$/i;
/** The same with the port once more, as in `${db.endpoint}:5432`. */
const PORT_TWICE = /[a-z0-9][a-z0-9.-]{0,250}\.(?:rds|cache)\.amazonaws\.com(?:\.cn)?:(\d{1,5}):\1(?!\d)/i;
const URL_START = /^[a-z][a-z0-9+.-]{0,30}:\/\//i;
const HOSTS: ReadonlySet<string> = new Set(["HOST", "HOSTNAME"]);

export default defineRule({
  id: "secret-host-without-port",
  category: "secrets",
  description: "A host must be an address without a port",
  severity: "high",
  level: "mandatory",
  basis: "cannot-work",
  failures: ["C5"],
  why:
    "The endpoint of an RDS instance is its address and its port. Clients, and the function that rotates a secret, take " +
    "the host and add the port, so they look up a name that does not exist.",
  fix: {
    typescript: `secretString: pulumi.jsonStringify({
  host: db.address, // not db.endpoint
  port: db.port,
}),`,
    python: `secret_string=pulumi.Output.json_dumps({
    "host": db.address,  # not db.endpoint
    "port": db.port,
}),`,
    yaml: `secretString:
  fn::toJSON:
    host: \${db.address} # not \${db.endpoint}
    port: \${db.port}`,
  },
  limits:
    "Strings that are not known before the deployment; values under other names than host or hostname, unless the port is " +
    "in them twice. Advisory without a port in a value of its own beside the host: some applications, such as WordPress, " +
    "take both in one variable.",
  references: [
    "https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_secret_json_structure.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_Endpoint.html",
  ],
  resource: {
    types: [SECRETSMANAGER_SECRET_VERSION, LAMBDA_FUNCTION, ECS_TASK_DEFINITION],
    check(owner, context) {
      switch (owner.type) {
        case SECRETSMANAGER_SECRET_VERSION:
          checkSecret(owner, context);
          break;
        case LAMBDA_FUNCTION:
          checkFunction(owner, context);
          break;
        default:
          checkTask(owner, context);
      }
    },
  },
});

type Value = readonly [name: string, value: View];

function checkSecret(version: Resource, context: Context): void {
  const property = version.at("secretString").isAbsent ? "secretStringWo" : "secretString";
  if (version.at(property).isUnknown) {
    context.undecided(version, property);
    return;
  }
  // A secret that is not JSON has no keys.
  const entries = version.json(property).entries();
  checkHosts(known(entries) ? entries : [], context);
}

function checkFunction(fn: Resource, context: Context): void {
  const entries = fn.entries("environment", "variables");
  if (entries === UNKNOWN) {
    context.undecided(fn, "environment");
    return;
  }
  checkHosts(entries ?? [], context);
}

function checkTask(task: Resource, context: Context): void {
  const containers = containersOf(task);
  if (containers === UNKNOWN) {
    context.undecided(task, "containerDefinitions");
    return;
  }
  for (const container of containers) {
    const variables = [...listed(container, "environment"), ...listed(container, "secrets")];
    checkHosts(
      variables.map((variable): Value => [nameOf(variable), variable.at("value")]),
      context,
    );
  }
}

function listed(container: View, list: string): View[] {
  const elements = container.list(list);
  return known(elements) ? elements : [];
}

function nameOf(variable: View): string {
  const name = variable.str("name");
  return known(name) ? name : "";
}

/** Checks the values that one program gets. */
function checkHosts(values: readonly Value[], { report, undecided }: Context): void {
  for (const [name, value] of values) {
    const words = wordsOf(name);
    const text = value.str();
    if (known(text) && PORT_TWICE.test(text)) {
      report({
        at: value,
        message:
          'The endpoint of a database ends in its port, and here the port follows once more. Use the address ("db.address") ' +
          "before the port, or the endpoint alone.",
        // What is not a URL may be cut at its colons.
        ...(!URL_START.test(text) && { level: "advisory" }),
      });
      continue;
    }
    if (!HOSTS.has(words.at(-1) ?? "")) {
      continue;
    }
    if (text === UNKNOWN) {
      undecided(value);
    } else if (text !== undefined && ENDPOINT.test(text.trim())) {
      const hasPort = values.some(([other]) => isPortOf(wordsOf(other), words));
      report({
        at: value,
        message:
          `This host ends in a port, as the endpoint of a database does. ${hasPort ? "Its client adds the port again, and looks up a name that does not exist. " : ""}` +
          `Pass the address ("db.address"), and the port ("db.port") in a value of its own` +
          `${hasPort ? "" : ", unless the application expects both in one value"}.`,
        ...(!hasPort && { level: "advisory" }),
      });
    }
  }
}

/** True for the name of the port of the same host: DB_PORT of DB_HOST, port of host. */
function isPortOf(words: readonly string[], host: readonly string[]): boolean {
  return words.at(-1) === "PORT" && words.slice(0, -1).join() === host.slice(0, -1).join();
}
