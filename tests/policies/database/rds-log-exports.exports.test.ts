import table from "../../../src/aws/data/rds-log-exports.json";
import { exportableLogs, isKnownLog } from "../../../policies/database/rds-log-exports.exports";
import { RDS_CLUSTER, RDS_INSTANCE } from "../../../src/aws/type-tokens";
import { Resource } from "../../../src/graph/resource";
import { UNKNOWN, type Value } from "../../../src/graph/value";

const expected = (type: string, inputs: Record<string, Value>): readonly string[] | undefined =>
  exportableLogs(new Resource({ urn: "u", type, name: "db", inputs }), table)?.expected;

describe("the logs that a database can export", () => {
  it("have a source and a date, and are expected only where the engine has them", () => {
    expect(table.source).toContain("botocore");
    expect(table.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    for (const { cluster, instance, expected: names } of Object.values(table.engines)) {
      expect([...cluster, ...instance]).toEqual(expect.arrayContaining(names));
    }
  });

  it("depend on the engine, and on whether it is a cluster", () => {
    expect(expected(RDS_CLUSTER, { engine: "aurora-postgresql" })).toEqual(["postgresql"]);
    expect(expected(RDS_INSTANCE, { engine: "mysql" })).toEqual(["audit", "error", "general", "slowquery"]);
    expect(expected(RDS_CLUSTER, { engine: "mysql", iops: 1000 })).toEqual(["error", "general", "slowquery"]);
    expect(expected(RDS_INSTANCE, { engine: "sqlserver-ex" })).toEqual(["agent", "error"]);
    expect(expected(RDS_INSTANCE, { engine: "oracle-se2-cdb" })).toEqual(["alert", "audit", "listener", "trace"]);
  });

  it("are those of Aurora for a cluster that must be Aurora", () => {
    expect(expected(RDS_CLUSTER, { engine: "mysql" })).toContain("audit");
  });

  it("are not known where the engine is not", () => {
    expect(expected(RDS_INSTANCE, {})).toBeUndefined();
    expect(expected(RDS_INSTANCE, { engine: UNKNOWN })).toBeUndefined();
    expect(expected(RDS_INSTANCE, { engine: "custom-oracle-ee" })).toBeUndefined();
    expect(expected(RDS_CLUSTER, { engine: "mariadb" })).toBeUndefined();
  });

  it("have names that some engine has", () => {
    expect(isKnownLog("slowquery", table)).toBe(true);
    expect(isKnownLog("slow_query", table)).toBe(false);
  });
});
