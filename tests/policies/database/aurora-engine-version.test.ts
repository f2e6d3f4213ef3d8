import rule from "../../../policies/database/aurora-engine-version";
import type { Contract } from "../../../src/contract/schema";
import versions from "../../../src/aws/data/rds-engine-versions.json";
import { versionStatus } from "../../../src/aws/databases/engine-versions";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type Input } from "../../../src/testing/stack";

const CLUSTER = "aws:rds/cluster:Cluster";
const cluster = (engine: Input, engineVersion?: Input, name = "orders") =>
  resource(CLUSTER, name, { engine, engineVersion });
const mysql = (...versions: string[]) =>
  versions.map((version, index) => cluster("aurora-mysql", version, `m${String(index)}`));
const postgres = (...versions: string[]) =>
  versions.map((version, index) => cluster("aurora-postgresql", version, `p${String(index)}`));
const offered: Contract = { engineVersions: { offered: true } };
const blueGreen: Contract = { ...offered, database: { kind: "aurora", engine: "aurora-mysql" } };
const withdrawn = { engine: "aurora-postgresql", engineVersion: "15.3" };
const found = { resource: "orders", path: "engineVersion" };
const all = (letter: string, count: number, level: "advisory" | "mandatory") =>
  Array.from({ length: count }, (_, index) => ({ resource: letter + String(index), path: "engineVersion", level }));

