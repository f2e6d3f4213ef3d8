import rule from "../../policies/secrets/credentials-hardcoded";
import type { RecordedStack } from "../../src/graph/recorded";
import { runRule } from "../../src/testing/rule-test";
import { build, resource, type Input } from "../../src/testing/stack";
import { runExample } from "../kit/example-programs";

// Bad programs in forms that people write without a bad intent, each beside a good one that differs in little else.
// The credentials are made up.

const IMPORTS = ["aws", "pulumi", "random"].map((name) => `import * as ${name} from "@pulumi/${name}";\n`).join("");
const CONFIG: Readonly<Record<string, string>> = {
  "aws:region": "eu-west-1",
  "shop:env": "prod",
  "shop:tier": "gold",
  "shop:dbPassword": "kV7-from-the-vault-31",
  "shop:apiToken": "tok-9d8f7a6b5c4e3d2f",
  "shop:legacy": "plainOldSecret77",
};
const PROJECT = "name: shop\nruntime: nodejs\n";

const DB = (password: string): string =>
  `new aws.rds.Instance("db", { engine: "postgres", instanceClass: "db.t4g.micro", allocatedStorage: 20, username: "app", password: ${password} });`;
const FN = (variables: string): string =>
  `new aws.lambda.Function("fn", { role: "arn:aws:iam::464738291005:role/fn", environment: { variables: ${variables} } });`;
const TASK = (container: string): string =>
  `new aws.ecs.TaskDefinition("app", { family: "app", containerDefinitions: ${container} });`;
const VM = (userData: string): string =>
  `new aws.ec2.Instance("vm", { ami: "ami-0abcdef1234567890", instanceType: "t3.micro", userData: ${userData} });`;
const RANDOM = `const generated = new random.RandomPassword("db", { length: 24 });\n`;
const SETTINGS = `const config = new pulumi.Config();\n`;

const KEY = ["-----BEGIN RSA ", "PRIVATE KEY-----\\n", "MIIEpAIBAAKCAQEA7bq4v1x9Zr0kTt\\n"].join("");
// In parts, so that scanners of repositories do not take them for real ones.
const GITHUB = `ghp_16C7e42F292c6912E7710c838347Ae178B4a`;
const STRIPE = `sk_live_4eC39HqLyjWDarjtT1zdp7dc`;
const SLACK = `xoxb-263594206564-FGqddMF8t08v8N7Oq4i57vs1`;
const ACCESS_KEY = `AKIAZ7QWX2M4N6P3R5T7`;

interface Pair {
  name: string;
  bad: string;
  good: string;
  /** Files beside the program. */
  files?: { bad?: Record<string, string>; good?: Record<string, string> };
}

