import rule from "../../../policies/secrets/secret-rotation";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, text, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const INSTANCE = "aws:rds/instance:Instance";
const SECRET = "aws:secretsmanager/secret:Secret";
const VERSION = "aws:secretsmanager/secretVersion:SecretVersion";
const ROTATION = "aws:secretsmanager/secretRotation:SecretRotation";

const random = resource("random:index/randomPassword:RandomPassword", "password", { length: 32 });
const secret = resource(SECRET, "credentials", {});
const db = resource(INSTANCE, "orders", { engine: "postgres", username: "app", password: random.result });
const version = (secretString: Input): BuiltResource =>
  resource(VERSION, "version", { secretId: secret.id, secretString });
const credentials = [random, secret, db, version(json({ username: "app", password: random.result, host: db.address }))];
const rotation = (inputs: Record<string, Input>): BuiltResource =>
  resource(ROTATION, "rotation", { secretId: secret.id, rotationLambdaArn: "arn:aws:lambda:x", ...inputs });
const every = (days: Input): BuiltResource => rotation({ rotationRules: { automaticallyAfterDays: days } });
const scheduled = (scheduleExpression: Input): BuiltResource => rotation({ rotationRules: { scheduleExpression } });
const managed = resource("aws:rds/cluster:Cluster", "managed", { manageMasterUserPassword: true });
const onSecret = [{ resource: "credentials" }];
const onRotation = [{ resource: "rotation", path: "rotationRules" }];

