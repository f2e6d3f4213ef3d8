import { environmentOf, TASK_DEFINITION } from "../../stack/environments";
import { FUNCTION } from "../../stack/functions";
import type { Resource } from "../../stack/resource";
import { SECRET_VERSION } from "../../stack/secrets";
import { UNKNOWN } from "../../stack/value";
import type { View } from "../../stack/view";
import { wordsOf } from "../../stack/words";
import { defineRule, type Context } from "../rule";

/** An address of a database or cache with a port behind it. */
const ENDPOINT = /^[a-z0-9][a-z0-9.-]{0,250}\.(?:rds|cache)\.amazonaws\.com(?:\.cn)?:\d{1,5}$/i;

export default defineRule({
  id: "secret-host-without-port",
  category: "secrets",
  description: "A host is an address without a port",
  severity: "high",
  level: "mandatory",
  failures: ["C5"],
  why:
    "The endpoint of an RDS instance is its address and its port. Clients, and the function that rotates a secret, take " +
    "the host and add the port, so they look up a name that does not exist.",
  fix: {
    typescript: "secretString: pulumi.jsonStringify({\n  host: db.address, // not db.endpoint\n  port: db.port,\n}),",
    python:
      'secret_string=pulumi.Output.json_dumps({\n    "host": db.address,  # not db.endpoint\n' +
      '    "port": db.port,\n}),',
    yaml: "secretString:\n  fn::toJSON:\n    host: ${db.address} # not ${db.endpoint}\n    port: ${db.port}",
  },
  limits: "Texts that are not known before the deployment; values under other names than host or hostname.",
  resource: {
    types: [SECRET_VERSION, FUNCTION, TASK_DEFINITION],
    check(owner, context) {
      if (owner.type === SECRET_VERSION) {
        judgeSecret(owner, context);
        return;
      }
      const variables = environmentOf(owner);
      if (variables === UNKNOWN) {
        context.undecided(owner, owner.type === FUNCTION ? "environment" : "containerDefinitions");
        return;
      }
      for (const { name, value } of variables) {
        judge(name, value, context);
      }
    },
  },
});

function judgeSecret(version: Resource, context: Context): void {
  const property = version.at("secretString").isAbsent ? "secretStringWo" : "secretString";
  if (version.at(property).isUnknown) {
    context.undecided(version, property);
    return;
  }
  // A secret that is no JSON has no keys.
  const entries = version.json(property).entries();
  for (const [key, value] of entries === UNKNOWN ? [] : (entries ?? [])) {
    judge(key, value, context);
  }
}

function judge(name: string, value: View, { report, undecided }: Context): void {
  if (!["HOST", "HOSTNAME"].includes(wordsOf(name).at(-1) ?? "")) {
    return;
  }
  const text = value.str();
  if (text === UNKNOWN) {
    undecided(value);
  } else if (text !== undefined && ENDPOINT.test(text.trim())) {
    report({
      at: value,
      message:
        "this host ends in a port, as the endpoint of a database does; pass its address (db.address) here, and the port " +
        "(db.port) in a value of its own.",
    });
  }
}
