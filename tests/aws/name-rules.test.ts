import table from "../../src/aws/data/name-rules.json";
import { characterProblems, charactersInWords, fixedName, physicalName, type NameRule } from "../../src/aws/name-rules";
import { Resource } from "../../src/graph/resource";
import { UNKNOWN } from "../../src/graph/value";
import { isProperty } from "../../src/testing/aws-schema";

const rows = Object.entries<NameRule & { source: string }>(table.types);

describe("the table of names", () => {
  it.each(rows)("%s is a type that has the property, and has the source of its rule", (type, row) => {
    expect(isProperty(type, row.property)).toBe(true);
    expect(row.source).toMatch(/botocore|https:/);
    expect(row.maximum === 0 || row.maximum >= row.minimum).toBe(true);
    expect(row.automatic).toMatch(/^$|\{(?:name|lower)\}-?x{7}$/);
  });

  it.each(rows)("%s has sets that are made of ranges and single characters", (_type, { characters, first, last }) => {
    for (const part of [characters, first, last].flatMap((set) => set.split(" ")).filter(Boolean)) {
      expect(part).toMatch(/^(?:.|.-.|space)$/);
    }
  });
});

const rule = table.types["aws:rds/instance:Instance"];
const physical = (text: string): Parameters<typeof characterProblems>[0] => ({
  text,
  property: "identifier",
  isAutomatic: false,
  isPrefix: false,
});

it("does not know the name of a resource without inputs", () => {
  expect(physicalName(new Resource({ urn: "u", type: "aws:rds/instance:Instance", name: "db" }), rule)).toBe(UNKNOWN);
});

it("describes sets in words", () => {
  expect(charactersInWords("a-z A-Z 0-9 - space")).toBe("letters, digits, spaces and -");
  expect(charactersInWords("a-z")).toBe("lower-case letters");
  expect(charactersInWords("a-z A-Z")).toBe("letters");
});

it("finds no problem in names that AWS accepts", () => {
  expect(characterProblems(physical("orders-1"), rule)).toEqual([]);
  expect(characterProblems(physical(""), rule)).toEqual([]);
});

it.each([
  ["OrdersDb", "orders-db"],
  ["orders__db-", "orders-db"],
  ["db".repeat(40), "db".repeat(31) + "d"],
  ["1db", undefined],
])("changes %s to %s", (text, fixed) => {
  expect(fixedName(physical(text), rule)).toBe(fixed);
});

it("changes a name without a known limit, and one that may have any character", () => {
  const user = table.types["aws:elasticache/user:User"];
  expect(fixedName(physical("app_user"), user)).toBe("app-user");
  const alarm = table.types["aws:cloudwatch/metricAlarm:MetricAlarm"];
  expect(fixedName(physical("x".repeat(300)), alarm)).toHaveLength(255);
  expect(fixedName(physical("x".repeat(3_000)), alarm)).toBeUndefined();
});
