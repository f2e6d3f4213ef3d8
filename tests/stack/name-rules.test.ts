import table from "../../facts/name-rules.json";
import { characterFaults, charactersInWords, mendedName, physicalName, type NameRule } from "../../stack/name-rules";
import { Resource } from "../../stack/resource";
import { UNKNOWN } from "../../stack/value";
import { isProperty } from "../../testing/aws-schema";

const rows = Object.entries<NameRule & { source: string }>(table.types);

describe("the table of names", () => {
  it.each(rows)("%s is a type that has the property, and says where its rule comes from", (type, row) => {
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
const physical = (text: string): Parameters<typeof characterFaults>[0] => ({
  text,
  property: "identifier",
  isAutomatic: false,
  isPrefix: false,
});

it("knows nothing of a resource whose inputs are not there", () => {
  expect(physicalName(new Resource({ urn: "u", type: "aws:rds/instance:Instance", name: "db" }), rule)).toBe(UNKNOWN);
});

it("says sets in words", () => {
  expect(charactersInWords("a-z A-Z 0-9 - space")).toBe("letters, digits, blanks and -");
  expect(charactersInWords("a-z")).toBe("lower-case letters");
  expect(charactersInWords("a-z A-Z")).toBe("letters");
});

it("finds nothing wrong with what AWS takes", () => {
  expect(characterFaults(physical("orders-1"), rule)).toEqual([]);
  expect(characterFaults(physical(""), rule)).toEqual([]);
});

it.each([
  ["OrdersDb", "orders-db"],
  ["orders__db-", "orders-db"],
  ["db".repeat(40), "db".repeat(31) + "d"],
  ["1db", undefined],
])("mends %s to %s", (text, mended) => {
  expect(mendedName(physical(text), rule)).toBe(mended);
});

it("mends a name without a known limit, and one that may have any character", () => {
  const user = table.types["aws:elasticache/user:User"];
  expect(mendedName(physical("app_user"), user)).toBe("app-user");
  const alarm = table.types["aws:cloudwatch/metricAlarm:MetricAlarm"];
  expect(mendedName(physical("x".repeat(300)), alarm)).toHaveLength(255);
  expect(mendedName(physical("x".repeat(3_000)), alarm)).toBeUndefined();
});
