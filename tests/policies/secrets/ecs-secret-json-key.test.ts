import rule from "../../../policies/secrets/ecs-secret-json-key";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, text, unknown, type Input, type Text } from "../../../src/testing/stack";

const ARN = "arn:aws:secretsmanager:us-east-1:464738291005:secret:db-AbCdEf";
const secret = resource("aws:secretsmanager/secret:Secret", "db");
const version = (secretString: Input): ReturnType<typeof resource> =>
  resource("aws:secretsmanager/secretVersion:SecretVersion", "db-v", { secretId: secret.id, secretString });
const written = version(json({ username: "app", password: "v3ry-s3cret" }));
const task = (valueFrom: Input, more: Record<string, Input> = {}): ReturnType<typeof resource> =>
  resource("aws:ecs/taskDefinition:TaskDefinition", "app", {
    family: "app",
    containerDefinitions: json([{ name: "app", secrets: [{ name: "DB_PASSWORD", valueFrom }], ...more }]),
  });
// The builder's ARNs have fewer fields than those of AWS.
const known = (arn: string): ReturnType<typeof resource> =>
  resource("aws:secretsmanager/secret:Secret", "db", { name: "db", arn });
const whole = known(ARN);
const wholeVersion = (inputs: Record<string, Input>): ReturnType<typeof resource> =>
  resource("aws:secretsmanager/secretVersion:SecretVersion", "db-v", { secretId: whole.arn, ...inputs });
const password: Text = text`${secret.arn}:password::`;
const at = { resource: "app", path: "containerDefinitions[0].secrets[0].valueFrom" };

ruleTest(rule, {
  valid: [
    ...[
      ARN,
      `${ARN}:password::`,
      `${ARN}::AWSPREVIOUS:`,
      `${ARN}:::9d4cb84b-ad69-40c0-a0ab-cead36b967e8`,
      `${ARN}:password:AWSPREVIOUS:`,
      "arn:aws:ssm:us-east-1:464738291005:parameter/db/password",
      "/db/password",
    ].map((valueFrom) => ({ name: valueFrom, stack: [task(valueFrom)] })),
    { name: "a key of a secret of the stack", shape: "preview", stack: [secret, written, task(password)] },
    {
      name: "a whole secret that is one string",
      stack: [whole, wholeVersion({ secretString: "v3ry-s3cret" }), task(ARN)],
    },
    {
      name: "a whole secret that is a list or binary",
      stack: [whole, wholeVersion({ secretString: "[1]" }), task(ARN)],
    },
    { name: "a whole secret without a version in the stack", stack: [whole, task(ARN)] },
    {
      name: "a whole secret beside another one that holds JSON",
      stack: [
        whole,
        resource("aws:secretsmanager/secretVersion:SecretVersion", "v", { secretId: "b", secretString: "{}" }),
        resource("aws:ecs/taskDefinition:TaskDefinition", "b", { family: "b", containerDefinitions: "{}" }),
        task(ARN),
      ],
    },
    {
      name: "secrets of a task that are not known yet",
      stack: [
        resource("aws:ecs/taskDefinition:TaskDefinition", "b", {
          family: "b",
          containerDefinitions: [{ name: "app", secrets: unknown }],
        }),
      ],
    },
    {
      name: "the credentials of a registry",
      stack: [
        whole,
        wholeVersion({ secretString: json({ username: "u", password: "p" }) }),
        task("/db", { repositoryCredentials: { credentialsParameter: ARN } }),
      ],
    },
    { name: "no secrets", stack: [task("/db", { secrets: undefined })] },
    {
      name: "a task definition that the stack only reads",
      stack: [resource("aws:ecs/taskDefinition:TaskDefinition", "old", { family: "a" }, { external: true })],
    },
  ],
  invalid: [
    {
      name: "a key without colons after it",
      stack: [task(`${ARN}:password`)],
      findings: [{ ...at, message: /followed by 1 field instead of three.*"<arn>:password::"/ }],
    },
    {
      name: "a key with one colon",
      stack: [task(`${ARN}:password:`)],
      findings: [{ ...at, message: /followed by 2 fields/ }],
    },
    { name: "a key with three colons", stack: [task(`${ARN}:password:::`)], findings: [at] },
    {
      name: "a version stage and a version id",
      stack: [task(`${ARN}:password:AWSCURRENT:9d4cb84b`)],
      findings: [{ ...at, message: /exclude each other/ }],
    },
    {
      name: "an option of a log driver",
      stack: [
        task("/db", {
          logConfiguration: {
            logDriver: "splunk",
            secretOptions: [{ name: "splunk-token", valueFrom: `${ARN}:token` }],
          },
        }),
      ],
      findings: [{ resource: "app", path: "containerDefinitions[0].logConfiguration.secretOptions[0].valueFrom" }],
    },
    {
      name: "a whole secret that holds JSON",
      stack: [whole, wholeVersion({ secretString: json({ password: "v3ry-s3cret" }) }), task(ARN)],
      findings: [{ ...at, level: "advisory", message: /whole secret, which holds JSON/ }],
      secrets: ["v3ry-s3cret"],
    },
    {
      name: "a whole secret of another stack that this one writes",
      stack: [
        resource("aws:secretsmanager/secretVersion:SecretVersion", "db-v", {
          secretId: ARN,
          secretStringWo: json({ password: "x" }),
        }),
        task(ARN),
      ],
      findings: [{ ...at, level: "advisory" }],
    },
    {
      name: "the secret of a database that RDS manages",
      stack: [task("arn:aws:secretsmanager:us-east-1:464738291005:secret:rds!db-2a-AbCdEf")],
      findings: [{ ...at, level: "advisory" }],
    },
  ],
  undecided: [
    {
      name: "strings that are not known yet",
      stack: [
        secret,
        written,
        task(secret.arn),
        resource("aws:ecs/taskDefinition:TaskDefinition", "b", {
          family: "b",
          containerDefinitions: [{ name: "app", secrets: unknown }],
        }),
      ],
      at: ["app.containerDefinitions"],
    },
  ],
});
