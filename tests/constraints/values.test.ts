import index from "../../src/aws/data/constraints/index.json";
import { isConstraintId } from "../../src/constraints/ids";
import { limitsOf } from "../../src/constraints/values";
import { isProperty, isType, TYPES } from "../../src/testing/aws-schema";

const limits = TYPES.flatMap((type) => limitsOf(type).map((one) => ({ type, ...one })));

it("has limits for hundreds of types, and lists those that it has none for", () => {
  expect(new Set(limits.map(({ type }) => type)).size).toBeGreaterThan(800);
  expect(index.unmapped.filter((type) => !isType(type) || limitsOf(type).length > 0)).toEqual([]);
});

it("names only properties that exist", () => {
  expect(limits.filter(({ type, path }) => !isProperty(type, path)).map(({ type, path }) => `${type} ${path}`)).toEqual(
    [],
  );
});

it("has each id once", () => {
  const ids = limits.map(({ id }) => id);
  expect(ids.filter((id, position) => ids.indexOf(id) !== position)).toEqual([]);
  expect(ids.slice(0, 20).every(isConstraintId)).toBe(true);
  expect(["aws.iam.role.value.none", "aws.none.role.value.path", "name-charset"].filter(isConstraintId)).toEqual([]);
});

it("has limits that something fulfils", () => {
  for (const { id, limits: one, source, date } of limits) {
    const { minimum = -Infinity, maximum = Infinity, minLength = 0, maxLength = Infinity } = one;
    const { minItems = 0, maxItems = Infinity, values, pattern = "^$" } = one;
    expect([id, minimum <= maximum && minLength <= maxLength && minItems <= maxItems]).toEqual([id, true]);
    expect([id, values === undefined || values.length > 1]).toEqual([id, true]);
    expect([id, pattern.startsWith("^") && pattern.endsWith("$")]).toEqual([id, true]);
    expect([source.includes("cfn-lint"), /^\d{4}-\d\d-\d\d$/.test(date)]).toEqual([true, true]);
  }
});

it("evaluates every pattern on long strings in no time", () => {
  const patterns = new Set(limits.flatMap(({ limits: { pattern } }) => pattern ?? []));
  expect(patterns.size).toBeGreaterThan(300);
  for (const pattern of patterns) {
    const expression = new RegExp(pattern, /\\[pP]\{/.test(pattern) ? "u" : "");
    for (const part of ["a", "-", "a-", "1.", "/a", " ", "A_"]) {
      const start = process.hrtime.bigint();
      expression.test(`${part.repeat(2000)}\u0000`);
      expect([pattern, process.hrtime.bigint() - start < 200_000_000n]).toEqual([pattern, true]);
    }
  }
});