ruleTest(rule, {
  valid: [
    { name: "a rotation every 30 days", stack: [...credentials, every(30)] },
    {
      name: "a rotation as often as the contract requires",
      stack: [...credentials, every(7)],
      contract: { secretRotationDays: 7 },
    },
    {
      name: "a slow one that the contract allows",
      stack: [...credentials, every(90)],
      contract: { secretRotationDays: 90 },
    },
    { name: "a rate of days", stack: [...credentials, scheduled("rate(10 days)")] },
    { name: "a rate of hours", stack: [...credentials, scheduled("rate(4 hours)")] },
    { name: "once a day", stack: [...credentials, scheduled("cron(0 4 * * ? *)")] },
    {
      name: "once a week",
      stack: [...credentials, scheduled("cron(0 4 ? * SUN *)")],
      contract: { secretRotationDays: 7 },
    },
    {
      name: "every day of the week",
      stack: [...credentials, scheduled("cron(0 4 ? * * *)")],
      contract: { secretRotationDays: 1 },
    },
    { name: "once a month", stack: [...credentials, scheduled("cron(0 4 1 * ? *)")] },
    {
      name: "a rotation by the id of the secret's version",
      stack: (() => {
        const stored = version(json({ username: "app", password: random.result, host: db.address }));
        return [
          random,
          secret,
          db,
          stored,
          resource(ROTATION, "rotation", { secretId: stored.id, rotationRules: { automaticallyAfterDays: 1 } }),
        ];
      })(),
    },
    {
      name: "secrets without a database",
      stack: [
        secret,
        resource(SECRET, "db-credentials", {}),
        version(json({ username: "app", password: "x", host: "smtp.example.org" })),
        resource(VERSION, "token", { secretId: "elsewhere", secretString: random.result }),
        random,
      ],
    },
    {
      name: "a database's address without a password, once that is known",
      stack: [random, secret, db, version(json({ host: db.address }))],
      shape: "up",
    },
    { name: "a password that RDS manages", stack: [managed] },
    {
      name: "a binary secret, and a version of a secret of another stack",
      stack: [
        secret,
        resource(VERSION, "binary", { secretId: secret.id, secretBinary: "AAAA" }),
        resource(VERSION, "stray", { secretId: "elsewhere", secretString: json({ engine: "mysql", pass: "x1y2" }) }),
      ],
    },
    {
      name: "a secret that the stack only reads",
      stack: (() => {
        const found = resource(SECRET, "found", {}, { external: true });
        return [found, random, db, resource(VERSION, "v", { secretId: found.id, secretString: random.result })];
      })(),
    },
    { name: "a slow rotation of a secret without a database", stack: [secret, every(365)] },
  ],
  invalid: [
    {
      name: "no rotation (F8)",
      stack: credentials,
      findings: [{ ...onSecret[0], message: /automaticallyAfterDays: 30/ }],
    },
    {
      name: "no rotation where the contract requires it (P7)",
      stack: credentials,
      contract: { secretRotationDays: 14 },
      findings: [{ ...onSecret[0], level: "mandatory", message: /automaticallyAfterDays: 14/ }],
    },
    {
      name: "a secret with the password alone",
      stack: [random, secret, db, version(random.result)],
      findings: onSecret,
    },
    {
      name: "a secret that the database reads its password from",
      stack: (() => {
        const stored = version(random.result);
        return [random, secret, stored, resource(INSTANCE, "i", { engine: "mysql", password: stored.secretString })];
      })(),
      findings: onSecret,
    },
    {
      name: "a secret that a data source reads for the database",
      stack: [secret, resource(INSTANCE, "i", { engine: "mysql", password: secret.id })],
      findings: onSecret,
    },
    {
      name: "a secret that a proxy logs in with",
      stack: [
        secret,
        resource("aws:rds/proxy:Proxy", "proxy", { auths: [{ authScheme: "SECRETS", secretArn: secret.arn }] }),
      ],
      findings: onSecret,
    },
    {
      name: "values that name a database",
      stack: [
        secret,
        version(json({ engine: "postgres", username: "app", password: "kX93jfLq02mmPaal" })),
        resource(SECRET, "other", {}),
        resource(VERSION, "url", {
          secretId: resource(SECRET, "other", {}).id,
          secretString: json({ url: "postgresql://app:kX93jfLq02mmPaal@db/orders" }),
        }),
      ],
      findings: [...onSecret, { resource: "other" }],
      secrets: ["kX93jfLq02mmPaal"],
    },
    {
      name: "a value with a database's known password",
      stack: [
        secret,
        resource(INSTANCE, "i", { engine: "mysql", password: "kX93jfLq02mmPaal" }),
        version(json({ user: "app", password: "kX93jfLq02mmPaal" })),
      ],
      findings: onSecret,
      secrets: ["kX93jfLq02mmPaal"],
    },
    {
      name: "a computed value that names a database, once it is known in a deployment",
      stack: (() => {
        const elsewhere = resource("pulumi:pulumi:StackReference", "shared", {});
        return [elsewhere, secret, version(json({ engine: "mysql", password: elsewhere.password }))];
      })(),
      contract: { secretRotationDays: 30 },
      deploying: true,
      shape: "up",
      findings: [{ ...onSecret[0], level: "advisory" }],
    },
    {
      name: "a rotation one day too slow",
      stack: [...credentials, every(31)],
      findings: [{ ...onRotation[0], message: /only every 31 days.*at least every 30 days/ }],
    },
    { name: "a slow rate", stack: [...credentials, scheduled("rate(60 days)")], findings: onRotation },
    {
      name: "once a month where the contract requires once a week",
      stack: [...credentials, scheduled("cron(0 4 ? * 2#1 *)")],
      contract: { secretRotationDays: 7 },
      findings: [{ ...onRotation[0], level: "mandatory" }],
    },
    {
      name: "a rotation that is switched off",
      stack: [...credentials, rotation({ rotationEnabled: false })],
      findings: [{ resource: "rotation", path: "rotationEnabled", message: /do not rotate/ }],
    },
    {
      name: "a slower rotation of a password that RDS manages",
      stack: [
        managed,
        resource(ROTATION, "rotation", {
          secretId: text`${managed.masterUserSecrets}`,
          rotationRules: { automaticallyAfterDays: 200 },
        }),
      ],
      findings: onRotation,
    },
  ],
  undecided: [
    { name: "days that are not known", stack: [...credentials, every(unknown)], at: ["rotation.rotationRules"] },
    {
      name: "a schedule that is not known",
      stack: [...credentials, scheduled(unknown)],
      at: ["rotation.rotationRules"],
    },
    {
      name: "a schedule of months",
      stack: [...credentials, scheduled("cron(0 4 1 1/3 ? *)")],
      at: ["rotation.rotationRules"],
    },
    { name: "no schedule", stack: [...credentials, scheduled("sometimes")], at: ["rotation.rotationRules"] },
    { name: "no rules", stack: [...credentials, rotation({})], at: ["rotation.rotationRules"] },
    {
      name: "a rotation of a secret that is not known",
      stack: [
        ...credentials,
        resource(ROTATION, "rotation", { secretId: unknown, rotationRules: { automaticallyAfterDays: 9 } }),
      ],
      at: ["credentials"],
    },
  ],
});
