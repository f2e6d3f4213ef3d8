import rule from "../../../policies/secrets/credentials-hardcoded";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, text, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const INSTANCE = "aws:rds/instance:Instance";
const CLUSTER = "aws:rds/cluster:Cluster";
const FUNCTION = "aws:lambda/function:Function";
const TASK = "aws:ecs/taskDefinition:TaskDefinition";
const VERSION = "aws:secretsmanager/secretVersion:SecretVersion";
const PARAMETER = "aws:ssm/parameter:Parameter";

const SIMPLE = "SimplePassword123";
const random = resource("random:index/randomPassword:RandomPassword", "password", { length: 32 });
const table_ = resource("aws:dynamodb/table:Table", "orders", { name: "orders-table" });
const secret = resource("aws:secretsmanager/secret:Secret", "db", {});
const db = (inputs: Record<string, Input>): BuiltResource =>
  resource(INSTANCE, "db", { engine: "postgres", ...inputs });
const fn = (variables: Record<string, Input>): BuiltResource =>
  resource(FUNCTION, "fn", { environment: { variables } });
const task = (...environment: Input[]): BuiltResource =>
  resource(TASK, "app", { containerDefinitions: json([{ name: "app", environment }]) });
const version = (secretString: Input): BuiltResource =>
  resource(VERSION, "version", { secretId: secret.id, secretString });
const instance = (userData: Input): BuiltResource => resource("aws:ec2/instance:Instance", "web", { userData });
const base64 = (script: string): string => Buffer.from(script).toString("base64");
const component = resource("shop:index:Database", "component", {});
const emulator = resource("pulumi:providers:aws", "localstack", { endpoints: [{ rds: "http://localhost:4566" }] });
// A stack has at least a region; without any, the configuration is not known.
const CONFIG = { "aws:region": "us-east-1" };
// A part that is unknown inside a longer string, as the engine writes it.
const UNKNOWN_PART = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