const PAIRS: readonly Pair[] = [
  { name: "a sum", bad: DB(`"Winter" + "2024!"`), good: `${SETTINGS}${DB(`config.requireSecret("dbPassword")`)}` },
  {
    name: "a sum with the stack's name",
    bad: DB(`"Winter-" + pulumi.getStack() + "-2024!"`),
    good: `${SETTINGS}${DB(`config.requireSecret("dbPassword").apply((p) => p + "-" + pulumi.getStack())`)}`,
  },
  {
    name: "a template with a setting that is no secret",
    bad: `${SETTINGS}${DB('`Welcome-${config.require("env")}-2024!`')}`,
    good: `${SETTINGS}${DB('`app-${config.require("dbPassword")}`')}`,
  },
  {
    name: "a constant in another file",
    bad: `import { base } from "./settings";\n${DB("`${base}-${pulumi.getStack()}`")}`,
    good: `import { base } from "./settings";\n${RANDOM}${DB("pulumi.interpolate`${base}-${generated.result}`")}`,
    files: {
      bad: { "settings.ts": 'export const base = "Sup3rSecret";' },
      good: { "settings.ts": 'export const base = "app";' },
    },
  },
  {
    name: "a list that is joined",
    bad: DB(`["correct", "horse", "battery"].join("-")`),
    good: `${RANDOM}${DB("generated.result")}`,
  },
  {
    name: "an output that wraps a literal",
    bad: DB(`pulumi.secret("Winter2024!")`),
    good: `${RANDOM}${DB("pulumi.secret(generated.result)")}`,
  },
  {
    name: "an interpolation with the id of another resource",
    bad: `const table = new aws.dynamodb.Table("t", { attributes: [{ name: "id", type: "S" }], hashKey: "id" });\n${DB("pulumi.interpolate`Sup3rSecret!${table.id}`")}`,
    good: `${RANDOM}${DB("pulumi.interpolate`${generated.result}!`")}`,
  },
  {
    name: "a string that looks like a variable",
    bad: DB(`"$ecret2024"`),
    good: FN(`{ DB_PASSWORD: "$DB_PASSWORD" }`),
  },
  { name: "a string that looks like a format", bad: DB(`"%Winter2024"`), good: FN(`{ DB_PASSWORD: "%DB_PASSWORD%" }`) },
  { name: "a number", bad: FN(`{ DB_PASSWORD: "20241119" }`), good: FN(`{ PASSWORD_MIN_LENGTH: "20241119" }`) },
  {
    name: "a string in base64",
    bad: DB(`Buffer.from("V2ludGVyMjAyNCE=", "base64").toString()`),
    good: `${SETTINGS}${DB(`config.requireSecret("dbPassword")`)}`,
  },
  {
    name: "a password that is equal to a name in the stack",
    bad: `const t = new aws.sns.Topic("t", { name: "orders-app" });\nnew aws.rds.Instance("db", { engine: "postgres", instanceClass: "db.t4g.micro", username: "app", password: "orders-app" }, { dependsOn: [t] });`,
    good: `const t = new aws.sns.Topic("t", { name: "orders-app" });\n${FN("{ TOPIC: t.name }")}`,
  },
  {
    name: "a password that is equal to a setting that is no secret",
    bad: DB(`"prod"`),
    good: `${SETTINGS}${FN(`{ ENVIRONMENT: config.require("env") }`)}`,
  },
  {
    name: "a default beside the configuration",
    bad: `${SETTINGS}${DB(`config.get("other") ?? "Winter2024!"`)}`,
    good: `${SETTINGS}${DB(`config.get("other") ?? config.requireSecret("dbPassword")`)}`,
  },
  {
    name: "a setting in plain text",
    bad: `${SETTINGS}${DB(`config.require("legacy")`)}`,
    good: `${SETTINGS}${DB(`config.requireSecret("legacy")`)}`,
    files: {
      bad: { "Pulumi.dev.yaml": "config:\n  shop:legacy: plainOldSecret77\n" },
      good: { "Pulumi.dev.yaml": "config:\n  shop:legacy:\n    secure: AAABAKf2k5\n" },
    },
  },
  {
    name: "a default in the project's file",
    bad: `${SETTINGS}${DB(`config.require("legacy")`)}`,
    good: `${SETTINGS}${DB(`config.require("legacy")`)}`,
    files: {
      bad: { "Pulumi.yaml": `${PROJECT}config:\n  legacy:\n    type: string\n    default: plainOldSecret77\n` },
      good: { "Pulumi.yaml": `${PROJECT}config:\n  legacy:\n    type: string\n    secret: true\n` },
    },
  },
  {
    name: "the key of a VPN tunnel",
    bad: `new aws.ec2.VpnConnection("vpn", { customerGatewayId: "cgw-0abcdef1234567890", type: "ipsec.1", tunnel1PresharedKey: "Tunnel_Key_2024" });`,
    good: `${SETTINGS}new aws.ec2.VpnConnection("vpn", { customerGatewayId: "cgw-0abcdef1234567890", type: "ipsec.1", tunnel1PresharedKey: config.requireSecret("dbPassword") });`,
  },
  {
    name: "the keys of a provider",
    bad: `new aws.Provider("other", { region: "eu-west-1", accessKey: "${ACCESS_KEY}", secretKey: "wJalr7UtnFEMIbPxRfiCYzK4MDENGbPxRfiCY9ab" });`,
    good: `${SETTINGS}new aws.Provider("other", { region: "eu-west-1", profile: "other", secretKey: config.requireSecret("apiToken") });`,
  },
  {
    name: "the key of a BGP session",
    bad: `new aws.directconnect.BgpPeer("bgp", { addressFamily: "ipv4", bgpAsn: 65000, virtualInterfaceId: "dxvif-0abc1234", bgpAuthKey: "Bgp-Shared-77" });`,
    good: `${SETTINGS}new aws.directconnect.BgpPeer("bgp", { addressFamily: "ipv4", bgpAsn: 65000, virtualInterfaceId: "dxvif-0abc1234", bgpAuthKey: config.requireSecret("dbPassword") });`,
  },
  {
    name: "the private key of a certificate",
    bad: `new aws.acm.Certificate("own", { certificateBody: "-----BEGIN CERTIFICATE-----\\nMIID", privateKey: "${KEY}" });`,
    good: `${SETTINGS}new aws.acm.Certificate("own", { certificateBody: "-----BEGIN CERTIFICATE-----\\nMIID", privateKey: config.requireSecret("dbPassword") });`,
  },
  {
    name: "a nested secret of an identity provider",
    bad: `new aws.lb.ListenerRule("rule", { listenerArn: "arn:aws:elasticloadbalancing:eu-west-1:464738291005:listener/app/a/1/2", conditions: [], actions: [{ type: "authenticate-oidc", authenticateOidc: { authorizationEndpoint: "https://id.acme.dev/a", clientId: "web", clientSecret: "Oidc-Client-77", issuer: "https://id.acme.dev", tokenEndpoint: "https://id.acme.dev/t", userInfoEndpoint: "https://id.acme.dev/u" } }] });`,
    good: `${SETTINGS}new aws.lb.ListenerRule("rule", { listenerArn: "arn:aws:elasticloadbalancing:eu-west-1:464738291005:listener/app/a/1/2", conditions: [], actions: [{ type: "authenticate-oidc", authenticateOidc: { authorizationEndpoint: "https://id.acme.dev/a", clientId: "web", clientSecret: config.requireSecret("apiToken"), issuer: "https://id.acme.dev", tokenEndpoint: "https://id.acme.dev/t", userInfoEndpoint: "https://id.acme.dev/u" } }] });`,
  },
  {
    name: "a token under an innocent name",
    bad: FN(`{ UPSTREAM: "${GITHUB}" }`),
    good: FN(`{ UPSTREAM: "ghp_short", DOCS: "tokens begin with ghp_" }`),
  },
  {
    name: "a token inside of a longer string",
    bad: FN(`{ OPTIONS: "--retries 3 --auth ${STRIPE} --fast" }`),
    good: FN(`{ OPTIONS: "--retries 3 --auth arn:aws:secretsmanager:eu-west-1:464738291005:secret:a-AbCdEf --fast" }`),
  },
  {
    name: "JSON in a variable",
    bad: FN(`{ SETTINGS: JSON.stringify({ db: { host: "db.internal", password: "Winter2024!" } }) }`),
    good: FN(`{ SETTINGS: JSON.stringify({ db: { host: "db.internal", passwordSecret: "prod/db/password" } }) }`),
  },
  {
    name: "JSON in a variable, around a computed value",
    bad: `const t = new aws.sns.Topic("t");\n${FN(`{ SETTINGS: pulumi.jsonStringify({ topic: t.arn, apiKey: "k3y-9Fa2-77" }) }`)}`,
    good: `const t = new aws.sns.Topic("t");\n${RANDOM}${FN(`{ SETTINGS: pulumi.jsonStringify({ topic: t.arn, apiKey: generated.result }) }`)}`,
  },
  {
    name: "a URL around a computed host",
    bad: `const t = new aws.rds.Instance("r", { engine: "postgres", instanceClass: "db.t4g.micro", manageMasterUserPassword: true, username: "app" });\n${FN("{ DATABASE_URL: pulumi.interpolate`postgres://app:Winter2024@${t.endpoint}/orders` }")}`,
    good: `const t = new aws.rds.Instance("r", { engine: "postgres", instanceClass: "db.t4g.micro", manageMasterUserPassword: true, username: "app" });\n${RANDOM}${FN("{ DATABASE_URL: pulumi.interpolate`postgres://app:${generated.result}@${t.endpoint}/orders` }")}`,
  },
  {
    name: "a URL with a constant",
    bad: `const password = "Winter2024";\n${FN("{ DATABASE_URL: `postgres://app:${password}@db.internal/orders` }")}`,
    good: `const user = "Winter2024";\n${FN("{ DATABASE_URL: `postgres://${user}@db.internal/orders` }")}`,
  },
  {
    name: "the command of a container",
    bad: TASK(
      `JSON.stringify([{ name: "app", image: "nginx:1.27", command: ["serve", "--db-password", "Winter2024!"] }])`,
    ),
    good: TASK(
      `JSON.stringify([{ name: "app", image: "nginx:1.27", command: ["serve", "--db-password-file", "/run/secrets/db"] }])`,
    ),
  },
  {
    name: "a client's command in words",
    bad: TASK(
      `JSON.stringify([{ name: "app", image: "mysql:8.4", command: ["mysql", "-h", "db", "-u", "root", "-pWinter2024!"] }])`,
    ),
    good: TASK(
      `JSON.stringify([{ name: "app", image: "mysql:8.4", command: ["mysql", "-h", "db", "-u", "root", "-p", "shop"] }])`,
    ),
  },
  {
    name: "a request's user in words",
    bad: TASK(
      `JSON.stringify([{ name: "app", image: "curl:8", command: ["curl", "-u", "ci:Winter2024!", "https://nexus.test/x"] }])`,
    ),
    good: TASK(
      `JSON.stringify([{ name: "app", image: "curl:8", command: ["curl", "-u", "ci", "https://nexus.test/x"] }])`,
    ),
  },
  {
    name: "a shell command of a container",
    bad: TASK(
      `JSON.stringify([{ name: "app", image: "nginx:1.27", entryPoint: ["sh", "-c", "export DB_PASSWORD=Winter2024 && serve"] }])`,
    ),
    good: TASK(
      `JSON.stringify([{ name: "app", image: "nginx:1.27", entryPoint: ["sh", "-c", "export DB_PASSWORD=$DB_SECRET && serve"] }])`,
    ),
  },
  {
    name: "the options of a log driver",
    bad: TASK(
      `JSON.stringify([{ name: "app", image: "nginx:1.27", logConfiguration: { logDriver: "splunk", options: { "splunk-token": "B5A79AAD-D822-46CC-80D1" } } }])`,
    ),
    good: TASK(
      `JSON.stringify([{ name: "app", image: "nginx:1.27", logConfiguration: { logDriver: "splunk", secretOptions: [{ name: "splunk-token", valueFrom: "arn:aws:secretsmanager:eu-west-1:464738291005:secret:splunk-AbCdEf" }] } }])`,
    ),
  },
  {
    name: "the script of an instance",
    bad: VM("`#!/bin/bash\nmysql -h db.internal -u app -pWinter2024 < schema.sql\n`"),
    good: VM("`#!/bin/bash\nmysql -h db.internal -u app -p$DB_PASSWORD < schema.sql\n`"),
  },
  {
    name: "a script around a computed value",
    bad: `const t = new aws.s3.Bucket("files");\n${VM("pulumi.interpolate`#!/bin/bash\nexport BUCKET=${t.bucket}\nexport API_TOKEN=k3y9Fa2x77Lq\n`")}`,
    good: `const t = new aws.s3.Bucket("files");\n${VM("pulumi.interpolate`#!/bin/bash\nexport BUCKET=${t.bucket}\nexport API_TOKEN=$(aws ssm get-parameter --name /app/token)\n`")}`,
  },
  {
    name: "cloud-init",
    bad: VM("`#cloud-config\nusers:\n  - name: admin\n    plain_text_passwd: Winter2024\n`"),
    good: VM("`#cloud-config\nusers:\n  - name: admin\n    lock_passwd: true\n`"),
  },
  {
    name: "a file that a script writes",
    bad: VM("`#!/bin/bash\ncat > /etc/app.ini <<EOF\n[db]\nuser = app\npassword = Winter2024\nEOF\n`"),
    good: VM("`#!/bin/bash\ncat > /etc/app.ini <<EOF\n[db]\nuser = app\npassword = $DB_PASSWORD\nEOF\n`"),
  },
  {
    name: "a request with a header",
    bad: VM('`#!/bin/bash\ncurl -H "Authorization: Bearer 9f3kQx77LqPz02mNvB5t" https://api.acme.dev/register\n`'),
    good: VM('`#!/bin/bash\ncurl -H "Authorization: Bearer $TOKEN" https://api.acme.dev/register\n`'),
  },
  {
    name: "the arguments of a job",
    bad: `new aws.glue.Job("etl", { roleArn: "arn:aws:iam::464738291005:role/etl", command: { scriptLocation: "s3://acme-jobs/etl.py" }, defaultArguments: { "--db-password": "Winter2024!" } });`,
    good: `new aws.glue.Job("etl", { roleArn: "arn:aws:iam::464738291005:role/etl", command: { scriptLocation: "s3://acme-jobs/etl.py" }, defaultArguments: { "--db-secret-arn": "arn:aws:secretsmanager:eu-west-1:464738291005:secret:etl-AbCdEf" } });`,
  },
  {
    name: "a variable of a build",
    bad: `new aws.codebuild.Project("build", { serviceRole: "arn:aws:iam::464738291005:role/b", artifacts: { type: "NO_ARTIFACTS" }, source: { type: "NO_SOURCE", buildspec: "version: 0.2\\nenv:\\n  variables:\\n    NPM_TOKEN: a7Fd93kQ0xLm\\nphases: {}\\n" }, environment: { computeType: "BUILD_GENERAL1_SMALL", image: "aws/codebuild/standard:7.0", type: "LINUX_CONTAINER" } });`,
    good: `new aws.codebuild.Project("build", { serviceRole: "arn:aws:iam::464738291005:role/b", artifacts: { type: "NO_ARTIFACTS" }, source: { type: "NO_SOURCE", buildspec: "version: 0.2\\nenv:\\n  secrets-manager:\\n    NPM_TOKEN: build/npm:token\\nphases: {}\\n" }, environment: { computeType: "BUILD_GENERAL1_SMALL", image: "aws/codebuild/standard:7.0", type: "LINUX_CONTAINER" } });`,
  },
  {
    name: "a header between a CDN and its origin",
    bad: `new aws.apigateway.Stage("live", { restApi: "abc123", deployment: "def456", stageName: "live", variables: { backendPassword: "Winter2024!" } });`,
    good: `new aws.apigateway.Stage("live", { restApi: "abc123", deployment: "def456", stageName: "live", variables: { backendUser: "app" } });`,
  },
  {
    name: "the settings of Elastic Beanstalk",
    bad: `new aws.elasticbeanstalk.Environment("web", { application: "web", settings: [{ namespace: "aws:elasticbeanstalk:application:environment", name: "RDS_PASSWORD", value: "Winter2024!" }] });`,
    good: `new aws.elasticbeanstalk.Environment("web", { application: "web", settings: [{ namespace: "aws:elasticbeanstalk:application:environmentsecrets", name: "RDS_PASSWORD", value: "arn:aws:secretsmanager:eu-west-1:464738291005:secret:web-AbCdEf" }] });`,
  },
  {
    name: "a tag",
    bad: `new aws.s3.Bucket("files", { tags: { AdminPassword: "Winter2024!" } });`,
    good: `new aws.s3.Bucket("files", { tags: { PasswordPolicy: "strict" } });`,
  },
  {
    name: "an output of the stack",
    bad: `export const adminPassword = "Winter2024!";`,
    good: `${RANDOM}export const adminPassword = generated.result;`,
  },
  {
    name: "a nested output of the stack",
    bad: `export const connection = { host: "db.internal", url: "postgres://app:Winter2024@db.internal/orders" };`,
    good: `export const connection = { host: "db.internal", url: "postgres://app@db.internal/orders" };`,
  },
  {
    name: "an object in a bucket",
    bad: `new aws.s3.BucketObjectv2("settings", { bucket: "acme", key: "app.json", content: JSON.stringify({ mail: { smtpPassword: "Winter2024!" } }) });`,
    good: `new aws.s3.BucketObjectv2("settings", { bucket: "acme", key: "app.json", content: JSON.stringify({ mail: { smtpPasswordLength: "24" } }) });`,
  },
  {
    name: "a string that KMS encrypts",
    bad: `new aws.kms.Ciphertext("c", { keyId: "alias/app", plaintext: "Winter2024!" });`,
    good: `${SETTINGS}new aws.kms.Ciphertext("c", { keyId: "alias/app", plaintext: config.requireSecret("dbPassword") });`,
  },
  {
    name: "a secret's version in JSON",
    bad: `new aws.secretsmanager.SecretVersion("v", { secretId: "app", secretString: JSON.stringify({ username: "app", password: "Winter2024!" }) });`,
    good: `${RANDOM}new aws.secretsmanager.SecretVersion("v", { secretId: "app", secretString: pulumi.jsonStringify({ username: "app", password: generated.result }) });`,
  },
  {
    name: "a parameter in plain text",
    bad: `new aws.ssm.Parameter("p", { name: "/app/slack", type: "String", value: "${SLACK}" });`,
    good: `new aws.ssm.Parameter("p", { name: "/app/slack", type: "String", value: "#alerts" });`,
  },
  {
    name: "JSON in one literal",
    bad: FN('{ SETTINGS: \'{"db": {"password": "Winter2024"}}\' }'),
    good: FN('{ SETTINGS: \'{"db": {"passwordSecret": "prod/db/password"}}\' }'),
  },
  {
    name: "a user name and a password for HTTP",
    bad: `new aws.amplify.App("web", { basicAuthCredentials: Buffer.from("admin:Winter2024").toString("base64") });`,
    good: `${SETTINGS}new aws.amplify.App("web", { basicAuthCredentials: config.requireSecret("apiToken") });`,
  },
  {
    name: "a secret in bytes",
    bad: `new aws.secretsmanager.SecretVersion("v", { secretId: "app", secretBinary: Buffer.from("Winter2024!").toString("base64") });`,
    good: `new aws.secretsmanager.SecretVersion("v", { secretId: "app", secretBinary: Buffer.from("prod/db").toString("base64") });`,
  },
  {
    name: "the desired state of a resource",
    bad: `new aws.cloudcontrol.Resource("r", { typeName: "AWS::RDS::DBInstance", desiredState: JSON.stringify({ MasterUserPassword: "Winter2024!" }) });`,
    good: `new aws.cloudcontrol.Resource("r", { typeName: "AWS::RDS::DBInstance", desiredState: JSON.stringify({ ManageMasterUserPassword: true }) });`,
  },
  {
    name: "the parameters of a template",
    bad: `new aws.cloudformation.Stack("s", { name: "s", parameters: { DatabasePassword: "Winter2024!" }, templateBody: "Resources: {}" });`,
    good: `new aws.cloudformation.Stack("s", { name: "s", parameters: { DatabaseName: "Winter2024!" }, templateBody: "Resources: {}" });`,
  },
  {
    name: "JSON in a file that a script writes",
    bad: VM('`#!/bin/bash\ncat > /etc/app.json <<EOF\n{"db": {"password": "Winter2024"}}\nEOF\n`'),
    good: VM('`#!/bin/bash\ncat > /etc/app.json <<EOF\n{"db": {"password": "$DB_PASSWORD"}}\nEOF\n`'),
  },
  ...[
    ["a client of a cache", "redis-cli -h cache -a Winter2024 ping", "redis-cli -h cache -a $CACHE_PASSWORD ping"],
    ["a client of MongoDB", "mongosh -u app -p Winter2024 db", "mongosh -u app -p --host db"],
    ["a client of LDAP", "ldapsearch -x -D cn=app -w Winter2024 x", "ldapsearch -x -D cn=app -W x"],
    ["a client of SQL Server", "sqlcmd -S db -U app -P Winter2024", "sqlcmd -S db -U app -P $SQL_PASSWORD"],
    ["a user of Windows", "net user app Winter2024 /add", "net user app $env:PW /add"],
    [
      "a secure string",
      'ConvertTo-SecureString "Winter2024" -AsPlainText -Force',
      'ConvertTo-SecureString "$env:PW" -AsPlainText -Force',
    ],
    ["words for PostgreSQL", "psql 'host=db user=app password=Winter2024'", "psql 'host=db password=$DB1_PASS'"],
  ].map(([name = "", bad = "", good = ""]) => ({
    name,
    bad: VM(JSON.stringify(`#!/bin/bash\n${bad}\n`)),
    good: VM(JSON.stringify(`#!/bin/bash\n${good}\n`)),
  })),
  {
    name: "the script of a notebook, in base64",
    bad: `new aws.sagemaker.NotebookInstanceLifecycleConfiguration("n", { onCreate: Buffer.from("export DB_PASSWORD=kX93jfLq").toString("base64") });`,
    good: `new aws.sagemaker.NotebookInstanceLifecycleConfiguration("n", { onCreate: Buffer.from("export DB_PASSWORD=$X").toString("base64") });`,
  },
  {
    name: "the words of a connection",
    bad: FN(`{ PG_DSN: "host=db.internal user=app password=Winter2024 dbname=shop" }`),
    good: FN(`{ PG_DSN: "host=db.internal user=app dbname=shop" }`),
  },
  {
    name: "the key of a storage account",
    bad: FN(`{ STORAGE: "AccountName=acme;AccountKey=Winter2024Winter2024==;EndpointSuffix=core.windows.net" }`),
    good: FN(`{ STORAGE: "AccountName=acme;EndpointSuffix=core.windows.net" }`),
  },
  {
    name: "the settings of npm",
    bad: FN(`{ NPMRC: "//registry.npmjs.org/:_authToken=Winter2024Winter" }`),
    good: FN('{ NPMRC: "//registry.npmjs.org/:_authToken=${NPM_TOKEN}" }'),
  },
  {
    name: "the settings of Docker",
    bad: FN(`{ CONFIG: JSON.stringify({ auths: { "r.acme.dev": { auth: "Y2k6V2ludGVyMjAyNA==" } } }) }`),
    good: FN(`{ CONFIG: JSON.stringify({ credHelpers: { "r.acme.dev": "ecr-login" }, auth: "bm90IGEgbG9naW4=" }) }`),
  },
  {
    name: "a private key in base64",
    bad: FN(`{ DEPLOY: Buffer.from("${KEY}").toString("base64") }`),
    good: FN(`{ DEPLOY: Buffer.from("${KEY.replace("RSA PRIVATE", "PUBLIC")}").toString("base64") }`),
  },
  {
    name: "a header that an API adds",
    bad: `new aws.apigateway.Integration("i", { restApi: "a1", resourceId: "r1", httpMethod: "GET", type: "HTTP", requestParameters: { "integration.request.header.x-api-key": "'Winter2024'" } });`,
    good: `new aws.apigateway.Integration("i", { restApi: "a1", resourceId: "r1", httpMethod: "GET", type: "HTTP", requestParameters: { "integration.request.header.x-api-key": "method.request.header.X-Api-Key" } });`,
  },
  {
    name: "the configuration of a cluster in JSON",
    bad: `new aws.emr.Cluster("e", { releaseLabel: "emr-7.10.0", serviceRole: "arn:aws:iam::464738291005:role/e", configurationsJson: JSON.stringify([{ Classification: "hive-site", Properties: { "javax.jdo.option.ConnectionPassword": "Winter2024" } }]) });`,
    good: `new aws.emr.Cluster("e", { releaseLabel: "emr-7.10.0", serviceRole: "arn:aws:iam::464738291005:role/e", configurationsJson: JSON.stringify([{ Classification: "hive-site", Properties: { "javax.jdo.option.ConnectionUserName": "Winter2024" } }]) });`,
  },
  {
    name: "the token of a provider's web identity",
    bad: `new aws.Provider("p", { region: "eu-west-1", assumeRoleWithWebIdentity: { roleArn: "arn:aws:iam::464738291005:role/e", webIdentityToken: "Winter2024.Winter" } });`,
    good: `new aws.Provider("p", { region: "eu-west-1", assumeRoleWithWebIdentity: { roleArn: "arn:aws:iam::464738291005:role/e", webIdentityTokenFile: "/run/token" } });`,
  },
  {
    name: "the code of a function",
    bad: `new aws.lambda.Function("f", { role: "arn:aws:iam::464738291005:role/f", code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("const token = '${GITHUB}';") }) });`,
    good: `new aws.lambda.Function("f", { role: "arn:aws:iam::464738291005:role/f", code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("const token = process.env.TOKEN;") }) });`,
  },
  {
    name: "a file in the code of a layer",
    bad: `new aws.lambda.LayerVersion("l", { layerName: "l", code: new pulumi.asset.FileArchive("./layer/") });`,
    good: `new aws.lambda.LayerVersion("l", { layerName: "l", code: new pulumi.asset.FileArchive("./layer") });`,
    files: {
      bad: { "layer/nodejs/api.js": `exports.token = "${GITHUB}";` },
      good: { "layer/nodejs/api.js": "exports.token = process.env.TOKEN;" },
    },
  },
  {
    name: "a file beside the program",
    bad: VM("`#!/bin/bash\nexport DB_PASSWORD=kX93jfLq\n`"),
    good: VM("`#!/bin/bash\nexport DB_USER=kX93jfLq\n`"),
    files: { bad: { "setup.sh": "#!/bin/bash\nexport DB_PASSWORD=kX93jfLq\n" } },
  },
];

