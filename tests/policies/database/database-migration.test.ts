import rule from "../../../policies/database/database-migration";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, text, unknown, type Input } from "../../../src/testing/stack";

const FUNCTION = "aws:lambda/function:Function";
const TASK = "aws:ecs/taskDefinition:TaskDefinition";
const BUILD = "aws:codebuild/project:Project";
const contract = { databaseMigration: true };
const database = resource("aws:rds/cluster:Cluster", "payments", { engine: "aurora-postgresql" });
const fn = (name: string, variables: Input, more: Record<string, Input> = {}) =>
  resource(FUNCTION, name, { environment: { variables }, ...more });
const task = (name: string, container: Record<string, Input>, more: Record<string, Input> = {}) =>
  resource(TASK, name, { family: "shop", containerDefinitions: json([{ name: "app", ...container }]), ...more });
const wired = { environment: [{ name: "DB_HOST", value: database.endpoint }] };
const app = task("app", wired);
const secret = resource("aws:secretsmanager/secret:Secret", "credentials");
const version = resource("aws:secretsmanager/secretVersion:SecretVersion", "credentials", {
  secretId: secret.id,
  secretString: json({ host: database.endpoint }),
});

ruleTest(rule, {
  valid: [
    { name: "no contract", stack: [database] },
    { name: "no database", contract, stack: [app] },
    {
      name: "a function with the endpoint",
      contract,
      stack: [database, app, fn("payments-migration", { HOST: database.endpoint })],
    },
    {
      name: "a function with the secret that holds the endpoint",
      contract,
      stack: [database, secret, version, fn("migrate", { SECRET: secret.arn })],
    },
    {
      name: "a function with the secret that the password comes from",
      contract,
      stack: (() => {
        const source = resource("aws:secretsmanager/secret:Secret", "password");
        const own = resource("aws:rds/instance:Instance", "db", { engine: "mysql", password: source.name });
        return [source, own, fn("schema", { SECRET: source.arn })];
      })(),
    },
    {
      name: "a function with the proxy",
      contract,
      stack: (() => {
        const proxy = resource("aws:rds/proxy:Proxy", "proxy");
        const link = { dbProxyName: proxy.name, dbClusterIdentifier: database.id };
        return [
          database,
          proxy,
          resource("aws:rds/proxyTarget:ProxyTarget", "link", link),
          fn("runner", { HOST: proxy.endpoint }, { handler: "alembic.run" }),
        ];
      })(),
    },
    {
      name: "a function with a host from the configuration",
      contract,
      stack: [database, fn("migrate", { DB_HOST: "db.internal" })],
    },
    {
      name: "a task by its command",
      contract,
      stack: [database, task("job", { command: ["npx", "prisma", "deploy"], ...wired })],
      shape: "up",
    },
    { name: "a task by its family", contract, stack: [database, task("job", wired, { family: "flyway" })] },
    {
      name: "a build",
      contract,
      stack: [
        database,
        resource(BUILD, "release", {
          source: { type: "CODEPIPELINE", buildspec: "phases: { build: { commands: [liquibase update] } }" },
          environment: { environmentVariables: [{ name: "DATABASE_URL", value: "x" }] },
        }),
      ],
    },
    {
      name: "a command on the machine that runs the program",
      contract,
      stack: [
        database,
        resource("command:local:Command", "load", { create: text`npm run migrate -- ${database.endpoint}` }),
      ],
      shape: "up",
    },
    {
      name: "a dynamic resource of the program",
      contract,
      stack: [database, resource("pulumi-nodejs:dynamic:Resource", "migration", { host: database.endpoint })],
    },
    {
      name: "databases that have a schema already",
      contract,
      stack: [
        resource("aws:rds/cluster:Cluster", "restored", { engine: "aurora-mysql", snapshotIdentifier: unknown }),
        resource("aws:rds/instance:Instance", "replica", { replicateSourceDb: "orders" }),
        resource("aws:rds/instance:Instance", "aurora", { engine: "aurora-mysql" }),
      ],
    },
    {
      name: "a database that the stack only reads",
      contract,
      stack: [resource("aws:rds/instance:Instance", "shared", {}, { external: true })],
    },
  ],
  invalid: [
    {
      name: "no migration",
      contract,
      stack: [database, resource("aws:iam/role:Role", "migration", { description: database.arn })],
      findings: [{ resource: "payments", message: /^No function, task or build/ }],
    },
    {
      name: "only the application",
      contract,
      stack: [database, fn("api", { DB_HOST: database.endpoint })],
      findings: [{ resource: "payments" }],
    },
    {
      name: "only the application, in containers",
      contract,
      stack: [database, app],
      shape: "up",
      findings: [{ resource: "payments" }],
    },
    {
      name: "only the application, in containers that only the deployment knows",
      contract,
      stack: [database, app],
      shape: "up",
      deploying: true,
      findings: [{ resource: "payments", level: "advisory" }],
    },
    {
      name: "a migration without the address or secret of the database",
      contract,
      stack: [
        database,
        secret,
        fn("migrate", { SECRET: secret.arn }),
        resource(BUILD, "build", { environment: { environmentVariables: [{ name: "STAGE", value: "x" }, {}] } }),
      ],
      findings: [{ resource: "payments", message: /"migrate" looks like a migration, but it is not wired/ }],
    },
  ],
  undecided: [
    { name: "containers that are not known yet", contract, stack: [database, app], at: ["payments"] },
    {
      name: "variables that are not known yet",
      contract,
      stack: [database, fn("migrate", unknown)],
      at: ["payments"],
    },
    {
      name: "variables of a build that are not known yet",
      contract,
      stack: [database, resource(BUILD, "migrate", { environment: { environmentVariables: unknown } })],
      at: ["payments"],
    },
    {
      name: "names of variables that are not known yet",
      contract,
      stack: [
        database,
        resource(BUILD, "migrate", { environment: { environmentVariables: [{ name: unknown, value: "x" }] } }),
      ],
      at: ["payments"],
    },
  ],
});
