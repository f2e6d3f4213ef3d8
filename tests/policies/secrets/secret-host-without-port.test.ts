import rule from "../../../policies/secrets/secret-host-without-port";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, unknown, type Input } from "../../../src/testing/stack";

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
    { name: "a host with a port of another service", stack: [fn({ API_HOST: "api.shop.example:8443" })] },
    { name: "a secret that is not JSON", stack: [version("s3cr3t"), version("[1]")] },
    {
      name: "a binary secret",
      stack: [resource("aws:secretsmanager/secretVersion:SecretVersion", "b", { secretId: "b", secretBinary: "aGk=" })],
    },
    { name: "a function without variables", stack: [resource("aws:lambda/function:Function", "api", { role: "r" })] },
    {
      name: "an address in a variable, and other names",
      stack: [task([{ name: "DB_HOST", value: ADDRESS }]), fn({ HOSTS: ENDPOINT })],
    },
    {
      name: "URLs and lists with each port once",
      stack: [
        fn({
          DATABASE_URL: `postgres://app@${ENDPOINT}/orders`,
          SERVERS: `${ENDPOINT},${ENDPOINT}`,
          WEIGHTED: "c.abc.0001.use1.cache.amazonaws.com:11211:1",
        }),
      ],
    },
    { name: "a variable without a value", stack: [task([{ name: "DB_HOST" }])] },
  ],
  invalid: [
    {
      name: "a secret with the port beside the host",
      stack: [version(json({ username: "app", password: "v3ry-s3cret", host: ENDPOINT, port: 5432 }))],
      findings: [{ resource: "db", path: "secretString.host", message: /adds the port again.*db\.address/ }],
      secrets: ["v3ry-s3cret", ENDPOINT],
    },
    {
      name: "a write-only secret",
      stack: [
        resource("aws:secretsmanager/secretVersion:SecretVersion", "db", {
          secretId: "db",
          secretStringWo: json({ dbHost: ENDPOINT, dbPort: "5432" }),
          secretStringWoVersion: 1,
        }),
      ],
      findings: [{ resource: "db", path: "secretStringWo.dbHost" }],
    },
    {
      name: "a variable of a function with the port in another one",
      stack: [fn({ REDIS_HOST: "c.abc.0001.use1.cache.amazonaws.com:6379", REDIS_PORT: "6379" })],
      findings: [{ resource: "api", path: "environment.variables.REDIS_HOST" }],
    },
    {
      name: "a variable of a container with the port in a secret",
      stack: [
        resource("aws:ecs/taskDefinition:TaskDefinition", "app", {
          family: "app",
          containerDefinitions: json([
            {
              name: "app",
              environment: [{ name: "DB_HOSTNAME", value: ENDPOINT }],
              secrets: [
                { name: "DB_PORT", valueFrom: "arn:aws:secretsmanager:us-east-1:464738291005:secret:db:port::" },
              ],
            },
          ]),
        }),
      ],
      findings: [{ resource: "app", path: "containerDefinitions[0].environment[0].value" }],
    },
    {
      name: "host and port in one variable, as WordPress takes them",
      stack: [
        task([
          { name: "WORDPRESS_DB_HOST", value: ENDPOINT },
          { name: "WORDPRESS_DB_USER", value: "app" },
          { name: "PORT", value: "8080" },
        ]),
      ],
      findings: [
        {
          resource: "app",
          path: "containerDefinitions[0].environment[0].value",
          level: "advisory",
          message: /unless the application expects both/,
        },
      ],
    },
    {
      name: "a port in another container",
      stack: [
        resource("aws:ecs/taskDefinition:TaskDefinition", "app", {
          family: "app",
          containerDefinitions: json([
            { name: "blog", environment: [{ name: "DB_HOST", value: ENDPOINT }] },
            { name: "proxy", environment: [{ name: "DB_PORT", value: "5432" }] },
          ]),
        }),
      ],
      findings: [{ resource: "app", path: "containerDefinitions[0].environment[0].value", level: "advisory" }],
    },
    {
      name: "a URL with the port twice",
      stack: [fn({ DATABASE_URL: `postgres://app:v3ry-s3cret@${ENDPOINT}:5432/orders` })],
      findings: [
        { resource: "api", path: "environment.variables.DATABASE_URL", level: "mandatory", message: /once more/ },
      ],
      secrets: ["v3ry-s3cret"],
    },
    {
      name: "a server with the port twice",
      stack: [task([{ name: "DB_HOST", value: `${ENDPOINT}:5432` }])],
      findings: [{ resource: "app", path: "containerDefinitions[0].environment[0].value", level: "advisory" }],
    },
    {
      name: "a region of China",
      stack: [
        fn({ host: "db.abc.rds.cn-north-1.amazonaws.com.cn" }),
        fn({ host: "db.x.rds.amazonaws.com.cn:3306", port: "3306" }),
      ],
      findings: [{ resource: "api", path: "environment.variables.host" }],
    },
  ],
  undecided: [
    {
      name: "values that are not known yet",
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
