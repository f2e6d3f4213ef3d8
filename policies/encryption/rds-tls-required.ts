import { engineOf, isReplica } from "../../src/aws/databases/database";
import { isOn, parameterOf } from "../../src/aws/databases/parameter-groups";
import { RDS_INSTANCE } from "../../src/aws/type-tokens";
import type { Certainty } from "../../src/graph/certainty";
import { known, UNKNOWN, type Unknown } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

const GROUP = { property: "parameterGroupName", type: "aws:rds/parameterGroup:ParameterGroup" };

interface Engine {
  /** The parameter that makes the server refuse connections without TLS. */
  parameter: string;
  /** The first version that has it; absent where every version does. */
  since?: string;
  /** The first version in which it is on by default; absent where it is off in every version. */
  onSince?: string;
}

const ENGINES: ReadonlyMap<string, Engine> = new Map([
  ["postgres", { parameter: "rds.force_ssl", onSince: "15" }],
  ["mysql", { parameter: "require_secure_transport" }],
  ["mariadb", { parameter: "require_secure_transport", since: "10.5", onSince: "11.8" }],
  ["sqlserver", { parameter: "rds.force_ssl" }],
]);

/** The version in an engine's version or in a family: 10.11 of `10.11.8` and of `mariadb10.11`. */
const versionIn = (text: string | Unknown | undefined): string | Unknown =>
  (known(text) ? /\d+(?:\.\d+)?/.exec(text)?.[0] : undefined) ?? UNKNOWN;

/** Whether a version is the other one or later. */
function isSince(version: string | Unknown, first: string): Certainty {
  if (version === UNKNOWN) {
    return UNKNOWN;
  }
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [firstMajor = 0, firstMinor = 0] = first.split(".").map(Number);
  return major > firstMajor || (major === firstMajor && minor >= firstMinor);
}

export default defineRule({
  id: "rds-tls-required",
  category: "encryption",
  description: "RDS instances must refuse connections without TLS",
  severity: "medium",
  level: "only-if-required",
  why:
    "A client that connects without TLS sends its password and its data in the clear. The parameter group decides whether " +
    "the database lets it: some engines and versions do by default.",
  fix: {
    typescript: `const parameters = new aws.rds.ParameterGroup("orders", {
  family: "mysql8.4",
  parameters: [{ name: "require_secure_transport", value: "1" }], // rds.force_ssl in PostgreSQL and SQL Server
});
// on the instance
parameterGroupName: parameters.name,`,
    python: `parameters = aws.rds.ParameterGroup("orders",
    family="mysql8.4",
    parameters=[{"name": "require_secure_transport", "value": "1"}])  # rds.force_ssl in PostgreSQL and SQL Server
# on the instance
parameter_group_name=parameters.name,`,
    yaml: `resources:
  parameters:
    type: aws:rds:ParameterGroup
    properties:
      family: mysql8.4
      parameters:
        - name: require_secure_transport # rds.force_ssl in PostgreSQL and SQL Server
          value: "1"
  orders:
    type: aws:rds:Instance
    properties:
      parameterGroupName: \${parameters.name}`,
  },
  limits:
    "Aurora and Multi-AZ DB clusters; Oracle and Db2; MariaDB before 10.5; replicas without a group of their own, which " +
    "take that of their source. Groups of other stacks, and default groups where the version of the engine decides and is " +
    "not known, are undecided.",
  references: [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql-ssl-connections.require-ssl.html",
  ],
  stack(stack, { decide, undecided }) {
    for (const instance of stack.managed(RDS_INSTANCE)) {
      const name = engineOf(stack, instance);
      // The edition follows the engine: sqlserver-web.
      const engine = name === UNKNOWN ? undefined : ENGINES.get(name.replace(/^sqlserver-.*/, "sqlserver"));
      const { value, family } = parameterOf(stack, instance, GROUP, engine?.parameter ?? "");
      if (isReplica(instance) && instance.at(GROUP.property).isAbsent) {
        continue;
      }
      if (name === UNKNOWN) {
        undecided(instance, "engine");
      }
      const version = versionIn(family ?? instance.str("engineVersion"));
      if (engine === undefined || (engine.since !== undefined && isSince(version, engine.since) === false)) {
        continue;
      }
      const { parameter, onSince } = engine;
      const isOnByDefault = onSince === undefined ? false : isSince(version, onSince);
      decide(value === UNKNOWN ? UNKNOWN : value === undefined ? isOnByDefault : isOn(value), {
        at: instance,
        property: GROUP.property,
        message:
          family === undefined || instance.str(GROUP.property) === `default.${String(family)}`
            ? `The default parameter group leaves "${parameter}" off, so the database accepts connections without TLS. ` +
              `Create an aws.rds.ParameterGroup that sets it to "1", and set \`${GROUP.property}\` to its name.`
            : `The parameter group ${value === undefined ? `leaves "${parameter}" off, as by default` : `sets "${parameter}" to "${String(value)}"`}, ` +
              "so the database accepts connections without TLS. " +
              `Add \`parameters: [{ name: "${parameter}", value: "1" }]\` to the group.`,
      });
    }
  },
});
