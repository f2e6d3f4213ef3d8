import { Budget } from "../../pack/budget";
import { rules } from "../../policies";
import type { Result } from "../../policies/run";

const [rule] = rules;

function results(count: number, length: number): Result[] {
  return rule
    ? Array.from({ length: count }, () => ({
        rule,
        level: "mandatory",
        message: "x".repeat(length),
        path: "",
        urn: "urn:x",
      }))
    : [];
}

it("lets a small number of findings through", () => {
  expect(new Budget().fit(results(3, 100), {})).toMatchObject({ leftOut: [] });
});

it("holds back what one rule says beyond its share", () => {
  const { fit, leftOut } = new Budget().fit(results(1_000, 100), {});
  expect([fit.length, leftOut.length]).toEqual([200, 800]);
});

it("keeps all rules together below what the engine accepts, call by call", () => {
  const budget = new Budget();
  const call = {};
  const sizes = [1, 2, 3, 4].map(() => budget.fit(results(100, 10_000), call).fit.length);
  // Each takes its text and place, the description twice, and a flat sum for the rest.
  const size = 10_000 + "urn:x".length + 2 * (rule?.description.length ?? 0) + 500;
  expect(sizes.reduce((sum, count) => sum + count, 0)).toBe(Math.floor(3_000_000 / size));
  expect(sizes[0]).toBe(100);
  expect(budget.fit(results(100, 10_000), {}).fit).toHaveLength(100);
});
