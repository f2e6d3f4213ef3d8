import {
  assignedCredentials,
  connectionPasswords,
  isCredential,
  isNameOfCredential,
  isPlaceholder,
  isStandIn,
  mayBeCredential,
  isReference,
  knownTokens,
  looksRandom,
  privateKeys,
  secrecyOf,
} from "../../src/graph/credential-text";

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
  "%PASSWORD%",
  "%s",
  "{password}",
  "$.detail.token",
  "$$.Execution.Id",
  "<password>",
  "********",
  "$2a$10$RjjTokiJSaTQt8jAMOUTKO0VIZ30AEs3JxtaFKGZir93yFPEOGabc",
  "$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA",
  "$6$salt$aGFzaG9mYXBhc3N3b3Jk",
  "xxx",
  "x-[secret]",
  "token-04da6b54-80e4-46f7-96ec-b56ff0331ba9",
])("not a credential: %s", (text) => {
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
  ["DB_PASSWORD", "$ecret2024", true],
  ["DB_PASSWORD", "%Winter2024", true],
  ["DB_PASSWORD", "P@ss$(word", true],
  ["DB_PASSWORD", "{Winter-2024}!", true],
  ["DB_PASSWORD", "12345", true],
  ["DB_PASSWORD", "1234", false],
  ["API_KEY", "1234567", false],
])("%s of %s: %s", (name, text, expected) => {
  expect(isCredential(name, text)).toBe(expected);
});

test.each([
  ["prod/app/client-secret", true],
  ["prod/App1/clientSecret", true],
  ["x-api-key", true],
  ["X-Api-Key", true],
  ["jwt-signing-secret", true],
  ["JWT_SECRET", true],
  ["app.db.password", true],
  ["my-super-secret", false],
  ["super-secret-key", false],
  ["your-api-key", false],
  ["changeme-secret", false],
  ["SimplePassword", false],
  ["admin-password-123", false],
  ["prod-db-credentials-9f3kQ", false],
  ["prod/app/settings", false],
  ["orders", false],
  ["", false],
])("the name of a credential, %s: %s", (text, expected) => {
  expect(isNameOfCredential(text)).toBe(expected);
});

test.each(["${DB}", "x-$(cat /run/x)-y", "{{resolve:ssm:x}}", "`date`", "op://vault/x", "x[secret]"])(
  "a reference: %s",
  (text) => {
    expect(isReference(text)).toBe(true);
  },
);

test.each([
  "AKIA" + "Z7QWX2M4N6P3R5T7",
  "ghp_" + "16C7e42F292c6912E7710c838347Ae178B4a",
  "github_pat_" + "11ABCDEFG0abcdefghijkl",
  "glpat-" + "a1B2c3D4e5F6g7H8i9J0",
  "xoxb-" + "263594206564-FGqddMF8t08v8N7Oq4i57vs1",
  "sk_live_" + "4eC39HqLyjWDarjtT1zdp7dc",
  "npm_" + "a1B2c3D4e5F6g7H8i9J0a1B2c3D4e5F6g7H8",
  "SG." + "a1B2c3D4e5F6g7H8i9J0ab" + "." + "a1B2c3D4e5F6g7H8i9J0a1B2c3D4e5F6g7H8i9J0abc",
  "hvs." + "CAESIJlU9JMYEhOPYv4igdhm9PnZDrabYTobQ4Ymnlq1qY",
  "eyJhbGciOiJIUzI1NiJ9" + ".eyJzdWIiOiIxMjM0NTY3ODkwIn0" + ".dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P",
])("a token is found by its form, also in a longer string: %#", (token) => {
  expect(knownTokens(token)).toEqual([{ credential: token, excerpt: token }]);
  expect(knownTokens(`use "${token}" here`).map(({ credential }) => credential)).toEqual([token]);
});

test.each([
  ["Authorization: Bearer 9f3kQx77LqPz02mNvB5t", "9f3kQx77LqPz02mNvB5t"],
  ["Basic YWRtaW46V2ludGVyMjAyNA==", "YWRtaW46V2ludGVyMjAyNA=="],
])("the token of a header: %s", (text, token) => {
  expect(knownTokens(text)).toEqual([{ credential: token, excerpt: token }]);
});

test.each([
  "AKIA" + "IOSFODNN7EXAMPLE",
  "tokens begin with ghp_ or npm_",
  "ghp_short",
  "Bearer $TOKEN",
  "Bearer authentication",
  "Basic authentication",
  "Basic ${auth}",
  "the sk-learn package",
  "pulumi-pul-request",
  "eyJhbGciOiJIUzI1NiJ9",
  "",
])("not a token: %s", (text) => {
  expect(knownTokens(text)).toEqual([]);
});

