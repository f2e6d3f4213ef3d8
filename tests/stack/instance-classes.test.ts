import table from "../../facts/rds-instance-classes.json";
import { refusalOf } from "../../stack/instance-classes";

describe("a class that AWS refuses for an engine", () => {
  it("is refused by its name or its family", () => {
    expect(refusalOf("db.t3.small", "aurora-postgresql", "16.9", table)).toEqual({ ofVersion: false });
    expect(refusalOf("db.m5.large", "aurora-postgresql", undefined, table)).toEqual({ ofVersion: false });
    expect(refusalOf("db.t3.medium", "aurora-postgresql", "16.9", table)).toBeUndefined();
    expect(refusalOf("db.m9g.large", "aurora-postgresql", "16.9", table)).toBeUndefined();
    expect(refusalOf("db.t3.small", "postgres", "16.9", table)).toBeUndefined();
  });

  it("may be refused for some versions only", () => {
    const refusal = { ofVersion: true, feature: "Aurora MySQL version 8.0" };
    expect(refusalOf("db.t3.small", "aurora-mysql", "8.0.mysql_aurora.3.10.5", table)).toEqual(refusal);
    expect(refusalOf("db.t3.small", "aurora-mysql", "8", table)).toEqual(refusal);
    expect(refusalOf("db.t3.small", "aurora-mysql", undefined, table)).toEqual(refusal);
    expect(refusalOf("db.t3.small", "aurora-mysql", "5.7.mysql_aurora.2.12.5", table)).toBeUndefined();
  });

  it("stands in a table with a source and a date, as a name or a family", () => {
    expect(table.source).toContain("SupportAurora");
    expect(table.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    const classes = table.refused.flatMap((row) => row.classes.split(" "));
    expect(classes.filter((one) => !/^db\.[a-z]\d[a-z]*\.\w*$/.test(one))).toEqual([]);
  });
});
