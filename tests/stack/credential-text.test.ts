import {
  assignedCredentials,
  connectionPasswords,
  isCredential,
  isPlaceholder,
  isStandIn,
  mayBeCredential,
  privateKeys,
  secrecyOf,
} from "../../stack/credential-text";

test.each([
  ["DB_PASSWORD", "password"],
  ["dbPassword", "password"],
  ["db-password", "password"],
  ["MYSQLPASSWORD", "password"],
  ["PASSWORD_2", "password"],
  ["PASSWORD2", "password"],
  ["DB_PASS", "password"],
  ["REDIS_PWD", "password"],
  ["PWD", "none"],
  ["API_KEY", "key"],
  ["apiKey", "key"],
  ["STRIPE_APIKEY", "key"],
  ["AWS_SECRET_ACCESS_KEY", "key"],
  ["JWT_SECRET", "key"],
  ["CLIENT_SECRET", "key"],
  ["DB_SECRET", "reference-or-secret"],
  ["GITHUB_TOKEN", "reference-or-secret"],
  ["TOKEN_V2", "reference-or-secret"],
  ["CREDENTIALS", "reference-or-secret"],
  ["PASSWORD_MIN_LENGTH", "none"],
  ["SECRET_ARN", "none"],
  ["DB_SECRET_NAME", "none"],
  ["TOKEN_URL", "none"],
  ["MAX_TOKENS", "none"],
  ["PARTITION_KEY", "none"],
  ["PASSWORD_KEY", "none"],
  ["NEXT_PUBLIC_API_KEY", "none"],
  ["STRIPE_PUBLISHABLE_KEY", "none"],
  ["PASSENGER", "none"],
  ["", "none"],
])("the name %s: %s", (name, secrecy) => {
  expect(secrecyOf(name)).toBe(secrecy);
});

test.each([
  "",
  "  ",
  "true",
  "DISABLED",
  "42",
  "0x1f",
  "[secret]",
  "arn:aws:secretsmanager:eu-west-1:464738291005:secret:db-AbCdEf",
  "alias/app",
  "https://example.org/token",
  "/app/db/password",
  "./keys/private",
  "server.pem",
  "ssm:/app/db",
  "${DB_PASSWORD}",
  "$(cat /run/secret)",
  "{{resolve:secretsmanager:db:SecretString:password}}",
  "$PASSWORD",
  "<password>",
  "********",
  "xxx",
])("no credential: %s", (text) => {
  expect(mayBeCredential(text)).toBe(false);
  expect(isCredential("DB_PASSWORD", text)).toBe(false);
});

test.each([
  ["DB_PASSWORD", "hunter2", true],
  ["DB_PASSWORD", "orders", true],
  ["JWT_SECRET", "my-super-secret", true],
  ["API_KEY", "sk_live_4eC39HqLyjWDarjtT1zdp7dc", true],
  ["GITHUB_TOKEN", "ghp_16C7e42F292c6912E7710c838347Ae178B4a", true],
  ["GITHUB_TOKEN", "changeme", true],
  ["DB_SECRET", "prod-db-credentials", false],
  ["DB_SECRET", "prod/Orders/db", false],
  ["DB_SECRET", "credentials", false],
  ["PAGE_TOKEN", "LATEST", false],
  ["DB_SECRET", "Tr0ub4dor&3", true],
  ["DB_USER", "admin", false],
])("%s of %s: %s", (name, text, expected) => {
  expect(isCredential(name, text)).toBe(expected);
});

describe("connection strings", () => {
  test.each([
    ["postgres://app:hunter2@db.internal:5432/orders", "hunter2", ":hunter2@"],
    ["see mongodb+srv://u:p%40ss@cluster0.abc.mongodb.net/x", "p%40ss", ":p%40ss@"],
    ["redis://:hunter2@cache:6379", "hunter2", ":hunter2@"],
    ["jdbc:mysql://db/orders?user=app&password=hunter2&ssl=true", "hunter2", "&password=hunter2"],
    ["Server=db;Database=orders;User Id=app;Password=hunter2;", "hunter2", ";Password=hunter2"],
  ])("%s", (text, credential, excerpt) => {
    expect(connectionPasswords(text)).toEqual([{ credential, excerpt }]);
  });

  test.each([
    "https://example.org/path?token=abc",
    "postgres://app@db/orders",
    "postgres://app:${PASSWORD}@db/orders",
    "postgres://app:$PASSWORD@db/orders",
    "postgres://app:<password>@db/orders",
    "postgres://app:%s@db/orders",
    "postgres://app:{password}@db/orders",
    "postgres://app:[secret]@db/orders",
    "the password=hunter2 of nothing",
    "",
  ])("without a password: %s", (text) => {
    expect(connectionPasswords(text)).toEqual([]);
  });

  test("take no long time to look for", () => {
    const started = Date.now();
    for (const text of [
      "a-".repeat(100_000),
      "a://".repeat(50_000),
      ";password=".repeat(20_000),
      "x=".repeat(100_000),
    ]) {
      connectionPasswords(text);
      assignedCredentials(text);
    }
    expect(Date.now() - started).toBeLessThan(3000);
  });
});

test("private keys", () => {
  expect(privateKeys("-----BEGIN RSA PRIVATE KEY-----\nMIIE")).toHaveLength(1);
  expect(privateKeys("-----BEGIN CERTIFICATE-----\nMIIE")).toEqual([]);
});

test("what a script sets", () => {
  const script = [
    "#!/bin/bash",
    "export DB_PASSWORD=hunter2",
    'API_KEY="quoted value"',
    "TOKEN='ghp_16C7e42F292c'",
    "mysql --password=hunter3 --user=app",
    "login --client-secret s3cr3tValue",
    "DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id db)",
    'DB_PASSWORD="${PASSWORD}"',
    "PASSWORD_FILE=/run/secrets/db",
    "COUNT=3",
  ].join("\n");
  expect(assignedCredentials(script).map(({ credential }) => credential)).toEqual([
    "hunter2",
    "quoted value",
    "ghp_16C7e42F292c",
    "hunter3",
    "s3cr3tValue",
  ]);
  expect(assignedCredentials(script)[0]?.excerpt).toBe("DB_PASSWORD=hunter2");
});

test.each([
  ["ChangeMe123!", true],
  ["change-me", true],
  ["password", true],
  ["Password123", true],
  ["P@ssw0rd", true],
  ["your-api-key", true],
  ["secret", true],
  ["admin1", true],
  ["SimplePassword123", false],
  ["secret-9f3kQ", false],
  ["aX9#kk2", false],
])("placeholder %s: %s", (text, expected) => {
  expect(isPlaceholder(text)).toBe(expected);
});

test.each([
  ["REPLACE_ME", true],
  ["<change-me>", true],
  ["placeholder", true],
  ["to be set", true],
  ["ChangeMe123!", false],
  ["hunter2", false],
])("stand-in %s: %s", (text, expected) => {
  expect(isStandIn(text)).toBe(expected);
});
