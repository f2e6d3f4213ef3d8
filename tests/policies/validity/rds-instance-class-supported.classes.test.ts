import table from "../../../src/aws/data/rds-instance-classes.json";
import { rejectionOf } from "../../../policies/validity/rds-instance-class-supported.classes";

describe("a class that AWS rejects for an engine", () => {
  it("is rejected by its name or its family", () => {
    const rejection = { dependsOnVersion: false, isDoubtful: false };
    expect(rejectionOf("db.t3.micro", "aurora-postgresql", "16.9", table)).toEqual(rejection);
    expect(rejectionOf("db.m5.large", "aurora-postgresql", undefined, table)).toEqual(rejection);
    expect(rejectionOf("db.t3.medium", "aurora-postgresql", "16.9", table)).toBeUndefined();
    expect(rejectionOf("db.m9g.large", "aurora-postgresql", "16.9", table)).toBeUndefined();
    expect(rejectionOf("db.t3.small", "postgres", "16.9", table)).toBeUndefined();
  });

  it("may be rejected for some versions only", () => {
    const rejection = { dependsOnVersion: true, feature: "Aurora MySQL version 8.0", isDoubtful: false };
    expect(rejectionOf("db.t3.small", "aurora-mysql", "8.0.mysql_aurora.3.10.5", table)).toEqual(rejection);
    expect(rejectionOf("db.t3.small", "aurora-mysql", "8", table)).toEqual(rejection);
    expect(rejectionOf("db.t3.small", "aurora-mysql", undefined, table)).toEqual(rejection);
    expect(rejectionOf("db.t3.small", "aurora-mysql", "5.7.mysql_aurora.2.12.5", table)).toBeUndefined();
  });

  it("is doubtful where AWS lists it for some regions", () => {
    const rejection = { dependsOnVersion: false, isDoubtful: true };
    expect(rejectionOf("db.t3.small", "aurora-postgresql", "16.9", table)).toEqual(rejection);
    expect(rejectionOf("db.t4g.xlarge", "aurora-mysql", "8", table)).toEqual(rejection);
  });

  it("is in a table with a source and a date, as a name or a family", () => {
    expect(table.source).toContain("SupportAurora");
    expect(table.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    const classes = table.refused.flatMap((row) => row.classes.split(" "));
    expect(classes.filter((one) => !/^db\.[a-z]\d[a-z]*\.\w*$/.test(one))).toEqual([]);
  });
});