test.each([
  ["SETTINGS", "9f86d081884c7d659a2feaa0c55ad015", true],
  ["SEED", "k3Jx9QmZ7tRb2LwYp5VhN8cDfG4s", true],
  ["COMMIT_SHA", "9f86d081884c7d659a2feaa0c55ad015", false],
  ["CLIENT_ID", "k3Jx9QmZ7tRb2LwYp5VhN8cDfG4s", false],
  ["PUBLIC_SEED", "k3Jx9QmZ7tRb2LwYp5VhN8cDfG4s", false],
  ["SEED", "9f86d081884c7d659a2feaa0c55ad0", false],
  ["SEED", "k3Jx9QmZ7tRb2LwYp5VhN8c", false],
  ["POLICY", "ELBSecurityPolicy-TLS-1-2-2017-01", false],
  ["SEED", "aaaaaaaaaaaaaaaaaaaaaaaaaaaa1", false],
  ["SEED", "111111111111111111111111", false],
])("random, %s of %s: %s", (name, text, expected) => {
  expect(looksRandom(name, text)).toBe(expected);
});

describe("connection strings", () => {
  test.each([
    ["postgres://app:hunter2@db.internal:5432/orders", "hunter2", ":hunter2@"],
    ["see mongodb+srv://u:p%40ss@cluster0.abc.mongodb.net/x", "p%40ss", ":p%40ss@"],
    ["redis://:hunter2@cache:6379", "hunter2", ":hunter2@"],
    ["postgres://app:%24ecret@db/orders", "%24ecret", ":%24ecret@"],
    ["postgres://app:$ecret2024@db/orders", "$ecret2024", ":$ecret2024@"],
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
    "postgres://app:x04da6b54-80e4-46f7-96ec-b56ff0331ba9@db/orders",
    "the password=hunter2 of nothing",
    "",
  ])("without a password: %s", (text) => {
    expect(connectionPasswords(text)).toEqual([]);
  });

  test("are found in little time", () => {
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

test("a private key is found in a source by its first line", () => {
  const body = "MIIEpAIBAAKCAQEA7bq4v1x9Zr0kTt";
  expect(privateKeys(`-----BEGIN PRIVATE KEY-----\n${body}\nxyz`)[0]?.excerpt).toBe(body);
});

test("private keys", () => {
  expect(privateKeys("-----BEGIN RSA PRIVATE KEY-----\nMIIE")).toHaveLength(1);
  expect(privateKeys("-----BEGIN CERTIFICATE-----\nMIIE")).toEqual([]);
});

test.each([
  ["mysql -h db -u app -pWinter2024 < schema.sql", "Winter2024"],
  ["mysqldump -u app -p'Winter 2024' shop", "Winter 2024"],
  ["sshpass -p Winter2024 ssh host", "Winter2024"],
  ["docker login -u app -p Winter2024 registry.acme.dev", "Winter2024"],
  ["curl -s -u app:Winter2024 https://acme.dev", "Winter2024"],
  ["curl --user 'app:Winter2024' https://acme.dev", "Winter2024"],
  ["psql -c \"CREATE USER app WITH PASSWORD 'Winter2024'\"", "Winter2024"],
  ["mysql -e \"CREATE USER app IDENTIFIED BY 'Winter2024'\"", "Winter2024"],
  ["echo 'root:Winter2024' | chpasswd", "Winter2024"],
  ["db:\n  user: app\n  password: Winter2024\n", "Winter2024"],
  ["[db]\npassword = Winter2024\n", "Winter2024"],
  ['{\n  "clientSecret": "Winter2024",\n}', "Winter2024"],
])("the credential in %j", (script, credential) => {
  expect(assignedCredentials(script).map((one) => one.credential)).toEqual([credential]);
  expect(script).toContain(assignedCredentials(script)[0]?.excerpt);
});

test.each([
  "mysql -h db -u app -p$DB_PASSWORD < schema.sql",
  "mysql -h db -P 3306 -p < schema.sql",
  "curl -u $USER:$PASSWORD https://acme.dev",
  "CREATE USER app WITH PASSWORD '${password}'",
  'echo "root:$PASSWORD" | chpasswd',
  "password: $DB_PASSWORD",
  "token = $(aws ssm get-parameter --name x)",
  "passwordFile: /run/secrets/db",
  "password_encryption = scram-sha-256",
])("no credential in %j", (script) => {
  expect(assignedCredentials(script)).toEqual([]);
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
