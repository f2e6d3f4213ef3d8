import rule from "../../../policies/secrets/database-credentials-managed";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, text, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const INSTANCE = "aws:rds/instance:Instance";
const CLUSTER = "aws:rds/cluster:Cluster";
const VERSION = "aws:secretsmanager/secretVersion:SecretVersion";
const SIMPLE = "SimplePassword123";

const random = resource("random:index/randomPassword:RandomPassword", "password", { length: 32 });
const secret = resource("aws:secretsmanager/secret:Secret", "db", {});
const version = (secretString: Input): BuiltResource =>
  resource(VERSION, "version", { secretId: secret.id, secretString });
const db = (inputs: Record<string, Input>): BuiltResource =>
  resource(INSTANCE, "orders", { engine: "postgres", ...inputs });
const generated = db({ password: random.result });
const reference = resource("pulumi:pulumi:StackReference", "shared", { name: "org/shared/dev" });
const onPassword = [{ resource: "orders", path: "password" }];

ruleTest(rule, {
  valid: [
    { name: "a password that RDS manages", stack: [db({ manageMasterUserPassword: true })] },
    {
      name: "clusters of other engines with managed passwords",
      stack: [
        resource("aws:docdb/cluster:Cluster", "documents", { manageMasterUserPassword: true }),
        resource("aws:redshift/cluster:Cluster", "warehouse", { manageMasterPassword: true }),
      ],
    },
    {
      name: "a generated password that a secret holds",
      stack: [random, generated, secret, version(random.result)],
    },
    {
      name: "a generated password in a secret's JSON with the host",
      stack: [random, generated, secret, version(json({ password: random.result, host: generated.address }))],
    },
    {
      name: "a secret that takes the password from the database",
      stack: [random, generated, secret, version(json({ password: generated.password }))],
    },
    {
      name: "a password that is read from a secret",
      stack: (() => {
        const stored = version(json({ password: random.result }));
        return [random, secret, stored, db({ password: stored.secretString })];
      })(),
    },
    {
      name: "a password that a data source reads from a secret of the stack",
      stack: [secret, version(unknown), db({ password: secret.id })],
    },
    {
      name: "a password of unknown origin that a secret holds as well",
      stack: [
        db({ password: "kX93jfLq02mmPaal" }),
        secret,
        version(json({ username: "app", password: "kX93jfLq02mmPaal" })),
      ],
      literals: ["app"],
    },
    {
      name: "a password of unknown origin in a secret's connection string",
      stack: [db({ password: "kX93jfLq02mmPaal" }), secret, version("postgres://app:kX93jfLq02mmPaal@db/orders")],
    },
    {
      name: "a replica, a restore, an Aurora instance, a secondary, IAM authentication",
      stack: [
        db({ replicateSourceDb: "primary" }),
        resource(CLUSTER, "restored", { engine: "aurora-mysql", snapshotIdentifier: "snap" }),
        resource(INSTANCE, "member", { engine: "aurora-mysql" }),
        resource("aws:rds/clusterInstance:ClusterInstance", "instance", { engine: "aurora-mysql" }),
        resource(CLUSTER, "secondary", { engine: "aurora-mysql", globalClusterIdentifier: "global" }),
        resource("aws:docdb/cluster:Cluster", "documents", { globalClusterIdentifier: "global" }),
        resource("aws:redshift/cluster:Cluster", "warehouse", { snapshotIdentifier: "snap" }),
        resource(INSTANCE, "iam", { engine: "postgres", iamDatabaseAuthenticationEnabled: true }),
      ],
    },
    { name: "a database that the stack only reads", stack: [resource(INSTANCE, "orders", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "a password in the sources that a secret only repeats (P6)",
      stack: [db({ password: SIMPLE }), secret, version(json({ username: "app", password: SIMPLE }))],
      literals: [SIMPLE],
      findings: [{ ...onPassword[0], message: /program itself contains.*manageMasterUserPassword: true/ }],
      secrets: [SIMPLE],
    },
    {
      name: "a password in the program where the contract requires managed credentials (B4)",
      stack: [resource(CLUSTER, "payments", { engine: "aurora-mysql", masterPassword: "ChangeMe123!" })],
      contract: { managedCredentials: true },
      findings: [{ resource: "payments", path: "masterPassword", level: "mandatory" }],
      secrets: ["ChangeMe123!"],
    },
    {
      name: "a generated password that no secret holds",
      stack: [random, generated],
      findings: [{ ...onPassword[0], message: /No secret holds/ }],
    },
    {
      name: "a generated password, and a secret for something else",
      stack: [random, generated, secret, version(json({ apiKey: "x" }))],
      findings: onPassword,
    },
    {
      name: "a password of the configuration that no secret holds",
      stack: [db({ password: "fromConfig1" })],
      config: { "shop:password": "fromConfig1" },
      findings: onPassword,
      secrets: ["fromConfig1"],
    },
    {
      name: "an imported database, whose password is not in the program",
      stack: [resource(INSTANCE, "ledger", { engine: "postgres", username: "ledger" }, { imported: true })],
      findings: [
        { resource: "ledger", path: "manageMasterUserPassword", message: /password of this imported database is kept/ },
      ],
    },
    {
      name: "no password at all",
      stack: [db({ iamDatabaseAuthenticationEnabled: false }), resource("aws:docdb/cluster:Cluster", "documents", {})],
      findings: [
        { resource: "orders", path: "manageMasterUserPassword", message: /no master password/ },
        { resource: "documents", path: "manageMasterUserPassword" },
      ],
    },
    {
      name: "a Redshift cluster",
      stack: [resource("aws:redshift/cluster:Cluster", "warehouse", { masterPassword: SIMPLE })],
      literals: [SIMPLE],
      findings: [{ resource: "warehouse", path: "masterPassword", message: /manageMasterPassword: true/ }],
      secrets: [SIMPLE],
    },
    {
      name: "a write-only password",
      stack: [db({ passwordWo: SIMPLE, passwordWoVersion: 1 })],
      literals: [SIMPLE],
      findings: [{ resource: "orders", path: "passwordWo" }],
      secrets: [SIMPLE],
    },
  ],
  undecided: [
    {
      name: "a password from another stack",
      stack: [reference, db({ password: reference.password })],
      at: ["orders.password"],
    },
    {
      name: "a password that is not known and not computed from a resource",
      stack: [db({ password: unknown })],
      at: ["orders.password"],
    },
    {
      name: "management by RDS that is not known yet",
      stack: [db({ manageMasterUserPassword: unknown })],
      at: ["orders.manageMasterUserPassword"],
    },
    {
      name: "a secret without a version, which may be created later",
      stack: [random, generated, secret],
      at: ["orders.password"],
    },
    {
      name: "a known password, and a secret that is not known yet",
      stack: [db({ password: "kX93jfLq02mmPaal" }), secret, version(text`x${random.result}`), random],
      at: ["orders.password"],
    },
  ],
});
