import rule from "../../../policies/database/aurora-engine-version";
import type { Contract } from "../../../contract/schema";
import versions from "../../../facts/rds-engine-versions.json";
import { versionStatus } from "../../../stack/engine-versions";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown, type Input } from "../../../testing/stack";

const CLUSTER = "aws:rds/cluster:Cluster";
const cluster = (engine: Input, engineVersion?: Input, name = "orders") =>
  resource(CLUSTER, name, { engine, engineVersion });
const mysql = (...versions: string[]) =>
  versions.map((version, index) => cluster("aurora-mysql", version, `m${String(index)}`));
const postgres = (...versions: string[]) =>
  versions.map((version, index) => cluster("aurora-postgresql", version, `p${String(index)}`));
const offered: Contract = { engineVersions: { offered: true } };
const blueGreen: Contract = { ...offered, database: { kind: "aurora", engine: "aurora-mysql" } };
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
      stack: postgres("15.10", "16.8-limitless", "17.4"),
    },
    {
      name: "major versions alone, which AWS takes",
      contract: offered,
      stack: [...mysql("8.0", "5.7", "8"), ...postgres("15", "9.6")],
    },
    {
      name: "versions newer than the table",
      contract: blueGreen,
      stack: mysql(
        "8.0.mysql_aurora.3.04.9",
        "8.0.mysql_aurora.3.13.0",
        "8.4.mysql_aurora.8.4.8",
        "9.7.mysql_aurora.9.7.1",
      ),
    },
    {
      name: "versions of Aurora PostgreSQL newer than the table",
      contract: offered,
      stack: postgres("15.99", "19.1", "16.4-rds.20271231"),
    },
    { name: "parts of versions, which AWS may take", stack: mysql("8.0.mysql_aurora.3", "8.0.mysql_aurora.3.04") },
    { name: "no version", contract: blueGreen, stack: [cluster("aurora-mysql"), cluster("aurora-mysql", "", "empty")] },
    {
      name: "what the contract allows",
      contract: { ...blueGreen, engineVersions: { offered: true, allow: ["8.0.mysql_aurora.3.02.0", "8.0"] } },
      stack: mysql("8.0.mysql_aurora.3.02.0", "8.0"),
    },
    {
      name: "a cluster that is not Aurora",
      contract: offered,
      stack: [cluster("mysql", "8.0"), cluster("postgres", "15.3", "b")],
    },
    {
      name: "no engine, and one that the table does not have",
      stack: [cluster(undefined, "8.0"), cluster("aurora", "5.6.10a", "b")],
    },
    {
      name: "an instance of plain MySQL",
      contract: blueGreen,
      stack: [resource("aws:rds/instance:Instance", "db", { engine: "mysql", engineVersion: "8.0" })],
    },
    {
      name: "a cluster that the stack only reads",
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
    {
      name: "versions of another form or engine, contract or not",
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
      name: "versions that Aurora PostgreSQL does not have, contract or not",
      stack: postgres("8.0", "8.0.mysql_aurora.3.04.0", "15.4.0", "v15.4", "15.x", "PostgreSQL 15"),
      findings: all("p", 6, "mandatory"),
    },
    {
      name: "a version that AWS has withdrawn",
      stack: [cluster("aurora-postgresql", "15.3")],
      findings: [{ ...found, level: "advisory", message: /15\.10 \(the nearest\) or 15\.18 \(the newest\)/ }],
    },
    {
      name: "a version that AWS has withdrawn, where the contract asks for offered ones",
      contract: offered,
      stack: [...postgres("15.4", "10.21", "9.6.22"), cluster("aurora-mysql", "8.0.mysql_aurora.3.02.0")],
      findings: [
        ...all("p", 3, "mandatory"),
        { ...found, level: "mandatory", message: /8\.0\.mysql_aurora\.3\.04\.0 \(the nearest\)/ },
      ],
    },
    {
      name: "a version that only plain PostgreSQL has",
      stack: postgres("15.9", "17.8"),
      findings: all("p", 2, "advisory"),
    },
    {
      name: "a withdrawn version of which nothing later is left",
      stack: [cluster("aurora-postgresql", "10.7")],
      findings: [{ ...found, message: /set engineVersion to 18\.4, or list/ }],
    },
    {
      name: "a major version alone, where the contract asks for an Aurora engine",
      contract: { database: { engine: "aurora-mysql" } },
      stack: [cluster("aurora-mysql", "8.0")],
      findings: [{ ...found, level: "advisory", message: /full version/ }],
    },
    {
      name: "a major version alone, where the contract asks for an Aurora engine and offered versions",
      contract: blueGreen,
      stack: [cluster("aurora-mysql", "8.0")],
      findings: [{ ...found, level: "mandatory" }],
    },
    {
      name: "MySQL's version on a cluster that the contract wants to be Aurora",
      contract: { database: { kind: "aurora", engine: "aurora-mysql" } },
      stack: [cluster("mysql", "8.0"), cluster("mysql", "8.0.42", "patch"), cluster("postgres", "15.10", "other")],
      findings: [
        { ...found, level: "mandatory", message: /no version of aurora-mysql but a major one/ },
        { resource: "patch", path: "engineVersion", level: "mandatory", message: /is not a version of aurora-mysql/ },
        { resource: "other", path: "engineVersion", level: "mandatory" },
      ],
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

describe("the mend of aurora-engine-version", () => {
  it.each(Object.values(rule.fix))("shows a version that AWS offers", (fix) => {
    expect(versionStatus("aurora-mysql", /[\w.]*mysql_aurora[\w.]*/.exec(fix)?.[0] ?? "", versions)).toBe("available");
  });
});
