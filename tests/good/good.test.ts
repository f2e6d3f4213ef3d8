import { withoutOwnRegion } from "../kit/own-region";
import { venvPython } from "../kit/examples";
import type * as ReadOnce from "../kit/read-once";
import { check, fileOf, isPython, PROGRAMS, settingsOf, shapesOf } from "./corpus";
import remaining from "./remaining.json";

jest.mock("../../src/source/files", () => jest.requireActual<typeof ReadOnce>("../kit/read-once").readOnce);

jest.setTimeout(300_000);

/** These three are meant to be exemplary: there is not even an advisory finding. */
const EXEMPLARY = ["container-service", "queue-worker", "static-site"];

/** The advisory findings that a good engineer may well decide against, as `rule resource`. */
function adviceOn(program: string): string[] {
  const decided: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = remaining;
  return Object.entries(decided[program] ?? {}).flatMap(([rule, names]) => names.map((name) => `${rule} ${name}`));
}

withoutOwnRegion();

it("is a corpus of sixty programs or more: three exemplary, three in Python, five as files that Pulumi wrote", () => {
  expect(PROGRAMS.length).toBeGreaterThanOrEqual(60);
  expect(PROGRAMS).toEqual(expect.arrayContaining(EXEMPLARY));
  expect(PROGRAMS).toEqual(expect.arrayContaining(Object.keys(remaining)));
  expect(Object.keys(remaining)).not.toEqual(expect.arrayContaining(EXEMPLARY));
  expect(PROGRAMS.filter(isPython)).toHaveLength(3);
  expect(PROGRAMS.filter((program) => fileOf(program) !== undefined)).toHaveLength(5);
});

/** What is mandatory without a contract is wrong anywhere, so a program of ordinary good practice has none of it. */
describe.each(PROGRAMS)("%s, which has no contract", (program) => {
  const test = isPython(program) && venvPython === undefined ? it.skip : it;

  test.each(shapesOf(program))("has no mandatory finding (%s)", async (shape) => {
    const { reports } = await check(program);
    const { results = [], crashes, resources = [] } = reports[shape] ?? {};
    expect(resources.length).toBeGreaterThan(8);
    expect(settingsOf(program)).not.toContain("preflight:");

    const mandatory = results.filter(({ level }) => level === "mandatory");
    expect(mandatory.map(({ rule, name, message }) => [rule.id, name, message])).toEqual([]);
    expect(crashes).toEqual([]);
  });

  test("has no mandatory finding where one of its resources is the only target", async () => {
    const { targeted } = await check(program);
    expect(targeted.length).toBeGreaterThan(5);
    for (const { target, results, crashes } of targeted) {
      const mandatory = results.filter(({ level }) => level === "mandatory");
      expect(mandatory.map(({ rule, name, message }) => [target, rule.id, name, message])).toEqual([]);
      expect(crashes).toEqual([]);
    }
  });

  test("has only the advisory findings that one may decide against", async () => {
    const { reports } = await check(program);
    const decided = adviceOn(program);
    const found = Object.values(reports).map(({ results }) =>
      results.map(({ rule, name }) => `${rule.id} ${String(name)}`),
    );
    for (const advice of found) {
      expect(decided).toEqual(expect.arrayContaining(advice));
    }
    expect([...new Set(decided)].sort()).toEqual([...new Set(found.flat())].sort());
  });
});