/** What no message may show. */
const SECRETS =
  /Winter|2024|Sup3r|kX93jfLq|k3y9|plainOld|kV7-|tok-9d|ghp_|sk_live|xoxb|AKIA|MIIE|horse|Shared-77|Client-77|a7Fd93/;

const files = (program: string, more: Record<string, string> = {}): Record<string, string> => ({
  "Pulumi.yaml": PROJECT,
  ...more,
  "index.ts": IMPORTS + program,
});

/** The mandatory findings of a program, before and after it is deployed, as `preflight check` looks at both. */
async function stopped(program: Record<string, string>): Promise<string[]> {
  const found = new Set<string>();
  for (const exists of [false, true]) {
    const recorded = await runExample(program, { config: CONFIG, exists });
    for (const line of stoppedIn(recorded, program)) {
      found.add(line);
    }
  }
  return [...found];
}

function stoppedIn(recorded: RecordedStack, program: Record<string, string>): string[] {
  const { results, crash } = runRule(rule, { name: "", files: program, config: { ...CONFIG } }, "up", recorded);
  expect(crash).toBeUndefined();
  expect(results.filter(({ message }) => SECRETS.test(message))).toEqual([]);
  return results
    .filter(({ level }) => level === "mandatory")
    .map(({ name, path, message }) => `${String(name)}.${path}: ${message}`);
}

