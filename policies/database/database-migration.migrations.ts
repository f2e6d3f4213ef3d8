import {
  CODEBUILD_PROJECT,
  ECS_TASK_DEFINITION,
  LAMBDA_FUNCTION,
  RDS_PROXY,
  SECRETSMANAGER_SECRET,
} from "../../src/aws/type-tokens";
import { allOf, anyOf, type Certainty } from "../../src/graph/certainty";
import { containersOf, environmentOf } from "../../src/aws/containers/environments";
import { reachedFrom } from "../../src/graph/ordering";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { wordsOf } from "../../src/graph/words";

/** The types that can run a migration. */
const RUNNERS: ReadonlySet<string> = new Set([
  LAMBDA_FUNCTION,
  ECS_TASK_DEFINITION,
  CODEBUILD_PROJECT,
  "aws:batch/jobDefinition:JobDefinition",
  "aws:dms/replicationTask:ReplicationTask",
  "command:local:Command",
  "command:remote:Command",
]);
const DYNAMIC = /^pulumi-(?:nodejs|python):dynamic[:/]/;

const MENTIONS_MIGRATION =
  /migrat|schema|flyway|liquibase|alembic|dbmate|sqitch|prisma|knex|init[-_ ]?db|db[-_ ]?init/i;
const DESCRIPTIVE = ["name", "family", "handler", "description", "create", "containerProperties", "imageUri"];
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
// What holds the address or the credentials of a database, with the types that refer to both.
const CARRIERS: Readonly<Record<string, readonly string[]>> = {
  [SECRETSMANAGER_SECRET]: ["aws:secretsmanager/secretVersion:SecretVersion"],
  [RDS_PROXY]: ["aws:rds/proxyTarget:ProxyTarget"],
};

/** The functions, tasks and builds that may bring a schema into a database. */
export function migrationRunners(stack: Stack): Resource[] {
  return stack.resources.filter(({ type }) => RUNNERS.has(type) || DYNAMIC.test(type));
}

/** Whether a function, task or build mentions migration, in its name or in what it runs. */
export function isMigration(runner: Resource): Certainty {
  const containers = runner.type === ECS_TASK_DEFINITION ? containersOf(runner) : [];
  return anyOf([
    [runner.name, ...runner.texts(DESCRIPTIVE)].some((text) => MENTIONS_MIGRATION.test(text)),
    DESCRIPTIVE.flatMap((property) => runner.find(property) ?? []).some(isOpen) && UNKNOWN,
    runner.type === CODEBUILD_PROJECT && mayMentionMigration(runner.at("source", "buildspec")),
    runner.type === LAMBDA_FUNCTION && mayMentionMigration(runner.at("imageConfig", "commands")),
    known(containers) ? containers.some(isMigrationContainer) : UNKNOWN,
  ]);
}

function isMigrationContainer(container: View): boolean {
  return ["name", "image", "command", "entryPoint"].some((key) => mentionsMigration(container.at(key)));
}

// A value that comes from resources of the stack is not a name of a migration unless theirs are.
const isOpen = (view: View): boolean => view.isUnknown && !view.resource.isComputed(view.property);

const mayMentionMigration = (view: View): Certainty =>
  mentionsMigration(view) || (view.scalars().some(isOpen) && UNKNOWN);

function mentionsMigration(view: View): boolean {
  return view.scalars().some(({ value }) => typeof value === "string" && MENTIONS_MIGRATION.test(value));
}

interface Runner {
  /** Whether it is a migration. */
  certainty: Certainty;
  /** The resources that it depends on, directly or through others. */
  reached: ReadonlySet<Resource>;
  /** The secrets and proxies among these, with the resources that refer to them. */
  carriers: { carrier: Resource; links: readonly Resource[] }[];
  namesDatabase: Certainty;
}

/** The runners that may be migrations. */
function findMigrations(stack: Stack): Runner[] {
  return migrationRunners(stack).flatMap((runner) => {
    const certainty = isMigration(runner);
    return certainty === false ? [] : [toRunner(stack, runner, certainty)];
  });
}

function toRunner(stack: Stack, runner: Resource, certainty: Certainty): Runner {
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
  return { certainty, reached, carriers, namesDatabase: namesDatabase(runner) };
}

/** Whether a function, task or build can find a database: by dependencies, by its secret or proxy, by its environment. */
function isWiredTo({ reached, carriers, namesDatabase }: Runner, database: Resource): Certainty {
  const behind = reachedFrom([database]);
  // The runner reads a secret or proxy, and the database is behind it or takes its password from it.
  const isCarried = carriers.some(
    ({ carrier, links }) => behind.has(carrier) || links.some((link) => reachedFrom([link]).has(database)),
  );
  return anyOf([reached.has(database) || isCarried, namesDatabase]);
}

/** True when a variable is named after a database: its value may come from the configuration. */
function namesDatabase(runner: Resource): Certainty {
  if (runner.type === LAMBDA_FUNCTION || runner.type === ECS_TASK_DEFINITION) {
    const variables = environmentOf(runner);
    return variables === UNKNOWN ? UNKNOWN : variables.some(({ name }) => isDatabaseWord(name));
  }
  const variables = runner.type === CODEBUILD_PROJECT ? (runner.list("environment", "environmentVariables") ?? []) : [];
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
  return anyOf(stack.once(findMigrations).map((runner) => allOf([runner.certainty, isWiredTo(runner, database)])));
}
