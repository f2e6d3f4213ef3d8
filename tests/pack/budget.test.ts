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
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(300);
  expect(sizes[0]).toBe(100);
  expect(budget.fit(results(100, 10_000), {}).fit).toHaveLength(100);
});