ruleTest(rule, {
  valid: [
    {
      name: "a literal for an emulator of AWS",
      stack: [emulator, resource(INSTANCE, "db", { engine: "postgres", password: SIMPLE }, { provider: emulator })],
      config: CONFIG,
      literals: [SIMPLE],
    },
    {
      name: "a type named like a property of every object",
      stack: [resource("constructor", "x", { password: "hunter2!" })],
    },
    {
      name: "names of stored passwords in variables of a program's own, and a path in one of an image",
      stack: [
        fn({ POSTGRES_PASSWORD: "shop_password" }),
        task({ name: "DB_PASSWORD", value: "shop-password" }, { name: "POSTGRES_PASSWORD", value: "shop/db_password" }),
      ],
      literals: ["shop_password", "shop-password", "shop/db_password"],
      config: CONFIG,
    },
    { name: "no password at all", stack: [db({ manageMasterUserPassword: true })], literals: [] },
    { name: "a generated password", stack: [random, db({ password: random.result })], literals: ["password"] },
    { name: "a password that is not known", stack: [db({ password: unknown })], shape: "preview" },
    {
      name: "a password from the configuration",
      stack: [db({ password: "hunter2!" })],
      config: { "shop:dbPassword": "hunter2!" },
      literals: ["hunter2!"],
    },
    {
      name: "a password inside an object of the configuration",
      stack: [db({ password: "hunter2!" })],
      config: { "shop:db": '{"users":[{"password":"hunter2!"}]}', "shop:odd": "{", "shop:none": "null" },
    },
    {
      name: "a string that contains a value of the configuration",
      stack: [db({ password: "prefix-s3cretValue" })],
      config: { "shop:dbPassword": "s3cretValue" },
      literals: ["prefix-${password}"],
    },
    { name: "a secret that the exported state hides", stack: [db({ password: "[secret]" })] },
    {
      name: "a secret that the exported state hides inside a longer string",
      stack: [
        fn({ DATABASE_URL: "postgres://app:[secret]@db/orders", API_KEY: "key-[secret]-1" }),
        instance("export DB_PASSWORD=x[secret]"),
      ],
    },
    {
      name: "a value that is unknown inside a longer string",
      stack: [
        fn({ DATABASE_URL: `postgres://app:${UNKNOWN_PART}@db/orders`, API_KEY: `key-${UNKNOWN_PART}` }),
        instance(`#!/bin/bash\nexport DB_PASSWORD=${UNKNOWN_PART}`),
        resource("aws:ec2/launchTemplate:LaunchTemplate", "template", {
          userData: base64(`#!/bin/bash\nexport DB_PASSWORD=v1-${UNKNOWN_PART}`),
        }),
        version(`token-${UNKNOWN_PART}`),
        db({ password: `x${UNKNOWN_PART}` }),
      ],
      config: CONFIG,
    },
    {
      name: "names of stored secrets and of headers",
      stack: [
        fn({
          CLIENT_SECRET: "prod/app/client-secret",
          API_KEY: "x-api-key",
          AUTH_API_KEY: "X-Api-Key",
          JWT_SECRET: "jwt-signing-secret",
          SESSION_SECRET: "SESSION_SECRET",
          DB_PASSWORD: "prod/app/db-password",
        }),
        task({ name: "CLIENT_SECRET", value: "prod/app/client-secret" }, { name: "API_KEY", value: "x-api-key" }),
        version(json({ clientSecret: "prod/app/client-secret", apiKey: "x-api-key" })),
        resource(PARAMETER, "secure", { name: "/app/password", type: "SecureString", value: "prod/app/db-password" }),
        instance("#!/bin/bash\nexport JWT_SECRET=jwt-signing-secret\nlogin --client-secret prod/app/client-secret"),
      ],
      literals: [
        "prod/app/client-secret",
        "x-api-key",
        "X-Api-Key",
        "jwt-signing-secret",
        "SESSION_SECRET",
        "prod/app/db-password",
        "#!/bin/bash\nexport JWT_SECRET=jwt-signing-secret\nlogin --client-secret prod/app/client-secret",
      ],
      config: CONFIG,
    },
    {
      name: "a string made with a generated password",
      stack: [random, db({ password: text`${random.result}!` })],
      literals: ["!"],
    },
    {
      name: "an output that a variable passes on",
      stack: [table_, fn({ DB_PASSWORD: table_.name })],
      literals: ["orders-table"],
      shape: "up",
    },
    {
      name: "a string around an output",
      stack: [random, fn({ DATABASE_URL: text`postgres://app:${random.result}@db:5432/orders`, MODE: "fast" })],
      literals: ["postgres://app:${password.result}@db:5432/orders"],
    },
    {
      name: "a value of unknown origin beside computed ones",
      stack: [table_, fn({ TABLE: table_.name, API_KEY: "aX9kk2Lq" })],
    },
    {
      name: "names, locations and switches",
      stack: [
        fn({
          PASSWORD_MIN_LENGTH: "12",
          DB_SECRET_ARN: "arn:aws:secretsmanager:us-east-1:464738291005:secret:db-AbCdEf",
          DB_SECRET: "prod/orders/db",
          DB_PASSWORD: "/prod/orders/db/password",
          TOKEN_URL: "https://example.org/oauth/token",
          AUTH_TOKEN: "true",
          SECRET_KEY: 42,
          JWT_SECRET: "",
          API_KEY: "{{resolve:secretsmanager:api:SecretString:key}}",
          DATABASE_URL: "postgres://app@db/orders",
          HOME_PAGE: "https://example.org",
        }),
      ],
      literals: ["prod/orders/db", "/prod/orders/db/password", "true"],
    },
    {
      name: "a container's secrets by the names of stored ones",
      stack: [
        resource(TASK, "app", {
          containerDefinitions: json([
            { name: "app", secrets: [{ name: "DB_PASSWORD", valueFrom: "db" }], environment: [{}] },
          ]),
        }),
      ],
    },
    {
      name: "CodeBuild variables that name stored secrets",
      stack: [
        resource("aws:codebuild/project:Project", "build", {
          environment: {
            environmentVariables: [
              { name: "DB_PASSWORD", type: "SECRETS_MANAGER", value: "db:password" },
              { name: "MODE", value: "fast" },
            ],
          },
        }),
      ],
    },
    {
      name: "a secret's JSON without a credential",
      stack: [version(json({ username: "app", host: "db.internal", port: 5432, tags: ["a"] }))],
      literals: ["app", "db.internal", "a"],
    },
    {
      name: "parameters without credentials",
      stack: [
        resource(PARAMETER, "level", { name: "/app/log-level", type: "SecureString", value: "debug" }),
        resource(PARAMETER, "side", { type: "String", value: "blue" }),
        resource(PARAMETER, "arn", { name: "/app/db/secret-arn", type: "String", value: "arn:aws:x" }),
      ],
      literals: ["debug", "blue"],
    },
    {
      name: "a script that reads its secret",
      stack: [
        instance('#!/bin/bash\nDB_PASSWORD="$(aws secretsmanager get-secret-value --secret-id db)"\nexport MODE=x'),
      ],
    },
    {
      name: "resources that the stack only reads",
      stack: [resource(INSTANCE, "db", { password: SIMPLE }, { external: true })],
      literals: [SIMPLE],
    },
    {
      name: "resources without their password",
      stack: [
        resource("aws:mq/broker:Broker", "b", {}),
        resource("aws:lb/listener:Listener", "l", { defaultActions: [{ type: "forward" }] }),
      ],
    },
  ],
  invalid: [
    {
      name: "a password in the sources (B17)",
      stack: [resource(CLUSTER, "payments", { masterPassword: SIMPLE })],
      literals: [SIMPLE],
      findings: [{ resource: "payments", path: "masterPassword", message: /manageMasterUserPassword: true/ }],
      secrets: [SIMPLE],
    },
    {
      name: "a placeholder, whatever the sources (C3)",
      stack: [db({ password: "ChangeMe123!" })],
      config: CONFIG,
      findings: [{ resource: "db", path: "password", message: /placeholder/ }],
      secrets: ["ChangeMe123!"],
    },
    {
      name: "one password for the database and its secret (E3)",
      stack: [
        secret,
        version(json({ username: "paymentadmin", password: "ChangeMe123!TempPassword" })),
        resource(CLUSTER, "payments", { masterPassword: "ChangeMe123!TempPassword" }),
      ],
      literals: ["ChangeMe123!TempPassword", "paymentadmin"],
      config: { "aws:region": "us-east-1" },
      findings: [
        { resource: "payments", path: "masterPassword" },
        { resource: "version", path: "secretString.password", message: /RandomPassword/ },
      ],
      secrets: ["ChangeMe123!TempPassword"],
    },
    {
      name: "a cache's token, a broker's users, a domain's master (F14)",
      stack: [
        resource("aws:elasticache/replicationGroup:ReplicationGroup", "cache", { authToken: "SecureToken123456" }),
        resource("aws:mq/broker:Broker", "broker", {
          users: [
            { username: "a", password: "FirstPassword1" },
            { username: "b", password: "SecondPassword" },
          ],
        }),
        resource("aws:elasticache/user:User", "user", {
          authenticationMode: { type: "password", passwords: ["1234567890123456"] },
        }),
        resource("aws:opensearch/domain:Domain", "search", {
          advancedSecurityOptions: { masterUserOptions: { masterUserName: "a", masterUserPassword: "Master-1234" } },
        }),
      ],
      literals: ["SecureToken123456", "FirstPassword1", "SecondPassword", "1234567890123456", "Master-1234"],
      findings: [
        { resource: "cache", path: "authToken" },
        { resource: "broker", path: "users[0].password" },
        { resource: "broker", path: "users[1].password" },
        { resource: "user", path: "authenticationMode.passwords[0]" },
        { resource: "search", path: "advancedSecurityOptions.masterUserOptions.masterUserPassword" },
      ],
      secrets: ["SecureToken123456", "FirstPassword1", "SecondPassword", "1234567890123456", "Master-1234"],
    },
    {
      name: "a password where the configuration is not known, as in policy analyze",
      stack: [db({ password: "hunter2-from-config" }), fn({ API_KEY: "ChangeMe123!" })],
      literals: ["dbPassword"],
      findings: [
        { resource: "db", path: "password", level: "advisory", message: /configuration.* is not known here/ },
        { resource: "fn", path: "environment.variables.API_KEY", level: "advisory" },
      ],
      secrets: ["hunter2-from-config", "ChangeMe123!"],
    },
    {
      name: "a placeholder beside a hidden secret of the configuration",
      stack: [db({ password: "ChangeMe123!" })],
      config: { ...CONFIG, "shop:dbPassword": "[secret]" },
      findings: [{ resource: "db", path: "password", level: "advisory", message: /configuration.* is not known here/ }],
      secrets: ["ChangeMe123!"],
    },
    {
      name: "a literal where the configuration is not known",
      stack: [db({ password: SIMPLE })],
      literals: [SIMPLE],
      findings: [{ resource: "db", path: "password" }],
      secrets: [SIMPLE],
    },
    {
      name: "a password that contains a short value of the configuration by chance",
      stack: [db({ password: "prod-kX93jfLq" })],
      literals: ["prod-kX93jfLq", "prod-${suffix}"],
      config: { ...CONFIG, "shop:tier": "kX9" },
      findings: [{ resource: "db", path: "password" }],
      secrets: ["prod-kX93jfLq"],
    },
    {
      name: "literals that the program uses in previews only",
      stack: [db({ password: "preview-only-1" }), fn({ API_KEY: "other-preview-2" })],
      config: CONFIG,
      files: {
        "index.ts": `import * as pulumi from "@pulumi/pulumi";
const isPreview: boolean = pulumi.runtime.isDryRun();
const password = pulumi.runtime.isDryRun() ? "preview-only-1" : token();
let key = token();
if (isPreview) { key = "other-preview-2"; }
`,
      },
      findings: [
        { resource: "db", path: "password", level: "advisory", message: /in previews only/ },
        { resource: "fn", path: "environment.variables.API_KEY", level: "advisory", message: /in previews only/ },
      ],
      secrets: ["preview-only-1", "other-preview-2"],
    },
    {
      name: "literals that a Python program uses in previews only",
      stack: [db({ password: "preview-only-1" }), fn({ API_KEY: "other-preview-2" })],
      config: CONFIG,
      files: {
        "__main__.py": `import pulumi
password = "preview-only-1" if pulumi.runtime.is_dry_run() else token()
if pulumi.runtime.is_dry_run():
    key = "other-preview-2"
`,
      },
      findings: [
        { resource: "db", path: "password", level: "advisory" },
        { resource: "fn", path: "environment.variables.API_KEY", level: "advisory" },
      ],
      secrets: ["preview-only-1", "other-preview-2"],
    },
    {
      name: "literals of a program that uses them in a deployment too",
      stack: [db({ password: "everywhere-1" }), fn({ API_KEY: "other-place-2" })],
      config: CONFIG,
      files: {
        "index.ts": `const isPreview = pulumi.runtime.isDryRun();
const password = isPreview ? "everywhere-1" : "everywhere-1".trim();
const again = "everywhere-1";
const key = isProduction ? "other-place-2" : token();
`,
      },
      findings: [
        { resource: "db", path: "password" },
        { resource: "fn", path: "environment.variables.API_KEY" },
      ],
      secrets: ["everywhere-1", "other-place-2"],
    },
    {
      name: "a literal for previews that a deployment uses nevertheless",
      stack: [db({ password: "preview-only-1" })],
      config: CONFIG,
      deploying: true,
      files: { "index.ts": 'const password = pulumi.runtime.isDryRun() ? "preview-only-1" : token();' },
      findings: [{ resource: "db", path: "password" }],
      secrets: ["preview-only-1"],
    },
    {
      name: "passwords that look like names",
      stack: [
        fn({ JWT_SECRET: "my-super-secret", DB_PASSWORD: "orders", SESSION_SECRET: "your-session-secret" }),
        db({ password: "db-password" }),
      ],
      config: CONFIG,
      literals: ["my-super-secret", "orders", "your-session-secret", "db-password"],
      findings: [
        { resource: "fn", path: "environment.variables.JWT_SECRET" },
        { resource: "fn", path: "environment.variables.DB_PASSWORD" },
        { resource: "fn", path: "environment.variables.SESSION_SECRET" },
        { resource: "db", path: "password" },
      ],
      secrets: ["my-super-secret", "your-session-secret", "db-password"],
    },
    {
      name: "a password of unknown origin",
      stack: [db({ password: "kX93jfLq02mmPaal" })],
      literals: ["something else"],
      config: CONFIG,
      findings: [
        { resource: "db", path: "password", level: "advisory", message: /neither the configuration nor a resource/ },
      ],
      secrets: ["kX93jfLq02mmPaal"],
    },
    {
      name: "the same where the sources cannot be read",
      stack: [db({ password: SIMPLE })],
      findings: [{ resource: "db", path: "password", level: "advisory" }],
      secrets: [SIMPLE],
    },
    {
      name: "a password of an image that reads like a name",
      stack: [task({ name: "POSTGRES_PASSWORD", value: "shop_password" })],
      literals: ["shop_password"],
      config: CONFIG,
      findings: [{ resource: "app", path: "containerDefinitions[0].environment[0].value", level: "mandatory" }],
      secrets: ["shop_password"],
    },
    {
      name: "a function's variable, beside computed ones",
      stack: [table_, fn({ TABLE: table_.arn, DB_PASSWORD: SIMPLE, API_KEY: "changeme" })],
      literals: [SIMPLE],
      config: CONFIG,
      findings: [
        { resource: "fn", path: "environment.variables.DB_PASSWORD", message: /secret's ARN/ },
        { resource: "fn", path: "environment.variables.API_KEY", message: /placeholder/ },
      ],
      secrets: [SIMPLE, "changeme"],
    },
    {
      name: "a connection string under any name",
      stack: [
        fn({ BACKEND: "postgres://app:hunter2@db.internal/orders", QUEUE: "amqp://a:b1c2@mq" }),
        task({ name: "DSN", value: "Server=db;User=app;Password=hunter2;" }),
      ],
      literals: [
        "postgres://app:hunter2@db.internal/orders",
        "amqp://a:b1c2@${host}",
        "Server=db;User=app;Password=hunter2;",
      ],
      findings: [
        { resource: "fn", path: "environment.variables.BACKEND" },
        { resource: "fn", path: "environment.variables.QUEUE" },
        { resource: "app", path: "containerDefinitions[0].environment[0].value" },
      ],
      secrets: ["hunter2", "b1c2"],
    },
    {
      name: "variables of containers and builds",
      stack: [
        task({ name: "MODE", value: "fast" }, { name: "DB_PASSWORD", value: SIMPLE }),
        resource("aws:batch/jobDefinition:JobDefinition", "job", {
          containerProperties: json({ environment: [{ name: "API_KEY", value: SIMPLE }] }),
        }),
        resource("aws:codebuild/project:Project", "build", {
          environment: { environmentVariables: [{ name: "NPM_TOKEN", value: SIMPLE }] },
        }),
        resource("aws:apprunner/service:Service", "run", {
          sourceConfiguration: {
            imageRepository: { imageConfiguration: { runtimeEnvironmentVariables: { CLIENT_SECRET: SIMPLE } } },
          },
        }),
      ],
      literals: [SIMPLE],
      findings: [
        { resource: "app", path: "containerDefinitions[0].environment[1].value", message: /valueFrom/ },
        { resource: "job", path: "containerProperties.environment[0].value" },
        { resource: "build", path: "environment.environmentVariables[0].value" },
        {
          resource: "run",
          path: "sourceConfiguration.imageRepository.imageConfiguration.runtimeEnvironmentVariables.CLIENT_SECRET",
        },
      ],
      secrets: [SIMPLE],
    },
    {
      name: "secrets in plain text, in nested JSON, and write-only",
      stack: [
        version("hunter2hunter2"),
        resource(VERSION, "nested", { secretString: json({ users: [{ name: "app", password: SIMPLE }], n: 1 }) }),
        resource(VERSION, "write-only", { secretStringWo: json({ apiKey: SIMPLE }) }),
        resource(VERSION, "number", { secretString: "[1, 2]" }),
      ],
      literals: ["hunter2hunter2", SIMPLE],
      findings: [
        { resource: "version", path: "secretString" },
        { resource: "nested", path: "secretString.users[0].password" },
        { resource: "write-only", path: "secretStringWo.apiKey" },
      ],
      secrets: ["hunter2hunter2", SIMPLE],
    },
    {
      name: "values that reserve the place of a secret",
      stack: [
        version("REPLACE_ME"),
        resource(PARAMETER, "token", { name: "/app/token", type: "SecureString", value: "placeholder" }),
      ],
      literals: ["REPLACE_ME", "placeholder"],
      findings: [
        { resource: "version", path: "secretString", level: "advisory", message: /reserves the place of a secret/ },
        { resource: "token", path: "value", level: "advisory" },
      ],
    },
    {
      name: "parameters",
      stack: [
        resource(PARAMETER, "secure", { name: "/app/session", type: "SecureString", value: "k3-Hh%92" }),
        resource(PARAMETER, "named", { name: "/app/db/password", type: "SecureString", value: "orders" }),
        resource(PARAMETER, "plain", { name: "/app/db-password", type: "String", insecureValue: SIMPLE }),
        resource(PARAMETER, "url", { name: "/app/db/url", type: "SecureString", value: "redis://:hunter2@cache" }),
      ],
      literals: ["k3-Hh%92", "orders", SIMPLE, "redis://:hunter2@cache"],
      findings: [
        { resource: "secure", path: "value" },
        { resource: "named", path: "value" },
        { resource: "plain", path: "insecureValue" },
        { resource: "url", path: "value" },
      ],
      secrets: ["k3-Hh%92", SIMPLE, "hunter2"],
    },
    {
      name: "scripts of instances, also in base64",
      stack: [
        instance("#!/bin/bash\nexport DB_PASSWORD=hunter2\nexport DB_PASSWORD=hunter2"),
        resource("aws:ec2/launchTemplate:LaunchTemplate", "template", {
          userData: base64("#!/bin/bash\nrun --password 'hunter2'"),
        }),
      ],
      literals: ["#!/bin/bash\nexport DB_PASSWORD=hunter2\n", "#!/bin/bash\nrun --password 'hunter2'"],
      findings: [
        { resource: "web", path: "userData", message: /when the instance starts/ },
        { resource: "template", path: "userData" },
      ],
      secrets: ["hunter2"],
    },
    {
      name: "a script from a file, which is not in the sources",
      stack: [instance("#!/bin/bash\nexport DB_PASSWORD=kX93jfLq")],
      literals: ["./user-data.sh"],
      findings: [{ resource: "web", path: "userData", level: "advisory" }],
      secrets: ["kX93jfLq"],
    },
    {
      name: "a private key",
      stack: [fn({ SIGNER: "-----BEGIN PRIVATE KEY-----\nMIIE" })],
      literals: ["-----BEGIN PRIVATE KEY-----\nMIIE"],
      findings: [{ resource: "fn", path: "environment.variables.SIGNER" }],
      secrets: ["MIIE"],
    },
    {
      name: "a resource in a component",
      stack: [component, resource(INSTANCE, "db", { password: SIMPLE }, { parent: component })],
      literals: [SIMPLE],
      findings: [{ resource: "db", path: "password" }],
      secrets: [SIMPLE],
    },
  ],
  undecided: [
    {
      name: "strings that are not known yet",
      stack: [
        random,
        version(text`{"password":"${random.result}"}`),
        task({ name: "A", value: random.result }),
        instance(unknown),
      ],
      at: ["version.secretString", "app.containerDefinitions", "web.userData"],
    },
    {
      name: "an environment that is not known yet",
      stack: [
        resource(FUNCTION, "fn", { environment: unknown }),
        resource("aws:codebuild/project:Project", "build", { environment: unknown }),
        resource("aws:mq/broker:Broker", "broker", { users: unknown }),
      ],
      at: [],
    },
  ],
});
