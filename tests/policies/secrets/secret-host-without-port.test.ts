import rule from "../../../policies/secrets/secret-host-without-port";
import { ruleTest } from "../../../testing/rule-test";
import { json, resource, unknown, type Input } from "../../../testing/stack";

const ADDRESS = "orders.c9akciq32.us-east-1.rds.amazonaws.com";
const ENDPOINT = `${ADDRESS}:5432`;
const db = resource("aws:rds/instance:Instance", "orders", { engine: "postgres" });
const version = (secretString: Input): ReturnType<typeof resource> =>
  resource("aws:secretsmanager/secretVersion:SecretVersion", "db", { secretId: "db", secretString });
const fn = (variables: Input): ReturnType<typeof resource> =>
  resource("aws:lambda/function:Function", "api", { role: "r", environment: { variables } });
const task = (environment: Input): ReturnType<typeof resource> =>
  resource("aws:ecs/taskDefinition:TaskDefinition", "app", {
    family: "app",
    containerDefinitions: json([{ name: "app", environment }]),
  });

ruleTest(rule, {
  valid: [
    { name: "an address", stack: [version(json({ host: ADDRESS, port: 5432, password: "x" }))] },
    { name: "an endpoint under its own name", stack: [version(json({ endpoint: ENDPOINT }))] },
    { name: "a host with a port that is no database's", stack: [fn({ API_HOST: "api.shop.example:8443" })] },
    { name: "a secret that is no JSON", stack: [version("s3cr3t"), version("[1]")] },
    {
      name: "a binary secret",
      stack: [resource("aws:secretsmanager/secretVersion:SecretVersion", "b", { secretId: "b", secretBinary: "aGk=" })],
    },
    { name: "a function without variables", stack: [resource("aws:lambda/function:Function", "api", { role: "r" })] },
    {
      name: "an address in a variable, and other names",
      stack: [task([{ name: "DB_HOST", value: ADDRESS }]), fn({ HOSTS: ENDPOINT })],
    },
    { name: "a variable without a value", stack: [task([{ name: "DB_HOST" }])] },
  ],
  invalid: [
    {
      name: "a secret",
      stack: [version(json({ username: "app", password: "v3ry-s3cret", host: ENDPOINT }))],
      findings: [{ resource: "db", path: "secretString.host", message: /db\.address/ }],
      secrets: ["v3ry-s3cret", ENDPOINT],
    },
    {
      name: "a write-only secret",
      stack: [
        resource("aws:secretsmanager/secretVersion:SecretVersion", "db", {
          secretId: "db",
          secretStringWo: json({ dbHost: ENDPOINT }),
          secretStringWoVersion: 1,
        }),
      ],
      findings: [{ resource: "db", path: "secretStringWo.dbHost" }],
    },
    {
      name: "a variable of a function",
      stack: [fn({ REDIS_HOST: "c.abc.0001.use1.cache.amazonaws.com:6379" })],
      findings: [{ resource: "api", path: "environment.variables.REDIS_HOST" }],
    },
    {
      name: "a variable of a container",
      stack: [task([{ name: "DB_HOSTNAME", value: ENDPOINT }])],
      findings: [{ resource: "app", path: "containerDefinitions[0].environment[0].value" }],
    },
    {
      name: "a region of China",
      stack: [fn({ host: "db.abc.rds.cn-north-1.amazonaws.com.cn" }), fn({ host: "db.x.rds.amazonaws.com.cn:3306" })],
      findings: [{ resource: "api", path: "environment.variables.host" }],
    },
  ],
  undecided: [
    {
      name: "what is not known yet",
      stack: [
        db,
        version(json({ host: db.endpoint })),
        fn({ DB_HOST: db.endpoint, DB_NAME: unknown }),
        resource("aws:lambda/function:Function", "b", { role: "r", environment: { variables: unknown } }),
        task([{ name: "DB_HOST", value: db.endpoint }]),
      ],
      at: ["api.environment.variables.DB_HOST", "app.containerDefinitions", "b.environment", "db.secretString"],
    },
  ],
});