ruleTest(rule, {
  valid: [
    {
      name: "versions that AWS offers",
      contract: blueGreen,
      stack: mysql("8.0.mysql_aurora.3.04.0", "5.7.mysql_aurora.2.12.5", "8.4.mysql_aurora.8.4.7"),
    },
    {
      name: "versions of Aurora PostgreSQL that AWS offers",
      contract: offered,
      stack: postgres("15.10", "16.8-limitless", "17.11", "18.6"),
    },
    {
      name: "major versions alone, which AWS accepts",
      contract: offered,
      stack: [...mysql("8.0", "5.7", "8"), ...postgres("15", "9.6")],
    },
    {
      name: "versions newer than the table",
      contract: blueGreen,
      stack: mysql(
        "8.0.mysql_aurora.3.04.9",
        "8.0.mysql_aurora.3.14.0",
        "8.4.mysql_aurora.8.4.9",
        "9.7.mysql_aurora.9.7.1",
      ),
    },
    {
      name: "versions of Aurora PostgreSQL newer than the table",
      contract: offered,
      stack: postgres("15.99", "19.1", "16.4-rds.20271231"),
    },
    {
      name: "a version that plain PostgreSQL has first, where Aurora has no later one yet",
      contract: {
        ...offered,
        facts: { "rds-engine-versions": { engines: { postgres: { "17": { available: "17.12" } } } } },
      },
      stack: postgres("17.12"),
    },
    { name: "parts of versions, which AWS may accept", stack: mysql("8.0.mysql_aurora.3", "8.0.mysql_aurora.3.04") },
    { name: "no version", contract: blueGreen, stack: [cluster("aurora-mysql"), cluster("aurora-mysql", "", "empty")] },
    {
      name: "withdrawn and major versions that the contract allows",
      contract: { ...blueGreen, engineVersions: { offered: true, allow: ["8.0.mysql_aurora.3.02.0", "8.0"] } },
      stack: mysql("8.0.mysql_aurora.3.02.0", "8.0"),
    },
    {
      name: "a cluster that is not Aurora",
      contract: offered,
      stack: [cluster("mysql", "8.0"), cluster("postgres", "15.3", "b")],
    },
    {
      name: "no engine, and an engine that the table does not have",
      stack: [cluster(undefined, "8.0"), cluster("aurora", "5.6.10a", "b")],
    },
    {
      name: "an instance of plain MySQL",
      contract: blueGreen,
      stack: [resource("aws:rds/instance:Instance", "db", { engine: "mysql", engineVersion: "8.0" })],
    },
    {
      name: "withdrawn versions of a restore, a replica and a secondary of a global cluster",
      stack: [
        resource(CLUSTER, "restored", { ...withdrawn, snapshotIdentifier: "nightly" }),
        resource(CLUSTER, "replica", { ...withdrawn, replicationSourceIdentifier: "orders" }),
        resource(CLUSTER, "eu", { ...withdrawn, globalClusterIdentifier: "orders" }),
      ],
    },
    {
      name: "a cluster that is skipped with --target, or only read",
      contract: blueGreen,
      stack: [resource(CLUSTER, "shared", { engine: "aurora-mysql", engineVersion: "8.0.32" }, { external: true })],
    },
    {
      name: "a version of Aurora on a cluster whose engine is wrong",
      contract: blueGreen,
      stack: [cluster("mysql", "8.0.mysql_aurora.3.10.5")],
    },
  ],
  invalid: [
    ...[
      {
        name: "versions of another form or engine",
        stack: mysql(
          "8.0.32",
          "15.4",
          "16",
          "3.04.0",
          "8.0.mysql_aurora.3.4.0",
          "5.7.mysql_aurora.3.04.0",
          "8.0.mysql-aurora.3.04.0",
          "latest",
          "8.0.mysql_aurora",
        ),
        findings: all("m", 9, "mandatory"),
      },
      {
        name: "versions that Aurora PostgreSQL cannot have",
        stack: postgres("8.0", "8.0.mysql_aurora.3.04.0", "15.4.0", "v15.4", "15.x", "PostgreSQL 15"),
        findings: all("p", 6, "mandatory"),
      },
      {
        name: "a version that AWS has withdrawn",
        stack: [cluster("aurora-postgresql", "15.3")],
        findings: [
          {
            ...found,
            level: "mandatory" as const,
            message:
              /withdrawn version 15\.3 .*`engineVersion: "15\.10"` \(the nearest\) or "15\.19" .* AWS rejects this with: "Cannot find version 15\.3 for aurora-postgresql"\.$/,
          },
        ],
      },
      {
        name: "withdrawn versions, where the contract requires offered ones",
        contract: offered,
        stack: [...postgres("15.4", "10.21", "9.6.22"), cluster("aurora-mysql", "8.0.mysql_aurora.3.02.0")],
        findings: [
          ...all("p", 3, "mandatory"),
          { ...found, level: "mandatory" as const, message: /"8\.0\.mysql_aurora\.3\.04\.0"` \(the nearest\)/ },
        ],
      },
      {
        name: "withdrawn versions in the form of plain MySQL, or of a major version",
        stack: [...mysql("5.7.12"), ...postgres("9", "10")],
        findings: [
          { resource: "m0", path: "engineVersion", level: "mandatory" as const, message: /withdrawn version 5\.7\.12/ },
          { resource: "p0", path: "engineVersion", level: "mandatory" as const, message: /withdrawn version 9 / },
          { resource: "p1", path: "engineVersion", level: "mandatory" as const },
        ],
      },
      {
        name: "a withdrawn version without a later one of its major version",
        stack: [cluster("aurora-postgresql", "10.7")],
        findings: [{ ...found, message: /Set `engineVersion: "18\.6"`, or add it/ }],
      },
      {
        name: "a major version alone, where the contract requires an Aurora engine and offered versions",
        contract: blueGreen,
        stack: [cluster("aurora-mysql", "8.0")],
        findings: [{ ...found, level: "mandatory" as const }],
      },
      {
        name: "MySQL's version on a cluster that the contract requires to be Aurora",
        contract: { database: { kind: "aurora", engine: "aurora-mysql" } } satisfies Contract,
        stack: [cluster("mysql", "8.0"), cluster("mysql", "8.0.42", "patch"), cluster("postgres", "15.10", "other")],
        findings: [
          { ...found, level: "mandatory" as const, message: /only a major version of aurora-mysql/ },
          { resource: "patch", path: "engineVersion", message: /is not a version of aurora-mysql/ },
          { resource: "other", path: "engineVersion" },
        ],
      },
    ].map((one) => ({ ...one, shape: "preview" as const })),
    {
      name: "withdrawn and impossible versions of clusters that exist already",
      contract: offered,
      shape: "up",
      stack: [...postgres("15.3"), ...mysql("5.7.12", "8.0.32")],
      findings: [
        { resource: "p0", path: "engineVersion", level: "advisory", message: /exists already/ },
        ...all("m", 2, "advisory"),
      ],
    },
    {
      name: "versions that only plain PostgreSQL has, which are never called withdrawn",
      stack: postgres("15.9", "17.8"),
      findings: [
        {
          resource: "p0",
          path: "engineVersion",
          level: "advisory",
          message: /^15\.9 is a version of plain RDS that AWS does not list/,
        },
        { resource: "p1", path: "engineVersion", level: "advisory" },
      ],
    },
    {
      name: "a version that only plain PostgreSQL has, where the contract requires offered ones",
      contract: offered,
      shape: "preview",
      stack: postgres("15.9"),
      findings: all("p", 1, "mandatory"),
    },
    {
      name: "a major version alone, where the contract requires an Aurora engine",
      contract: { database: { engine: "aurora-mysql" } },
      stack: [cluster("aurora-mysql", "8.0")],
      findings: [{ ...found, level: "advisory", message: /Set a full version/ }],
    },
  ],
  undecided: [
    {
      name: "values that are not known yet",
      stack: [cluster("aurora-mysql", unknown), cluster(unknown, "8.0.32", "b")],
      at: ["orders.engineVersion", "b.engine"],
    },
  ],
});

describe("the fix of aurora-engine-version", () => {
  it.each(Object.values(rule.fix))("shows a version that AWS offers", (fix) => {
    expect(versionStatus("aurora-mysql", /[\w.]*mysql_aurora[\w.]*/.exec(fix)?.[0] ?? "", versions)).toBe("available");
  });
});
