import { allOf, anyOf, type Certainty } from "./certainty";
import { containersOf, environmentOf, TASK_DEFINITION } from "./environments";
import { FUNCTION } from "./functions";
import type { Resource } from "./resource";
import type { Stack } from "./stack";
import { known, UNKNOWN } from "./value";
import type { View } from "./view";
import { wordsOf } from "./words";

const BUILD = "aws:codebuild/project:Project";
const SECRET = "aws:secretsmanager/secret:Secret";
const PROXY = "aws:rds/proxy:Proxy";

/** What can run a migration. */
const RUNNERS: ReadonlySet<string> = new Set([
  FUNCTION,
  TASK_DEFINITION,
  BUILD,
  "aws:batch/jobDefinition:JobDefinition",
  "aws:dms/replicationTask:ReplicationTask",
  "command:local:Command",
  "command:remote:Command",
]);
const DYNAMIC = /^pulumi-(?:nodejs|python):dynamic[:/]/;

const SPEAKS_OF_MIGRATION =
  /migrat|schema|flyway|liquibase|alembic|dbmate|sqitch|prisma|knex|init[-_ ]?db|db[-_ ]?init/i;
const TEXTS = ["name", "family", "handler", "description", "create", "containerProperties", "imageUri"];
const DATABASE_WORDS: ReadonlySet<string> = new Set([
  "DB",
  "DATABASE",
  "RDS",
  "AURORA",
  "MYSQL",
  "POSTGRES",
  "POSTGRESQL",
  "PGHOST",
  "JDBC",
]);
// What carries an address or credentials of a database, with what names both.
const CARRIERS: Readonly<Record<string, readonly string[]>> = {
  [SECRET]: ["aws:secretsmanager/secretVersion:SecretVersion"],
  [PROXY]: ["aws:rds/proxyTarget:ProxyTarget"],
};

/** The functions, tasks and builds that may bring a schema into a database. */
export function migrationRunners(stack: Stack): Resource[] {
  return stack.resources.filter(({ type }) => RUNNERS.has(type) || DYNAMIC.test(type));
}

/** Whether a function, task or build speaks of migration, by its name or by what it runs. */
export function isMigration(runner: Resource): Certainty {
  const containers = runner.type === TASK_DEFINITION ? containersOf(runner) : [];
  return anyOf([
    [runner.name, ...runner.texts(TEXTS)].some((text) => SPEAKS_OF_MIGRATION.test(text)),
    runner.type === BUILD && speaks(runner.at("source", "buildspec")),
    runner.type === FUNCTION && speaks(runner.at("imageConfig", "commands")),
    known(containers) ? containers.some(isMigrationContainer) : UNKNOWN,
  ]);
}

function isMigrationContainer(container: View): boolean {
  return ["name", "image", "command", "entryPoint"].some((key) => speaks(container.at(key)));
}

function speaks(place: View): boolean {
  return place.scalars().some(({ value }) => typeof value === "string" && SPEAKS_OF_MIGRATION.test(value));
}

/** Whether a function, task or build is told of a database: by dependencies, by its secret or proxy, by its environment. */
export function isWiredTo(stack: Stack, runner: Resource, database: Resource): Certainty {
  return (
    stack.path(runner, database) !== undefined || anyOf([carriesTo(stack, runner, database), namesSomeDatabase(runner)])
  );
}

/** True when both have to do with a secret or proxy: one reads it, the other is behind it or takes its password from it. */
function carriesTo(stack: Stack, runner: Resource, database: Resource): boolean {
  return Object.entries(CARRIERS).some(([type, links]) =>
    stack
      .ofType(type)
      .filter((carrier) => stack.path(runner, carrier))
      .some(
        (carrier) =>
          stack.path(database, carrier) !== undefined ||
          stack
            .ofType(...links)
            .some((link) => link.dependencies.includes(carrier) && stack.path(link, database) !== undefined),
      ),
  );
}

/** True when a variable is named after a database: its value may come from the configuration. */
function namesSomeDatabase(runner: Resource): Certainty {
  if (runner.type === FUNCTION || runner.type === TASK_DEFINITION) {
    const variables = environmentOf(runner);
    return variables === UNKNOWN ? UNKNOWN : variables.some(({ name }) => isDatabaseWord(name));
  }
  const variables = runner.type === BUILD ? (runner.list("environment", "environmentVariables") ?? []) : [];
  return variables === UNKNOWN
    ? UNKNOWN
    : anyOf(
        variables.map((variable) => {
          const name = variable.str("name");
          return name === UNKNOWN ? UNKNOWN : name !== undefined && isDatabaseWord(name);
        }),
      );
}

const isDatabaseWord = (variable: string): boolean => wordsOf(variable).some((word) => DATABASE_WORDS.has(word));

/** Whether anything in the stack brings the schema into a database. */
export function isMigrated(stack: Stack, database: Resource): Certainty {
  return anyOf(
    migrationRunners(stack).map((runner) => allOf([isMigration(runner), isWiredTo(stack, runner, database)])),
  );
}
