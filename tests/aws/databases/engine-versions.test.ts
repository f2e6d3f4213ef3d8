import table from "../../../src/aws/data/rds-engine-versions.json";
import {
  auroraVersionForm,
  isSkippedByAurora,
  isVersionOf,
  offeredInstead,
  versionStatus,
  type VersionForm,
} from "../../../src/aws/databases/engine-versions";

const numbers = (version: string): number[] => version.split(/\D+/).filter(Boolean).map(Number);

function compare(left: string, right: string): number {
  const [a, b] = [numbers(left), numbers(right)];
  const index = a.findIndex((number, position) => number !== b[position]);
  return index < 0 ? a.length - b.length : (a[index] ?? 0) - (b[index] ?? 0);
}

describe("the table of engine versions", () => {
  const rows = Object.entries(table.engines).flatMap(([engine, majors]) =>
    Object.entries<{ available: string; deprecated: string }>(majors).map(([major, row]) => ({
      engine,
      major,
      ...row,
    })),
  );

  it("has a source and a date", () => {
    expect(table.source).toMatch(/cfn-lint \d+\.\d+\.\d+ \(PyPI, \d{4}-\d\d-\d\d\)/);
    expect(table.date).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it.each(rows)("lists the versions of $engine $major once, oldest first", ({ major, available, deprecated }) => {
    for (const versions of [available, deprecated]) {
      const list = versions.split(" ").filter(Boolean);
      expect([...list].sort(compare)).toEqual(list);
      expect(list.filter((version) => !`${version}.`.startsWith(`${major}.`))).toEqual([]);
    }
    const all = `${available} ${deprecated}`.split(" ").filter(Boolean);
    expect(new Set(all).size).toBe(all.length);
    // A major version alone is accepted while one of its versions is offered.
    expect(available !== "" && all.includes(major)).toBe(false);
  });
});

describe("an engine version", () => {
  it("is available, deprecated or unlisted", () => {
    expect(versionStatus("aurora-postgresql", "15.10", table)).toBe("available");
    expect(versionStatus("aurora-postgresql", "15.3", table)).toBe("deprecated");
    expect(versionStatus("aurora-postgresql", "15.9", table)).toBe("unlisted");
    expect(versionStatus("postgres", "15.9", table)).toBe("deprecated");
    expect(["13.21", "13.22"].map((version) => versionStatus("postgres", version, table))).toEqual([
      "deprecated",
      "deprecated",
    ]);
    expect(versionStatus("aurora-mysql", "8.0.mysql_aurora.3.10.6", table)).toBe("available");
    expect(versionStatus("mysql", "5.7.44-rds.20260902", table)).toBe("available");
    expect(versionStatus("mysql", "8.0.46-rds.20260624", table)).toBe("available");
    expect(versionStatus("mariadb", "10.11.8", table)).toBe("unlisted");
  });

  it("has a nearest and a newest one to use instead", () => {
    expect(offeredInstead("aurora-postgresql", "15.4", table)).toEqual({ nearest: "15.10", newest: "15.19" });
    expect(offeredInstead("aurora-postgresql", "16.2", table)).toEqual({ nearest: "16.8", newest: "16.15" });
    expect(offeredInstead("aurora-mysql", "8.0.mysql_aurora.3.05.0.1", table)).toEqual({
      nearest: "8.0.mysql_aurora.3.08.0",
      newest: "8.0.mysql_aurora.3.13.0",
    });
    expect(offeredInstead("aurora-mysql", "8.0", table)).toEqual({
      nearest: "8.0.mysql_aurora.3.04.0",
      newest: "8.0.mysql_aurora.3.13.0",
    });
    expect(offeredInstead("mysql", "8.4.11", table)).toEqual({ nearest: "8.4.11", newest: "8.4.11" });
  });

  it("has the newest of all to use instead where nothing of its major version is left", () => {
    expect(offeredInstead("aurora-postgresql", "10.7", table)).toEqual({ nearest: "18.6", newest: "18.6" });
    expect(offeredInstead("aurora-mysql", "15.4", table)).toEqual({
      nearest: "8.4.mysql_aurora.8.4.8",
      newest: "8.4.mysql_aurora.8.4.8",
    });
    expect(offeredInstead("mariadb", "10.11", table)).toBeUndefined();
  });
});

const formOf = (engine: string, version: string): VersionForm | undefined => auroraVersionForm(engine, version, table);

describe("a version of an Aurora engine", () => {
  it("has a form of its own", () => {
    expect(formOf("aurora-mysql", "8.0.mysql_aurora.3.04.0")).toBe("full");
    expect(formOf("aurora-mysql", "8.0.mysql_aurora.3.05.0.1")).toBe("full");
    expect(formOf("aurora-mysql", "8.0.mysql_aurora.3.4.0")).toBe("wrong");
    expect(formOf("aurora-mysql", "8.0")).toBe("major");
    expect(formOf("aurora-postgresql", "9.6.22")).toBe("full");
    expect(formOf("aurora-postgresql", "8.0")).toBe("wrong");
    expect(formOf("mysql", "8.0")).toBeUndefined();
  });

  it("is full where the table lists it, whatever its form", () => {
    expect(formOf("aurora-mysql", "5.7.12")).toBe("full");
    expect(formOf("aurora-mysql", "5.7.13")).toBe("wrong");
    expect(formOf("aurora-postgresql", "9")).toBe("full");
    expect(formOf("aurora-postgresql", "8")).toBe("wrong");
  });

  it.each(["aurora-mysql", "aurora-postgresql"] as const)("is full for every version of %s in the table", (engine) => {
    const versions = Object.values<{ available: string; deprecated: string }>(table.engines[engine])
      .flatMap(({ available, deprecated }) => `${available} ${deprecated}`.split(" "))
      .filter(Boolean);
    expect(versions.filter((version) => formOf(engine, version) !== "full")).toEqual([]);
  });

  it("is skipped where the plain engine has it and Aurora has a later one", () => {
    const isSkipped = (version: string): boolean => isSkippedByAurora("aurora-postgresql", version, table);
    expect(["15.9", "17.1", "17.8", "18.1"].filter((version) => !isSkipped(version))).toEqual([]);
    expect(["15.3", "15.10", "15.99", "17.12", "13.23-rds.20260224", "19.1"].filter(isSkipped)).toEqual([]);
    expect(isSkippedByAurora("mariadb", "10.6", table)).toBe(false);
  });
});

describe("a version of a plain engine", () => {
  it.each([
    ["mysql", ["8.0.42", "8.0", "8", "9.7.1", "5.7.44-rds.20250213"], ["15.4", "8.0.mysql_aurora.3.04.0", "latest"]],
    ["postgres", ["16.9", "16", "9.6.22", "9.6", "11.22-rds.20250220", "17beta2"], ["8.0.35", "15.4.0", "v15", "15.x"]],
    ["mariadb", ["10.11.8", "11.4"], ["8.0", "5.5"]],
    ["oracle-se2", ["19", "19.0.0.0.ru-2024-01.rur-2024-01.r1"], ["19c", "latest"]],
    ["sqlserver-ex", ["15.00", "15.00.4073.23.v1"], ["2019"]],
    ["db2-se", ["11.5", "11.5.9.0.sb00000000.r1"], ["v11"]],
  ])("has the form of %s", (engine, good, bad) => {
    expect(good.filter((version) => isVersionOf(engine, version) !== true)).toEqual([]);
    expect(bad.filter((version) => isVersionOf(engine, version) !== false)).toEqual([]);
  });

  it.each(["mysql", "postgres"] as const)("has the form of %s for every version in the table", (engine) => {
    const versions = Object.values<{ available: string; deprecated: string }>(table.engines[engine])
      .flatMap(({ available, deprecated }) => `${available} ${deprecated}`.split(" "))
      .filter(Boolean);
    expect(versions.filter((version) => isVersionOf(engine, version) !== true)).toEqual([]);
  });

  it("is not known for Aurora and for unknown engines", () => {
    expect(isVersionOf("aurora-mysql", "8.0")).toBeUndefined();
    expect(isVersionOf("custom-oracle-ee", "19.my_cev")).toBeUndefined();
  });
});
