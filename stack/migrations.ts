import { allOf, anyOf, type Certainty } from "./certainty";
import { containersOf, environmentOf, TASK_DEFINITION } from "./environments";
import { FUNCTION } from "./functions";
import { reachedFrom } from "./ordering";
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

interface Runner {
  /** Whether it speaks of migration. */
  speaks: Certainty;
  /** What it is made from, directly or through others. */
  reached: ReadonlySet<Resource>;
  /** Secrets and proxies among these, with what names them. */
  carriers: { carrier: Resource; links: readonly Resource[] }[];
  namesSome: Certainty;
}

/** The runners that may be migrations. */
function findMigrations(stack: Stack): Runner[] {
  return migrationRunners(stack).flatMap((runner) => {
    const speaks = isMigration(runner);
    return speaks === false ? [] : [toRunner(stack, runner, speaks)];
  });
}

function toRunner(stack: Stack, runner: Resource, speaks: Certainty): Runner {
  const reached = reachedFrom([runner]);
  const carriers = Object.entries(CARRIERS).flatMap(([type, links]) =>
    stack
      .ofType(type)
      .filter((carrier) => reached.has(carrier))
      .map((carrier) => ({
        carrier,
        links: stack.ofType(...links).filter(({ dependencies }) => dependencies.includes(carrier)),
      })),
  );
  return { speaks, reached, carriers, namesSome: namesSomeDatabase(runner) };
}

/** Whether a function, task or build is told of a database: by dependencies, by its secret or proxy, by its environment. */
function isWiredTo({ reached, carriers, namesSome }: Runner, database: Resource): Certainty {
  const behind = reachedFrom([database]);
  // One reads a secret or proxy, the other is behind it or takes its password from it.
  const isCarried = carriers.some(
    ({ carrier, links }) => behind.has(carrier) || links.some((link) => reachedFrom([link]).has(database)),
  );
  return anyOf([reached.has(database) || isCarried, namesSome]);
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
  return anyOf(stack.once(findMigrations).map((runner) => allOf([runner.speaks, isWiredTo(runner, database)])));
}
