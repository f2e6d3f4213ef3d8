import { tableOf } from "../../contract/facts";
import { resolveContract } from "../../contract/resolve";
import type { Contract } from "../../contract/schema";
import { MOVING_TABLES, table } from "../../facts/tables";

function resolve(facts: unknown, organization?: unknown): ReturnType<typeof resolveContract> {
  return resolveContract({
    stackConfig: { "preflight:contract": { facts } },
    organization: organization === undefined ? undefined : { facts: organization },
    stack: "dev",
    ruleIds: new Set(),
  });
}

const RUNTIMES = "facts.lambda-runtimes.runtimes";
const newRuntime = (row: unknown): unknown => ({ "lambda-runtimes": { runtimes: { "nodejs99.x": row } } });

describe("what a contract puts over a table", () => {
  it.each<[facts: unknown, path: string, sentence: string]>([
    [
      { "log-retention": { days: 5 } },
      "facts.log-retention.days",
      "sets facts.log-retention.days to 5, but it must be a list such as [1,3,5].",
    ],
    [
      { "log-retention": { days: [1, "3"] } },
      "facts.log-retention.days[1]",
      'sets facts.log-retention.days[1] to "3", but it must be a number such as 1, without quotes.',
    ],
    [
      { "log-retention": { days: null } },
      "facts.log-retention.days",
      "sets facts.log-retention.days to null, but it must be a list such as [1,3,5].",
    ],
    [
      { "log-retention": { date: "yesterday" } },
      "facts.log-retention.date",
      'sets facts.log-retention.date to "yesterday", but it must be a day such as "2026-08-07".',
    ],
    [
      { "log-retention": { hours: [1] } },
      "facts.log-retention.hours",
      "has the unknown key facts.log-retention.hours; it takes source, date, note and days.",
    ],
    [{ "log-retention": [1] }, "facts.log-retention", "sets facts.log-retention to a list, but it must be an object."],
    [
      { "log-retentions": {} },
      "facts.log-retentions",
      "has the unknown key facts.log-retentions; did you mean facts.log-retention?",
    ],
    [
      { "nat-gateway-price": { perHour: "0.05" } },
      "facts.nat-gateway-price.perHour",
      'sets facts.nat-gateway-price.perHour to "0.05", but it must be a number such as 0.045, without quotes.',
    ],
    [
      { "lambda-runtimes": { runtimes: { "nodejs22.x": "2030-01-01" } } },
      `${RUNTIMES}."nodejs22.x"`,
      `sets ${RUNTIMES}."nodejs22.x" to "2030-01-01", but it must be an object such as {"deprecated":"2022-05-10"} or null, which takes it out.`,
    ],
    [
      newRuntime({ deprecated: "soon" }),
      `${RUNTIMES}."nodejs99.x".deprecated`,
      `sets ${RUNTIMES}."nodejs99.x".deprecated to "soon", but it must be a day such as "2022-05-10".`,
    ],
    [
      newRuntime({}),
      `${RUNTIMES}."nodejs99.x".deprecated`,
      `has no deprecated in ${RUNTIMES}."nodejs99.x", which needs deprecated.`,
    ],
    [
      newRuntime(null),
      `${RUNTIMES}."nodejs99.x"`,
      `sets ${RUNTIMES}."nodejs99.x" to null, but it must be an object such as {"deprecated":"2022-05-10"}.`,
    ],
  ])("is refused where it is not like the table: %j", (facts, path, sentence) => {
    const { contract, problems } = resolve(facts);
    expect(problems).toEqual([{ place: "preflight:contract", path, message: `preflight:contract ${sentence}` }]);
    // Half of a new row would be worse than none.
    expect(contract.facts).toEqual({});
  });

  it.each<[facts: unknown]>([
    [{ "log-retention": { days: [1, 2], date: "2027-01-31", source: "our own list" } }],
    [newRuntime({ deprecated: "2030-01-01" })],
    [newRuntime({ deprecated: "2030-01-01", createBlocked: null })],
    [{ "lambda-runtimes": { runtimes: { "nodejs22.x": null, "nodejs24.x": { createBlocked: "2030-01-01" } } } }],
    [{ "rds-engine-versions": { engines: { mysql: { "9.0": { available: "9.0.1", deprecated: "" } } } } }],
    [{ "rds-engine-versions": { engines: { mariadb: { "12.0": { available: "12.0.1", deprecated: "" } } } } }],
    [{ "aws-managed-policies": { policies: { New: [{ Effect: "Allow", Action: "s3:*", Resource: ["*"] }] } } }],
    [{ "fargate-task-sizes": { linux: { "65536": [131072] }, windows: [1024] } }],
  ])("is taken where it is: %j", (facts) => {
    expect(resolve(facts)).toMatchObject({ problems: [], contract: { facts } });
  });

  it("is the organization's where both speak of the same", () => {
    const { contract, problems } = resolve(
      { "log-retention": { days: [1] }, "nat-gateway-price": { perHour: 1 } },
      { "log-retention": { days: [7, 30] } },
    );
    expect(contract.facts).toEqual({ "log-retention": { days: [7, 30] }, "nat-gateway-price": { perHour: 1 } });
    expect(problems.map(({ path }) => path)).toEqual(["facts.log-retention.days"]);
  });
});

describe("a table under a contract", () => {
  const contract: Contract = {
    facts: {
      "log-retention": { days: [1, 2] },
      "lambda-runtimes": { runtimes: { "nodejs22.x": null, "nodejs24.x": { deprecated: "2030-01-01" } } },
    },
  };

  it("is what ships where the contract says nothing of it", () => {
    expect(tableOf({}, "log-retention")).toBe(table("log-retention"));
    expect(tableOf(contract, "nat-gateway-price")).toBe(table("nat-gateway-price"));
  });

  it("has what the contract puts over it, and stays the same object", () => {
    const { days, source } = tableOf(contract, "log-retention");
    expect({ days, source }).toEqual({ days: [1, 2], source: table("log-retention").source });
    expect(tableOf(contract, "log-retention")).toBe(tableOf(contract, "log-retention"));
    const { runtimes } = tableOf(contract, "lambda-runtimes");
    expect(Object.keys(runtimes)).not.toContain("nodejs22.x");
    expect(runtimes["nodejs24.x"]).toEqual({
      deprecated: "2030-01-01",
      createBlocked: "2028-06-01",
      updateBlocked: "2028-07-01",
    });
    expect(table("lambda-runtimes").runtimes["nodejs22.x"]).toBeDefined();
  });
});

describe("each table", () => {
  it.each(MOVING_TABLES)("%s takes itself", (name) => {
    expect(resolve({ [name]: table(name) }).problems).toEqual([]);
  });

  /** `*` stands for the first key of a map. */
  it.each([
    ["lambda-runtimes", ["runtimes", "*", "deprecatd"]],
    ["rds-engine-versions", ["engines", "*", "*", "availabl"]],
    ["name-rules", ["types", "*", "maximun"]],
    ["rds-log-exports", ["engines", "*", "clusters"]],
  ] as const)("%s has fields at %j, and no others", (name, keys) => {
    const path: string[] = [];
    let here: unknown = table(name);
    for (const key of keys) {
      path.push(key === "*" ? (Object.keys(here as object)[0] ?? "") : key);
      here = (here as Record<string, unknown>)[path.at(-1) ?? ""];
    }
    const patch = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), 1);
    expect(resolve({ [name]: patch }).problems).toEqual([
      expect.objectContaining({ message: expect.stringMatching(/has the unknown key .*; did you mean/) as string }),
    ]);
  });
});