describe("a credential in an innocent form", () => {
  it.each(PAIRS)("$name", async ({ bad, files: beside }) => {
    expect(await stopped(files(bad, beside?.bad))).not.toEqual([]);
  });
});

describe("what is no credential, beside it", () => {
  it.each(PAIRS)("$name", async ({ good, files: beside }) => {
    expect(await stopped(files(good, beside?.good))).toEqual([]);
  });
});

/** Programs in other languages, with what each gives to a database. */
const LANGUAGES: readonly { name: string; path: string; code: string; password: string; isGood?: true }[] = [
  { name: "Python", path: "__main__.py", code: 'password = f"Winter-{stack}-2024!"', password: "Winter-dev-2024!" },
  {
    name: "Python with percent",
    path: "__main__.py",
    code: 'p = "Winter-%s-2024!" % stack',
    password: "Winter-dev-2024!",
  },
  { name: "JavaScript", path: "index.js", code: "exports.p = 'Winter2024!';", password: "Winter2024!" },
  { name: "Go", path: "main.go", code: 'package main\nconst p = "Winter2024!"', password: "Winter2024!" },
  {
    name: "Go with Sprintf",
    path: "main.go",
    code: 'package main\nvar p = fmt.Sprintf("Winter-%s-2024!", stack)',
    password: "Winter-dev-2024!",
  },
  { name: "C#", path: "Program.cs", code: 'Password = $"Winter-{stack}-2024!",', password: "Winter-dev-2024!" },
  {
    name: "Java",
    path: "src/main/java/App.java",
    code: 'class App { String p = "Winter" + "2024!"; }',
    password: "Winter2024!",
  },
  {
    name: "YAML",
    path: "Pulumi.yaml",
    code: "name: shop\nruntime: yaml\nresources:\n  db:\n    type: aws:rds:Instance\n    properties:\n      password: Winter2024!\n",
    password: "Winter2024!",
  },
  {
    name: "a folder called build",
    path: "build/db.ts",
    code: 'export const p = "Winter2024!";',
    password: "Winter2024!",
  },
  {
    name: "a folder called env",
    path: "env/prod.ts",
    code: 'export const p = "Winter2024!";',
    password: "Winter2024!",
  },
  {
    name: "a source of more than a megabyte",
    path: "index.ts",
    code: `const data = "${"x".repeat(1_100_000)}";\nconst p = "Winter2024!";`,
    password: "Winter2024!",
  },
  {
    name: "a comment in Go",
    path: "main.go",
    code: "package main\n// Winter2024!",
    password: "Winter2024!",
    isGood: true,
  },
  {
    name: "a secret of the configuration",
    path: "Program.cs",
    code: "// none",
    password: "kV7-from-the-vault-31",
    isGood: true,
  },
];

it.each(LANGUAGES)("a password in $name", ({ path, code, password, isGood }) => {
  const inputs: Record<string, Input> = { engine: "postgres", password };
  const recorded = build([resource("aws:rds/instance:Instance", "db", inputs)], "up");
  const found = stoppedIn(recorded, { "Pulumi.yaml": PROJECT, [path]: code });
  expect(found.length).toBe(isGood ? 0 : 1);
});

it.each([
  [
    "a language that is not read",
    { "Pulumi.yaml": "name: shop\nruntime: java\n", "src/App.kt": 'val p = "Winter" + "2024!"' },
    "src/App.kt",
  ],
  [
    "a file elsewhere",
    { "index.ts": 'const p = fs.readFileSync("../shared/p.txt", "utf8");' },
    "files that index.ts reads",
  ],
  ["a source that is too large", { "data.ts": `export const d = "${"x".repeat(4_100_000)}";` }, "data.ts"],
])("is undecided and reported beside %s", (_name, sources, path) => {
  const recorded = build([resource("aws:rds/instance:Instance", "db", { password: "Winter2024!" })], "up");
  const program = { "Pulumi.yaml": PROJECT, ...sources };
  const { results, undecided } = runRule(rule, { name: "", files: program, config: { ...CONFIG } }, "up", recorded);
  expect(undecided.map((one) => `${one.name}.${one.path}`)).toEqual(["db.password"]);
  expect(results.map(({ level, message }) => [level, message.includes(path)])).toEqual([["advisory", true]]);
});
